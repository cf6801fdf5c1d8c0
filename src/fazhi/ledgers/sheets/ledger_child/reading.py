"""The job of the reading process: tell the sheets, hear which one, send its rows in small frames."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from .container import kind_of
from .flaws import Flaws, flaws_of
from .plain_text import TextSheet
from .speech import Refusal, hear, is_blank, plain, say
from .workbook import HEAD_ROWS, Sheet, open_sheets

_FRAME_ROWS = 300
_FRAME_TEXT = 200_000


def work(path: Path, limits: dict[str, int], job: dict[str, Any]) -> None:
    """Frames: {"sheets": [...]}; after the answer {"flaws": {...}, "hidden": [...]}, {"rows": [...]}..., {"end": true}."""
    kind = kind_of(path, limits["file_bytes"], limits["unpacked_bytes"])
    sheets: list[Sheet | TextSheet]
    sheets = [TextSheet(path)] if kind == "text" else list(open_sheets(path, limits["sheets"]))
    say({"sheets": [_described(sheet, limits["columns"]) for sheet in sheets]})
    answer = hear()
    chosen, start = sheets[answer["sheet"]], answer["start"]
    sheets.clear()
    _refuse_long(chosen, start, limits["rows"])
    flaws = flaws_of(path, chosen.name) if kind == "zip" else Flaws()
    say({"flaws": flaws.cells, "hidden": flaws.hidden})
    for rows in _frames(chosen.filled(start), limits["columns"]):
        say({"rows": rows})
    say({"end": True})


def _described(sheet: Sheet | TextSheet, columns: int) -> dict[str, Any]:
    head = [_cells(row, columns) for row in islice(sheet.rows(), HEAD_ROWS)]
    return {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "height": sheet.height,
        "head": head,
        "merges": sheet.head_merges(),
    }


def _refuse_long(sheet: Sheet | TextSheet, start: int, most: int) -> None:
    """Count only when the sheet looks too long: rows may be blank."""
    if sheet.height - start > most and (count := sum(1 for _ in sheet.filled(start))) > most:
        raise Refusal(f"工作表“{sheet.name}”有{count}行数据，超过上限{most}行，请拆成几个文件分别上传。")


def _cells(row: list[Any], columns: int) -> list[Any]:
    """A row as JSON without its trailing blanks."""
    while row and is_blank(row[-1]):
        row.pop()
    if len(row) > columns:
        raise Refusal(f"表格超过{columns}列，请删除表格右侧多余的列后再上传。")
    return [plain(cell) for cell in row]


def _frames(rows: Iterator[tuple[int, list[Any]]], columns: int) -> Iterator[list[Any]]:
    frame: list[Any] = []
    size = 0
    for number, row in rows:
        cells = _cells(row, columns)
        frame.append([number, cells])
        size += sum(len(cell) for cell in cells if isinstance(cell, str))
        if len(frame) >= _FRAME_ROWS or size >= _FRAME_TEXT:
            yield frame
            frame, size = [], 0
    if frame:
        yield frame
