"""Numerals as they stand in official texts: Arabic, Chinese, mixed with 万 and 亿. Called by the grammar.

Plain numerals agree with GB/T 15835; a bare 百, 千, 万 or 亿 is flagged, because 百姓 and 万家 are no numbers.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

DIGITS = {c: i for i, row in enumerate(
    ("零〇", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")) for c in row}  # fmt: skip
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
CHINESE = "".join(DIGITS) + "".join(TENS) + "".join(MYRIADS)

_ARABIC = re.compile(r"\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:\.\d+)?")
_CHINESE = re.compile(rf"[{CHINESE}]+(?:点[{''.join(DIGITS)}]+)?")
_PAIR = re.compile(r"([一二两三四五六七八])([二三四五六七八九])")
_SCALE = re.compile(r"[十百千]?[万亿]+|[百千](?![分克米瓦])")
_GROUPING = str.maketrans("", "", ",， ")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％（）　−－～〜＋：", "0123456789.%() --~~+:")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral at a place: `low`, `high` for 两三 (else None), `end`, decimals shown, and how it was written.

    `step` is the worth of its last written place: 100 for 1938.46万, 0.1 for 18.5, 1 for 1200.
    """

    low: Decimal
    high: Decimal | None
    end: int
    digits: int = 0
    chinese: bool = False
    bare: bool = False
    step: Decimal = Decimal(1)


def flatten(text: str) -> str:
    """The text with full-width digits and signs made plain, one character for one, so offsets hold."""
    return text.translate(_FULL_WIDTH)


def chinese_integer(run: str) -> int | None:
    """The value of a run of Chinese numerals, or None where it is no well-formed number (一二三, 三三)."""
    total, section, pending, last, zero = 0, 0, -1, 10**9, False
    for char in run:
        if char in DIGITS:
            if pending > 0 or (pending == 0 and DIGITS[char] == 0):
                return None
            pending, zero = DIGITS[char], zero or DIGITS[char] == 0
        elif char in TENS:
            if TENS[char] >= last:
                return None
            last = TENS[char]
            section, pending, zero = section + (pending if pending > 0 else 1) * last, -1, False
        else:
            section += max(pending, 0)
            if char == "万":
                total += (section or 1) * 10**4
            else:
                total = (total + section or 1) * 10**8
            section, pending, zero, last = 0, -1, False, MYRIADS[char]
    return total + section + _tail(pending, last, zero)


def _tail(pending: int, last: int, zero: bool) -> int:
    """The closing digit: 三百五 means 350, 三百零五 means 305."""
    if pending <= 0:
        return 0
    return pending * last // 10 if last < 10**9 and not zero else pending


def numeral_at(flat: str, at: int) -> Numeral | None:
    """The numeral that begins at `at` in flattened text, with its 万 and 亿; None where there is none."""
    found = _ARABIC.match(flat, at)
    if found:
        return _scaled(flat, found)
    found = _CHINESE.match(flat, at)
    return _chinese(flat, found) if found else None


def scale_at(flat: str, at: int) -> tuple[Decimal, int]:
    """The multiplier written at `at` (万, 亿, 千万 …) and where it ends; one where there is none."""
    found = _SCALE.match(flat, at)
    if not found:
        return Decimal(1), at
    return Decimal(chinese_integer(found[0]) or 1), found.end()


def _scaled(flat: str, found: re.Match[str]) -> Numeral:
    plain = found[0].translate(_GROUPING)
    digits = len(plain.partition(".")[2])
    scale, end = scale_at(flat, found.end())
    value = Decimal(plain) * scale
    if scale == 10**8 and (rest := _ARABIC.match(flat, end)) and flat[rest.end() : rest.end() + 1] == "万":
        more = Decimal(rest[0].replace(",", ""))
        return Numeral(value + more * 10**4, None, rest.end() + 1, step=_place(more) * 10**4)
    return Numeral(value, None, end, digits if scale == 1 else 0, step=Decimal(1).scaleb(-digits) * scale)


def _place(shown: Decimal) -> Decimal:
    """The worth of the last decimal shown."""
    exponent = shown.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _chinese(flat: str, found: re.Match[str]) -> Numeral | None:
    run, _, decimals = found[0].partition("点")
    bare = run[0] in "百佰千仟万亿"
    pair = _PAIR.search(run)
    if pair and not decimals and 0 < DIGITS[pair[2]] - DIGITS[pair[1]] <= 2:
        low, high = (chinese_integer(run[: pair.start()] + pair[n] + run[pair.end() :]) for n in (1, 2))
        return (
            None
            if low is None or high is None
            else Numeral(Decimal(low), Decimal(high), found.end(), 0, True, step=_last_unit(run))
        )
    value = chinese_integer(run)
    if value is None:
        return None
    fraction = "".join(str(DIGITS[c]) for c in decimals)
    if not fraction:
        return Numeral(Decimal(value), None, found.end(), 0, True, bare, _last_unit(run))
    scale, end = scale_at(flat, found.end())
    digits = len(fraction) if scale == 1 else 0
    step = Decimal(1).scaleb(-len(fraction)) * scale
    return Numeral(Decimal(f"{value}.{fraction}") * scale, None, end, digits, True, bare, step)


def _last_unit(run: str) -> Decimal:
    """十二万 is stated in 万 and 十二万三千 in 千; without 万 or 亿 a number is stated in ones."""
    if not any(char in MYRIADS for char in run) or run[-1] in DIGITS:
        return Decimal(1)
    return Decimal(MYRIADS.get(run[-1]) or TENS[run[-1]])
