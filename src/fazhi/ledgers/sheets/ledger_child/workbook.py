"""Sheets of an .xlsx, .xls or .ods through calamine: heads, rows, merged cells filled down."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from .container import locked
from .speech import Refusal, is_blank

HEAD_ROWS = 40
_MOST_MERGES = 200_000


class Sheet:
    """One worksheet; rows and columns count from 0."""

    def __init__(self, name: str, hidden: bool, inner: CalamineSheet) -> None:
        self.name, self.hidden, self._inner = name, hidden, inner
        self.height = inner.end[0] + 1 if inner.end else 0
        self.cells = inner.height * inner.width if inner.start else 0
        self._left = inner.start[1] if inner.start else 0
        self.merges = list(inner.merged_cell_ranges or [])[:_MOST_MERGES]

    def rows(self) -> Iterator[list[Any]]:
        """Every row from the sheet's first, blank ones included, as calamine gives it."""
        if not self._inner.start:
            return
        pad = [""] * self._left
        for row in self._inner.iter_rows():
            yield pad + list(row)

    def head_merges(self) -> list[list[int]]:
        """Merged ranges that begin in the head, as [top, left, bottom, right]."""
        return [[*first, *last] for first, last in self.merges if first[0] < HEAD_ROWS][:2000]

    def filled(self, start: int) -> Iterator[tuple[int, list[Any]]]:
        """(row, cells) of rows from `start` that hold something of their own; merged values fill downwards.

        A range merged across columns fills only its first one. A row with nothing but filled cells is blank.
        """
        openings: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for (top, left), (bottom, _) in self.merges:
            if bottom > top >= start:
                openings[top].append((left, bottom))
        active: dict[int, tuple[int, Any]] = {}
        for number, row in enumerate(self.rows()):
            if number < start or (all(map(is_blank, row)) and number not in openings):
                continue
            for left, bottom in openings.get(number, ()):
                if left < len(row):
                    active[left] = (bottom, row[left])
            if not all(map(is_blank, row)):
                yield number, _fill(row, number, active)


def _fill(row: list[Any], number: int, active: dict[int, tuple[int, Any]]) -> list[Any]:
    for left, (bottom, value) in list(active.items()):
        if number > bottom:
            del active[left]
        elif is_blank(row[left]):
            row[left] = value
    return row


def open_sheets(path: Path, most_sheets: int) -> list[Sheet]:
    """All worksheets. Refusal when the file is locked, damaged or has too many."""
    try:
        with path.open("rb") as file:
            workbook = CalamineWorkbook.from_object(file)
        described = [meta for meta in workbook.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
        if len(described) > most_sheets:
            raise Refusal(f"文件有{len(described)}张工作表，超过上限{most_sheets}张，请只保留要上传的工作表。")
        return [
            Sheet(meta.name, meta.visible != SheetVisibleEnum.Visible, workbook.get_sheet_by_name(meta.name))
            for meta in described
        ]
    except PasswordError:
        raise locked() from None
    except CalamineError as error:
        raise Refusal(f"文件打不开，可能已损坏。请用 Excel 打开后另存为 .xlsx 再上传。（{str(error)[:80]}）") from None
