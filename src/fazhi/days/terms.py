"""The terms of one period: all that `due` is given, kept so that the derivation can be written out later."""

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from fazhi.days.calendar import Calendar
from fazhi.days.errors import BadPeriod
from fazhi.days.units import Amount, Pause, Unit, number


class Terms(NamedTuple):
    """Start, length and unit, and what bends them. A tuple, because millions are made and few are read."""

    start: date | datetime
    amount: Amount
    unit: Unit
    calendar: Calendar
    pauses: tuple[Pause, ...] = ()
    roll_over: bool = True
    extension: tuple[Amount, Unit] | None = None

    @property
    def total(self) -> Amount:
        """The length with an extension in the same unit added."""
        if self.extension is None or self.extension[1] != self.unit:
            return self.amount
        if self.unit == "date":
            raise BadPeriod("规定了具体日期的期限不能按长度延长。")
        return number(self.amount) + number(self.extension[0])

    @property
    def base(self) -> Decimal | None:
        """The length before an extension in the same unit; None without one."""
        return None if self.total == self.amount else number(self.amount)

    def second_leg(self, start: date) -> "Terms | None":
        """The terms of an extension counted in another unit, from the day on which the first period ends."""
        if self.extension is None or self.extension[1] == self.unit:
            return None
        amount, unit = self.extension
        return self._replace(start=start, amount=amount, unit=unit, extension=None)
