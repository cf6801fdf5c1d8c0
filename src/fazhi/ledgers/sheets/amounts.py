"""Numbers as people type them into ledgers: counts, decimals, money with units, percentages. For values."""

import math
import re
import unicodedata
from datetime import date
from decimal import Decimal

Cell = str | bool | int | float | date
"""A cell as it comes from the reading process; datetime is a date here, an empty cell is ''."""


class Unclear(ValueError):
    """A cell that cannot be understood; the message is a Chinese sentence that says what to do."""


_NUMBER = r"(?P<sign>[-+]?)(?P<digits>\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)"
_COUNTERS = "人次|件次|人|件|次|个|项|家|户|起|份|场|名|天|条|篇|部|位|辆|处|宗|批|期|小时|分钟|公里|平方米|吨|分|岁"
_PLAIN = re.compile(rf"{_NUMBER}(?P<scale>[万亿]?)(?:{_COUNTERS})?")
_MONEY = re.compile(rf"(?:人民币|¥|RMB|CNY)?{_NUMBER}(?P<scale>[千万亿]?)(?P<yuan>元?)整?")
_PERCENT = re.compile(rf"{_NUMBER}(?P<mark>%?)")
_SPACES = re.compile(r"[\s\u200b\u200c\u200d\ufeff]+")
_LOOSE = re.compile(r"(?<!\d) | (?!\d)")
_SCALES = {"": Decimal(1), "千": Decimal(1000), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_TOO_MUCH = Decimal(10) ** 18
_LONGEST = 60


def squeezed(text: str) -> str:
    """Half-width text without any spaces: how numbers, dates and choices are compared."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", text)).replace("−", "-")


def flattened(text: str) -> str:
    """Half-width text without spaces except one between two digits, which keeps 5日 apart from 14时."""
    return _LOOSE.sub("", _SPACES.sub(" ", unicodedata.normalize("NFKC", text)).strip()).replace("−", "-")


def shown(text: str) -> str:
    """A cell's text as a message quotes it: one line, at most 20 characters."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= 20 else f"“{line[:19]}…”"


def number_of(cell: int | float) -> Decimal:
    """The decimal Excel shows for a stored number: 15 significant digits, so 0.1+0.2 is 0.3."""
    if not math.isfinite(cell) or abs(cell) >= _TOO_MUCH:
        raise Unclear("数字太大，请核对单位和小数点。")
    return Decimal(format(cell, ".15g")) if isinstance(cell, float) else Decimal(cell)


def _matched(pattern: re.Pattern[str], cell: str, example: str) -> tuple[Decimal, re.Match[str]]:
    text = flattened(cell)
    match = pattern.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        raise Unclear(f"{shown(cell)}不是一个数，请只填数字，如 {example}。")
    value = Decimal(match["sign"] + re.sub("[, ]", "", match["digits"]))
    if abs(value) >= _TOO_MUCH:
        raise Unclear(f"{shown(cell)}太大，请核对单位和小数点。")
    return value, match


def _refuse_other(cell: Cell, example: str) -> None:
    if isinstance(cell, bool | date):
        what = "是/否" if isinstance(cell, bool) else "日期"
        raise Unclear(f"这里应填数字，现为{what}，请改填数字，如 {example}（并把单元格格式设为“常规”）。")


def to_decimal(cell: Cell, example: str = "12.5") -> Decimal:
    """A plain number; 1,234.5 and 1.2万 and 12件 are understood."""
    _refuse_other(cell, example)
    if not isinstance(cell, str):
        return number_of(cell)  # type: ignore[arg-type]  # dates were refused above
    value, match = _matched(_PLAIN, cell, example)
    return value * _SCALES[match["scale"]] if match["scale"] else value


def to_whole(cell: Cell) -> int:
    """A whole number; 5.0 is 5, 5.5 is refused."""
    value = to_decimal(cell, "12")
    if value != value.to_integral_value():
        raise Unclear(f"{shown(str(cell))}不是整数，请填整数，如 12。")
    return int(value)


def money_unit(header: str) -> Decimal:
    """The unit a header names, in yuan: 10000 for 金额（万元）, otherwise 1."""
    for unit in ("亿", "万", "千"):
        if f"{unit}元" in header:
            return _SCALES[unit]
    return Decimal(1)


def to_money(cell: Cell, unit: Decimal) -> Decimal:
    """Yuan. `unit` is the header's, used unless the cell names its own (3.5万元, 500元)."""
    _refuse_other(cell, "1234.50")
    if isinstance(cell, str):
        value, match = _matched(_MONEY, cell, "1234.50")
        value *= _SCALES[match["scale"]] if match["scale"] or match["yuan"] else unit
    else:
        value = number_of(cell) * unit  # type: ignore[arg-type]  # dates were refused above
    rounded = round(value, 2)
    if value != rounded:
        raise Unclear(f"金额{shown(str(cell))}不足一分，请四舍五入到分（元后两位小数）再填。")
    return rounded


def to_percent(cell: Cell, most: Decimal) -> Decimal:
    """A ratio: 18.5% and 0.185 are Decimal("0.185"). A bare number above `most` is refused as unclear."""
    _refuse_other(cell, "18.5%")
    if isinstance(cell, str):
        value, match = _matched(_PERCENT, cell, "18.5%")
        if match["mark"]:
            return value.scaleb(-2)
    else:
        value = number_of(cell)  # type: ignore[arg-type]  # dates were refused above
    if abs(value) > most:
        raise Unclear(f"看不出{shown(str(cell))}是否已是百分数，请连百分号一起填，如 {value.normalize():f}%。")
    return value
