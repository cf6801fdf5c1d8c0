"""Working-day calendars and the counting of statutory periods. The door of the room."""

from fazhi.days.arrays import due_many
from fazhi.days.calendar import Calendar, calendar
from fazhi.days.counting import Due, due, left
from fazhi.days.derivation import DayLine
from fazhi.days.errors import BadNotice, BadPeriod
from fazhi.days.notices import Notice, Off, read_notice, shipped_notices
from fazhi.days.units import Amount, Kind, Pause, Unit

__all__ = [
    "Amount",
    "BadNotice",
    "BadPeriod",
    "Calendar",
    "DayLine",
    "Due",
    "Kind",
    "Notice",
    "Off",
    "Pause",
    "Unit",
    "calendar",
    "due",
    "due_many",
    "left",
    "read_notice",
    "shipped_notices",
]
