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
from fazhi.papers.typefaces import typefaces
from fazhi.papers.web import render_html_page, write_html, write_html_page
from fazhi.papers.word import render_docx, write_docx

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
    "render_docx",
    "render_html_page",
    "render_pdf",
    "runs",
    "typefaces",
    "write_docx",
    "write_html",
    "write_html_page",
    "write_pdf",
]
