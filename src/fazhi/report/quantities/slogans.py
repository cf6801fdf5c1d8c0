"""Structures built on a numeral: 1+N, 1+3+N, 四优一特 in quotation marks, and numerals inside fixed words.

Called by the reader when a numeral carries no unit.
"""

import re
from decimal import Decimal

from .model import Found
from .names import IDIOM
from .numerals import CHINESE, chinese_integer

_STRUCTURE = re.compile(
    r"(?P<n>\d{1,3}|[一二三四五六七八九])(?:(?P<open>[+-][NnXx](?![A-Za-z]))|(?=\+[\dNXnx一二三四五六七八九]))"
)
_LAST = re.compile(r"(?<=[\dNnXx一二三四五六七八九]\+)(?P<n>\d{1,3}|[一二三四五六七八九])(?![\d.])")
_RUN = re.compile(f"[{CHINESE}]+")
_WORD = re.compile("[二两三四五六七八九]")


def structure_at(flat: str, at: int) -> Found | None:
    """One part of 1+3+N: each numeral is a claim of its own; the open +N belongs to the numeral before it."""
    found = _STRUCTURE.match(flat, at) or _LAST.match(flat, at)
    if not found:
        return None
    number = found["n"]
    value = Decimal(number) if number.isdigit() else Decimal(chinese_integer(number) or 0)
    is_open = bool(found.groupdict().get("open"))
    return Found(at, found.end(), "claim", "at_least" if is_open else "exact", value)


def quoted_at(flat: str, at: int, quote: tuple[int, int]) -> Found | None:
    """A Chinese numeral without a unit in quotation marks: “四优一特” claims four and one."""
    run = _RUN.match(flat, at)
    value = chinese_integer(run[0]) if run else None
    if not run or value is None or run[0][0] in "百千万亿" or not 0 < value < 100 or quote[1] - quote[0] > 12:
        return None
    end = run.end()
    if run[0] == "一" and not re.search("[二两三四五六七八九]", flat[quote[0] : quote[1]]):
        return None
    while end < quote[1] - 1 and flat[end] not in "、,，" and end - run.end() < 2 and not _RUN.match(flat, end):
        end += 1
    return Found(at, end, "claim", "exact", Decimal(value)) if end > run.end() else None


def word_at(flat: str, at: int) -> Found | None:
    """A numeral fused with a word outside quotation marks (两法衔接): kept as a name, so that nobody wonders."""
    run = _RUN.match(flat, at)
    if not run or len(run[0]) > 1 or not _WORD.match(flat, at):
        return None
    end = min(run.end() + 1, len(flat))
    value = chinese_integer(run[0])
    if not "\u4e00" <= flat[run.end() : end] <= "\u9fa5":
        return None
    return Found(at, end, "name", value=None if value is None else Decimal(value), reason=IDIOM)


def lone_one(flat: str, found: Found, quote: tuple[int, int]) -> bool:
    """Whether 一 with a noun is the only numeral of a quoted name (“一企来办”), and so counts nothing."""
    alone = len(_RUN.findall(flat, quote[0], quote[1])) == 1
    return alone and flat[found.start] == "一" and found.unit == "个" and "个" not in flat[found.start : found.end]


def nameless_at(flat: str, at: int, found: Found) -> bool:
    """Whether a bare Arabic number opens a quoted name (“365全周期”) or stands among letters."""
    return (
        flat[at - 1 : at] in ("“", '"', "‘")
        and not found.unit
        and "\u4e00" <= flat[found.end : found.end + 1] <= "\u9fa5"
    )
