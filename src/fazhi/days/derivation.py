"""Writes a period out day by day, so that a due date can be read, checked by hand and printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fazhi.days.ends import fixed_end, hours_end, months_after
from fazhi.days.terms import Terms
from fazhi.days.units import (
    UNIT_NAMES,
    Amount,
    Pause,
    Unit,
    fixed_day,
    local_day,
    local_moment,
    merged,
    whole,
)

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of a derivation. `counted` is its number in the count, or None where it does not count."""

    day: date
    counted: int | None
    reason: str


def derive(terms: Terms) -> tuple[DayLine, ...]:
    """Every day relied on, in order; the last line is the day on which the period ends, or the open pause."""
    lines = list(_leg(terms))
    if lines[-1].reason.startswith(_OPEN):
        return tuple(lines)
    second = terms.second_leg(lines[-1].day)
    if second is not None:
        longer = _length(second.amount, second.unit)
        lines.append(DayLine(lines[-1].day, None, f"延长{longer}，自原期限届满之日起算"))
        lines.extend(list(_leg(second))[1:])
    return tuple(lines)


_OPEN = "中止，尚未恢复"


def _length(amount: Amount, unit: Unit) -> str:
    return f"{amount}{UNIT_NAMES[unit]}"


def _leg(terms: Terms) -> Iterator[DayLine]:
    match terms.unit:
        case "hour":
            return _hours(terms)
        case "date":
            return _fixed(terms)
        case "month":
            return _months(terms)
        case _:
            return _counted(terms)


def _counted(terms: Terms) -> Iterator[DayLine]:
    """Working or calendar days."""
    day = local_day(terms.start)
    total, base = whole(terms.total, terms.unit), terms.base
    working = terms.unit == "working_day"
    yield DayLine(day, None, "起算日，不计入")
    counted = 0
    while counted < total:
        day += _ONE
        pause = _pause_on(terms, day)
        if pause is not None:
            yield _paused(day, pause)
            if pause.last is None:
                return
        elif working and not terms.calendar.is_working(day):
            yield DayLine(day, None, terms.calendar.why(day))
        else:
            counted += 1
            reason = terms.calendar.why(day)
            if base is not None and counted == base:
                reason += "；原期限届满，以下为延长"
            if counted < total:
                yield DayLine(day, counted, reason)
    yield from _close(terms, day, counted, not working and terms.roll_over)


def _close(terms: Terms, day: date, counted: int | None, rolls: bool) -> Iterator[DayLine]:
    """The last day, and where it is a rest day the days to the next working day."""
    why = terms.calendar.why(day)
    if not rolls or (terms.calendar.is_working(day) and _pause_on(terms, day) is None):
        yield DayLine(day, counted, f"{why}；期限届满")
        return
    yield DayLine(day, counted, f"{why}；期满日为非工作日，顺延")
    while True:
        day += _ONE
        pause = _pause_on(terms, day)
        if pause is not None:
            yield _paused(day, pause)
            if pause.last is None:
                return
        elif terms.calendar.is_working(day):
            yield DayLine(day, None, f"{terms.calendar.why(day)}；顺延至本日，期限届满")
            return
        else:
            yield DayLine(day, None, f"{terms.calendar.why(day)}；顺延")


def _months(terms: Terms) -> Iterator[DayLine]:
    """The day on which the months are full, the paused days, and as many days made up for them."""
    start, total = local_day(terms.start), whole(terms.total, "month")
    full = months_after(start, total)
    yield DayLine(start, None, "起算日，不计入")
    owed = 0
    for pause, day in _paused_days(terms, start, full):
        yield _paused(day, pause)
        if pause.last is None:
            return
        owed += 1
    missing = "" if full.day == start.day else "（当月无对应日，以末日为期满日）"
    if owed:
        yield DayLine(full, None, f"满{total}个月{missing}；其间中止{owed}日，以下补足")
        yield from _made_up(terms, full, owed)
        return
    for position, line in enumerate(_close(terms, full, None, terms.roll_over)):
        yield line if position else DayLine(line.day, None, f"满{total}个月{missing}；{line.reason}")


def _paused_days(terms: Terms, after: date, through: date) -> Iterator[tuple[Pause, date]]:
    day = after
    while day < through:
        day += _ONE
        pause = _pause_on(terms, day)
        if pause is not None:
            yield pause, day


def _made_up(terms: Terms, day: date, owed: int) -> Iterator[DayLine]:
    """As many unpaused days after the months as were paused within them."""
    made_up = 0
    while made_up < owed:
        day += _ONE
        pause = _pause_on(terms, day)
        if pause is not None:
            yield _paused(day, pause)
            if pause.last is None:
                return
            continue
        made_up += 1
        if made_up < owed:
            yield DayLine(day, made_up, f"{terms.calendar.why(day)}；补足中止的日数")
    yield from _close(terms, day, made_up, terms.roll_over)


def _hours(terms: Terms) -> Iterator[DayLine]:
    """The moment of the start, the paused days, and the moment of the end."""
    begins, ends = local_moment(terms.start), hours_end(terms)
    yield DayLine(begins.date(), None, f"自{begins:%H:%M}起算{_length(terms.total, 'hour')}，节假日不顺延")
    last_closed = max((last for _, last in merged(terms.pauses) if last < date.max), default=begins.date())
    through = ends.date() if ends else max(last_closed, *(pause.first for pause in terms.pauses))
    for pause, day in _paused_days(terms, begins.date() - _ONE, through):
        yield _paused(day, pause)
        if pause.last is None:
            return
    if ends is not None:
        yield DayLine(ends.date(), None, f"{ends:%H:%M}期限届满")


def _fixed(terms: Terms) -> Iterator[DayLine]:
    """The date that the text names."""
    fixed, on = fixed_day(str(terms.total)), fixed_end(terms)
    whose = "" if fixed.year else "次年的"
    named = f"{fixed.month}月{fixed.day}日"
    if not fixed.year:
        yield DayLine(local_day(terms.start), None, "所属年度内的日期")
    reason = f"须在{whose}{named}之前，本日为最后一日" if fixed.before else f"{whose}{named}，期限届满"
    yield DayLine(on, None, reason)


def _pause_on(terms: Terms, day: date) -> Pause | None:
    """The pause that holds the day; an open one before a closed one, for it is what the case waits for."""
    holding = [pause for pause in terms.pauses if pause.holds(day)]
    return min(holding, key=lambda pause: pause.last is not None, default=None)


def _paused(day: date, pause: Pause) -> DayLine:
    what = _OPEN if pause.last is None else "中止，不计入"
    return DayLine(day, None, f"{what}：{pause.reason}" if pause.reason else what)
