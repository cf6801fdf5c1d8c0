"""What calamine does not tell of a sheet: error values, formulas without a result, rows that are hidden."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

_MOST = 5000
_CHUNK = 1 << 20
_CELL = re.compile(rb"<(?:\w+:)?c ([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_ADDRESS = re.compile(rb'\br="([A-Z]{1,3}[0-9]{1,7})"')
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]+)</")
_ERROR = re.compile(rb'\bt="e"')
_TEXT = re.compile(rb'\bt="str"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_ROW = re.compile(rb"<(?:\w+:)?row ([^>]*)>")
_ROW_NUMBER = re.compile(rb'\br="([0-9]{1,7})"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Flaws:
    """`cells`: address to what stands there, an error value such as #N/A, or '' for a formula without a result.

    `hidden`: numbers of rows that are not shown. At most 5,000 of each.
    """

    def __init__(self) -> None:
        self.cells: dict[str, str] = {}
        self.hidden: list[int] = []

    @property
    def full(self) -> bool:
        return len(self.cells) >= _MOST and len(self.hidden) >= _MOST


def flaws_of(path: Path, sheet_name: str) -> Flaws:
    """Only of an .xlsx; a part that cannot be found or parsed gives nothing."""
    found = Flaws()
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_part(archive, sheet_name)) as part:
            rest = b""
            while (chunk := part.read(_CHUNK)) and not found.full:
                text = rest + chunk
                cut = text.rfind(b"</row>") if b"</row>" in text else max(text.rfind(b"c>"), 0)
                _scan(text[:cut], found)
                rest = text[cut:]
            _scan(rest, found)
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, OSError, NotImplementedError):
        return found
    return found


def _part(archive: zipfile.ZipFile, sheet_name: str) -> str:
    """Path of a sheet's part inside the package; KeyError if it has none."""
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    relation = {sheet.get("name"): sheet.get(_RELATION) for sheet in book.iter() if sheet.tag.endswith("}sheet")}
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    target = targets[relation[sheet_name]]
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _scan(text: bytes, found: Flaws) -> None:
    if b'hidden="' in text:
        rows = (_ROW_NUMBER.search(row) for row in _ROW.findall(text) if _HIDDEN.search(row))
        found.hidden += [int(number[1]) for number in rows if number][: _MOST - len(found.hidden)]
    if b't="e"' not in text and not _FORMULA.search(text):
        return
    for attributes, content in _CELL.findall(text):
        address = _ADDRESS.search(attributes)
        if address is None or len(found.cells) >= _MOST:
            continue
        value = _VALUE.search(content)
        if _ERROR.search(attributes):
            found.cells[address[1].decode()] = value[1].decode("utf-8", "replace")[:20] if value else "#N/A"
        elif value is None and _FORMULA.search(content) and not _TEXT.search(attributes):
            found.cells[address[1].decode()] = ""
