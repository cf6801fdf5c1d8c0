"""The rows that a figure counts: page by page on screen, or all of them as a sheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter
from django.db.models import Model, QuerySet

from fazhi.board.columns import Column, columns_of, fetched
from fazhi.figures.api import Figure, Scope, selection

MOST = 100_000  # rows of one sheet
CHUNK = 2000
WIDEST, NARROWEST = 40, 8


@dataclass(frozen=True)
class RowSet:
    """One measure of a figure: its name in the address, its label, and how many rows it has in the scope."""

    name: str
    label: str
    count: int


def row_sets(figure: Figure, scope: Scope) -> list[RowSet]:
    """The row sets of a figure that differ: 最长 of a limit is taken over the rows of its 分母."""
    found: list[RowSet] = []
    seen: list[object] = []
    for name, measure in figure.measures().items():
        key = (measure.rows, measure.base)
        if key not in seen:
            seen.append(key)
            found.append(RowSet(name, measure.label, rows_of(figure, name, scope).count()))
    return found


def rows_of(figure: Figure, name: str, scope: Scope) -> QuerySet[Model]:
    """The rows of one measure, as the scope's person may see them."""
    measure = figure.measures()[name]
    return selection(measure.rows, scope.base() if measure.base else scope)


def write_sheet(rows: QuerySet[Any], title: str) -> IO[bytes]:
    """An .xlsx in a temporary file, rows by the chunk: memory does not grow with their number."""
    columns = columns_of(rows.model)
    file = TemporaryFile(suffix=".xlsx")  # noqa: SIM115 the response closes it
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    sheet = book.add_worksheet(title[:31])
    head = book.add_format({"bold": True, "bg_color": "#E8EEF7", "border": 1})
    for at, column in enumerate(columns):
        sheet.set_column(at, at, max(NARROWEST, min(WIDEST, len(column.label) * 2 + 4)))
        sheet.write_string(0, at, column.label, head)
    sheet.freeze_panes(1, 0)
    for line, cells in enumerate(_cells(rows, columns), start=1):
        for at, text in enumerate(cells):
            if text:
                sheet.write_string(line, at, text)
    book.close()
    file.seek(0)
    return file


def _cells(rows: QuerySet[Any], columns: list[Column]) -> Iterator[list[str]]:
    for row in fetched(rows.order_by("pk")).iterator(CHUNK):
        yield [column.read(row) for column in columns]


def file_name(*parts: str) -> str:
    """A name that every system can store."""
    joined = "_".join(part for part in parts if part)
    return "".join("_" if ch in '\\/:*?"<>|' else ch for ch in Path(joined).name) + ".xlsx"
