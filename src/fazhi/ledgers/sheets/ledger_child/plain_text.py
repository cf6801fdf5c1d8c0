"""Comma- or tab-separated text in UTF-8, UTF-16 or GB18030, offered like a worksheet."""

import codecs
import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .speech import LONGEST_CELL, Refusal

_AS_TEXT = re.compile(r'="(.*)"')


class TextSheet:
    """A text file as the only sheet of a workbook; it has no merged cells."""

    name, hidden = "CSV", False

    def __init__(self, path: Path) -> None:
        self._path = path
        self._encoding = _encoding(path)
        self._delimiter = self._likely_delimiter()
        csv.field_size_limit(LONGEST_CELL)
        self.height = sum(1 for _ in self.rows())

    def _likely_delimiter(self) -> str:
        with self._path.open(encoding=self._encoding, newline="") as file:
            start = file.read(20_000)
        return max((",", "\t", ";", "|"), key=start.count)

    def rows(self) -> Iterator[list[Any]]:
        """Every record; ="0123", as people write to keep a zero, is 0123."""
        try:
            with self._path.open(encoding=self._encoding, newline="") as file:
                for row in csv.reader(file, delimiter=self._delimiter):
                    yield [_AS_TEXT.sub(r"\1", cell) if cell.startswith('="') else cell for cell in row]
        except csv.Error as error:
            raise Refusal(f"CSV 文件的引号或换行有误，请用 Excel 打开后另存为 .xlsx 再上传。（{error}）") from None

    def head_merges(self) -> list[list[int]]:
        """None."""
        return []

    def filled(self, start: int) -> Iterator[tuple[int, list[Any]]]:
        """(row, cells) of rows from `start` that hold something."""
        for number, row in enumerate(self.rows()):
            if number >= start and any(cell.strip() for cell in row):
                yield number, row


def _encoding(path: Path) -> str:
    """The first encoding in which the whole file can be read. Refusal if there is none."""
    with path.open("rb") as file:
        start = file.read(4)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            with path.open(encoding=encoding, newline="") as file:
                while file.read(1_000_000):
                    pass
        except UnicodeDecodeError:
            continue
        return encoding
    raise Refusal("认不出文件的文字编码，请用 Excel 打开后另存为 .xlsx 再上传。")
