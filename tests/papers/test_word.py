"""The Word file: its page, its styles, its parts, and that the same document gives the same bytes."""

import zipfile
from io import BytesIO

import pytest
from docx import Document as read_word
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree

from fazhi.papers.api import Document, Table, figures, paragraph, render_docx, write_docx
from fazhi.papers.word_xml import _PARAGRAPH_ORDER, _RUN_ORDER


@pytest.fixture
def word(notice):
    return read_word(BytesIO(render_docx(notice)))


def of_style(word, name: str) -> list[str]:
    return [line.text for line in word.paragraphs if line.style.name == name]


def test_the_page_is_a4_with_the_measures_of_the_standard(word):
    section = word.sections[0]
    page = (section.page_width, section.page_height)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(length.mm) for length in page] == [210, 297]
    assert [round(length.mm) for length in margins] == [37, 35, 28, 26]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:type")) == "lines"
    pitch = int(grid.get(qn("w:linePitch"))) / 20
    assert 22 * pitch <= Mm(225).pt < 23 * pitch


def test_28_characters_fill_a_line(word):
    properties = word.styles["Body Text"].element.rPr
    squeeze = int(properties.find(qn("w:spacing")).get(qn("w:val"))) / 20
    assert 28 * (16 + squeeze) <= Mm(156).pt < 29 * (16 + squeeze)
    assert word.styles["Body Text"].paragraph_format.first_line_indent.pt == 2 * (16 + squeeze)


@pytest.mark.parametrize(
    ("style", "family", "points"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("Heading 3", "仿宋_GB2312", 16),
        ("Heading 4", "仿宋_GB2312", 16),
        ("Body Text", "仿宋_GB2312", 16),
        ("Footer", "宋体", 14),
    ],
)
def test_typefaces_by_style(word, style, family, points):
    fonts = word.styles[style].element.rPr.find(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == fonts.get(qn("w:ascii")) == family
    assert fonts.get(qn("w:eastAsiaTheme")) is None
    assert word.styles[style].font.size == Pt(points)
    assert not word.styles[style].font.bold


def test_missing_typefaces_have_a_stand_in(notice):
    with zipfile.ZipFile(BytesIO(render_docx(notice))) as package:
        table = etree.fromstring(package.read("word/fontTable.xml"))
    named = {font.get(qn("w:name")): font[0].get(qn("w:val")) for font in table}
    assert named["仿宋_GB2312"] == "仿宋"


def test_headings_are_words_own(word):
    assert of_style(word, "Heading 1") == ["一、加强组织领导", "二、规范行政执法", "三、健全纠纷化解机制"]
    assert [len(of_style(word, f"Heading {level}")) for level in (2, 3, 4)] == [3, 3, 3]


def test_every_part_stands_under_its_own_style(word):
    assert of_style(word, "发文机关标志") == ["镇江市人民政府办公室文件"]
    assert of_style(word, "发文字号") == ["镇政办发〔2025〕12号"]
    assert of_style(word, "Title") == ["关于印发《镇江市行政执法监督与基层\n治理协同工作实施办法（试行）》的通知"]
    assert of_style(word, "主送机关")[0].endswith("市各直属单位：")
    assert of_style(word, "附件说明") == ["附件：1. 行政执法监督事项目录", "2. 基层治理协同事项办理流程图"]
    assert of_style(word, "署名") == ["镇江市人民政府办公室"]
    assert of_style(word, "成文日期") == ["2025年3月1日"]
    assert of_style(word, "附注") == ["（此件公开发布）"]
    imprint = [row.cells[0].text for row in word.tables[-1].rows]
    assert imprint[0].startswith("抄送：市委各部委") and imprint[0].endswith("。")
    assert imprint[1] == "镇江市人民政府办公室\t2025年3月3日印发"


def test_a_plain_report_has_no_red_head_and_no_imprint(report):
    word = read_word(BytesIO(render_docx(report)))
    assert [of_style(word, name) for name in ("发文机关标志", "发文字号", "主送机关", "附注")] == [[]] * 4
    assert len(word.tables) == 1


def test_the_signer_stands_on_the_line_of_the_number():
    upward = Document(title="请示", blocks=(), red_head="市司法局文件", number="镇司请〔2025〕3号", signer="周明")
    word = read_word(BytesIO(render_docx(upward)))
    assert of_style(word, "发文字号") == ["镇司请〔2025〕3号\t签发人：周明"]


def test_page_numbers_stand_outside(word):
    section = word.sections[0]
    assert word.settings.odd_and_even_pages_header_footer
    for footer, align in ((section.footer, "RIGHT"), (section.even_page_footer, "LEFT")):
        line = footer.paragraphs[0]
        assert line.alignment.name == align
        assert line.text == "— 1 —"
        assert line._p.find(".//" + qn("w:instrText")).text.strip() == "PAGE"


def test_the_table_repeats_its_head_and_keeps_rows_whole(word, notice):
    table = word.tables[0]
    source = next(block for block in notice.blocks if isinstance(block, Table))
    written = [[cell.text for cell in row.cells] for row in table.rows]
    assert written == [list(source.head), *([run.text for run in row] for row in source.cells)]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_every_bound_figure_has_a_bookmark_around_its_text(word, notice):
    starts = word.element.body.findall(".//" + qn("w:bookmarkStart"))
    names = [start.get(qn("w:name")) for start in starts]
    assert len(set(names)) == len(names) == 7
    assert {name.split("_")[1] for name in names} == set(figures(notice))
    marked = {name.split("_")[1]: start.getnext().text for name, start in zip(names, starts, strict=True)}
    assert marked == {"F006": "8", "F007": "12", "F087": "126"}


def test_the_draft_mark_is_on_both_headers_and_under_the_title(draft, report):
    word = read_word(BytesIO(render_docx(draft)))
    section = word.sections[0]
    assert section.header.paragraphs[0].text == section.even_page_header.paragraphs[0].text == "征求意见稿"
    assert of_style(word, "草稿标记") == ["（征求意见稿）"]
    clean = read_word(BytesIO(render_docx(report)))
    assert clean.sections[0].header.paragraphs[0].text == ""


def test_core_properties(word, notice):
    core = word.core_properties
    assert (core.title, core.author, core.identifier) == (notice.title, notice.issuer, notice.number)
    assert core.created.date() == notice.dated
    assert core.comments == ""


def test_properties_keep_the_order_of_the_schema(notice):
    with zipfile.ZipFile(BytesIO(render_docx(notice))) as package:
        for name in ("word/document.xml", "word/styles.xml", "word/footer1.xml"):
            root = etree.fromstring(package.read(name))
            for tag, order in (("w:pPr", _PARAGRAPH_ORDER.split()), ("w:rPr", _RUN_ORDER.split())):
                for properties in root.iter(qn(tag)):
                    places = [order.index(etree.QName(child).localname) for child in properties]
                    assert places == sorted(places), etree.tostring(properties)


def test_same_input_same_bytes(notice, tmp_path):
    first, second = tmp_path / "1.docx", tmp_path / "2.docx"
    write_docx(notice, first)
    write_docx(notice, second)
    assert first.read_bytes() == second.read_bytes()
    write_docx(Document(title="另一份", blocks=(paragraph("文"),)), second)
    assert first.read_bytes() != second.read_bytes()
