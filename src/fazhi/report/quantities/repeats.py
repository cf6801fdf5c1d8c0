"""The same matter said twice in a text: equal, or with two values. Called by the consistency checks."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from .findings import amount, finding
from .model import Inconsistency, Quantity

# A number of another place, level, year or period is another number.
_SCOPE = re.compile(
    r"市本级|全省|全市|全县|全区|全国|各县|各区|[\u4e00-\u9fa5]{2}[市县区](?=[政公法检司]|人民|行政)|"
    r"(?:19|20)\d\d年|上年|去年|今年|同期|上半年|下半年|[一二三四]季度|\d{1,2}月|累计|新增|其中|计划|目标|力争|以来"
)
_LEAST = 4
# A list of places says what the number is of only once, before it: 丹徒区（50%）、镇江新区（60%）.
_PLACE = re.compile(r"[\u4e00-\u9fa5]{1,5}(?:省|市|县|区|州|镇|乡|街道)")


def repeated(quantities: Sequence[Quantity], text: str) -> Iterator[Inconsistency]:
    """Each pair of quantities with one subject, unit and scope."""
    same: defaultdict[tuple[str, str, str, tuple[str, ...]], list[Quantity]] = defaultdict(list)
    for q in quantities:
        if q.kind in ("number", "rate", "money") and q.value is not None and _says_what(q.subject):
            same[q.subject, q.unit, q.per, _scope(q, text)].append(q)
    for group in same.values():
        for first, second in combinations(group, 2):
            yield from _pair(first, second)


def _says_what(subject: str) -> bool:
    return len(subject) >= _LEAST and not _PLACE.fullmatch(subject)


def _scope(q: Quantity, text: str) -> tuple[str, ...]:
    chapter = q.section[:1]
    clause = text[q.clause_offset : q.end]
    return (chapter, "变动" if q.unit != "%" and q.direction else "", *sorted(set(_SCOPE.findall(clause))))


def _pair(first: Quantity, second: Quantity) -> Iterator[Inconsistency]:
    spans = (first, second)
    what = f"“{first.subject}”"
    if (first.direction, second.direction) in (("increase", "decrease"), ("decrease", "increase")):
        yield finding("turned", "contradiction", spans, None, None,
                      f"{what}一处说增、一处说减：“{first.text}”与“{second.text}”，请核对。")  # fmt: skip
        return
    if first.direction != second.direction or first.qualifier != second.qualifier:
        return
    if (first.value, first.high) == (second.value, second.high):
        yield finding("repeated", "consistent", spans, first.value, first.value,
                      f"{what}两处数值一致：“{first.text}”。")  # fmt: skip
    elif first.sentence_offset != second.sentence_offset or first.direction:
        yield finding("repeated", "contradiction", spans, min(amount(first), amount(second)),
                      max(amount(first), amount(second)),
                      f"{what}前后两个数值不同：“{first.text}”与“{second.text}”，请核对是否同一口径。")  # fmt: skip
