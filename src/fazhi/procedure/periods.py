"""Joins an article's period to the calendar: `due_of(clock("RC-ACCEPT"), start)`. Courses, rules and `fazhi due` call it."""

from collections.abc import Sequence
from datetime import date, datetime

from fazhi.days import Amount, Calendar, Due, Kind, Pause, Unit, calendar, due
from fazhi.law import Clock


class NoNumber(ValueError):
    """The article sets a duty without a number of days."""


def due_of(
    clock: Clock,
    start: date | datetime,
    *,
    calendar: Calendar | None = None,
    pauses: Sequence[Pause] = (),
    extended: int = 0,
) -> Due:
    """When a clock that started on `start` is due. `extended` counts how often its extension has been applied."""
    amount, kind = amount_of(clock)
    assert clock.unit is not None
    return due(
        start,
        amount,
        clock.unit,
        calendar=calendar or shipped(),
        pauses=pauses,
        extension=_extension(clock, extended),
        roll_over=clock.roll_over,
        kind=kind,
    )


shipped = calendar


def amount_of(clock: Clock) -> tuple[Amount, Kind]:
    """The length and whether it is a latest or an earliest end; NoNumber when the article gives none."""
    if clock.fixed:
        return clock.fixed, "latest"
    if clock.most is not None:
        return _whole(clock.most), "latest"
    if clock.least is not None:
        return _whole(clock.least), "earliest"
    raise NoNumber(f"{clock.id}({clock.label})是没有数字期限的义务,不能计算届满日期。")


def _whole(amount: Amount) -> Amount:
    return int(amount) if amount == int(amount) else amount


def _extension(clock: Clock, times: int) -> tuple[Amount, Unit] | None:
    if not times:
        return None
    if clock.extension is None or clock.extension.amount is None:
        raise NoNumber(f"{clock.id}({clock.label})没有可以计算的延长期限。")
    return _whole(clock.extension.amount * times), clock.extension.unit
