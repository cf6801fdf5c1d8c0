"""Places inside a statute: parsed from the data files, written as statutes do (第三十条第一款第四项)."""

import re
from typing import NamedTuple

_DIGITS = "零一二三四五六七八九"
_PLACE = re.compile(r"(?P<article>\d+)(?:\.(?P<paragraph>\d+))?(?:\((?P<item>\d+)\))?")


class Place(NamedTuple):
    """An article (or the heading of a document without articles), paragraph 款 and item 项; 0 means none."""

    article: int | str
    paragraph: int = 0
    item: int = 0


def parse_place(text: str) -> Place:
    """`30`, `30.1` (款), `30.1(4)` (款项), `41(5)` (项); any other text is a heading, empty the whole."""
    found = _PLACE.fullmatch(text)
    if found is None:
        return Place(text)
    return Place(int(found["article"]), int(found["paragraph"] or 0), int(found["item"] or 0))


def numeral(number: int) -> str:
    """1 to 9,999 as statutes write them: 十, 二十一, 一百零三, 一千二百六十."""
    parts = ""
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            parts += _DIGITS[digit] + unit
        elif parts and number % power and not parts.endswith("零"):
            parts += "零"
    return parts.removeprefix("一") if 10 <= number < 20 else parts


def place_text(place: Place) -> str:
    """第三十条第一款第四项; a heading stays as it is."""
    if isinstance(place.article, str):
        return place.article
    text = f"第{numeral(place.article)}条"
    if place.paragraph:
        text += f"第{numeral(place.paragraph)}款"
    return text + (f"第{numeral(place.item)}项" if place.item else "")
