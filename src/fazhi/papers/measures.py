"""The measures of GB/T 9704-2012 and the sums that Word and PDF make from them; names say the unit."""

import re
import unicodedata
from datetime import date

from fazhi.papers.document import Table

TOP_MM, BOTTOM_MM, LEFT_MM, RIGHT_MM = 37.0, 35.0, 28.0, 26.0
BLOCK_WIDTH_MM, BLOCK_HEIGHT_MM = 156.0, 225.0
LINES, CHARACTERS = 22, 28
BODY_PT, TITLE_PT, SMALL_PT, TABLE_PT = 16.0, 22.0, 14.0, 12.0
RED_HEAD_MAX_PT = 60.0
PT_PER_MM = 72 / 25.4
CELL_PADDING = 1.2
"""Characters of 12 pt that a table cell's two margins take, with a little to spare."""
SEAL_INDENT = 4.0
"""§7.3.5.1: the date of a sealed document stands four characters off the right edge."""

_NUMBER = re.compile(r"[-+−]?[\d,]+(\.\d+)?[%％]?|[—–-]|\s*")


def width(text: str) -> float:
    """Width in characters of the font size: a Chinese character or mark is 1, a Latin one ½."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)


def chinese_date(day: date) -> str:
    """2025年3月1日: Arabic digits, no leading zeros (§7.3.5)."""
    return f"{day.year}年{day.month}月{day.day}日"


def signature_indents(issuer: str, dated: str) -> tuple[float, float]:
    """Right indents, in characters, of the issuer and of the date: the one centred over the other.

    The date keeps its four characters unless the issuer's name is so long that it would leave the text block.
    """
    overhang = (width(issuer) - width(dated)) / 2
    date_indent = max(SEAL_INDENT, overhang)
    return date_indent - overhang, date_indent


def red_head_pt(text: str) -> float:
    """Size of the issuing organ's mark: as large as the text block's width lets it be, below 22 mm."""
    return min(RED_HEAD_MAX_PT, BLOCK_WIDTH_MM * PT_PER_MM / max(width(text), 1.0))


def attachment_lines(names: tuple[str, ...]) -> tuple[str, ...]:
    """附件：1. 名称 …; a single attachment has no number (§7.3.4)."""
    if len(names) == 1:
        return (f"附件：{names[0]}",)
    return tuple(f"{'附件：' if number == 1 else ''}{number}. {name}" for number, name in enumerate(names, start=1))


def column_shares(table: Table) -> tuple[float, ...]:
    """Each column's share of the width: what its longest cell needs, and where that is too much in all,
    narrow columns keep their need and the wide ones divide the rest evenly.
    """
    needs = []
    for column, title in enumerate(table.head):
        longest = max((width(row[column].text) for row in table.cells), default=0.0)
        needs.append(max(longest, width(title), 2.0) + CELL_PADDING)
    granted = _granted(needs, BLOCK_WIDTH_MM * PT_PER_MM / TABLE_PT)
    return tuple(share / sum(granted) for share in granted)


def _granted(needs: list[float], whole: float) -> list[float]:
    granted = [0.0] * len(needs)
    order = sorted(range(len(needs)), key=needs.__getitem__)
    for place, column in enumerate(order):
        granted[column] = min(needs[column], whole / (len(order) - place))
        whole -= granted[column]
    return granted


def numeric_columns(table: Table) -> tuple[bool, ...]:
    """For each column, whether all its cells are numbers, so that they stand flush right."""
    return tuple(
        bool(table.rows) and all(_NUMBER.fullmatch(row[column].text) for row in table.cells)
        for column in range(len(table.head))
    )


def addressee_line(addressee: str | None) -> str | None:
    """主送机关 ends with a full-width colon (§7.3.2)."""
    return addressee and addressee.rstrip("：:") + "："


def copies_line(copies_to: str | None) -> str | None:
    """抄送机关 ends with a full stop (§7.4.2)."""
    return copies_to and "抄送：" + copies_to.removeprefix("抄送：").rstrip("。") + "。"


def notes_line(notes: str | None) -> str | None:
    """附注 stands in round brackets (§7.3.7)."""
    return notes and (notes if notes[0] in "(（" else f"（{notes}）")
