"""The composed report as files: report.html, report.docx, report.pdf, report.json."""

import json
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from fazhi.papers.api import write_docx, write_html_page, write_pdf
from fazhi.report.composing import Composed, as_json


@dataclass(frozen=True)
class Written:
    """The files, and the characters for which the fonts have no glyph."""

    files: tuple[Path, ...]
    missing: tuple[str, ...]


def write(composed: Composed, folder: Path) -> Written:
    """Write the four files into a folder, each whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    html, docx, pdf, data = (folder / f"report.{kind}" for kind in ("html", "docx", "pdf", "json"))
    write_html_page(composed.document, html)
    write_docx(composed.document, docx)
    missing = write_pdf(composed.document, pdf, fonts=settings.FONTS)
    text = json.dumps(as_json(composed), ensure_ascii=False, indent=1)
    part = data.with_suffix(".json.part")
    part.write_text(text + "\n", encoding="utf-8")
    part.replace(data)
    return Written((html, docx, pdf, data), missing)
