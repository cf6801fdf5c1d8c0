"""Names of cells and files: A1 addresses and digests, for this package and for imports that keep origins."""

import hashlib
from pathlib import Path


def column_letters(column: int) -> str:
    """Letters of a column counted from 1: 1 is A, 28 is AB. ValueError below 1."""
    if column < 1:
        raise ValueError(f"columns count from 1, not {column}")
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Address as Excel shows it; row and column count from 1, so (7, 3) is C7. ValueError below 1."""
    if row < 1:
        raise ValueError(f"rows count from 1, not {row}")
    return f"{column_letters(column)}{row}"


def file_digest(path: Path) -> str:
    """SHA-256 of the file's bytes, 64 hexadecimal digits. OSError if the file cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
