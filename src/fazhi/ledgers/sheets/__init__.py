"""Excel ledgers (台账) out and in, without a database: declare a Layout, write it, read it back. The door."""

from .addresses import cell_name, file_digest
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

__all__ = [
    "ID_KEY",
    "CellError",
    "Column",
    "Kind",
    "Layout",
    "Limits",
    "SheetProblem",
    "SheetRow",
    "SkippedRow",
    "cell_name",
    "file_digest",
]
