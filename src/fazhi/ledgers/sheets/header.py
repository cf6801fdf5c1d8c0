"""Finds a layout's header in the first rows of a sheet, in any order, over one to three rows. For reading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .amounts import Cell, squeezed
from .layout import Column, Layout, tidy_header
from .values import raw_text

SEARCHED_ROWS = 30
"""The header must begin within these rows."""

REMARKS = "错误说明"
"""The column that marking adds; never read."""

_DEEPEST = 3
_SILENT = frozenset({"序号", "行号", "no.", "no", tidy_header(REMARKS)})
"""Headers of no content, left out of the notes."""

_UNIT = re.compile(r"单位:([千万亿]元)")
_BRACKETS = re.compile(r"[(\[【〔<].*?[)\]】〕>]")


@dataclass(frozen=True)
class Match:
    """Where the header lies: rows counted from 0, data from `data`; columns by name as (place, header)."""

    row: int
    data: int
    columns: dict[str, tuple[int, str]]
    id_place: int | None
    extra: tuple[str, ...]
    doubled: tuple[str, ...]

    def missing(self, layout: Layout) -> list[Column]:
        """Required columns that the header lacks."""
        return [column for column in layout.columns if column.required and column.name not in self.columns]


def _names_of(layout: Layout) -> tuple[dict[str, str], dict[str, str]]:
    """Header to column name, exact and without what stands in brackets; a shared short form is nobody's."""
    exact: dict[str, str] = {}
    for column in layout.columns:
        exact.setdefault(tidy_header(column.label), column.name)
    for column in layout.columns:
        for text in (*column.aliases, column.name):
            exact.setdefault(tidy_header(text), column.name)
    short: dict[str, set[str]] = {}
    for text, name in exact.items():
        short.setdefault(_BRACKETS.sub("", text), set()).add(name)
    return exact, {text: names.pop() for text, names in short.items() if text and len(names) == 1}


def fill_head(head: Sequence[Sequence[Cell]], merges: Sequence[Sequence[int]]) -> list[list[str]]:
    """The head as text, every merged range filled with its first cell."""
    rows = [[raw_text(cell) for cell in row] for row in head]
    for top, left, bottom, right in merges:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top : bottom + 1]:
            row.extend([""] * (min(right, left + 500) + 1 - len(row)))
            row[left : right + 1] = [rows[top][left]] * (min(right, left + 500) + 1 - left)
    return rows


def _texts(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    """The different texts of one column in the header rows, from the top."""
    found: list[str] = []
    for row in rows:
        text = tidy_header(row[place]) if place < len(row) else ""
        if text and text not in found:
            found.append(text)
    return found


def _match_rows(head: list[list[str]], row: int, depth: int, layout: Layout) -> Match:
    exact, short = _names_of(layout)
    rows = head[row : row + depth]
    columns: dict[str, tuple[int, str]] = {}
    extra: list[str] = []
    doubled: list[str] = []
    id_place: int | None = None
    for place in range(max(map(len, rows), default=0)):
        texts = _texts(rows, place)
        candidates = ["".join(texts), *texts[-1:]]
        name = _first(exact, candidates) or _first(short, [_BRACKETS.sub("", text) for text in candidates])
        if layout.id_label in candidates and id_place is None:
            id_place = place
        elif name is not None and name not in columns:
            columns[name] = (place, "".join(texts))
        elif texts and not _SILENT.intersection(texts):
            (extra if name is None else doubled).append(texts[-1])
    return Match(row, row + depth, columns, id_place, tuple(extra), tuple(doubled))


def _first(names: dict[str, str], candidates: list[str]) -> str | None:
    return next((names[text] for text in candidates if text in names), None)


def find_header(head: Sequence[Sequence[Cell]], merges: Sequence[Sequence[int]], layout: Layout) -> Match | None:
    """The best header, or None when no row names at least two columns (or the only one).

    More columns win; among equals the header of fewer rows, then the upper one. Data begin below the header
    and below every merged cell that starts in it.
    """
    filled = fill_head(head, merges)
    best: Match | None = None
    for depth in range(1, _DEEPEST + 1):
        for row in range(min(SEARCHED_ROWS, len(filled)) + 1 - depth):
            match = _match_rows(filled, row, depth, layout)
            if best is None or len(match.columns) > len(best.columns):
                best = match
    if best is None or len(best.columns) < min(2, len(layout.columns)):
        return None
    places = {place for place, _ in best.columns.values()}
    bottoms = [
        bottom + 1
        for top, left, bottom, _ in merges
        if best.row <= top < best.data and left in places and bottom < best.row + _DEEPEST
    ]
    return Match(best.row, max([best.data, *bottoms]), best.columns, best.id_place, best.extra, best.doubled)


def unit_above(head: Sequence[Sequence[Cell]], match: Match) -> str:
    """The money unit written above the table, as in 单位：万元; empty if there is none."""
    above = (squeezed(cell) for row in head[: match.row] for cell in row if isinstance(cell, str))
    return next((found[1] for text in above if (found := _UNIT.search(text))), "")


def likeliest_row(head: Sequence[Sequence[Cell]]) -> list[str]:
    """The texts of the row that looks most like a header, to show a user what was found instead."""
    rows = [[raw_text(cell).strip() for cell in row if isinstance(cell, str) and cell.strip()] for row in head]
    return max(rows[:SEARCHED_ROWS], key=len, default=[])
