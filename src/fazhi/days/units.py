"""What a period is made of: its unit, its length, the pauses in it, and dates fixed by the text itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from fazhi.days.errors import BadPeriod

Unit = Literal["working_day", "calendar_day", "month", "hour", "date"]
Kind = Literal["latest", "earliest"]
Amount = int | float | Decimal | str
SHANGHAI = ZoneInfo("Asia/Shanghai")
UNIT_NAMES: dict[str, str] = {
    "working_day": "个工作日",
    "calendar_day": "日",
    "month": "个月",
    "hour": "小时",
    "date": "",
}


@dataclass(frozen=True)
class Pause:
    """Days that do not count, both ends included; `last` is None while the pause goes on."""

    first: date
    last: date | None
    reason: str = ""

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise BadPeriod(f"中止期间的末日{self.last}早于首日{self.first}，请核对。")

    def holds(self, day: date) -> bool:
        """Whether the day lies in the pause."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class FixedDay:
    """A date named by the text. `before` means 之前: that day is too late. Without a year, each year."""

    month: int
    day: int
    year: int | None = None
    before: bool = False


@cache
def fixed_day(text: str) -> FixedDay:
    """`01-31`, `2027-12-31`, or with `<` in front where the text says 之前. Raises BadPeriod."""
    try:
        parts = [int(part) for part in text.removeprefix("<").split("-")]
        month, day = parts[-2:]
        year = parts[0] if len(parts) == 3 else None
        date(2000 if year is None else year, month, day)
    except ValueError as error:
        raise BadPeriod(f"“{text}”不是日期，请写成 01-31 或者 2027-12-31 的样式。") from error
    if len(parts) not in (2, 3):
        raise BadPeriod(f"“{text}”不是日期，请写成 01-31 或者 2027-12-31 的样式。")
    return FixedDay(month, day, year, text.startswith("<"))


def whole(amount: Amount, unit: Unit) -> int:
    """The length in whole units. Part of a day counts as a day: a period in days knows no parts."""
    exact = number(amount)
    rounded = int(exact.to_integral_value(ROUND_CEILING))
    if unit == "month" and rounded != exact:
        raise BadPeriod(f"以月计算的期限须为整月，不能是“{amount}”。")
    return rounded


def number(amount: Amount) -> Decimal:
    """The length as a positive number. Raises BadPeriod."""
    try:
        exact = Decimal(str(amount))
    except InvalidOperation as error:
        raise BadPeriod(f"期限长度“{amount}”不是数字，请核对。") from error
    if not exact.is_finite() or exact <= 0:
        raise BadPeriod(f"期限长度须为正数，不能是“{amount}”。")
    return exact


def local_day(moment: date | datetime) -> date:
    """The calendar day in Shanghai; a datetime without a zone is taken as Shanghai's."""
    if isinstance(moment, datetime):
        return (moment if moment.tzinfo is None else moment.astimezone(SHANGHAI)).date()
    return moment


def local_moment(moment: date | datetime) -> datetime:
    """The moment in Shanghai time. A bare date has no hour to count from and raises BadPeriod."""
    if not isinstance(moment, datetime):
        raise BadPeriod(f"以小时计算的期限须写明起算时刻，例如 {moment}T09:30。")
    return moment.replace(tzinfo=SHANGHAI) if moment.tzinfo is None else moment.astimezone(SHANGHAI)


def merged(pauses: Iterable[Pause]) -> list[tuple[date, date]]:
    """The pauses in order, overlapping and touching ones joined; an open one ends on date.max."""
    joined: list[tuple[date, date]] = []
    for pause in sorted(pauses, key=lambda each: each.first):
        last = pause.last or date.max
        if joined and pause.first.toordinal() <= joined[-1][1].toordinal() + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((pause.first, last))
    return joined
