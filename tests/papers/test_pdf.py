"""The PDF: its text, its measures on the page, its links, and the characters it cannot show."""

import re
from collections import defaultdict
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from fazhi.papers.api import BadDocument, Document, Run, Table, paragraph, render_pdf, write_pdf
from fazhi.papers.typefaces import SHIPPED, typefaces

PT_PER_MM = 72 / 25.4


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


def text_of(content: bytes) -> str:
    """The text of all pages without white space and page numbers."""
    pages = (page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return "".join(words(text).replace(f"—{number}—", "") for number, text in enumerate(pages, start=1))


def body_text(document: Document) -> str:
    parts = []
    for block in document.blocks:
        if isinstance(block, Table):
            parts.append((block.caption or "") + "".join(block.head))
            parts.extend(run.text for row in block.cells for run in row)
        else:
            parts.extend(run.text for run in block.runs)
    return "".join(parts)


def glyphs(content: bytes, page: int) -> dict[float, list[tuple[float, float, str]]]:
    """Per line of a page, from the top: (left, right, character), in points from the left edge."""
    text = pypdfium2.PdfDocument(content)[page].get_textpage()
    lines = defaultdict(list)
    for index in range(text.count_chars()):
        character = text.get_text_range(index, 1)
        if character.strip():
            left, bottom, right, _top = text.get_charbox(index, loose=True)
            lines[round(bottom)].append((left, right, character))
    return dict(sorted(lines.items(), reverse=True))


def test_the_report_says_what_the_document_says(report):
    made = render_pdf(report)
    assert made.missing == ()
    expected = report.title + body_text(report) + "镇江市人民政府" + "2025年3月1日"
    assert text_of(made.content) == words(expected)


def test_the_notice_has_every_part_in_its_order(notice):
    text = text_of(render_pdf(notice).content)
    expected = (
        "镇江市人民政府办公室文件镇政办发〔2025〕12号",
        notice.title,
        notice.addressee + "：",
        body_text(notice),
        "附件：1.行政执法监督事项目录2.基层治理协同事项办理流程图镇江市人民政府办公室2025年3月1日（此件公开发布）",
        f"抄送：{notice.copies_to}。镇江市人民政府办公室2025年3月3日印发",
    )
    assert text == words("".join(expected))


def test_a_page_holds_22_lines_of_28_characters():
    filler = "法治政府建设情况报告工作办法实施规定行政" * 90
    document = Document(title="版心", blocks=(paragraph(filler),))
    lines = list(glyphs(render_pdf(document).content, 1).items())
    body = [line for _, line in lines if "—" not in "".join(glyph[2] for glyph in line)]
    assert len(body) == 22
    assert {len(line) for line in body} == {28}
    assert min(glyph[0] for line in body for glyph in line) == pytest.approx(28 * PT_PER_MM, abs=1)
    assert max(glyph[1] for line in body for glyph in line) == pytest.approx((210 - 26) * PT_PER_MM, abs=1)
    heights = [height for height, line in lines if len(line) == 28]
    assert (heights[0] - heights[-1]) / 21 == pytest.approx(225 / 22 * PT_PER_MM, abs=0.1)
    assert heights[0] < (297 - 37) * PT_PER_MM and heights[-1] > 35 * PT_PER_MM


def test_a_paragraph_starts_two_characters_in_and_the_title_is_centred(report):
    lines = list(glyphs(render_pdf(report).content, 0).values())
    title = lines[0]
    assert (title[0][0] + title[-1][1]) / 2 == pytest.approx((28 + 156 / 2) * PT_PER_MM, abs=2)
    first = next(line for line in lines if line[0][2] == "全")
    assert first[0][0] == pytest.approx((28 + 2 * 156 / 28) * PT_PER_MM, abs=2)


def test_page_numbers_stand_outside(report):
    content = render_pdf(report).content
    for page, (low, high) in {0: (450, 530), 1: (70, 150)}.items():
        number = list(glyphs(content, page).values())[-1]
        assert "".join(glyph[2] for glyph in number) == f"—{page + 1}—"
        assert all(low < left and right < high for left, right, _ in number)
    last = list(glyphs(content, 0))[-1]
    assert 20 * PT_PER_MM < last < 30 * PT_PER_MM


def test_headings_are_bookmarks_and_whole_addresses_are_links(report):
    reader = PdfReader(BytesIO(render_pdf(report).content))
    top = [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)]
    assert top == ["一、加强组织领导", "二、规范行政执法", "三、健全纠纷化解机制"]
    links = [
        note["/A"]["/URI"]
        for page in reader.pages
        for note in (reference.get_object() for reference in page.get("/Annots", ()))
        if note["/Subtype"] == "/Link"
    ]
    assert set(links) == {
        "https://fazhi.example.gov.cn/figures/F006",
        "https://fazhi.example.gov.cn/figures/F087",
    }
    assert reader.metadata is not None
    assert reader.metadata.title == report.title


