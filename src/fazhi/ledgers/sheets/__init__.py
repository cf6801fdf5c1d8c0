"""Excel ledgers (台账) out and in, without a database: declare a Layout, write it, read it back. The door."""

from .addresses import cell_name, file_digest
from .export import Progress, write_rows
from .layout import (
    ID_KEY,
    CellError,
    Column,
    Kind,
    Layout,
    Limits,
    SheetProblem,
    SheetRow,
    SkippedRow,
)
from .marking import mark_errors
from .reading import Reading, read_sheet
from .template import write_template

__all__ = [
    "ID_KEY",
    "CellError",
    "Column",
    "Kind",
    "Layout",
    "Limits",
    "Progress",
    "Reading",
    "SheetProblem",
    "SheetRow",
    "SkippedRow",
    "cell_name",
    "file_digest",
    "mark_errors",
    "read_sheet",
    "write_rows",
    "write_template",
]
