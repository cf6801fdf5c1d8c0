"""Where a period ends: the arithmetic behind `due`, one function for each unit."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta

from fazhi.days.terms import Terms
from fazhi.days.units import SHANGHAI, fixed_day, local_day, local_moment, merged, number, whole

_ONE = timedelta(days=1)


def end_of(terms: Terms) -> tuple[date | None, bool]:
    """The end of one leg (None while paused), and whether it is provisional."""
    match terms.unit:
        case "hour":
            return hours_end(terms), False
        case "date":
            return fixed_end(terms), False
        case "working_day":
            start = local_day(terms.start)
            end = _days_end(terms, start, whole(terms.total, terms.unit))
            return end, end is not None and not terms.calendar.knows(start, end)
        case "calendar_day":
            end = _days_end(terms, local_day(terms.start), whole(terms.total, terms.unit))
        case "month":
            end = _months_end(terms)
    return _rolled(terms, end) if terms.roll_over and end is not None else (end, False)


def _days_end(terms: Terms, start: date, remaining: int) -> date | None:
    """The remaining-th unpaused day after the start; None if an open pause comes first."""
    calendar, working = terms.calendar, terms.unit == "working_day"
    cursor = start
    for first, last in merged(terms.pauses):
        if last <= cursor:
            continue
        through = first - _ONE
        if through > cursor:
            counted = calendar.working_days(cursor, through) if working else (through - cursor).days
            if counted >= remaining:
                break
            remaining -= counted
        if last == date.max:
            return None
        cursor = last
    return calendar.working_day_after(cursor, remaining) if working else cursor + remaining * _ONE


def _months_end(terms: Terms) -> date | None:
    """The same day of the month or its last (《民法典》 202), and then as many days as were paused."""
    start = local_day(terms.start)
    end = months_after(start, whole(terms.total, "month"))
    paused = 0
    for first, last in merged(terms.pauses):
        if first <= end and last == date.max:
            return None
        paused += max(0, (min(last, end) - max(first, start + _ONE)).days + 1)
    return end if paused == 0 else _days_end(terms, end, paused)


def months_after(start: date, months: int) -> date:
    """The same-number day that many months on, or the month's last day where there is none."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _rolled(terms: Terms, end: date) -> tuple[date | None, bool]:
    """The end moved to the first day that is worked and not paused."""
    day = end
    while not terms.calendar.is_working(day) or any(pause.holds(day) for pause in terms.pauses):
        if any(pause.last is None and pause.holds(day) for pause in terms.pauses):
            return None, False
        day += _ONE
    return day, not terms.calendar.knows(end - _ONE, day)


def hours_end(terms: Terms) -> datetime | None:
    """Exact hours, to the second; paused days are whole days of Shanghai time."""
    cursor = local_moment(terms.start)
    remaining = timedelta(seconds=round(number(terms.total) * 3600))
    for first, last in merged(terms.pauses):
        begins = datetime.combine(first, time(), SHANGHAI)
        if cursor + remaining <= begins:
            break
        if last == date.max:
            return None
        resumes = datetime.combine(last + _ONE, time(), SHANGHAI)
        if resumes > cursor:
            remaining -= max(begins - cursor, timedelta())
            cursor = resumes
    return cursor + remaining


def fixed_end(terms: Terms) -> date:
    """The date named by the text; for 之前 the day before it is the last in time."""
    fixed = fixed_day(str(terms.total))
    year = fixed.year or local_day(terms.start).year + 1
    named = date(year, fixed.month, fixed.day)
    return named - _ONE if fixed.before else named
