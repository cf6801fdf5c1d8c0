"""Values as an official writes them: dates, money, days left, masked numbers. Tags and exports share these."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from django.utils import timezone

from fazhi.days import Calendar, left

WEEKDAYS = "一二三四五六日"
SOON_WORKING_DAYS = 3
Urgency = Literal["late", "soon", "calm", "paused", "none"]
IN_FEN = 100
ID_LENGTH = 18
SHORTEST_MASKED = 7


@dataclass(frozen=True)
class Left:
    """How much of a limit is left, said in the unit of its article; `urgency` is also said by the words."""

    words: str
    urgency: Urgency


def left_of(due: date | None, unit: str | None, today: date, calendar: Calendar, *, paused: bool = False) -> Left:
    """还有3个工作日, 今天届满, 逾期5日, 中止计算; working days only where the article counts in them."""
    if paused:
        return Left("中止计算", "paused")
    if due is None:
        return Left("无期限", "none")
    days = left(today, due, "working_day" if unit == "working_day" else "calendar_day", calendar)
    name = "个工作日" if unit == "working_day" else "日"
    if due < today:
        return Left(f"逾期{abs(days) or 1}{name}", "late")
    if due == today:
        return Left("今天届满", "soon")
    return Left(f"还有{days}{name}", "soon" if due <= soon_day(today, calendar) else "calm")


def soon_day(today: date, calendar: Calendar) -> date:
    """The last day that still counts as soon, whatever the unit: the third working day from today."""
    return calendar.working_day_after(today, SOON_WORKING_DAYS)


def day(value: date | None) -> str:
    """2024-03-05."""
    return "" if value is None else _local(value).strftime("%Y-%m-%d")


def long_day(value: date | None) -> str:
    """2024年3月5日（星期二）."""
    if value is None:
        return ""
    local = _local(value)
    return f"{local.year}年{local.month}月{local.day}日（星期{WEEKDAYS[local.weekday()]}）"


def moment(value: datetime | None) -> str:
    """2024-03-05 14:02, in the city's own time."""
    return "" if value is None else f"{_local(value):%Y-%m-%d %H:%M}"


def _local(value: date) -> date:
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


def masked(text: str) -> str:
    """A personal number with its middle hidden: 3211**********1234; an eleven-digit phone 138****5678."""
    if len(text) == ID_LENGTH:
        return f"{text[:4]}{'*' * 10}{text[-4:]}"
    if len(text) < SHORTEST_MASKED:
        return "*" * len(text)
    return f"{text[:3]}{'*' * (len(text) - 7)}{text[-4:]}"


def in_yuan(fen: int | None) -> str:
    """An amount kept in 分, shown in 元: 1,234.50 (whole amounts without decimals)."""
    if fen is None:
        return ""
    yuan = Decimal(fen) / IN_FEN
    return f"{yuan:,.0f}" if fen % IN_FEN == 0 else f"{yuan:,.2f}"
