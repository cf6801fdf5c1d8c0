"""What is hashed: one form only, and nothing that two databases would give back differently."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.journal.canonical import entry_bytes, json_text
from fazhi.journal.errors import BadFact
from fazhi.journal.models import Entry

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
AT = datetime(2026, 11, 22, 9, 0, 0, 5, tzinfo=timezone(timedelta(hours=8)))


@given(st.dictionaries(TEXT, PLAIN, max_size=5))
def test_the_text_reads_back_and_does_not_depend_on_order(data: dict) -> None:
    text = json_text(data)
    assert json.loads(text) == data
    assert json_text(dict(reversed(data.items()))) == text
    assert json_text(json.loads(text)) == text


@given(TEXT, TEXT, st.dictionaries(TEXT, PLAIN, max_size=3), st.none() | TEXT)
def test_the_bytes_are_plain_sorted_json(kind: str, actor: str, data: dict, key: str | None) -> None:
    made = entry_bytes("C321100", "case", 7, 3, kind, date(2026, 11, 22), AT, actor, json_text(data), key)
    whole = {
        "city": "C321100",
        "stream": "case",
        "subject": 7,
        "seq": 3,
        "kind": kind,
        "on": "2026-11-22",
        "at": "2026-11-22T01:00:00.000005+00:00",
        "actor": actor,
        "data": data,
        "key": key,
    }
    assert made == json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def test_no_column_of_an_entry_stands_outside_the_hash() -> None:
    """`year` is the year of `on`, `prev` is hashed before the bytes, `id` is given by the database afterwards."""
    hashed = json.loads(entry_bytes("C321100", "case", 7, 3, "a.b", date(2026, 11, 22), AT, "pulse", "{}", None))
    columns = {field.name for field in Entry._meta.concrete_fields}
    assert columns == hashed.keys() | {"id", "year", "prev", "digest"}


def test_an_instant_is_hashed_in_utc_whatever_its_zone() -> None:
    rest = ("C321100", "case", 7, 3, "a.b", date(2026, 11, 22))
    assert entry_bytes(*rest, AT, "pulse", "{}", None) == entry_bytes(*rest, AT.astimezone(UTC), "pulse", "{}", None)


@pytest.mark.parametrize(
    "bad",
    [
        {"价": 1.5},
        {"日": date(2026, 1, 1)},
        {1: "x"},
        {"表": [{"内": 0.1}]},
        {"空": "a\0b"},
        {"a\0": 1},
        {"集": {1}},
    ],
)
def test_what_databases_change_is_refused_in_chinese(bad: dict) -> None:
    with pytest.raises(BadFact, match="记录内容"):
        json_text(bad)


def test_a_written_escape_is_not_mistaken_for_nul() -> None:
    assert json.loads(json_text({"文": "\\u0000"})) == {"文": "\\u0000"}


def test_half_a_character_is_refused() -> None:
    with pytest.raises(BadFact, match="残缺"):
        entry_bytes("C321100", "case", 1, 1, "a", date(2026, 1, 1), AT, "\ud800", "{}", None)
