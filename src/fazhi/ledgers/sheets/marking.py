"""Gives a user their own sheet back with the cells in error marked. Called by imports after reading."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain, islice
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol

from .guard import Child
from .layout import CellError, Layout, Limits
from .look import finish

_MOST_MARKED = 20_000
_HEADINGS = ("行号", "单元格", "列名", "原内容", "怎么改")
_WIDTHS = (8, 10, 24, 30, 80)


def mark_errors(
    original: Path,
    errors: Iterable[CellError],
    out: Path,
    *,
    sheet: str | None = None,
    header_row: int | None = None,
    layout: Layout | None = None,
    limits: Limits | None = None,
) -> bool:
    """Write to `out` a copy of the user's workbook with red cells, comments, a 错误说明 column and a summary.

    `sheet` and `header_row` are those of the Reading (else the first visible sheet, and the row above the first
    error); `layout` lends its labels. Drop-downs and hidden sheets stay; macros and charts do not. Marks of an
    earlier round are taken away. True for such a copy; False when the file is not .xlsx, has more than 20,000
    rows or 500,000 cells, or 20,000 errors: then `out` is a new .xlsx that lists the cells instead.
    `out` appears whole or not at all. SheetProblem when the original cannot be read.
    """
    labels = {column.name: column.label for column in layout.columns} if layout else {}
    rest = iter(errors)
    first = list(islice(rest, _MOST_MARKED + 1))
    part = out.with_name(out.name + ".part.xlsx")
    try:
        few = len(first) <= _MOST_MARKED
        heading = header_row or max(1, min((_row(error) for error in first), default=2) - 1)
        marked = few and _mark(original, first, part, sheet, heading, labels, limits or Limits())
        if not marked:
            _write_list(original, chain(first, rest), part, labels)
        os.replace(part, out)
    finally:
        part.unlink(missing_ok=True)
    return marked


def _row(error: CellError) -> int:
    return int(xl_cell_to_rowcol(error.cell)[0]) + 1


def _mark(
    original: Path,
    errors: list[CellError],
    out: Path,
    sheet: str | None,
    header_row: int,
    labels: dict[str, str],
    limits: Limits,
) -> bool:
    job = {
        "out": str(out.resolve()),
        "sheet": sheet,
        "header_row": header_row,
        "labels": labels,
        "errors": [asdict(error) for error in errors],
    }
    with Child(original, limits, "marking", job) as child:
        return bool(child.hear()["marked"])


def _write_list(original: Path, errors: Iterator[CellError], out: Path, labels: dict[str, str]) -> None:
    workbook = xlsxwriter.Workbook(str(out), {"constant_memory": True, "strings_to_urls": False})
    try:
        listed = workbook.add_worksheet("错误清单")
        bold = workbook.add_format({"bold": True, "bg_color": "#DDEBF7"})
        for place, width in enumerate(_WIDTHS):
            listed.set_column(place, place, width)
        listed.write_string(0, 0, f"“{original.name}”中需要改正的单元格。请在原文件中逐一改正后重新上传。")
        listed.freeze_panes(2, 0)
        for place, text in enumerate(_HEADINGS):
            listed.write_string(1, place, text, bold)
        for line, error in enumerate(islice(errors, 1_000_000), 2):
            listed.write_number(line, 0, _row(error))
            words = (error.cell, labels.get(error.column, error.column), error.raw[:500], error.message)
            for place, text in enumerate(words, 1):
                listed.write_string(line, place, text)
    finally:
        finish(workbook)
