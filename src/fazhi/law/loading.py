"""Reads the statutes and clocks of the data folder, and refuses what is incomplete or contradicts itself."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from importlib.resources import files
from typing import Any, get_args

from fazhi.law.errors import BadLawData, UnknownArticle
from fazhi.law.model import Citation, Clock, Extension, Statute, Unit
from fazhi.law.places import Place, parse_place, place_text

Row = Mapping[str, Any]
_ROLLING = ("calendar_day", "month")
_STATUTE_KEYS = frozenset(("key", "title", "name", "edition"))
_EDITION_KEYS = frozenset(
    ("label", "since", "superseded", "number", "source", "seen", "unseen", "articles")
    + ("roll_over", "roll_over_basis")
)
_CLOCK_KEYS = frozenset(
    ("id", "label", "statute", "edition", "cites", "starts", "ends", "period", "unit", "extension")
    + ("roll_over", "roll_over_basis", "pauses", "consequence", "note", "seen", "source")
)


def read_folder(folder: str) -> Iterator[Row]:
    """Each TOML file of one data folder, in the order of their names."""
    for entry in sorted(files("fazhi.law").joinpath("data", folder).iterdir(), key=lambda found: found.name):
        if entry.name.endswith(".toml"):
            yield tomllib.loads(entry.read_text(encoding="utf-8"))


def read_statutes(document: Row) -> Iterator[Statute]:
    """The editions in one file, oldest first; an edition ends on the day that the next one begins."""
    for row in document.get("statute", ()):
        key = row["key"]
        _refuse_unknown(row, _STATUTE_KEYS, key)
        editions = sorted(row["edition"], key=lambda edition: edition["since"])
        following: list[date | None] = [later["since"] for later in editions[1:]]
        for edition, ends in zip(editions, [*following, None], strict=True):
            _refuse_unknown(edition, _EDITION_KEYS, key)
            yield _statute(row, edition, edition.get("superseded", ends))


def _statute(row: Row, edition: Row, superseded: date | None) -> Statute:
    gists = {parse_place(place): gist for place, gist in edition.get("articles", {}).items()}
    unseen = frozenset(parse_place(place) for place in edition.get("unseen", ()))
    if not unseen <= gists.keys():
        strangers = "、".join(place_text(place) for place in unseen - gists.keys())
        raise BadLawData(f"{row['key']}：unseen 列出的{strangers}不在 articles 中。")
    return Statute(
        key=row["key"],
        edition=edition["label"],
        title=row["title"],
        name=row.get("name", f"《{row['key']}》"),
        number=edition.get("number", ""),
        since=edition["since"],
        superseded=superseded,
        source=edition.get("source", ""),
        seen=edition.get("seen", True),
        roll_over=edition.get("roll_over", True),
        roll_over_basis=edition["roll_over_basis"],
        gists=gists,
        unseen=unseen,
    )


def read_clocks(document: Row, editions: Mapping[str, tuple[Statute, ...]]) -> Iterator[Clock]:
    """The clocks of one domain's file."""
    for row in document.get("clock", ()):
        try:
            _refuse_unknown(row, _CLOCK_KEYS, row["id"])
            yield _clock(row, document["domain"], editions)
        except (KeyError, UnknownArticle, ValueError, InvalidOperation) as error:
            raise BadLawData(f"期限数据 {row.get('id', '?')} 有误：{error}") from error


def _clock(row: Row, domain: str, editions: Mapping[str, tuple[Statute, ...]]) -> Clock:
    statute = _edition(editions, row["statute"], row.get("edition"))
    citations = tuple(_cite(place, statute, editions) for place in row["cites"])
    unit = row.get("unit")
    if unit is not None and unit not in get_args(Unit):
        raise BadLawData(f"期限单位“{unit}”不认识")
    least, most, fixed = _period(row.get("period", ""), unit)
    return Clock(
        id=row["id"],
        domain=domain,
        label=row["label"],
        statute=statute,
        citations=citations,
        starts=row.get("starts", ""),
        ends=row.get("ends", ""),
        least=least,
        most=most,
        fixed=fixed,
        unit=unit,
        # The rest-day rule helps whoever must act by a last day; an at-least period needs none.
        roll_over=row.get("roll_over", statute.roll_over and most is not None and unit in _ROLLING),
        roll_over_basis=row.get("roll_over_basis", statute.roll_over_basis),
        extension=_extension(row.get("extension"), unit),
        pauses=row.get("pauses", ""),
        consequence=row.get("consequence", ""),
        note=row.get("note", ""),
        seen=row.get("seen", True) and all(each.seen for each in citations if each.statute == statute),
        source=row.get("source", statute.source),
    )


def _period(text: str, unit: Unit | None) -> tuple[Decimal | None, Decimal | None, str]:
    """`60` most, `>=30` least, `>30` least 31 (whole days), `5..15` both; a date stays as text."""
    if not text or unit == "date":
        return None, None, text
    if text.startswith(">="):
        return Decimal(text[2:]), None, ""
    if text.startswith(">"):
        return Decimal(text[1:]) + 1, None, ""
    least, dots, most = text.partition("..")
    return (Decimal(least), Decimal(most), "") if dots else (None, Decimal(text), "")


def _extension(row: Row | None, unit: Unit | None) -> Extension | None:
    if row is None:
        return None
    amount = row.get("amount")
    return Extension(
        text=row["text"],
        amount=None if amount is None else Decimal(amount),
        unit=row.get("unit", unit),
        times=row.get("times", 1),
        approver=row.get("approver", ""),
    )


def _cite(text: str, statute: Statute, editions: Mapping[str, tuple[Statute, ...]]) -> Citation:
    """`30.1`, `*` for the statute as a whole, or `民事诉讼法/85.3` for another statute."""
    key, slash, place = text.partition("/")
    if slash:
        return _cite(place, _edition(editions, key, None), editions)
    if text == "*":
        return statute.whole
    cited: Place = parse_place(text)
    return Citation(statute, *cited) if cited in statute.gists else statute[cited]


def _edition(editions: Mapping[str, tuple[Statute, ...]], key: str, label: str | None) -> Statute:
    for found in reversed(editions[key]):
        if label is None or found.edition == label:
            return found
    raise BadLawData(f"{key}没有“{label}”这一版本")


def _refuse_unknown(row: Row, known: frozenset[str], name: str) -> None:
    if unknown := row.keys() - known:
        raise BadLawData(f"{name}：不认识的字段 {'、'.join(sorted(unknown))}。")
