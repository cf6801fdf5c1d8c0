"""Marks the cells in error in a copy of the user's own workbook; drop-downs and hidden sheets stay."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.worksheet.worksheet import Worksheet

from .container import kind_of
from .speech import Refusal, say
from .workbook import open_sheets

REMARKS = "错误说明"
SUMMARY = "错误汇总"
_MARK = "【填报校验】"
_COLOUR = "FFFF9999"
_RED = PatternFill("solid", start_color=_COLOUR, end_color=_COLOUR)
_MOST_ROWS = 20_000
_MOST_CELLS = 500_000


def work(path: Path, limits: dict[str, int], job: dict[str, Any]) -> None:
    """Frame: {"marked": true}, or {"marked": false} for a file too big or not .xlsx, which is left alone."""
    if kind_of(path, limits["file_bytes"], limits["unpacked_bytes"]) != "zip" or not _is_small(path, limits):
        say({"marked": False})
        return
    workbook = load_workbook(path)
    name = job["sheet"] or next(sheet.title for sheet in workbook.worksheets if sheet.sheet_state == "visible")
    if name not in workbook.sheetnames:
        raise Refusal(f"文件里没有名为“{name}”的工作表，无法标出错误。")
    sheet = workbook[name]
    _clear(sheet)
    _mark_cells(sheet, job["errors"])
    _write_remarks(sheet, job["errors"], job["header_row"])
    if SUMMARY in workbook.sheetnames:
        del workbook[SUMMARY]
    _write_summary(workbook.create_sheet(SUMMARY), name, job["errors"], job["labels"])
    workbook.active = workbook.sheetnames.index(name)
    workbook.save(job["out"])
    say({"marked": True})


def _is_small(path: Path, limits: dict[str, int]) -> bool:
    with path.open("rb") as file:
        if file.read(2) != b"PK":
            return False
    sheets = open_sheets(path, limits["sheets"])
    return all(sheet.height <= _MOST_ROWS for sheet in sheets) and sum(s.cells for s in sheets) <= _MOST_CELLS


def _clear(sheet: Worksheet) -> None:
    """Take away what an earlier marking left, so that a corrected sheet comes back clean."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.has_style and cell.fill.start_color.rgb == _COLOUR:
                cell.fill = PatternFill()
            if isinstance(cell, Cell) and cell.comment is not None and _MARK in cell.comment.text:
                own = cell.comment.text.split(_MARK)[0].rstrip()
                cell.comment = Comment(own, cell.comment.author) if own else None


def _own_cell(sheet: Worksheet, address: str) -> Cell:
    """The cell, or the first cell of the merged range that covers it."""
    cell = sheet[address]
    if isinstance(cell, MergedCell):
        covering = next(area for area in sheet.merged_cells.ranges if address in area)
        return sheet.cell(covering.min_row, covering.min_col)
    return cell


def _mark_cells(sheet: Worksheet, errors: list[dict[str, str]]) -> None:
    messages: dict[str, list[str]] = defaultdict(list)
    for error in errors:
        cell = _own_cell(sheet, error["cell"])
        if error["message"] not in messages[cell.coordinate]:
            messages[cell.coordinate].append(error["message"])
    for address, said in messages.items():
        cell = sheet[address]
        cell.fill = _RED
        own = cell.comment.text.rstrip() + "\n" if cell.comment else ""
        comment = Comment(own + _MARK + "\n".join(said), "填报校验")
        comment.width, comment.height = 320, 60 + 18 * (sum(map(len, said)) // 20)
        cell.comment = comment


def _remarks_place(sheet: Worksheet, header_row: int) -> int:
    for cell in sheet[header_row]:
        if cell.value == REMARKS:
            for row in range(header_row + 1, sheet.max_row + 1):
                sheet.cell(row, cell.column).value = None
            return int(cell.column)
    return int(sheet.max_column) + 1


def _write_remarks(sheet: Worksheet, errors: list[dict[str, str]], header_row: int) -> None:
    by_row: dict[int, list[str]] = defaultdict(list)
    for error in errors:
        letters, row = coordinate_from_string(error["cell"])
        by_row[row].append(f"{letters}列：{error['message']}")
    place = _remarks_place(sheet, header_row)
    heading = sheet.cell(header_row, place, REMARKS)
    heading.font, heading.fill = Font(bold=True), _RED
    sheet.column_dimensions[heading.column_letter].width = 60
    for row, said in by_row.items():
        cell = sheet.cell(row, place, "".join(said))
        cell.alignment = Alignment(wrap_text=True, vertical="center")


def _write_summary(summary: Worksheet, name: str, errors: list[dict[str, str]], labels: dict[str, str]) -> None:
    rows = len({coordinate_from_string(error["cell"])[1] for error in errors})
    summary.append([f"共{rows}行、{len(errors)}处需要改正。改好后保存，直接重新上传本文件即可。"])
    summary.append(["单元格", "列名", "原内容", "怎么改"])
    for letters, width in zip("ABCD", (10, 24, 30, 80), strict=True):
        summary.column_dimensions[letters].width = width
        summary[f"{letters}2"].font = Font(bold=True)
    quoted = name.replace("'", "''")
    for line, error in enumerate(errors, 3):
        for place, text in enumerate(
            (error["cell"], labels.get(error["column"], error["column"]), error["raw"][:500], error["message"]), 1
        ):
            cell = summary.cell(line, place, text)
            cell.data_type = "s"
        summary.cell(line, 1).hyperlink = f"#'{quoted}'!{error['cell']}"
        summary.cell(line, 1).font = Font(color="FF0563C1", underline="single")
