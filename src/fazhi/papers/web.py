"""HTML of an official document: a fragment for the site's pages, and a page of its own to keep and print."""

from datetime import date
from html import escape
from pathlib import Path

from fazhi.papers import measures
from fazhi.papers.document import Block, Document, Heading, Run, Table
from fazhi.papers.files import write_whole
from fazhi.papers.measures import chinese_date

_STYLE = Path(__file__).parent / "templates" / "page.css"
_SHORT = 6.0
"""Characters up to which a column of names is kept on one line."""


def write_html(document: Document, *, top: int = 1) -> str:
    """An `<article class="paper">` without styles or scripts; the title is h`top`, level 1 the rank below it.

    A run bound to a figure is `<a class="figure" href="…" data-figure="F006">`; a span without href.
    """
    if top not in (1, 2):
        raise ValueError(f"the title's rank is 1 or 2, so that level 4 still has one; got {top}")
    parts = [*_head(document, top), *(_block(block, top) for block in document.blocks), *_foot(document)]
    kind = "paper draft" if document.draft else "paper"
    return f'<article class="{kind}" lang="zh-Hans">\n' + "\n".join(parts) + "\n</article>\n"


def write_html_page(document: Document, path: Path) -> None:
    """Write a self-contained page in one step: readable offline, printed on A4."""
    write_whole(path, render_html_page(document).encode())


def render_html_page(document: Document) -> str:
    """A whole page with its stylesheet inside; it loads nothing."""
    title = escape(document.plain_title)
    return (
        '<!doctype html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE.read_text('utf-8')}</style>\n</head>\n"
        f"<body>\n<main>\n{write_html(document)}</main>\n</body>\n</html>\n"
    )


def _head(document: Document, top: int) -> list[str]:
    title = "<br>".join(escape(line) for line in document.title.split("\n"))
    signer = document.signer and f"签发人：{document.signer}"
    parts = [
        _line("red-head", document.red_head),
        _line("number", document.number),
        _line("signer", signer),
        f"<h{top}>{title}</h{top}>",
        _line("draft-mark", f"（{document.draft_mark}）" if document.draft else None),
    ]
    header = "\n".join(part for part in parts if part)
    addressee = _line("addressee", measures.addressee_line(document.addressee))
    return [f"<header>\n{header}\n</header>", *([addressee] if addressee else [])]


def _foot(document: Document) -> list[str]:
    attachments = "".join(f"<p>{escape(line)}</p>" for line in measures.attachment_lines(document.attachments))
    signature = _line("issuer", document.issuer) + _dated("dated", document.dated)
    imprint = (
        _line("copies", measures.copies_line(document.copies_to))
        + _line("printed-by", document.printed_by)
        + _dated("printed-on", document.printed_on, "印发")
    )
    parts = [
        attachments and f'<div class="attachments">{attachments}</div>',
        signature and f'<div class="signature">{signature}</div>',
        _line("notes", measures.notes_line(document.notes)),
        imprint and f"<footer>{imprint}</footer>",
    ]
    return [part for part in parts if part]


def _line(kind: str, text: str | None) -> str:
    return f'<p class="{kind}">{escape(text)}</p>' if text else ""


def _dated(kind: str, day: date | None, after: str = "") -> str:
    if day is None:
        return ""
    return f'<p class="{kind}"><time datetime="{day.isoformat()}">{chinese_date(day)}</time>{after}</p>'


def _block(block: Block, top: int) -> str:
    if isinstance(block, Table):
        return _table(block)
    written = "".join(map(_run, block.runs))
    if isinstance(block, Heading):
        rank = top + block.level
        return f"<h{rank}>{written}</h{rank}>"
    return f"<p>{written}</p>"


def _table(table: Table) -> str:
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.head)
    kinds = [_kind(table, column, right) for column, right in enumerate(measures.numeric_columns(table))]
    rows = "\n".join(f"<tr>{_cells(row, kinds)}</tr>" for row in table.cells)
    return f"<table>{caption}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"


def _kind(table: Table, column: int, numeric: bool) -> str:
    if numeric:
        return ' class="number"'
    short = all(measures.width(row[column].text) <= _SHORT for row in table.cells)
    return ' class="short"' if short else ""


def _cells(row: tuple[Run, ...], kinds: list[str]) -> str:
    return "".join(f"<td{kind}>{_run(run)}</td>" for run, kind in zip(row, kinds, strict=True))


def _run(run: Run) -> str:
    text = f"<strong>{escape(run.text)}</strong>" if run.bold else escape(run.text)
    bound = f' class="figure" data-figure="{escape(run.figure)}"' if run.figure else ""
    if run.href:
        return f'<a{bound} href="{escape(run.href)}">{text}</a>'
    return f"<span{bound}>{text}</span>" if bound else text
