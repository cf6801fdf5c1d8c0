"""Joins an article's period to the calendar. Courses, rules, `fazhi due` and the case page call it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fazhi.days import Amount, Calendar, DayLine, Due, Kind, Pause, Unit, calendar, due
from fazhi.law import Citation, Clock
from fazhi.law import clock as clock_named

_shipped = calendar
_UNIT_WORDS = {"working_day": "个工作日", "calendar_day": "日", "month": "个月", "hour": "小时"}


class NoNumber(ValueError):
    """The article sets a duty, or an extension, without a number to count by."""


@dataclass(frozen=True)
class Explanation:
    """A due date as it is shown and printed: the day, the articles that set it, and the count day by day."""

    clock: Clock
    due: date | None
    unit: Unit
    kind: Kind
    articles: tuple[str, ...]
    roll_over_basis: str
    edition: str
    provisional: bool
    seen: bool
    days: tuple[DayLine, ...]

    @property
    def paused(self) -> bool:
        """Whether an open pause leaves the due day open."""
        return self.due is None

    @property
    def article(self) -> str:
        """The articles in one phrase, the statute named once: 《行政复议法》第三十条第一款、第三十条第二款."""
        return cited(self.clock.citations)

    def as_json(self) -> dict[str, object]:
        """Plain values for other programs: dates in ISO form, one entry for each day."""
        return {
            "due": None if self.due is None else self.due.isoformat(),
            "unit": self.unit,
            "article": self.article,
            "edition": self.edition,
            "provisional": self.provisional,
            "kind": self.kind,
            "seen": self.seen,
            "roll_over_basis": self.roll_over_basis,
            "days": [
                {"date": line.day.isoformat(), "counted": line.counted, "reason": line.reason} for line in self.days
            ],
        }


def due_of(
    clock: Clock | str,
    start: date | datetime,
    *,
    calendar: Calendar | None = None,
    pauses: Sequence[Pause] = (),
    extended: int = 0,
    on: date | None = None,
) -> Due:
    """When a clock that started on `start` is due. `extended` counts how often its extension was applied.

    A clock given by its id is taken in the edition in force on `on`, or else on the start. Raises NoNumber, and
    what `fazhi.law.clock` and `fazhi.days.due` raise.
    """
    chosen = clock_of(clock, start, on)
    amount, kind = amount_of(chosen)
    if chosen.unit is None:
        raise NoNumber(_without(chosen))
    return due(
        start,
        amount,
        chosen.unit,
        calendar=calendar or _shipped(),
        pauses=pauses,
        extension=extension_of(chosen, int(extended)),
        roll_over=chosen.roll_over,
        kind=kind,
    )


def explain(
    clock: Clock | str,
    start: date | datetime,
    *,
    calendar: Calendar | None = None,
    pauses: Sequence[Pause] = (),
    extended: int = 0,
    on: date | None = None,
) -> Explanation:
    """The same due date with its derivation, the articles it rests on and the edition they belong to."""
    chosen = clock_of(clock, start, on)
    found = due_of(chosen, start, calendar=calendar, pauses=pauses, extended=extended)
    statute = chosen.statute
    rolled = chosen.roll_over and any(line.reason.endswith("顺延") for line in found.days)
    return Explanation(
        clock=chosen,
        due=found.on,
        unit=found.unit,
        kind=found.kind,
        articles=tuple(str(citation) for citation in chosen.citations),
        roll_over_basis=chosen.roll_over_basis if rolled else "",
        edition=f"{statute.name}{statute.edition}，{statute.since}起施行",
        provisional=found.provisional,
        seen=chosen.seen,
        days=found.days,
    )


def clock_of(clock: Clock | str, start: date | datetime, on: date | None = None) -> Clock:
    """The clock itself, or the one of that id in the edition in force on `on`, or else on the start."""
    if not isinstance(clock, str):
        return clock
    day = on or (start.date() if isinstance(start, datetime) else start)
    return clock_named(clock, day)


def amount_of(clock: Clock) -> tuple[Amount, Kind]:
    """The length and whether it is a latest or an earliest end; NoNumber when the article gives none."""
    if clock.fixed:
        return clock.fixed, "latest"
    if clock.most is not None:
        return _plain(clock.most), "latest"
    if clock.least is not None:
        return _plain(clock.least), "earliest"
    raise NoNumber(_without(clock))


def cited(citations: Sequence[Citation]) -> str:
    """Citations in one phrase; a statute is named again only when it changes."""
    phrase = ""
    for before, each in zip((None, *citations), citations, strict=False):
        same = before is not None and before.statute == each.statute and each.short
        phrase += ("、" if before else "") + (each.short if same else str(each))
    return phrase


def length_of(clock: Clock) -> str:
    """The period in words: 5个工作日， 至少30日， 5至15个工作日， 3月1日之前."""
    if clock.fixed:
        year, month, day = ("-" + clock.fixed.removeprefix("<")).rsplit("-", 2)
        named = f"{int(month)}月{int(day)}日"
        named = f"{year.removeprefix('-')}年{named}" if year else f"次年{named}"
        return f"{named}之前" if clock.fixed.startswith("<") else f"{named}以前（含当日）"
    words = _UNIT_WORDS.get(clock.unit or "", "")
    if clock.most is None:
        return "没有数字期限" if clock.least is None else f"至少{clock.least}{words}"
    return f"{clock.most}{words}" if clock.least is None else f"{clock.least}至{clock.most}{words}"


def _without(clock: Clock) -> str:
    return f"{clock.id}（{clock.label}）是没有数字期限的义务，不能计算届满日期；依据{cited(clock.citations)}。"


def _plain(amount: Amount) -> Amount:
    return int(amount) if amount == int(amount) else amount


def extension_of(clock: Clock, times: int) -> tuple[Amount, Unit] | None:
    """By how much an extension applied so often lengthens a clock; NoNumber when its article does not say."""
    if not times:
        return None
    if clock.extension is None:
        raise NoNumber(f"{clock.id}（{clock.label}）依{cited(clock.citations)}不能延长。")
    if clock.extension.amount is None:
        raise NoNumber(f"{clock.id}（{clock.label}）的条文没有规定延长多少：{clock.extension.text}。")
    return _plain(clock.extension.amount * times), clock.extension.unit
