"""The structured official document that every renderer of this room takes; built by reports and letters."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import cast

_LINK = re.compile(r"(https?://|/(?!/)|#)\S+\Z")
_LONGEST_TITLE = 200
_CODE = re.compile(r"[\w.·-]{1,40}\Z")


class BadDocument(ValueError):
    """A document that cannot be rendered; the message is one Chinese sentence saying what to change."""


def printable(text: str) -> str:
    """Text as paper can carry it: a tab or line feed is a space; control and bidi characters are gone.

    XML cannot hold them, and a direction mark would let a text read otherwise than it is stored.
    """
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp"):
        return " " if character.isspace() else ""
    return "" if category in ("Cf", "Cs") or _noncharacter(ord(character)) else character


def _noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _tidy(owner: object, *names: str) -> None:
    for name in names:
        value = getattr(owner, name)
        if isinstance(value, str):
            object.__setattr__(owner, name, printable(value))
        elif isinstance(value, tuple):
            object.__setattr__(owner, name, tuple(printable(part) for part in value))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `figure` binds it to a figure's code (F006), `href` where it opens."""

    text: str
    figure: str | None = None
    href: str | None = None
    bold: bool = False

    def __post_init__(self) -> None:
        _tidy(self, "text")
        if self.figure is not None and not _CODE.match(self.figure):
            raise BadDocument(f"指标编号“{printable(self.figure)}”不合规则，请只用字母、汉字、数字、点、间隔号和短横。")
        if self.href is not None and not _LINK.match(self.href):
            raise BadDocument(f"链接“{printable(self.href)}”不能使用，请以 http://、https://、/ 或 # 开头。")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 一、, 2 (一), 3 1., 4 (1). The number is part of the text."""

    level: int
    runs: tuple[Run, ...]

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3, 4):
            raise BadDocument(f"标题层次只有一至四级，现为 {self.level}，请改正。")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A body paragraph, first line indented two characters."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its rows as long as its head. A cell is text, or a run where it is bound to a figure."""

    caption: str | None
    head: tuple[str, ...]
    rows: tuple[tuple[Run | str, ...], ...]

    def __post_init__(self) -> None:
        _tidy(self, "caption", "head")
        if not self.head:
            raise BadDocument("表格没有表头，请至少写一列。")
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.head):
                raise BadDocument(f"表格第 {number} 行有 {len(row)} 格，表头有 {len(self.head)} 列，请补齐或删去。")

        cells = tuple(tuple(cell if isinstance(cell, Run) else Run(cell) for cell in row) for row in self.rows)
        object.__setattr__(self, "rows", cells)

    @property
    def cells(self) -> tuple[tuple[Run, ...], ...]:
        """The rows with every cell as a run."""
        return cast(tuple[tuple[Run, ...], ...], self.rows)


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One official document in the parts of GB/T 9704-2012; a part that is None or empty is not set.

    A line feed in `title` is a line break chosen by the author; otherwise the renderers balance the lines.
    """

    title: str
    blocks: tuple[Block, ...]
    issuer: str | None = None
    dated: date | None = None
    addressee: str | None = None
    number: str | None = None
    red_head: str | None = None
    signer: str | None = None
    copies_to: str | None = None
    printed_by: str | None = None
    printed_on: date | None = None
    attachments: tuple[str, ...] = field(default=())
    notes: str | None = None
    draft: bool = False
    draft_mark: str = "征求意见稿"

    def __post_init__(self) -> None:
        title = "\n".join(part.strip() for part in map(printable, self.title.split("\n")) if part.strip())
        if not title:
            raise BadDocument("公文没有标题，请先写标题。")
        if len(title) > _LONGEST_TITLE:
            raise BadDocument(f"标题有 {len(title)} 字，超过 {_LONGEST_TITLE} 字，请压缩。")
        object.__setattr__(self, "title", title)
        _tidy(self, "issuer", "addressee", "number", "red_head", "signer", "copies_to", "printed_by")
        _tidy(self, "attachments", "notes", "draft_mark")

    @property
    def plain_title(self) -> str:
        """The title on one line."""
        return self.title.replace("\n", "")


def runs(*parts: Run | str) -> tuple[Run, ...]:
    """Runs from strings and runs: `runs("办理", Run("6", figure="F006"), "件。")`."""
    return tuple(part if isinstance(part, Run) else Run(part) for part in parts)


def heading(level: int, *parts: Run | str) -> Heading:
    return Heading(level, runs(*parts))


def paragraph(*parts: Run | str) -> Paragraph:
    return Paragraph(runs(*parts))


def figures(document: Document) -> tuple[str, ...]:
    """The codes of the figures that the document's runs are bound to, in reading order, each once."""
    return tuple(dict.fromkeys(run.figure for run in _all_runs(document) if run.figure is not None))


def _all_runs(document: Document) -> Iterator[Run]:
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.cells:
                yield from row
        else:
            yield from block.runs
