"""The report as composed now, its figures leading to the staff pages or to the public ones."""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from fazhi.figures.api import NoSuchFigure
from fazhi.papers.api import BadDocument, Block, Document, Run, Table, write_html
from fazhi.report.api import BadProse, Composed, NoOutline, NoRecords, compose

STAFF, PUBLIC = "staff", "public"


@dataclass(frozen=True)
class Draft:
    """A composed report, or the sentence that says why there is none."""

    composed: Composed | None
    complaint: str = ""


def draft(year: int, cutoff: date | None = None) -> Draft:
    """Compose the report; what the year, the outline or its prose lacks is said, not raised."""
    try:
        return Draft(compose(year, cutoff=cutoff))
    except (NoOutline, NoRecords, BadProse, BadDocument, NoSuchFigure) as error:
        return Draft(None, str(error))


def as_html(document: Document, year: int, face: str) -> str:
    """The document as a fragment whose figures open on the staff or the public site."""
    return write_html(relinked(document, year, face), top=2 if face == STAFF else 1)


def relinked(document: Document, year: int, face: str) -> Document:
    return replace(document, blocks=tuple(_block(block, year, face) for block in document.blocks))


def _block(block: Block, year: int, face: str) -> Block:
    if isinstance(block, Table):
        cells = tuple(tuple(_run(run, year, face) for run in row) for row in block.cells)
        return replace(block, rows=cells)
    return replace(block, runs=tuple(_run(run, year, face) for run in block.runs))


def _run(run: Run, year: int, face: str) -> Run:
    if run.figure is None:
        return run
    return replace(run, href=staff_url(run.figure, year) if face == STAFF else f"/figures/{run.figure}/{year}/")


def staff_url(figure: str, year: int) -> str:
    return f"{reverse('board:figure', args=[figure])}?year={year}"
