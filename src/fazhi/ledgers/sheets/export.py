"""A ledger full of rows, which reads back as it was written; streams, so memory stays small. For exports."""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from .amounts import money_unit
from .dates import LOCAL
from .layout import ID_KEY, Column, Layout, SheetProblem
from .look import HEADER_ROW, Book, finish, open_workbook
from .values import CUT, tidy_text

_LONGEST_CELL = 32_767
_MOST_ROWS = 1_048_576 - HEADER_ROW - 1
_FIRST_DAY = date(1900, 3, 1)
"""Excel believes in 29 February 1900; earlier days are written as text."""

_FORBIDDEN = re.compile("[\ufffe\uffff]")
_EVERY = 1000

Progress = Callable[[int], None]
"""Told the number of rows done, every thousand rows and at the end."""


def write_rows(
    layout: Layout, rows: Iterable[Mapping[str, object]], path: Path, *, progress: Progress | None = None
) -> int:
    """Write rows (keyed by column name, their stable id under "id") as .xlsx; gives the number of rows.

    Naive moments are taken as Beijing time. Equal rows give equal bytes. A text longer than a cell is cut and
    says so; such a cell is refused on re-import. The file appears whole or not at all. SheetProblem beyond
    the rows that Excel holds; OSError if it cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        workbook = open_workbook(part, layout, streaming=True)
        try:
            count = _fill(Book(workbook, layout, with_id=True), rows, progress)
        finally:
            finish(workbook)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return count


def _fill(book: Book, rows: Iterable[Mapping[str, object]], progress: Progress | None) -> int:
    layout, count = book.layout, 0
    writers = [
        (place, column.name, _Writer(book, column)) for place, column in enumerate(layout.columns, book.first_column)
    ]
    for count, row in enumerate(rows, 1):
        if count > _MOST_ROWS:
            raise SheetProblem(f"一张工作表最多放{_MOST_ROWS}行，请先筛选再导出。")
        line = HEADER_ROW + count
        if (stable := row.get(ID_KEY)) is not None:
            book.sheet.write_string(line, 0, str(stable), book.formats["code"])
        for place, name, writer in writers:
            if (value := row.get(name)) is not None:
                writer.write(line, place, value)
        if progress and count % _EVERY == 0:
            progress(count)
    book.sheet.autofilter(HEADER_ROW, 0, HEADER_ROW + count, len(layout.columns))
    book.add_guide()
    book.add_dictionary("导出")
    if progress:
        progress(count)
    return count


def _clean(text: str) -> str:
    """Text that XML can carry and one cell can hold. Excel counts UTF-16 units."""
    sound = _FORBIDDEN.sub("", tidy_text(text)).encode("utf-8", "replace").decode()
    units = sound.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST_CELL:
        return sound
    ending = CUT.format(len(sound))
    return units[: 2 * (_LONGEST_CELL - len(ending))].decode("utf-16-le", "ignore") + ending


def _fits_number(value: Decimal) -> bool:
    """Whether a stored number gives the same decimal back: 15 significant digits."""
    return value.is_finite() and len(value.normalize().as_tuple().digits) <= 15


class _Writer:
    """Writes the values of one column."""

    def __init__(self, book: Book, column: Column) -> None:
        self._sheet, self._format = book.sheet, book.formats[column.kind]
        self._labels = dict(column.choices)
        self._unit = money_unit(column.label)
        self._most = (
            max(Decimal(1), Decimal(str(column.most))) if column.kind == "percent" and column.most else Decimal(1)
        )
        writers: dict[str, Callable[[int, int, Any], None]] = {
            "whole": self._number,
            "decimal": self._number,
            "money": self._money,
            "percent": self._percent,
            "date": self._date,
            "moment": self._moment,
            "flag": self._flag,
            "choice": self._choice,
        }
        self.write = writers.get(column.kind, self._text)

    def _text(self, row: int, place: int, value: object) -> None:
        if text := _clean(str(value)):
            self._sheet.write_string(row, place, text, self._format)

    def _flag(self, row: int, place: int, value: object) -> None:
        self._sheet.write_string(row, place, "是" if value else "否", self._format)

    def _choice(self, row: int, place: int, value: object) -> None:
        self._text(row, place, self._labels.get(str(value), value))

    def _number(self, row: int, place: int, value: object) -> None:
        number = Decimal(str(value))
        if _fits_number(number):
            self._sheet.write_number(row, place, float(number), self._format)
        else:
            self._text(row, place, f"{number:f}")

    def _money(self, row: int, place: int, value: object) -> None:
        self._number(row, place, Decimal(str(value)) / self._unit)

    def _percent(self, row: int, place: int, value: object) -> None:
        ratio = Decimal(str(value))
        if abs(ratio) <= self._most and _fits_number(ratio):
            self._sheet.write_number(row, place, float(ratio), self._format)
        else:
            self._text(row, place, f"{ratio.scaleb(2):f}%")

    def _date(self, row: int, place: int, value: object) -> None:
        if isinstance(value, datetime):
            value = _local(value).date()
        self._day(row, place, value)

    def _moment(self, row: int, place: int, value: object) -> None:
        self._day(row, place, _local(value).replace(microsecond=0) if isinstance(value, datetime) else value)

    def _day(self, row: int, place: int, value: object) -> None:
        day = value.date() if isinstance(value, datetime) else value
        if isinstance(day, date) and day >= _FIRST_DAY:
            self._sheet.write_datetime(row, place, value, self._format)
        else:
            self._text(row, place, value)


def _local(moment: datetime) -> datetime:
    """Beijing wall-clock time without a zone."""
    return moment.astimezone(LOCAL).replace(tzinfo=None) if moment.tzinfo else moment
