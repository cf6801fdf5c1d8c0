"""Working-day calendars and the counting of statutory periods. The door of the room."""

from fazhi.days.arrays import due_many
from fazhi.days.calendar import Calendar, calendar
from fazhi.days.counting import Due, due, left
from fazhi.days.derivation import DayLine
from fazhi.days.errors import BadNotice, BadPeriod
from fazhi.days.notices import Notice, Off, notice_text, read_notice, shipped_notices
from fazhi.days.units import Amount, Kind, Pause, Unit
from fazhi.days.wording import notice_in_words

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
    "notice_in_words",
    "read_notice",
    "shipped_notices",
    "notice_text",
]
