"""What a ledger looks like: columns, layouts, rows read, limits. Declared by domains, used here."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

Kind = Literal["text", "whole", "decimal", "money", "date", "moment", "flag", "choice", "percent", "code"]
"""What a cell becomes in Python:

text, code, choice  str (a choice gives its value, never its label)
whole               int
decimal             Decimal
money               Decimal in yuan with at most two decimals, whatever unit the sheet uses
percent             Decimal as a ratio: 18.5% is Decimal("0.185")
date                datetime.date
moment              datetime.datetime in Asia/Shanghai, to the second
flag                bool
An empty cell is None for every kind.
"""

Bound = int | Decimal | date

ID_KEY = "id"
"""The key of a row mapping that carries the row's stable id; no column may take this name."""

_SPACES = re.compile(r"[\s\u200b\u200c\u200d\ufeff*]+")


def tidy_header(text: str) -> str:
    """A header as it is compared: half-width, no spaces or asterisks, no closing colon, lower case."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", text)).rstrip(":").lower()


@dataclass(frozen=True)
class Column:
    """One column of a ledger.

    `label` is the Chinese header; `aliases` are other headers seen in practice; `note` is the prompt beside
    the cell. `choices` are (value, label) pairs. `check` returns a Chinese complaint or None. `least` and
    `most` bound numbers and dates in the unit of the Python value (money in yuan, percent as a ratio).
    A percent column that may exceed 100% must say so with `most`: a bare 1.2 is otherwise refused as unclear.
    A money label that names 万元 is written and read in ten thousand yuan; the Python value stays in yuan.
    """

    name: str
    label: str
    kind: Kind = "text"
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    note: str = ""
    max_length: int | None = None
    least: Bound | None = None
    most: Bound | None = None
    check: Callable[[str], str | None] | None = None
    personal: bool = False

    def __post_init__(self) -> None:
        if self.name == ID_KEY or not self.name or not self.label:
            raise ValueError(f"column {self.name!r}: a name other than {ID_KEY!r} and a label are required")
        if self.kind not in get_args(Kind):
            raise ValueError(f"column {self.name!r}: unknown kind {self.kind!r}")
        if (self.kind == "choice") != bool(self.choices):
            raise ValueError(f"column {self.name!r}: choices belong to kind 'choice' and only to it")
        if len({tidy_header(label) for _, label in self.choices}) != len(self.choices):
            raise ValueError(f"column {self.name!r}: two choices share a label")


@dataclass(frozen=True)
class Layout:
    """A ledger: its stable `code`, the `title` above the table, its columns, notes for whoever fills it in.

    `key` names the columns that together identify a row where it has no id.
    """

    code: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        labels = [tidy_header(column.label) for column in self.columns]
        if not names or len(set(names)) != len(names) or len(set(labels)) != len(labels):
            raise ValueError(f"layout {self.code!r}: columns need distinct names and labels")
        if unknown := set(self.key) - set(names):
            raise ValueError(f"layout {self.code!r}: key names unknown columns {sorted(unknown)}")

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def id_label(self) -> str:
        """Header of the stable id: 编号, or 系统编号 where the ledger has a column of its own called 编号."""
        headers = {tidy_header(text) for column in self.columns for text in (column.label, *column.aliases)}
        return "系统编号" if "编号" in headers else "编号"


@dataclass(frozen=True)
class Limits:
    """How much of a file is accepted, and what reading it may cost. Sizes in bytes, time in seconds."""

    file_bytes: int = 50 * 1024 * 1024
    unpacked_bytes: int = 1024 * 1024 * 1024
    rows: int = 200_000
    columns: int = 300
    sheets: int = 60
    child_memory: int = 2 * 1024 * 1024 * 1024
    seconds: int = 120


@dataclass(frozen=True)
class CellError:
    """One cell that cannot be taken as it is: `column` is the column's name, `cell` its address (C7)."""

    column: str
    cell: str
    raw: str
    message: str


@dataclass(frozen=True)
class SkippedRow:
    """A row that was not data, why (Chinese), and the beginning of what it said."""

    number: int
    reason: str
    text: str


@dataclass(frozen=True)
class SheetRow:
    """One data row. `number` is the row number Excel shows; `values` and `raw` are keyed by column name.

    Columns absent from the sheet are absent from both. A cell in error is in `raw` but not in `values`.
    """

    number: int
    values: dict[str, object]
    raw: dict[str, str]
    errors: tuple[CellError, ...] = ()
    id: str | None = None
    letters: Mapping[str, str] = field(default_factory=dict)

    def cell(self, name: str) -> str:
        """Address of a column's cell in this row, such as C7; KeyError if the sheet has no such column."""
        return f"{self.letters[name]}{self.number}"


class SheetProblem(Exception):
    """A file that cannot be read or written at all; the message is a Chinese sentence for the user."""
