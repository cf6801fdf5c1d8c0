"""`due`: when a period ends, as a pure function of its start, the calendar and the pauses.

The first day is the day after the start (《民事诉讼法》 85(2)); a calendar period that ends on a rest day
ends on the next working day (85(3)); paused days are not counted, and the days used before are kept.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from fazhi.days.calendar import Calendar
from fazhi.days.derivation import DayLine, derive
from fazhi.days.ends import end_of
from fazhi.days.terms import Terms
from fazhi.days.units import Amount, Kind, Pause, Unit, local_day, whole


class Due(NamedTuple):
    """When a period ends. `on` is the last day in time (a Shanghai datetime for hours), or None while paused.

    For kind `earliest` it is the day on which an at-least period has run. `provisional`: a day relied on lies
    in a year whose notice is not known, so that only weekends were taken off.
    """

    on: date | None
    provisional: bool
    kind: Kind
    terms: Terms

    @property
    def unit(self) -> Unit:
        """The unit counted in."""
        return self.terms.unit

    @property
    def paused(self) -> bool:
        """Whether an open pause stands before the end, so that no day can be named yet."""
        return self.on is None

    @property
    def days(self) -> tuple[DayLine, ...]:
        """The derivation: each day, its number in the count or None, and why. Written when asked for."""
        return derive(self.terms)


def due(
    start: date | datetime,
    amount: Amount,
    unit: Unit,
    *,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
    extension: tuple[Amount, Unit] | None = None,
    roll_over: bool = True,
    kind: Kind = "latest",
) -> Due:
    """When the period ends. An extension in the same unit makes one longer period; another runs from its end.

    For the unit date, `amount` is the date: `01-31` (of the year after the start's), `2027-12-31`, or
    `<03-01` for 之前. Part of a day counts as a whole day. Raises BadPeriod for what cannot be counted.
    """
    terms = Terms(start, amount, unit, calendar, tuple(pauses), roll_over, extension)
    if unit == "working_day" and not pauses and extension is None:
        day = start if type(start) is date else local_day(start)
        length = amount if type(amount) is int and amount > 0 else whole(amount, unit)
        on = calendar.working_day_after(day, length)
        return Due(on, not calendar.knows(day, on), kind, terms)
    end, provisional = end_of(terms)
    second = None if end is None else terms.second_leg(end)
    if second is not None:
        end, also = end_of(second)
        provisional = provisional or also
    return Due(end, provisional, kind, terms)


def left(today: date, due: date, unit: Unit, calendar: Calendar) -> int:
    """Days left after today, the due day included: working days for that unit, else all; < 0 late."""
    first, last = local_day(today), local_day(due)
    if unit != "working_day":
        return (last - first).days
    return calendar.working_days(first, last) if first <= last else -calendar.working_days(last, first)
