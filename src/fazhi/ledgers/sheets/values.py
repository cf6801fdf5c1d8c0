"""From a cell to the Python value of its column, or to a sentence that says what to do. Used by reading."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from fazhi.registers.api import control_complaint

from .amounts import Cell, Unclear, money_unit, shown, squeezed, to_decimal, to_money, to_percent, to_whole
from .dates import to_date, to_moment
from .layout import Column

CUT = "…【原文共{}字，一个单元格装不下，此处未完】"
"""Ends a text that an export had to cut to fit Excel's cell; a cell ending so is refused on the way in."""

_CUT_END = re.compile(r"…【原文共\d+字，一个单元格装不下，此处未完】$")
_YES = frozenset(("是", "有", "√", "✓", "✔", "☑", "y", "yes", "true", "t", "1", "对", "已"))
_NO = frozenset(("否", "无", "×", "✗", "✘", "☒", "n", "no", "false", "f", "0", "x", "没有", "未", "不"))
_EMPTY = frozenset(("/", "\\", "-", "--", "—", "——", "无", "暂无"))
"""What people write into a cell that does not apply; taken as empty except in free text."""

_SCIENTIFIC = re.compile(r"\d(\.\d+)?E\+\d\d", re.IGNORECASE)
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()} | {0xFF0D: 0x2D}
_INVISIBLE = re.compile(r"[\s\u200b\u200c\u200d\ufeff]+")
_LOST = "Excel 只保留15位数字，{}后面的数字已经丢失，请先把这一列的单元格格式设为“文本”，再重新填写完整号码。"


def raw_text(cell: Cell) -> str:
    """A cell as text: 5.0 is 5, a date is 2024-03-05, True is 是."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{Decimal(format(cell, '.15g')):f}"


def tidy_text(text: str) -> str:
    """Text as it is kept: no spaces around it, line breaks as a single newline character."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _literal(cell: Cell) -> str:
    """Text of a text or code cell; refuses a number whose digits Excel has dropped."""
    text = raw_text(cell)
    number = isinstance(cell, int | float) and not isinstance(cell, bool)
    if (number and abs(cell) >= 10**15) or _SCIENTIFIC.fullmatch(text.strip()):  # type: ignore[arg-type]
        raise Unclear(_LOST.format(shown(text)))
    return text


def _to_text(cell: Cell, column: Column) -> str:
    text = tidy_text(_literal(cell))
    if _CUT_END.search(text):
        raise Unclear("这一格是导出时截短的长文本，不能导回，请在系统内修改，或粘贴完整原文。")
    if column.check and (complaint := column.check(text)):
        raise Unclear(complaint)
    return text


def _to_code(cell: Cell, column: Column) -> str | None:
    text = _INVISIBLE.sub("", _literal(cell)).translate(_WIDE)
    complaint = column.check(text) if column.check else None
    if complaint is None:
        return text
    if text in _EMPTY:
        return None
    if column.check and column.check(text.upper()) is None:
        return text.upper()
    raise Unclear(complaint)


def _to_flag(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return cell
    text = squeezed(raw_text(cell)).lower()
    if text in _YES or text in _NO:
        return text in _YES
    raise Unclear(f"{shown(raw_text(cell))}看不出是或否，请填“是”或“否”。")


def _choices(column: Column) -> dict[str, str]:
    by_value = {squeezed(value).lower(): value for value, _ in column.choices}
    return by_value | {squeezed(label).lower(): value for value, label in column.choices}


def _to_choice(cell: Cell, choices: dict[str, str], column: Column) -> str:
    if (value := choices.get(squeezed(raw_text(cell)).lower())) is not None:
        return value
    labels = [label for _, label in column.choices]
    listed = "、".join(labels[:8]) + ("等" if len(labels) > 8 else "")
    raise Unclear(f"{shown(raw_text(cell))}不在可选范围内，请从下拉列表中选择：{listed}。")


def _converter(column: Column, header: str) -> Callable[[Cell], object]:
    unit = money_unit(header)
    most = Decimal(str(column.most)) if column.kind == "percent" and column.most is not None else Decimal(1)
    choices = _choices(column)
    by_kind: dict[str, Callable[[Cell], object]] = {
        "text": lambda cell: _to_text(cell, column),
        "code": lambda cell: _to_code(cell, column),
        "whole": to_whole,
        "decimal": to_decimal,
        "money": lambda cell: to_money(cell, unit),
        "percent": lambda cell: to_percent(cell, max(most, Decimal(1))),
        "date": to_date,
        "moment": to_moment,
        "flag": _to_flag,
        "choice": lambda cell: _to_choice(cell, choices, column),
    }
    return by_kind[column.kind]


def bound_text(column: Column, bound: object) -> str:
    """A bound as people read it: 100%, 10000元, 2024-01-01."""
    if column.kind == "percent":
        return f"{Decimal(str(bound)) * 100:f}%"
    return f"{bound}元" if column.kind == "money" else str(bound)


def _check_bounds(value: Any, column: Column) -> None:
    compared: Any = value.date() if isinstance(value, datetime) else value
    for bound, before, words in ((column.least, True, ("小于", "早于")), (column.most, False, ("大于", "晚于"))):
        if bound is not None and (compared < bound if before else compared > bound):
            said = f"不能{words[isinstance(bound, date)]}{bound_text(column, bound)}"
            raise Unclear(f"{said}，请核对后改正。")


class Reader:
    """Reads the cells of one column under the header found in the sheet."""

    def __init__(self, column: Column, header: str) -> None:
        self.column = column
        self._convert = _converter(column, header)

    def value(self, cell: Cell) -> object:
        """The Python value, None for an empty cell. Unclear if it cannot be taken."""
        if isinstance(cell, str) and (complaint := control_complaint(cell)):
            raise Unclear(complaint)
        empty = isinstance(cell, str) and self._is_empty(cell)
        value = None if empty else self._convert(cell)
        if value is None or value == "":
            if self.column.required:
                raise Unclear(f"“{self.column.label}”必须填写。")
            return None
        self._check_size(value)
        return value

    def _is_empty(self, cell: str) -> bool:
        if not cell or cell.isspace():
            return True
        if self.column.kind in ("text", "code"):
            return False
        placeholder = squeezed(cell) in _EMPTY
        return placeholder and not (self.column.kind in ("flag", "choice") and self._is_answer(cell))

    def _is_answer(self, cell: str) -> bool:
        try:
            self._convert(cell)
        except Unclear:
            return False
        return True

    def _check_size(self, value: object) -> None:
        longest = self.column.max_length
        if isinstance(value, str):
            if longest is not None and len(value) > longest:
                raise Unclear(f"内容共{len(value)}字，最多{longest}字，请缩短。")
        elif not isinstance(value, bool):
            _check_bounds(value, self.column)
