"""The calendar this installation counts by: the notices shipped with the software and those added by staff."""

import time
from functools import lru_cache

from fazhi.casework.models import HolidayNotice
from fazhi.days import Calendar, calendar, read_notice

FRESH_SECONDS = 30.0  # another process may have added a notice; that long at most until this one counts by it


class _Known:
    at = float("-inf")
    numbers: tuple[int, ...] = ()


def current_calendar() -> Calendar:
    """Shipped notices and those of the register; asks the database at most once in FRESH_SECONDS."""
    if time.monotonic() - _Known.at > FRESH_SECONDS:
        _Known.numbers = tuple(HolidayNotice.objects.order_by("year").values_list("pk", flat=True))
        _Known.at = time.monotonic()
    return _with(_Known.numbers)


def forget() -> None:
    """A notice was added or taken away: count by it at once."""
    _Known.at = float("-inf")
    _with.cache_clear()


@lru_cache(maxsize=4)
def _with(notices: tuple[int, ...]) -> Calendar:
    known = calendar()
    for row in HolidayNotice.objects.filter(pk__in=notices).order_by("year"):
        known = known.with_notice(read_notice(row.text))
    return known
