"""The calendar this installation counts by: the notices shipped with the software and those added by staff."""

import time
from functools import lru_cache
from pathlib import Path

from django.db import DatabaseError, connection

from fazhi.casework.models import HolidayNotice
from fazhi.days import Calendar, calendar, read_notice

FRESH_SECONDS = 30.0  # another process may have added a notice; that long at most until this one counts by it


class _Known:
    at = float("-inf")
    numbers: tuple[int, ...] = ()


def current_calendar() -> Calendar:
    """Shipped notices and those of the register; asks the database at most once in FRESH_SECONDS."""
    if time.monotonic() - _Known.at > FRESH_SECONDS:
        standing = HolidayNotice.objects.filter(withdrawn_at__isnull=True)
        _Known.numbers = tuple(standing.order_by("year").values_list("pk", flat=True))
        _Known.at = time.monotonic()
    return _with(_Known.numbers)


def calendar_without(year: int) -> Calendar:
    """The calendar as it would be if the notice registered for that year were withdrawn."""
    current_calendar()
    return _with(
        tuple(HolidayNotice.objects.filter(pk__in=_Known.numbers).exclude(year=year).values_list("pk", flat=True))
    )


def registered_calendar() -> tuple[Calendar, str]:
    """The current calendar where an installation stands, else the shipped one; and, when that is a loss, a sentence."""
    file = Path(str(connection.settings_dict["NAME"]))
    if connection.vendor == "sqlite" and connection.connection is None and not file.exists():
        return calendar(), ""  # to connect would lay an empty file there
    try:
        if HolidayNotice._meta.db_table in connection.introspection.table_names():
            return current_calendar(), ""
        return calendar(), ""
    except DatabaseError:
        return calendar(), "数据库无法读取，以下只按随系统提供的放假通知推算。"


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
