"""An empty ledger for people to fill in. Called by the desk and by the `fazhi` command."""

import os
from pathlib import Path

from .layout import Layout
from .look import Book, finish, open_workbook


def write_template(layout: Layout, path: Path) -> None:
    """Write an empty .xlsx with drop-downs, prompts and a 填表说明 sheet; equal layouts give equal bytes.

    The file appears whole or not at all. OSError if it cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        workbook = open_workbook(part, layout, streaming=False)
        book = Book(workbook, layout, with_id=False)
        book.add_guide()
        book.add_dictionary("模板")
        finish(workbook)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
