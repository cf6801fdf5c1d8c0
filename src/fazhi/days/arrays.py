"""`due_many`: millions of due dates at once over prefix tables, for imports, figures and nightly sweeps."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fazhi.days.calendar import FIRST, LAST, LONGEST, Calendar
from fazhi.days.errors import BadPeriod
from fazhi.days.units import Unit

Dates = NDArray[np.datetime64]
Counts = NDArray[np.integer[Any]]
_CHUNK = 65_536  # the ranks of a chunk, 16 bits each, stay in the second-level cache
_DAY = np.dtype("datetime64[D]")
_LAST = (LAST - FIRST).days


def due_many(
    starts: Dates | Counts, amounts: int | Counts, unit: Unit, calendar: Calendar, roll_over: bool = True
) -> Dates | Counts:
    """When each period ends, as `due` says: amounts are whole numbers, one or one each.

    Starts are datetime64[D], or days since 1970-01-01 in uint16, int32 (Arrow's date32) or wider, and the ends come in
    the same type: of narrow numbers less has to pass through memory. Units working_day, calendar_day and month. Raises
    BadPeriod for NaT, for amounts below 1 and for days out of 1970 to 2099. Says nothing of provisional days: compare
    with `calendar.known_through`.
    """
    given = np.asarray(starts)
    days = _numbered(given)
    lengths = np.asarray(amounts)
    if not np.issubdtype(lengths.dtype, np.integer):
        raise BadPeriod("批量计算的期限长度须为整数。")
    if lengths.ndim and lengths.shape != given.shape:
        raise BadPeriod(f"起算日有{given.size}个，期限长度有{lengths.size}个，两者须一一对应。")
    match unit:
        case "working_day":
            ends = _working(days, lengths.reshape(-1) if lengths.ndim else _narrow(lengths), calendar)
        case "calendar_day" | "month":
            begins = days.astype(np.int64).view(_DAY)
            periods = _narrow(lengths.reshape(-1) if lengths.ndim else lengths).astype(np.int64)
            full = _months(begins, periods) if unit == "month" else begins + periods.astype("timedelta64[D]")
            ends = full.view(np.int64)
            _check(ends)
            ends = (calendar.next_working_day.take(ends) if roll_over else ends).astype(days.dtype)
        case _:
            raise BadPeriod(f"批量计算不支持期限单位“{unit}”。")
    return (ends if given.dtype.kind != "M" else ends.view(_DAY)).reshape(given.shape)


def _numbered(given: NDArray[Any]) -> Counts:
    """The starts in a row, as days since 1970-01-01."""
    if given.dtype.kind == "M":
        return np.ascontiguousarray(given, dtype=_DAY).reshape(-1).view(np.int64)
    if not (np.can_cast(np.uint16, given.dtype) and np.can_cast(given.dtype, np.int64)):
        raise BadPeriod(
            "批量计算的起算日须为 datetime64[D]，或者以 uint16、int32、int64 记载的自1970年1月1日起的日数。"
        )
    return given.reshape(-1)


def _check(days: Counts) -> None:
    """That all lie within the tables. NaT is the least of numbers."""
    if days.size and (days.min() < 0 or days.max() > _LAST):
        raise BadPeriod(f"有日期为空，或者超出{FIRST.year}年至{LAST.year}年，请核对。")


def _narrow(lengths: Counts) -> NDArray[np.uint16]:
    """The lengths in 16 bits, each within 1 to LONGEST: their bits joined tell without two readings of the wide ones."""
    joined = int(np.bitwise_or.reduce(lengths, axis=None))
    if 0 <= joined < 1 << 16:
        narrow = lengths.astype(np.uint16)
        if not lengths.size or (narrow.min() > 0 and (joined <= LONGEST or narrow.max() <= LONGEST)):
            return narrow
    raise BadPeriod(f"批量计算的期限长度须在1至{LONGEST}之间，请核对。")


def _working(days: Counts, lengths: Counts, calendar: Calendar) -> Counts:
    nth = calendar.nth_day.astype(days.dtype)
    ends = np.empty_like(days)
    for at in range(0, days.size, _CHUNK):
        part = slice(at, at + _CHUNK)
        counts = _narrow(lengths[part]) if lengths.ndim else lengths
        ranks = calendar.rank_or_beyond.take(days[part], mode="clip")
        ranks += counts
        if ranks.max() >= nth.size:
            ranks = _exact(days[part], counts, calendar)
        nth.take(ranks, out=ends[part], mode="clip")
    return ends


def _exact(days: Counts, counts: Counts, calendar: Calendar) -> NDArray[np.uint16]:
    """The ranks of a part in which some day is at the edge of the tables or beyond it."""
    _check(days)
    ranks = calendar.up_to.take(days) + counts.astype(np.uint16)
    if ranks.max() >= calendar.nth_day.size:
        raise BadPeriod(f"有期限届满日超出{LAST.year}年，请核对。")
    return ranks


def _months(begins: Dates, lengths: Counts) -> Dates:
    month = begins.astype("datetime64[M]")
    full = month + lengths.astype("timedelta64[M]")
    into = (begins - month.astype(_DAY)).astype("timedelta64[D]")
    last = (full + np.timedelta64(1, "M")).astype(_DAY) - np.timedelta64(1, "D")
    ends: Dates = np.minimum(full.astype(_DAY) + into, last)
    return ends
