"""What templates and exports share: formats, header, drop-downs, the hidden 字典 sheet."""

import re
import unicodedata
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from .layout import Column, Layout
from .validation import DICTIONARY, hint, list_rule, prompt, range_rule

GUIDE = "填表说明"
MARK = "fazhi ledger"
"""First cell of the hidden sheet, followed by the layout's code and by 模板 or 导出."""

HEADER_ROW = 1
"""Zero-based: the title stands above it, data start below."""

_GUIDE_LINE = "标*的列必填；列的先后可以调整，列名请勿改动。"
_GUIDE_HEADER = ("列名", "必填", "怎么填", "可选内容", "个人信息")
_LAST_ROW = 1_048_575
_FORMATS = {
    "text": "@", "code": "@", "choice": "@", "flag": "General", "whole": "0", "decimal": "General",
    "money": "#,##0.00####", "percent": "0.0###%", "date": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm:ss",
}  # fmt: skip
_WIDTHS = {
    "text": 24, "code": 22, "choice": 12, "flag": 8, "whole": 10, "decimal": 12,
    "money": 16, "percent": 10, "date": 13, "moment": 21,
}  # fmt: skip


def open_workbook(path: Path, layout: Layout, *, streaming: bool) -> xlsxwriter.Workbook:
    """A new workbook whose bytes depend on nothing but what is written into it."""
    workbook = xlsxwriter.Workbook(
        str(path),
        {"constant_memory": streaming, "strings_to_urls": False, "default_date_format": "yyyy-mm-dd"},
    )
    workbook.set_properties({"title": layout.title, "created": datetime(2020, 1, 1)})
    return workbook


def finish(workbook: xlsxwriter.Workbook) -> None:
    """Write the workbook out; OSError if it cannot be written, as of any other file."""
    try:
        workbook.close()
    except FileCreateError as error:
        raise OSError(*getattr(error.args[0], "args", error.args)) from error


def sheet_name(title: str) -> str:
    """A title as a name Excel accepts: at most 31 characters, none of []:*?/\\, no quote at either end."""
    name = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title).strip().strip("'")[:31].strip().strip("'")
    return "台账" if not name or name in (DICTIONARY, GUIDE) or name.lower() == "history" else name


def shown_width(text: str) -> int:
    """Columns of a fixed-width screen: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def column_width(column: Column) -> float:
    """Wide enough for the header, the drop-down's labels and the kind's usual content; at most 60."""
    labels = [column.label + "**", *(label for _, label in column.choices)]
    return min(60, max(_WIDTHS[column.kind], *(shown_width(label) + 3 for label in labels)))


class Book:
    """A workbook with the ledger's sheet prepared; `first_column` is 1 where ids stand in front."""

    def __init__(self, workbook: xlsxwriter.Workbook, layout: Layout, *, with_id: bool) -> None:
        self.workbook, self.layout = workbook, layout
        self.first_column = int(with_id)
        self.sheet = workbook.add_worksheet(sheet_name(layout.title))
        self.formats = {kind: self._format({"num_format": code}) for kind, code in _FORMATS.items()}
        self._write_columns()
        self._write_heading()
        self._write_validations()
        self.sheet.freeze_panes(HEADER_ROW + 1, self.first_column + 1)

    def _format(self, extra: dict[str, Any]) -> Any:
        return self.workbook.add_format({"valign": "vcenter", "text_wrap": True, **extra})

    def _write_columns(self) -> None:
        if self.first_column:
            self.sheet.set_column(0, 0, 14, self.formats["code"])
        for place, column in enumerate(self.layout.columns, self.first_column):
            self.sheet.set_column(place, place, column_width(column), self.formats[column.kind])

    def _write_heading(self) -> None:
        last = self.first_column + len(self.layout.columns) - 1
        title = self.workbook.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
        self.sheet.set_row(0, 32)
        if last:
            self.sheet.merge_range(0, 0, 0, last, self.layout.title, title)
        else:
            self.sheet.write_string(0, 0, self.layout.title, title)
        colours = {False: "#DDEBF7", True: "#FCE4D6"}
        head = {
            required: self._format({"bold": True, "align": "center", "border": 1, "bg_color": colour})
            for required, colour in colours.items()
        }
        self.sheet.set_row(HEADER_ROW, 30)
        if self.first_column:
            self.sheet.write_string(HEADER_ROW, 0, self.layout.id_label, head[False])
        for place, column in enumerate(self.layout.columns, self.first_column):
            label = column.label + ("*" if column.required else "")
            self.sheet.write_string(HEADER_ROW, place, label, head[column.required])

    def _write_validations(self) -> None:
        if self.first_column:
            self._validate(
                0,
                {
                    "validate": "any",
                    **prompt(self.layout.id_label, "系统用来认出这一行，请勿修改；新增的行留空。"),
                },
            )
        lists = [column.name for column in self.layout.columns if column.choices]
        for place, column in enumerate(self.layout.columns, self.first_column):
            rule = list_rule(column, lists) or range_rule(column)
            self._validate(place, {**rule, **prompt(column.label, hint(column))})

    def _validate(self, place: int, rule: dict[str, Any]) -> None:
        self.sheet.data_validation(HEADER_ROW + 1, place, _LAST_ROW, place, rule)

    def add_dictionary(self, purpose: str) -> None:
        """The hidden sheet behind the drop-downs; row by row, since streaming workbooks cannot go back."""
        hidden = self.workbook.add_worksheet(DICTIONARY)
        hidden.write_row(0, 0, (MARK, self.layout.code, purpose))
        chosen = [column for column in self.layout.columns if column.choices]
        lists = [[column.label, *(label for _, label in column.choices)] for column in chosen]
        for row, labels in enumerate(zip_longest(*lists), 1):
            for place, label in enumerate(labels):
                if label is not None:
                    hidden.write_string(row, place, label)
        hidden.hide()

    def add_guide(self) -> None:
        """The 填表说明 sheet: the layout's notes, then how each column is filled in."""
        guide = self.workbook.add_worksheet(GUIDE)
        bold = self._format({"bold": True, "border": 1, "bg_color": "#DDEBF7"})
        cell = self._format({"border": 1})
        for place, width in enumerate((28, 8, 56, 44, 10)):
            guide.set_column(place, place, width)
        lines = (f"{self.layout.title}填表说明", *self.layout.notes, _GUIDE_LINE)
        for row, line in enumerate(lines):
            guide.write_string(row, 0, line)
        for row, words in enumerate((_GUIDE_HEADER, *map(_explained, self.layout.columns)), len(lines)):
            for place, text in enumerate(words):
                guide.write_string(row, place, text[:32000], bold if row == len(lines) else cell)


def _explained(column: Column) -> tuple[str, ...]:
    """A column's line on the 填表说明 sheet."""
    choices = "、".join(label for _, label in column.choices)
    return (
        column.label,
        "是" if column.required else "",
        hint(column),
        choices,
        "是" if column.personal else "",
    )
