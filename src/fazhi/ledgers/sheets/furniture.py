"""Tells data rows from totals, repeated headers and notes below the table. For reading."""

import re
from collections.abc import Mapping, Sequence

from .amounts import Cell, squeezed
from .header import Match
from .layout import tidy_header
from .values import raw_text

_TOTAL = re.compile(r"(?:本页|本月|本季度?|本年|全年|累计|全市|各项)?(?:合计|小计|总计|共计|累计)(?:[:(].*)?")
_REMARK = re.compile(
    r"(?:备?注|说明|填表说明|(?:填表|填报|制表|审核|复核|统计|负责|联系|经办)(?:人|单位|日期|时间|电话)|"
    r"(?:单位|分管|部门)(?:负责人|领导)(?:签字|签名)?|填报(?:单位)?[(]盖章[)])[0-9一二三]?[:、.].*",
    re.DOTALL,
)


def reason_to_skip(row: Sequence[Cell], match: Match, headers: Mapping[int, str]) -> str | None:
    """Why this row is not data, in Chinese, or None.

    Total words count only in the first three filled cells; remarks only in a row of at most three filled
    cells. A row that carries an id is always data.
    """
    filled = [place for place, cell in enumerate(row) if _says_something(cell)]
    if match.id_place in filled:
        return None
    first = [squeezed(raw_text(row[place])) for place in filled[:3]]
    if any(map(_TOTAL.fullmatch, first)):
        return "合计行"
    if len(filled) <= 3 and first and _REMARK.fullmatch(first[0]):
        return "表下说明"
    known = [place for place in filled if place in headers]
    if not known:
        return "本表各列都没有内容"
    if len(known) > 1 and all(tidy_header(raw_text(row[place])) == headers[place] for place in known):
        return "重复的表头"
    return None


def _says_something(cell: Cell) -> bool:
    return not isinstance(cell, str) or bool(cell and not cell.isspace())
