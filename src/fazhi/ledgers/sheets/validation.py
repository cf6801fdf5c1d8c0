"""What Excel itself refuses or prompts for in each column: hints, lists, ranges. For look."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import xlsxwriter

from .amounts import money_unit
from .layout import Column
from .values import bound_text

DICTIONARY = "字典"
"""The hidden sheet that holds the labels of the drop-downs, one column for each column with choices."""

_BIG = 10**14
_HINTS = {
    "code": "按文本填写，保留开头的0。",
    "whole": "填整数，如 12。",
    "decimal": "填数字，如 12.5。",
    "money": "填数字，单位{unit}，如 1234.50。",
    "percent": "连百分号一起填，如 18.5%。",
    "date": "填年月日，如 2024-03-05。",
    "moment": "填年月日和时间，如 2024-03-05 14:30。",
    "flag": "填“是”或“否”。",
    "choice": "从下拉列表中选择。",
}


def hint(column: Column) -> str:
    """How to fill a column in, in one or two sentences."""
    unit = {Decimal(1): "元", Decimal(1000): "千元", Decimal(10_000): "万元"}.get(money_unit(column.label), "亿元")
    parts = ["必填。" if column.required else "", _HINTS.get(column.kind, "").format(unit=unit)]
    if column.kind not in ("text", "code", "choice", "flag"):
        parts += [f"不{word}{bound_text(column, bound)}。" for word, bound in _bounds(column) if bound is not None]
    if column.max_length:
        parts.append(f"最多{column.max_length}字。")
    note = column.note.strip()
    return "".join(parts) + note + ("" if not note or note.endswith(("。", "！", "？", "）")) else "。")


def _bounds(column: Column) -> tuple[tuple[str, object], tuple[str, object]]:
    dated = column.kind in ("date", "moment")
    return ("早于" if dated else "小于", column.least), ("晚于" if dated else "大于", column.most)


def prompt(title: str, message: str) -> dict[str, Any]:
    """The box that appears beside a selected cell; Excel allows 32 and 255 characters."""
    return {"input_title": title[:32], "input_message": message[:255]} if message else {}


def list_rule(column: Column, lists: list[str]) -> dict[str, Any] | None:
    said = {
        "error_title": "请从列表中选择",
        "error_message": f"“{column.label}”只能填下拉列表中的内容，请点开下拉列表选择。"[:255],
    }
    if column.kind == "flag":
        return {"validate": "list", "source": ["是", "否"], **said}
    if not column.choices:
        return None
    place = lists.index(column.name)
    letters = xlsxwriter.utility.xl_col_to_name(place)
    return {
        "validate": "list",
        "source": f"='{DICTIONARY}'!${letters}$3:${letters}${len(column.choices) + 2}",
        **said,
    }


def range_rule(column: Column) -> dict[str, Any]:
    if column.kind in ("text", "code"):
        if column.max_length is None:
            return {"validate": "any"}
        said = f"“{column.label}”最多{column.max_length}字，请缩短。"
        return {
            "validate": "length",
            "criteria": "<=",
            "value": column.max_length,
            "error_title": "内容太长",
            "error_message": said[:255],
        }
    dated = column.kind in ("date", "moment")
    least, most = _day_range(column) if dated else _number_range(column)
    return {
        "validate": "date" if dated else "integer" if column.kind == "whole" else "decimal",
        "criteria": "between",
        "minimum": least,
        "maximum": most,
        "error_title": "日期不对" if dated else "数字不对",
        "error_message": f"“{column.label}”填得不对，请改正：{hint(column)}"[:255],
    }


def _day_range(column: Column) -> tuple[date, date]:
    least = column.least if isinstance(column.least, date) else date(1900, 3, 1)
    most = column.most if isinstance(column.most, date) else date(2199, 12, 31)
    return least, most + timedelta(days=column.kind == "moment")


def _number_range(column: Column) -> tuple[float, float]:
    unit = money_unit(column.label) if column.kind == "money" else Decimal(1)
    top = Decimal(1) if column.kind == "percent" else Decimal(_BIG)
    least = Decimal(str(column.least)) if column.least is not None else Decimal(-_BIG)
    most = Decimal(str(column.most)) if column.most is not None else top
    return float(least / unit), float(most / unit)
