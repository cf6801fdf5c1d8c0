"""Page and styles of a Word document after GB/T 9704-2012; Word's heading styles fill its outline pane."""

from dataclasses import dataclass

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor, Twips
from docx.styles.style import ParagraphStyle

from fazhi.papers import measures
from fazhi.papers.word_xml import element, in_paragraph, in_run, typeface

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
SONG, TITLE, BODY, KAI, HEI = "宋体", "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"
STAND_INS = {TITLE: "华文中宋", BODY: "仿宋", KAI: "楷体", HEI: "SimHei", SONG: "SimSun"}
PITCH = Twips(int(measures.BLOCK_HEIGHT_MM * measures.PT_PER_MM * 20 / measures.LINES))
"""579 twips: rounded down, so that the 22nd line still fits."""
SQUEEZE = -5
"""Twips between characters: 28 × (16 - 0.25) pt = 441 pt fit into 156 mm = 442.2 pt; -0.2 pt would not."""
CHARACTER = Pt(measures.BODY_PT) + Twips(SQUEEZE)
RED = RGBColor(0xE6, 0x00, 0x00)
CENTER, RIGHT, BOTH, LEFT = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
    WD_ALIGN_PARAGRAPH.LEFT,
)


@dataclass(frozen=True, slots=True)
class Look:
    """What one paragraph style looks like; indents in characters of its own size, `line` in points."""

    family: str = BODY
    points: float = measures.BODY_PT
    align: WD_ALIGN_PARAGRAPH = BOTH
    first: float = 0.0
    bold: bool = False
    line: float | None = None
    keep: bool = False
    red: bool = False


LOOKS = {
    "Normal": Look(),
    "Body Text": Look(first=2),
    "Title": Look(TITLE, measures.TITLE_PT, CENTER, keep=True),
    "Heading 1": Look(HEI, first=2, keep=True),
    "Heading 2": Look(KAI, first=2, keep=True),
    "Heading 3": Look(first=2, keep=True),
    "Heading 4": Look(first=2, keep=True),
    "Header": Look(HEI, measures.SMALL_PT, RIGHT, line=20),
    "Footer": Look(SONG, measures.SMALL_PT, LEFT, line=16),
    "发文机关标志": Look(TITLE, align=CENTER, red=True),
    "发文字号": Look(align=CENTER),
    "草稿标记": Look(KAI, align=CENTER),
    "主送机关": Look(),
    "附件说明": Look(),
    "署名": Look(align=RIGHT),
    "成文日期": Look(align=RIGHT),
    "附注": Look(first=2),
    "版记": Look(points=measures.SMALL_PT, line=1.8 * measures.SMALL_PT),
    "表题": Look(HEI, measures.TABLE_PT, CENTER, line=1.75 * measures.TABLE_PT, keep=True),
    "表头": Look(points=measures.TABLE_PT, align=CENTER, bold=True, line=1.5 * measures.TABLE_PT, keep=True),
    "表格文字": Look(points=measures.TABLE_PT, align=LEFT, line=1.5 * measures.TABLE_PT),
}


def dress(word: WordFile) -> None:
    """Give a new python-docx file the page, the styles and the typefaces of an official document."""
    _page(word.sections[0])
    word.settings.odd_and_even_pages_header_footer = True
    _drop_unused(word)
    known = {style.name: style for style in word.styles}
    for name, look in LOOKS.items():
        style = known.get(name) or word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _apply(style, look, own=name not in known)
    control = word.settings.element.find(qn("w:characterSpacingControl"))
    if control is not None:
        control.set(qn("w:val"), "compressPunctuation")
    _name_stand_ins(word)


def _drop_unused(word: WordFile) -> None:
    """Leave only the styles of an official document: a short list to pick from, and quick to search."""
    root = word.styles.element
    for style in list(word.styles):
        if style.name not in (*LOOKS, "Table Grid") and style.element.get(qn("w:default")) is None:
            root.remove(style.element)
    left = {style.style_id for style in word.styles}
    for tag in ("basedOn", "next", "link"):
        for reference in root.findall(f"*/{qn(f'w:{tag}')}"):
            if reference.get(qn("w:val")) not in left:
                reference.getparent().remove(reference)


def _page(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(measures.TOP_MM), Mm(measures.BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(measures.LEFT_MM), Mm(measures.RIGHT_MM)
    section.header_distance, section.footer_distance = Mm(22), Mm(25)
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is not None:
        section._sectPr.remove(grid)
    section._sectPr.append(element("docGrid", type="lines", linePitch=PITCH.twips))


def _apply(style: ParagraphStyle, look: Look, *, own: bool) -> None:
    if own:
        style.base_style = None
        style.quick_style = True
    _paragraph_look(style, look)
    _character_look(style, look)


def _paragraph_look(style: ParagraphStyle, look: Look) -> None:
    layout = style.paragraph_format
    layout.alignment = look.align
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    layout.line_spacing = PITCH if look.line is None else Pt(look.line)
    layout.first_line_indent = int(look.first * CHARACTER)
    layout.keep_with_next = look.keep
    layout.widow_control = False
    properties = style.element.get_or_add_pPr()
    for name in ("pBdr", "contextualSpacing", "tabs"):
        for left_over in properties.findall(qn(f"w:{name}")):
            properties.remove(left_over)
    # Lines are exact already; the page grid would stretch everything larger or smaller than the body.
    for name in ("autoSpaceDE", "autoSpaceDN", "adjustRightInd", "snapToGrid"):
        in_paragraph(properties, name, val=0)


def _character_look(style: ParagraphStyle, look: Look) -> None:
    properties = style.element.get_or_add_rPr()
    for left_over in list(properties):
        properties.remove(left_over)
    typeface(properties, look.family)
    style.font.bold = look.bold
    style.font.size = Pt(look.points)
    style.font.color.rgb = RED if look.red else RGBColor(0, 0, 0)
    in_run(properties, "spacing", val=SQUEEZE if look.points == measures.BODY_PT else 0)
    in_run(properties, "lang", val="zh-CN", eastAsia="zh-CN")


def _name_stand_ins(word: WordFile) -> None:
    """Tell Word which typeface to use where the licensed one is not installed."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{stand_in}"/><w:charset w:val="86"/></w:font>'
        for name, stand_in in STAND_INS.items()
    )
    for part in word.part.package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            part._blob = f"{_XML}<w:fonts {nsdecls('w')}>{fonts}</w:fonts>".encode()
