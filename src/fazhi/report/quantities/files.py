"""Reads the text of a .txt, .docx or .html file as one string, so that offsets in it can be shown to a person.

Called by whoever checks a file.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

import docx
import lxml.html
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

LIMIT = 64 * 1024 * 1024
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DROPPED = (
    "script",
    "style",
    "nav",
    "noscript",
    "template",
    "head",
    "header",
    "footer",
    "svg",
    "iframe",
    "select",
    "button",
)
_BLOCKS = frozenset(
    "p div section article h1 h2 h3 h4 h5 h6 li ul ol table tr td th dl dt dd blockquote pre br hr body main".split()  # noqa: SIM905 a list of tags reads better as words
)


class UnreadableText(Exception):
    """A file that cannot be read as text; the message is one Chinese sentence saying what to do."""


def read_text(path: Path | str) -> str:
    """The text of a .txt, .docx or .html file: paragraphs joined by newlines, tables row by row.

    Raises UnreadableText for other kinds, for empty and for broken files.
    """
    path = Path(path)
    readers = {".txt": _plain, ".docx": _docx, ".html": _html, ".htm": _html}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise UnreadableText(f"不能读取“{path.name}”：只接受 .txt、.docx 和 .html 文件，请另存为其中一种后再试。")
    try:
        if path.stat().st_size > LIMIT:
            raise UnreadableText(f"“{path.name}”超过 64 MB，请拆分后再试。")
        text = reader(path)
    except OSError as error:
        raise UnreadableText(f"打不开“{path.name}”，请检查文件是否存在、是否有读取权限。") from error
    if not text.strip():
        raise UnreadableText(f"“{path.name}”里没有文字，请检查文件内容（扫描件须先识别成文字）。")
    return text


def _plain(path: Path) -> str:
    return _decoded(path.read_bytes(), path.name).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, name: str, declared: str = "") -> str:
    """UTF-8, or UTF-16 by its mark, or what the page declares, or else GB 18030."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ["utf-16"] if wide else [e for e in ("utf-8-sig", declared, "gb18030") if e]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\x00" not in text:
            return text
    raise UnreadableText(f"认不出“{name}”的文字编码，请用 UTF-8 编码另存后再试。")


def _docx(path: Path) -> str:
    try:
        document = docx.Document(str(path))
        return "\n".join(_docx_lines(document))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, etree.LxmlError) as error:
        raise UnreadableText(f"“{path.name}”不是完好的 .docx 文件，请用文字处理软件打开后重新另存为 .docx。") from error


def _docx_lines(document: docx.document.Document) -> Iterator[str]:
    for block in document.element.body.iterchildren():
        if block.tag == qn("w:p"):
            yield Paragraph(block, document).text
        elif block.tag == qn("w:tbl"):
            for row in Table(block, document).rows:
                yield "\t".join(_row_cells(row.cells))


def _row_cells(cells: tuple[docx.table._Cell, ...]) -> Iterator[str]:
    """The text of each cell once; a merged cell is handed out again for every column it spans."""
    last = None
    for cell in cells:
        if cell._tc is not last:
            yield cell.text.replace("\n", " ")
        last = cell._tc


def _html(path: Path) -> str:
    data = path.read_bytes()
    declared = _CHARSET.search(data[:2048])
    text = _decoded(data, path.name, declared[1].decode("ascii", "replace") if declared else "")
    if not text.strip():
        return ""
    try:
        root = lxml.html.document_fromstring(_DECLARATION.sub("", text))
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableText(f"“{path.name}”不是可读的网页文件，请在浏览器中重新保存后再试。") from error
    return _visible(root)


def _visible(root: lxml.html.HtmlElement) -> str:
    etree.strip_elements(root, *_DROPPED, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    for element in list(root.iter()):
        if element.tag in _BLOCKS:
            element.text = "\n" + (element.text or "")
            element.tail = "\n" + (element.tail or "")
    lines = (re.sub(r"[ \t\r\f\xa0]+", " ", line).strip() for line in root.text_content().split("\n"))
    return "\n".join(line for line in lines if line)
