"""A list on the screen as an .xlsx file of the same columns. Every list page calls it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from django.http import FileResponse
from django.utils import timezone

from fazhi.ledgers.sheets import Column, Layout, write_rows

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS = 50_000


def list_as_sheet(title: str, columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> FileResponse:
    """`rows` give their values in the order of `columns`; the file is named by the title and the day."""
    layout = Layout("list", title, tuple(columns))
    names = [column.name for column in columns]
    keyed: Iterator[dict[str, object]] = (dict(zip(names, row, strict=True)) for row in rows)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        write_rows(layout, keyed, path)
        content = path.open("rb")  # stays readable after the folder is gone; the response closes it
    return attachment(content, f"{title}{timezone.localdate():%Y%m%d}.xlsx")


def attachment(content: IO[bytes], name: str) -> FileResponse:
    return FileResponse(content, as_attachment=True, filename=name, content_type=XLSX)
