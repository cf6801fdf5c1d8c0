"""A year as a small calendar: which days are off, which weekend days are worked, and why."""

from calendar import Calendar as Weeks
from dataclasses import dataclass
from datetime import date

from fazhi.days import Calendar

OFF, WORK, REST = "off", "work", "rest"
SIGNS = {OFF: "休", WORK: "班"}


@dataclass(frozen=True)
class Day:
    """One cell. `kind` is off, work, rest (a plain weekend) or empty; `sign` repeats the first two in a character."""

    number: int
    kind: str
    why: str

    @property
    def sign(self) -> str:
        return SIGNS.get(self.kind, "")


@dataclass(frozen=True)
class Month:
    """Weeks from Monday; None stands for a day of another month."""

    name: str
    weeks: list[list[Day | None]]


def months(year: int, known: Calendar) -> list[Month]:
    """The twelve months of a year by a calendar."""
    weeks = Weeks()
    return [
        Month(f"{month}月", [[_day(date(year, month, n), known) if n else None for n in week] for week in found])
        for month in range(1, 13)
        for found in [weeks.monthdayscalendar(year, month)]
    ]


def _day(day: date, known: Calendar) -> Day:
    named = any(day in notice.days() for notice in known.notices)
    worked = known.is_working(day)
    if not named:
        return Day(day.day, "" if worked else REST, "")
    return Day(day.day, WORK if worked else OFF, known.why(day))
