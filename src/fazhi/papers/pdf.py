"""PDF of an official document, set by typst from one template; PDF/A-2b with bookmarks and links."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, cast

import typst

from fazhi.papers import measures
from fazhi.papers.document import Block, Document, Heading, Run, Table
from fazhi.papers.files import write_whole
from fazhi.papers.measures import chinese_date
from fazhi.papers.titles import balanced
from fazhi.papers.typefaces import TypeCase, Typefaces, typefaces

_TEMPLATE = Path(__file__).parent / "templates" / "official.typ"
_UNDATED = date(2000, 1, 1)
_HEADING_ROLES = {1: "hei", 2: "kai", 3: "body", 4: "body"}


@dataclass(frozen=True, slots=True)
class Pdf:
    """The bytes of a PDF and the characters no typeface at hand could show (printed as 〓)."""

    content: bytes
    missing: tuple[str, ...]


def write_pdf(document: Document, path: Path, *, fonts: Path | None = None) -> tuple[str, ...]:
    """Write the PDF in one step; returns the characters that could not be shown, empty when all is well."""
    made = render_pdf(document, fonts=fonts)
    write_whole(path, made.content)
    return made.missing


def render_pdf(document: Document, *, fonts: Path | None = None) -> Pdf:
    """The PDF in memory; `fonts` is the folder of the site's own typefaces. Same input, same bytes."""
    case = TypeCase(typefaces(fonts))
    paper = json.dumps(_paper(document, case), ensure_ascii=False)
    content = _press(fonts).print(paper, document.dated or document.printed_on or _UNDATED)
    return Pdf(content, tuple(case.absent))


class _Press:
    """A warm typst compiler; one thread at a time, since it keeps the last input."""

    def __init__(self, faces: Typefaces) -> None:
        self._lock = Lock()
        self._compiler = typst.Compiler(_TEMPLATE, root=_TEMPLATE.parent, font_paths=faces.fonts)

    def print(self, paper: str, day: date) -> bytes:
        stamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
        with self._lock:
            made = self._compiler.compile(
                format="pdf", sys_inputs={"paper": paper}, pdf_standards=["a-2b"], timestamp=stamp
            )
        return cast(bytes, made)


@lru_cache(maxsize=4)
def _press(fonts: Path | None) -> _Press:
    return _Press(typefaces(fonts))


def _paper(document: Document, case: TypeCase) -> dict[str, Any]:
    """The document as the template reads it: every text already sorted by the type case."""
    dated = chinese_date(document.dated) if document.dated else None
    day = document.dated or document.printed_on or _UNDATED
    return {
        "name": document.plain_title,
        "author": document.issuer or document.red_head or "",
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "families": case.typefaces.families,
        "sizes": _sizes(document),
        "title": [case.set(line, "title") for line in balanced(document.title)],
        "blocks": [_block(block, case) for block in document.blocks],
        "attachments": [case.set(line) for line in measures.attachment_lines(document.attachments)],
        "dated": dated and case.set(dated),
        "indents": measures.signature_indents(document.issuer or "", dated or ""),
        "printed": _printed(document, case),
        **_parts(document, case),
    }


def _sizes(document: Document) -> dict[str, float]:
    return {
        "body": measures.BODY_PT,
        "title": measures.TITLE_PT,
        "small": measures.SMALL_PT,
        "table": measures.TABLE_PT,
        "red-head": measures.red_head_pt(document.red_head or ""),
    }


def _parts(document: Document, case: TypeCase) -> dict[str, str | None]:
    parts = {
        "issuer": (document.issuer, "body"),
        "addressee": (measures.addressee_line(document.addressee), "body"),
        "number": (document.number, "body"),
        "red-head": (document.red_head, "title"),
        "signer": (document.signer, "kai"),
        "copies": (measures.copies_line(document.copies_to), "body"),
        "notes": (measures.notes_line(document.notes), "body"),
        "draft": (document.draft_mark if document.draft else None, "kai"),
    }
    return {name: text and case.set(text, role) for name, (text, role) in parts.items()}


def _printed(document: Document, case: TypeCase) -> list[str]:
    printed_on = f"{chinese_date(document.printed_on)}印发" if document.printed_on else None
    return [case.set(part) for part in (document.printed_by, printed_on) if part]


def _block(block: Block, case: TypeCase) -> dict[str, Any]:
    if isinstance(block, Table):
        return _table(block, case)
    if isinstance(block, Heading):
        role = _HEADING_ROLES[block.level]
        return {
            "kind": "heading",
            "level": block.level,
            "runs": [_run(run, case, role) for run in block.runs],
        }
    return {"kind": "paragraph", "runs": [_run(run, case) for run in block.runs]}


def _table(table: Table, case: TypeCase) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": table.caption and case.set(table.caption, "hei"),
        "head": [case.set(cell) for cell in table.head],
        "rows": [[_run(run, case) for run in row] for row in table.cells],
        "shares": measures.column_shares(table),
        "numeric": measures.numeric_columns(table),
    }


def _run(run: Run, case: TypeCase, role: str = "body") -> dict[str, Any]:
    """A run as the template shows it; only a whole address is a link, a path means nothing on paper."""
    href = run.href if run.href is not None and run.href.startswith("http") else None
    return {"text": case.set(run.text, role), "bold": run.bold, "href": href}