def test_it_is_pdf_a_with_every_font_inside(report):
    reader = PdfReader(BytesIO(render_pdf(report).content))
    marks = reader.xmp_metadata
    assert marks is not None
    packet = marks.stream.get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in packet
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in packet


def test_a_draft_shows_its_mark_on_every_page(draft, report):
    marked = PdfReader(BytesIO(render_pdf(draft).content)).pages
    assert len(marked) > 2
    assert all("征求意见稿" in page.extract_text() for page in marked)
    assert "征求意见稿" not in text_of(render_pdf(report).content)


def test_characters_without_a_glyph_are_reported_and_shown_as_geta():
    blocks = (paragraph("笑😀脸，又笑😀,", Run("西夏𗀀字")), Table("表𗀁", ("甲",), (("ᚠ",),)))
    made = render_pdf(Document(title="缺字", blocks=blocks))
    assert made.missing == ("😀", "𗀀", "𗀁", "ᚠ")
    assert "笑〓脸，又笑〓,西夏〓字表〓甲〓" in text_of(made.content)


def test_rare_names_are_not_missing(tmp_path):
    names = "镕喆昇堃珺玥㛃𬬭淼犇燊翀祎祺頔瑄·—〇〔〕《》“”…①℃㎡％"
    path = tmp_path / "names.pdf"
    assert write_pdf(Document(title="姓名", blocks=(paragraph(names),)), path) == ()
    assert names in text_of(path.read_bytes())


def test_same_input_same_bytes(notice):
    assert render_pdf(notice).content == render_pdf(notice).content
    assert render_pdf(notice).content != render_pdf(replace(notice, notes="此件不公开")).content


def test_a_fonts_folder_that_is_not_there_is_said_plainly(report, tmp_path):
    with pytest.raises(BadDocument, match="字体文件夹"):
        render_pdf(report, fonts=tmp_path / "none")


def test_the_sites_own_typefaces_come_first(report, tmp_path):
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    own_typeface(fonts / "fangsong.ttf", "FangSong_GB2312", "法治政府全年")
    plain, own = render_pdf(report), render_pdf(report, fonts=fonts)
    assert not any("FangSong" in name for name in embedded(plain.content))
    assert any("FangSong" in name for name in embedded(own.content))
    assert own.missing == ()
    assert text_of(own.content) == text_of(plain.content)


def test_each_face_the_folder_lacks_falls_back_alone_and_rare_characters_are_looked_for(report, tmp_path):
    """㐀 is in no shipped font; the black face of the folder, which is not the body's, lends it."""
    own_typeface(tmp_path / "hei.ttf", "SimHei", "法治一二三、鑫", rare="\u3400")
    rare = replace(report, blocks=(*report.blocks, paragraph("\u3400字")))
    plain, own = render_pdf(rare), render_pdf(rare, fonts=tmp_path)
    assert plain.missing == ("\u3400",) and "〓字" in text_of(plain.content)
    assert own.missing == () and "\u3400字" in text_of(own.content)
    families = typefaces(tmp_path).families
    assert families["hei"] == ["SimHei", "Noto Serif SC"]
    assert families["body"] == ["Noto Serif SC", "SimHei"]
    assert {name.partition("+")[2] for name in embedded(own.content)} >= {"SimHei", "NotoSerifSC-Regular"}


def test_a_folder_without_a_standard_face_is_refused(report, tmp_path):
    with pytest.raises(BadDocument, match="没有字体文件"):
        render_pdf(report, fonts=tmp_path)
    own_typeface(tmp_path / "other.ttf", "Some Face", "法治")
    with pytest.raises(BadDocument, match="中的任何一种，现有：Some Face"):
        render_pdf(report, fonts=tmp_path)
    (tmp_path / "other.ttf").write_bytes(b"not a font")
    with pytest.raises(BadDocument, match="没有能够识别的字体"):
        render_pdf(report, fonts=tmp_path / ".")


def own_typeface(path: Path, family: str, characters: str, rare: str = "") -> None:
    """A typeface with only these characters, such as a city might own; `rare` is drawn like the last of them."""
    font = TTFont(SHIPPED / "NotoSerifSC-Regular.ttf")
    for table in font["cmap"].tables if rare else []:
        table.cmap[ord(rare)] = font.getBestCmap()[ord(characters[-1])]
    characters += rare
    cutter = Subsetter()
    cutter.populate(text=characters)
    cutter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6):
            record.string = family
    font.save(path)


def embedded(content: bytes) -> set[str]:
    return {
        font["/BaseFont"]
        for page in PdfReader(BytesIO(content)).pages
        for font in page["/Resources"]["/Font"].get_object().values()
    }


def test_nothing_is_left_when_the_target_cannot_be_written(report, tmp_path):
    with pytest.raises(OSError):
        write_pdf(report, tmp_path / "absent" / "report.pdf")
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError):
        write_pdf(report, tmp_path / "taken")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
