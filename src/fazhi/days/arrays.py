"""`due_many`: millions of due dates at once over prefix tables, for imports, figures and nightly sweeps."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from fazhi.days.calendar import FIRST, LAST, Calendar
from fazhi.days.errors import BadPeriod
from fazhi.days.units import Unit

Dates = NDArray[np.datetime64]
Counts = NDArray[np.integer[Any]]
_CHUNK = 65_536  # a chunk of starts, counts and results stays in the second-level cache
_DAY = np.dtype("datetime64[D]")


def due_many(starts: Dates, amounts: int | Counts, unit: Unit, calendar: Calendar, roll_over: bool = True) -> Dates:
    """When each period ends, as `due` says: starts are datetime64[D], amounts whole numbers, one or one each.

    Units working_day, calendar_day and month. Raises BadPeriod for NaT, for amounts below 1 and for days
    out of 1970 to 2099. Says nothing of provisional days: compare with `calendar.known_through`.
    """
    begins = np.ascontiguousarray(starts, dtype=_DAY)
    lengths = np.asarray(amounts)
    if not np.issubdtype(lengths.dtype, np.integer):
        raise BadPeriod("批量计算的期限长度须为整数。")
    if lengths.ndim and lengths.shape != begins.shape:
        raise BadPeriod(f"起算日有{begins.size}个，期限长度有{lengths.size}个，两者须一一对应。")
    if begins.size and lengths.size and (lengths.min() < 1 or lengths.max() > 20_000):
        raise BadPeriod("批量计算的期限长度须在1至20000之间，请核对。")
    match unit:
        case "working_day":
            return _working(begins, lengths, calendar)
        case "calendar_day":
            ends = begins + lengths.astype("timedelta64[D]")
        case "month":
            ends = _months(begins, lengths)
        case _:
            raise BadPeriod(f"批量计算不支持期限单位“{unit}”。")
    _latest(ends.view(np.int64))
    return _rolled(ends, calendar) if roll_over else ends


def _latest(days: NDArray[np.int64]) -> int:
    """The latest day, all being within the tables: read without sign, NaT and days before 1970 are the largest."""
    latest = int(days.view(np.uint64).max(initial=0))
    if latest > (LAST - FIRST).days:
        raise BadPeriod(f"有日期为空，或者超出{FIRST.year}年至{LAST.year}年，请核对。")
    return latest


def _working(begins: Dates, lengths: Counts, calendar: Calendar) -> Dates:
    up_to, nth = calendar.up_to, calendar.nth_day
    flat, counts = begins.reshape(-1).view(np.int64), lengths.reshape(-1)
    longest = int(counts.max(initial=0))
    out = np.empty(flat.shape, np.int64)
    for at in range(0, flat.size, _CHUNK):
        chunk = flat[at : at + _CHUNK]
        latest = _latest(chunk)
        rank = up_to.take(chunk, mode="clip")
        rank += (counts[at : at + _CHUNK] if lengths.ndim else counts).astype(np.uint16)
        if int(up_to[latest]) + longest >= nth.size and rank.max() >= nth.size:
            raise BadPeriod(f"有期限届满日超出{LAST.year}年，请核对。")
        nth.take(rank, out=out[at : at + _CHUNK], mode="clip")
    return out.view(_DAY).reshape(begins.shape)


def _months(begins: Dates, lengths: Counts) -> Dates:
    month = begins.astype("datetime64[M]")
    full = month + lengths.astype("timedelta64[M]")
    into = (begins - month.astype(_DAY)).astype("timedelta64[D]")
    last = (full + np.timedelta64(1, "M")).astype(_DAY) - np.timedelta64(1, "D")
    ends: Dates = np.minimum(full.astype(_DAY) + into, last)
    return ends


def _rolled(ends: Dates, calendar: Calendar) -> Dates:
    rolled: Dates = calendar.next_working_day.take(ends.view(np.int64)).view(_DAY)
    return rolled
