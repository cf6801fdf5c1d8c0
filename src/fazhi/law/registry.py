"""Finds statutes and clocks by key and day; everything is read once, when the room is first imported."""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from typing import Protocol, TypeVar

from fazhi.law.errors import BadLawData, UnknownClock, UnknownStatute
from fazhi.law.loading import read_clocks, read_folder, read_statutes
from fazhi.law.model import Clock, Statute


class _Dated(Protocol):
    def in_force(self, on: date) -> bool: ...


_T = TypeVar("_T", bound=_Dated)


def _gather_statutes() -> dict[str, tuple[Statute, ...]]:
    found: dict[str, tuple[Statute, ...]] = {}
    for document in read_folder("statutes"):
        for edition in read_statutes(document):
            if edition in found.get(edition.key, ()):
                raise BadLawData(f"{edition.name}的“{edition.edition}”收录了两次。")
            found[edition.key] = (*found.get(edition.key, ()), edition)
    return found


def _gather_clocks() -> dict[str, tuple[Clock, ...]]:
    found: dict[str, tuple[Clock, ...]] = {}
    for document in read_folder("clocks"):
        for clock_ in read_clocks(document, _STATUTES):
            if any(clock_.statute == other.statute for other in found.get(clock_.id, ())):
                raise BadLawData(f"期限 {clock_.id} 收录了两次。")
            together = (*found.get(clock_.id, ()), clock_)
            found[clock_.id] = tuple(sorted(together, key=lambda each: each.statute.since))
    return found


_STATUTES = _gather_statutes()
_CLOCKS = _gather_clocks()


def statute(key: str, on: date | None = None) -> Statute:
    """The edition in force on that day; without a day, the newest edition. Raises UnknownStatute."""
    editions = _STATUTES.get(key)
    if editions is None:
        raise UnknownStatute(f"没有收录《{key}》；请核对名称{_near(key, _STATUTES)}。")
    chosen = _on(editions, on)
    if chosen is None:
        first = editions[0]
        raise UnknownStatute(f"{first.name}在{on}没有施行中的版本；最早收录的版本自{first.since}起施行。")
    return chosen


def clock(id: str, on: date | None = None) -> Clock:
    """The time limit as the edition in force on that day sets it, or the newest. Raises UnknownClock."""
    versions = _CLOCKS.get(id)
    if versions is None:
        raise UnknownClock(f"没有编号为“{id}”的期限；请核对编号{_near(id.upper(), _CLOCKS)}。")
    chosen = _on(versions, on)
    if chosen is None:
        first = versions[0]
        since = first.statute.since
        raise UnknownClock(f"{on}尚无期限 {id}：其依据{first.statute.name}自{since}起施行。")
    return chosen


def clocks(domain: str | None = None) -> tuple[Clock, ...]:
    """Every time limit in its newest edition, of one domain or of all."""
    newest = (versions[-1] for versions in _CLOCKS.values())
    return tuple(each for each in newest if domain is None or each.domain == domain)


def statutes_in_data() -> tuple[Statute, ...]:
    """Every edition of every statute."""
    return tuple(edition for editions in _STATUTES.values() for edition in editions)


def _on(versions: tuple[_T, ...], on: date | None) -> _T | None:
    if on is None:
        return versions[-1]
    return next((each for each in reversed(versions) if each.in_force(on)), None)


def _near(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, list(known), n=3, cutoff=0.5)
    return f"，相近的有 {'、'.join(close)}" if close else ""
