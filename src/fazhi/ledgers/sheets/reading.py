"""Reads a filled-in ledger row by row, with what is wrong in each cell. Called by imports."""

from collections.abc import Generator, Iterator
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import Any

from .addresses import cell_name, column_letters
from .amounts import Cell, Unclear
from .furniture import reason_to_skip
from .guard import Child
from .header import Match, find_header, likeliest_row, unit_above
from .layout import CellError, Layout, Limits, SheetProblem, SheetRow, SkippedRow
from .look import GUIDE, MARK
from .values import Reader, raw_text

_MOST_SKIPPED = 1000


class Reading(Iterator[SheetRow]):
    """The rows of one sheet, read as they are asked for; close it if it is not read to the end.

    `sheet` is its name, `header_row` the Excel row of its header, `columns` the letters of each column found,
    `from_export` whether this system wrote the file for this layout (only then are ids to be trusted).
    `notes` are Chinese sentences for the user; `skipped` (at most 1,000) and `skipped_count` are complete
    when the rows are exhausted, as is `blank_count`, the blank rows between data.
    """

    def __init__(self, child: Child, layout: Layout, sheet: dict[str, Any], match: Match, from_export: bool) -> None:
        self._child, self._match = child, match
        self.layout, self.sheet, self.header_row = layout, str(sheet["name"]), match.data
        self.columns = {name: column_letters(place + 1) for name, (place, _) in match.columns.items()}
        self.from_export = from_export
        self.notes: list[str] = []
        self.skipped: list[SkippedRow] = []
        self.skipped_count = 0
        self.blank_count = 0
        unit = "" if from_export else unit_above(sheet["head"], match)
        self._readers = [
            (
                name,
                place,
                self.columns[name],
                Reader(layout.column(name), f"{header}{'' if '元' in header else unit}"),
            )
            for name, (place, header) in match.columns.items()
        ]
        self._headers = dict(match.columns.values())
        self._flaws: dict[str, str] = {}
        self._hidden: set[int] = set()
        self._rows = self._read()

    def __iter__(self) -> "Reading":
        return self

    def __next__(self) -> SheetRow:
        return next(self._rows)

    def __enter__(self) -> "Reading":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the reading process; reading on gives nothing more."""
        self._rows.close()
        self._child.close()

    def _read(self) -> Generator[SheetRow, None, None]:
        expected = self._match.data
        hidden: list[int] = []
        try:
            while "end" not in (frame := self._child.hear()):
                self._flaws |= frame.get("flaws", {})
                self._hidden |= set(frame.get("hidden", ()))
                for place, cells in frame.get("rows", ()):
                    self.blank_count += place - expected
                    expected = place + 1
                    row = [revived(cell) for cell in cells]
                    reason = reason_to_skip(row, self._match, self._headers)
                    if reason is None:
                        if place + 1 in self._hidden:
                            hidden.append(place + 1)
                        yield self._row(place + 1, row)
                    else:
                        self._skip(place + 1, row, reason)
            if hidden:
                self.notes.append(_of_hidden(hidden))
        finally:
            self._child.close()

    def _skip(self, number: int, row: list[Cell], reason: str) -> None:
        self.skipped_count += 1
        if len(self.skipped) < _MOST_SKIPPED:
            text = " ".join(part for cell in row if (part := raw_text(cell).strip()))
            self.skipped.append(SkippedRow(number, reason, text[:80]))

    def _row(self, number: int, row: list[Cell]) -> SheetRow:
        values: dict[str, object] = {}
        raw: dict[str, str] = {}
        errors = []
        for name, place, letters, reader in self._readers:
            cell = row[place] if place < len(row) else ""
            raw[name] = cell if isinstance(cell, str) else raw_text(cell)
            try:
                if self._flaws and cell == "":
                    self._refuse_flaw(f"{letters}{number}")
                values[name] = reader.value(cell)
            except Unclear as unclear:
                errors.append(CellError(name, f"{letters}{number}", raw[name], str(unclear)))
        return SheetRow(number, values, raw, tuple(errors), self._id(row), self.columns)

    def _refuse_flaw(self, address: str) -> None:
        if (flaw := self._flaws.get(address)) is None:
            return
        if flaw:
            raise Unclear(f"这一格是错误值 {flaw}，请改正公式，或直接填写内容。")
        raise Unclear("这一格的公式没有保存计算结果，请用 Excel 打开并保存后再上传，或直接填写内容。")

    def _id(self, row: list[Cell]) -> str | None:
        place = self._match.id_place
        if place is None or place >= len(row):
            return None
        return raw_text(row[place]).strip() or None


def _of_hidden(rows: list[int]) -> str:
    listed = "、".join(map(str, rows[:10])) + ("等" if len(rows) > 10 else "")
    return f"第{listed}行在表中是隐藏的（如筛选后未显示），共{len(rows)}行，也已读入；不需要的请删去后重新上传。"


def revived(cell: Any) -> Cell:
    """A cell as the reading process sent it: dates come as ["d", ...], moments as ["m", ...]."""
    if isinstance(cell, list):
        mark, text = cell
        return date.fromisoformat(text) if mark == "d" else datetime.fromisoformat(text)
    return cell  # type: ignore[no-any-return]  # JSON gives str, bool, int or float here


def read_sheet(path: Path, layout: Layout, *, limits: Limits | None = None) -> Reading:
    """Open an untidy .xlsx, .xls, .ods or .csv, choose the sheet whose header fits best, and give its rows.

    The file is opened only in a child process with limits on memory and time. Rows come as they are read.
    SheetProblem, also while iterating, when the file cannot be read, has no header of this layout, lacks a
    required column or exceeds the limits; what was yielded before must then be discarded.
    """
    child = Child(path, limits or Limits(), "reading", {})
    with ExitStack() as failing:
        failing.callback(child.close)  # whatever goes wrong before the rows are handed over
        sheets = child.hear()["sheets"]
        for sheet in sheets:
            sheet["head"] = [[revived(cell) for cell in row] for row in sheet["head"]]
        place, match = _chosen(sheets, layout)
        if missing := match.missing(layout):
            raise SheetProblem(_missing_sentence(sheets[place], match, missing_labels=[c.label for c in missing]))
        child.tell({"sheet": place, "start": match.data})
        from_export = any(_is_export(sheet, layout) for sheet in sheets)
        reading = Reading(child, layout, sheets[place], match, from_export)
        reading.notes.extend(_notes(sheets, place, match))
        failing.pop_all()
    return reading


def _chosen(sheets: list[dict[str, Any]], layout: Layout) -> tuple[int, Match]:
    """The visible sheet that names most columns, the first among equals."""
    found = [
        (place, match)
        for place, sheet in enumerate(sheets)
        if not sheet["hidden"] and (match := find_header(sheet["head"], sheet["merges"], layout))
    ]
    if found:
        return max(found, key=lambda pair: (-len(pair[1].missing(layout)), len(pair[1].columns), -pair[0]))
    visible = [sheet for sheet in sheets if not sheet["hidden"]]
    if not any(sheet["height"] for sheet in visible):
        raise SheetProblem("工作簿里没有内容，请检查是否上传了正确的文件。")
    expected = "、".join(column.label for column in layout.columns)
    seen = max((likeliest_row(sheet["head"]) for sheet in visible), key=len, default=[])
    raise SheetProblem(
        f"前30行里没有找到“{layout.title}”的表头。应有的列：{expected}；"
        f"文件里看到的是：{'、'.join(text[:20] for text in seen[:30]) or '空白'}。"
        "请用本系统的模板，或把列名改成上述名称。"
    )


def _missing_sentence(sheet: dict[str, Any], match: Match, *, missing_labels: list[str]) -> str:
    present = "、".join(header for _, header in match.columns.values())
    return (
        f"工作表“{sheet['name']}”第{match.row + 1}行的表头缺少必填的列：{'、'.join(missing_labels)}。"
        f"已认出的列：{present}。请补上缺少的列，或把列名改成上述名称后再上传。"
    )


def _is_export(sheet: dict[str, Any], layout: Layout) -> bool:
    return bool(sheet["hidden"] and sheet["head"] and sheet["head"][0][:3] == [MARK, layout.code, "导出"])


def _notes(sheets: list[dict[str, Any]], place: int, match: Match) -> Iterator[str]:
    if match.extra:
        yield f"表头中的“{'”“'.join(match.extra)}”不是本台账的列，没有读入。"
    if match.doubled:
        yield f"“{'”“'.join(match.doubled)}”在表头中出现不止一次，只读入最左边的一列。"
    others = [
        str(sheet["name"])
        for index, sheet in enumerate(sheets)
        if index != place and not sheet["hidden"] and sheet["height"] and sheet["name"] != GUIDE
    ]
    if others:
        yield f"读入的是工作表“{sheets[place]['name']}”，其他工作表没有读入：{'、'.join(others)}。"
    yield f"表头在第{match.row + 1}行，数据从第{match.data + 1}行开始（{cell_name(match.data + 1, 1)}）。"
