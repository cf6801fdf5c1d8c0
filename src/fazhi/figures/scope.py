"""What a figure is asked for: the period, the place, the organisation, and in whose sight."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fazhi.figures.conditions import Bound
from fazhi.people.api import WHOLE_CITY, Sight


@dataclass(frozen=True)
class Scope:
    """A year or one month of it, cut off at a day. `place` is a code prefix, `org` an organisation path."""

    year: int
    month: int | None = None
    place: str = ""
    org: str = ""
    cutoff: date | None = None
    sight: Sight = WHOLE_CITY

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, 1)

    @property
    def last(self) -> date:
        month = self.month or 12
        last = date(self.year, month, calendar.monthrange(self.year, month)[1])
        return min(last, self.cutoff) if self.cutoff else last

    def bound(self, bound: Bound) -> date:
        if bound.name == "first":
            return self.first
        return self.last if bound.name == "last" else self.last + timedelta(days=1)

    def base(self) -> "Scope":
        """The same days a year earlier (上年同期)."""
        cutoff = None
        if self.cutoff and self.cutoff.year == self.year:
            day = min(self.cutoff.day, calendar.monthrange(self.year - 1, self.cutoff.month)[1])
            cutoff = date(self.year - 1, self.cutoff.month, day)
        return replace(self, year=self.year - 1, cutoff=cutoff)

    def of_month(self, month: int) -> "Scope":
        return replace(self, month=month)

    def months(self) -> list["Scope"]:
        """The twelve months of the year."""
        return [self.of_month(month) for month in range(1, 13)]

    def words(self) -> str:
        return f"{self.year}年" + (f"{self.month}月" if self.month else "")
