"""Working days from the yearly notices. `calendar()` is the shipped one; `with_notice` knows a year more."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from fazhi.days.errors import BadNotice, BadPeriod
from fazhi.days.notices import Notice, shipped_notices

FIRST = date(1970, 1, 1)
LAST = date(2099, 12, 31)
_BASE = FIRST.toordinal()
_SIZE = LAST.toordinal() - _BASE + 1
LONGEST = 20_000  # the longest period that is counted in bulk
_BEYOND = 2**16 - 1 - LONGEST  # more than any rank, and still 16 bits wide with the longest period added
_GUESS = "（当年放假安排未录入，暂按周一至周五推定）"


class Calendar:
    """Which days are worked. A year without a notice counts Monday to Friday, and is not `covered`."""

    def __init__(self, notices: Iterable[Notice]) -> None:
        self.notices = tuple(sorted(notices, key=lambda notice: notice.year))
        self._years = {notice.year: notice for notice in self.notices}
        if len(self._years) != len(self.notices):
            raise BadNotice("同一年份有两份放假通知，请只保留一份。")
        self._known_through = self.known_through or date.min
        self._known_after = date(self.notices[0].year - 1, 12, 31) if self.notices else date.max
        self._off: dict[date, tuple[str, Notice]] = {}
        self._work: dict[date, Notice] = {}
        for notice in self.notices:
            for off in notice.off:
                for day in off.days():
                    self._work.pop(day, None)
                    self._off[day] = (off.festival, notice)
            for day in notice.work:
                self._off.pop(day, None)
                self._work[day] = notice

    def is_working(self, day: date) -> bool:
        """Whether the day is worked: a weekday that is not off, or a make-up day."""
        return day in self._work or (day.weekday() < 5 and day not in self._off)

    def why(self, day: date) -> str:
        """Why the day counts or not, with the notice that says so."""
        if day in self._off:
            festival, notice = self._off[day]
            return f"放假：{festival}，{notice.cite}"
        if day in self._work:
            return f"调休上班，{self._work[day].cite}"
        plain = "工作日" if day.weekday() < 5 else "周末"
        return plain if self.covers(day) else plain + _GUESS

    def covers(self, day: date) -> bool:
        """Whether that year's notice is known."""
        return day.year in self._years

    def knows(self, after: date, through: date) -> bool:
        """Whether the notices are known for every day after the one and up to the other."""
        if self._known_after <= after and through <= self._known_through:
            return True
        first = after.year + 1 if (after.month, after.day) == (12, 31) else after.year
        return all(year in self._years for year in range(first, through.year + 1))

    @cached_property
    def known_through(self) -> date | None:
        """The last day of the unbroken run of known years, or None without any notice."""
        if not self.notices:
            return None
        year = self.notices[0].year
        while year + 1 in self._years:
            year += 1
        return date(year, 12, 31)

    def with_notice(self, notice: Notice) -> "Calendar":
        """The same calendar with that year's notice added, or put in place of the one known before."""
        return Calendar([*(each for each in self.notices if each.year != notice.year), notice])

    @cached_property
    def up_to(self) -> NDArray[np.uint16]:
        """For each day since 1970-01-01, how many working days there are up to and including it."""
        return np.cumsum(self._mask(), dtype=np.uint16)

    @cached_property
    def rank_or_beyond(self) -> NDArray[np.uint16]:
        """`up_to` with both ends beyond every rank: read clipped, it gives away each day that is not within it."""
        ranks = np.append(self.up_to, [_BEYOND]).astype(np.uint16)
        ranks[0] = _BEYOND
        return ranks

    @cached_property
    def nth(self) -> NDArray[np.uint16]:
        """The working days in order, as days since 1970-01-01."""
        return np.flatnonzero(self._mask()).astype(np.uint16)

    @cached_property
    def nth_day(self) -> NDArray[np.int64]:
        """`nth` counted from 1 and at the width of datetime64, to be taken straight into a result."""
        return np.concatenate([[0], self.nth]).astype(np.int64)

    @cached_property
    def next_working_day(self) -> NDArray[np.int64]:
        """For each day since 1970-01-01, that day if it is worked, else the next that is."""
        ranks = self.up_to.astype(np.int64) - self._mask() + 1
        return self.nth_day[np.minimum(ranks, self.nth_day.size - 1)]

    @cached_property
    def _up_to_list(self) -> list[int]:
        counts: list[int] = self.up_to.tolist()
        return counts

    @cached_property
    def _nth_date(self) -> list[date]:
        dates: list[date] = self.nth.astype("datetime64[D]").tolist()
        return dates

    def _mask(self) -> NDArray[np.bool_]:
        weekday = (np.arange(_SIZE) + FIRST.weekday()) % 7
        mask = weekday < 5
        for days, worked in ((self._off, False), (self._work, True)):
            inside = [day.toordinal() - _BASE for day in days if FIRST <= day <= LAST]
            mask[inside] = worked
        return mask

    def working_day_after(self, day: date, number: int) -> date:
        """The number-th (from 1) working day after that day."""
        place = day.toordinal() - _BASE
        if 0 <= place < _SIZE:
            rank = self._up_to_list[place] + number - 1
            dates = self._nth_date
            if rank < len(dates):
                return dates[rank]
        raise BadPeriod(f"自{day}起的第{number}个工作日超出了{FIRST.year}年至{LAST.year}年，请核对日期。")

    def working_days(self, after: date, through: date) -> int:
        """How many working days lie after the one day and up to and including the other (0 if none)."""
        first, last = after.toordinal() - _BASE, through.toordinal() - _BASE
        if not (0 <= first < _SIZE and 0 <= last < _SIZE):
            raise BadPeriod(f"{after}至{through}超出了{FIRST.year}年至{LAST.year}年，请核对日期。")
        return max(0, self._up_to_list[last] - self._up_to_list[first])

    def next_working(self, day: date) -> date:
        """That day if it is worked, else the next one that is."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day


@cache
def calendar() -> Calendar:
    """The calendar of the shipped notices."""
    return Calendar(shipped_notices())
