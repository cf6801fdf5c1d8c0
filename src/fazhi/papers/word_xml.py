"""The few WordprocessingML elements python-docx has no call for, each put where the schema wants it."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

# The order in which CT_PPr and CT_RPr list their children (ECMA-376, part 1, §17.3.1.26 and §17.3.2.28).
_PARAGRAPH_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_RUN_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)


def element(tag: str, **attributes: object) -> BaseOxmlElement:
    """`<w:tag w:name="value"/>`."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def in_paragraph(properties: BaseOxmlElement, tag: str, **attributes: object) -> BaseOxmlElement:
    """Set one property of a w:pPr, replacing an earlier one."""
    return _place(properties, _PARAGRAPH_ORDER.split(), tag, attributes)


def in_run(properties: BaseOxmlElement, tag: str, **attributes: object) -> BaseOxmlElement:
    """Set one property of a w:rPr, replacing an earlier one."""
    return _place(properties, _RUN_ORDER.split(), tag, attributes)


def _place(properties: BaseOxmlElement, order: list[str], tag: str, attributes: dict[str, object]) -> BaseOxmlElement:
    for earlier in properties.findall(qn(f"w:{tag}")):
        properties.remove(earlier)
    made = element(tag, **attributes)
    properties.insert_element_before(made, *(f"w:{name}" for name in order[order.index(tag) + 1 :]))
    return made


def typeface(properties: BaseOxmlElement, family: str) -> None:
    """One family for every script; the hint keeps quotation marks and dashes full-width."""
    in_run(properties, "rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family, hint="eastAsia")


def line_below(properties: BaseOxmlElement, *, points: float, distance: float, color: str) -> None:
    """A line under a paragraph; thickness and distance in points."""
    below = in_paragraph(properties, "pBdr")
    below.append(element("bottom", val="single", sz=round(points * 8), space=round(distance), color=color))


def float_to_bottom(table: BaseOxmlElement, *, left: int, thick: float, thin: float) -> None:
    """Stand a w:tbl on the text block's lower edge, ruled around its rows (points); `left` in twips."""
    properties = table.tblPr
    for tag in ("tblStyle", "jc", "tblBorders", "tblCellMar", "tblpPr"):
        for earlier in properties.findall(qn(f"w:{tag}")):
            properties.remove(earlier)
    # Placed from the page's edge: measured from the margin, LibreOffice lets no table of full width float.
    place = element("tblpPr", vertAnchor="margin", horzAnchor="page", tblpX=left, tblpYSpec="bottom")
    properties.insert(0, place)
    lines = element("tblBorders")
    for side, points in (("top", thick), ("bottom", thick), ("insideH", thin)):
        lines.append(element(side, val="single", sz=round(points * 8), space=0, color="auto"))
    margins = element("tblCellMar")
    margins.extend([element("left", w=0, type="dxa"), element("right", w=0, type="dxa")])
    later = ("w:tblLook", "w:tblCaption", "w:tblDescription", "w:tblPrChange")
    properties.insert_element_before(lines, "w:shd", "w:tblLayout", "w:tblCellMar", *later)
    properties.insert_element_before(margins, *later)


def field(instruction: str) -> tuple[BaseOxmlElement, ...]:
    """The children of a run that show a field, such as the page number."""
    text = element("instrText")
    text.text = f" {instruction} "
    shown = element("t")
    shown.text = "1"
    begin, middle, end = (element("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end"))
    return begin, text, middle, shown, end
