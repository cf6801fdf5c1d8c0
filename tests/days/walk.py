"""The naive walk that the arithmetic is checked against: day by day, as a clerk would count on a wall calendar."""

from datetime import date, timedelta

from fazhi.days import Calendar, Pause

ONE = timedelta(days=1)


def paused(day: date, pauses: list[Pause]) -> bool:
    return any(p.first <= day and (p.last is None or day <= p.last) for p in pauses)


def walk(start: date, amount: int, unit: str, calendar: Calendar, pauses: list[Pause], roll_over: bool) -> date | None:
    day, left = start, amount
    while left:
        day += ONE
        if day.year > 2034:
            return None
        if paused(day, pauses):
            continue
        if unit == "working_day" and not calendar.is_working(day):
            continue
        left -= 1
    if unit == "calendar_day" and roll_over:
        while paused(day, pauses) or not calendar.is_working(day):
            day += ONE
            if day.year > 2034:
                return None
    return day
