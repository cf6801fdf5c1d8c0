"""Text that some format could take for its own language stays text in all three formats."""

import re
from html.parser import HTMLParser
from io import BytesIO

import pytest
from docx import Document as read_word
from docx.oxml.ns import qn
from pypdf import PdfReader

from fazhi.papers.api import printable, render_docx, render_html_page, render_pdf

ALLOWED = re.compile(
    "html|head|meta|title|style|body|main|article|header|footer|p|h[12]|br|table|caption|thead|tbody|tr|t[hd]|a|span|"
    "strong|div|time"
)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data):
        self.text += data


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture
def shown(hostile_parts) -> list[str]:
    return [words(printable(part)) for part in hostile_parts]


def test_in_html(hostile, shown):
    reader = Reader()
    reader.feed(render_html_page(hostile))
    assert [tag for tag in reader.tags if not ALLOWED.fullmatch(tag)] == []
    assert reader.attributes <= {
        "lang",
        "charset",
        "name",
        "content",
        "class",
        "data-figure",
        "href",
        "scope",
        "datetime",
    }
    text = words(reader.text)
    assert all(text.count(part) >= 2 for part in shown)


def test_in_word(hostile, shown):
    word = read_word(BytesIO(render_docx(hostile)))
    text = words("".join(node.text or "" for node in word.element.body.iter(qn("w:t"))))
    assert all(text.count(part) >= 2 for part in shown)
    assert word.core_properties.title == printable(hostile.title)


def test_in_pdf(hostile, shown):
    made = render_pdf(hostile)
    pages = (words(page.extract_text()) for page in PdfReader(BytesIO(made.content)).pages)
    text = "".join(page.replace(f"—{number}—", "") for number, page in enumerate(pages, start=1))
    assert "root:" not in text
    assert made.missing == ()
    assert all(part in text for part in shown)


def test_control_characters_are_in_none_of_them(hostile):
    word = read_word(BytesIO(render_docx(hostile)))
    pdf = "".join(page.extract_text() for page in PdfReader(BytesIO(render_pdf(hostile).content)).pages)
    for text in (render_html_page(hostile), word.element.xml, pdf):
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202e\ufeff\ud800]", text)
