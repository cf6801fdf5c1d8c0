"""Writing: one statement, chained, idempotent, refused without hurting the caller's transaction."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from fazhi.journal.api import (
    FIRST,
    AlreadyRecorded,
    BadFact,
    Entry,
    Fact,
    Sealed,
    StreamMoved,
    Tip,
    append,
    append_many,
    chain,
    stream,
    tip,
    verify,
)
from fazhi.journal.canonical import entry_bytes, json_text

pytestmark = pytest.mark.django_db
MakeFact = Callable[..., Fact]


def test_what_is_returned_is_what_is_stored(make_fact: MakeFact) -> None:
    fact = make_fact(3, 1, key="k-1")
    entry = append(fact)
    stored = Entry.objects.get()
    for field in ("id", "city", "year", "seq", "kind", "on", "at", "actor", "data", "key"):
        assert getattr(stored, field) == getattr(entry, field)
    assert (stored.stream, stored.subject, stored.seq, stored.year) == ("case", 3, 1, 2025)
    assert stored.at == fact.at
    body = entry_bytes("C321100", "case", 3, 1, fact.kind, fact.on, fact.at, "user:12", json_text(fact.data), "k-1")
    assert bytes(stored.digest) == bytes(entry.digest) == chain(FIRST, [body])[0]


def test_a_known_head_costs_one_statement(make_fact: MakeFact) -> None:
    first = append(make_fact(3, 1))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        append(make_fact(3, 2, seq=2), prev=bytes(first.digest))
    assert len(asked) == 1
    with CaptureQueriesContext(connection) as asked:
        append(make_fact(3, 3))
    assert len(asked) == 2
    assert [entry.seq for entry in stream("case", 3)] == [1, 2, 3]


def test_streams_are_chained_apart(make_fact: MakeFact) -> None:
    append_many([make_fact(1, 1), make_fact(2, 1), make_fact(1, 2), make_fact(1, 1, "register")])
    for place, count in ((("case", 1), 2), (("case", 2), 1), (("register", 1), 1)):
        entries = list(stream(*place))
        assert [entry.seq for entry in entries] == list(range(1, count + 1))
        assert [bytes(entry.prev) for entry in entries] == [FIRST, *(bytes(e.digest) for e in entries[:-1])]
        assert tip(*place) == Tip(count, bytes(entries[-1].digest))
    assert tip("case", 99) == Tip(0, FIRST)


def test_a_second_batch_goes_on_and_big_batches_are_split(make_fact: MakeFact) -> None:
    append_many([make_fact(i % 3, i) for i in range(7)])
    written = append_many([make_fact(i % 3, i) for i in range(7, 2507)])
    assert len({entry.pk for entry in written}) == 2500
    assert [(entry.subject, entry.seq) for entry in written[:3]] == [(1, 3), (2, 3), (0, 4)]
    assert verify().sound
    with CaptureQueriesContext(connection) as asked:
        append_many([make_fact(8, 1, seq=1)], heads={})
    assert len([query for query in asked if "SELECT" in query["sql"]]) == 0


def test_a_repeated_key_gives_back_what_was_recorded(make_fact: MakeFact) -> None:
    append(make_fact(1, 1))
    entry = append(make_fact(1, 2, key="k-1"))
    with transaction.atomic():
        with pytest.raises(AlreadyRecorded, match="2025-03-03.*未重复记录") as caught:
            append(make_fact(2, 9, key="k-1", sealed={"姓名": "李四"}))
        assert caught.value.entry == entry
        append(make_fact(2, 1))  # the transaction still works
    assert Entry.objects.count() == 3
    assert not Sealed.objects.exists()
    append(make_fact(2, 2, key="k-1", city="C320100"))  # another city's key is another key
    with pytest.raises(AlreadyRecorded):
        append(make_fact(1, 2, seq=2, key="k-1"))  # repeated with its own seq: the key speaks first


def test_a_batch_with_a_taken_key_writes_nothing(make_fact: MakeFact) -> None:
    entry = append(make_fact(1, 1, key="k-5"))
    facts = [make_fact(2, i, key=f"k-{i}", sealed={"姓名": "王五"}) for i in range(1, 10)]
    with pytest.raises(AlreadyRecorded) as caught:
        append_many(facts)
    assert caught.value.entry == entry
    assert Entry.objects.count() == 1
    assert not Sealed.objects.exists()
    with pytest.raises(BadFact, match="重复的防重编号"):
        append_many([facts[0], facts[0]])


def test_two_writers_of_one_stream_cannot_both_win(make_fact: MakeFact) -> None:
    first = append(make_fact(1, 1))
    append(make_fact(1, 2))
    with transaction.atomic():
        with pytest.raises(StreamMoved, match="case 第 1 号的第 2 条.*请刷新"):
            append(make_fact(1, 3, seq=2), prev=bytes(first.digest))
        with pytest.raises(StreamMoved):
            append(make_fact(1, 3, seq=2))
        with pytest.raises(StreamMoved):
            append_many([make_fact(5, 1), make_fact(1, 3)], heads={("case", 1): Tip(1, bytes(first.digest))})
        append(make_fact(1, 3, seq=3))
    assert Entry.objects.count() == 3


@pytest.mark.parametrize(
    "changes",
    [
        {"stream": ""},
        {"stream": "s" * 61},
        {"kind": "k" * 81},
        {"actor": ""},
        {"key": "k" * 65},
        {"at": datetime(2025, 1, 1)},
        {"on": datetime(2025, 1, 1)},
        {"data": {"价": 0.5}},
        {"data": {"sealed": "x"}, "sealed": {"姓名": "张三"}},
        {"sealed": {"身高": 1.8}},
    ],
)
def test_what_cannot_be_recorded_is_refused_before_anything_is_written(make_fact: MakeFact, changes: dict) -> None:
    with pytest.raises(BadFact):
        append(make_fact(1, 1)._replace(**changes))
    with pytest.raises(BadFact):
        append_many([make_fact(1, 1), make_fact(1, 2)._replace(**changes)])
    assert not Entry.objects.exists()


def test_a_digest_without_a_seq_is_refused(make_fact: MakeFact) -> None:
    with pytest.raises(BadFact, match="序号"):
        append(make_fact(1, 1), prev=FIRST)
