"""The one door of papers: the structured official document and its renderings in Word, PDF and HTML."""

from fazhi.papers.document import (
    BadDocument,
    Block,
    Document,
    Heading,
    Paragraph,
    Run,
    Table,
    figures,
    heading,
    paragraph,
    printable,
    runs,
)
from fazhi.papers.measures import chinese_date
from fazhi.papers.pdf import Pdf, render_pdf, write_pdf

__all__ = [
    "BadDocument",
    "Block",
    "Document",
    "Heading",
    "Paragraph",
    "Pdf",
    "Run",
    "Table",
    "chinese_date",
    "figures",
    "heading",
    "paragraph",
    "printable",
    "render_pdf",
    "runs",
    "write_pdf",
]
