"""Reads an official text from left to right and says every quantity in it. Called through the door of this sub-package."""

import re
from collections.abc import Iterator
from dataclasses import replace

from . import claims, dates, names
from .counted import count_at, per_at
from .forms import by_first
from .layout import Layout, Mark
from .model import NOT_FIGURES, Found, Quantity
from .names import SILENT
from .numerals import CHINESE, flatten
from .slogans import lone_one, nameless_at, quoted_at, structure_at, word_at
from .surroundings import Surroundings
from .units import RATES

# What names comes before what claims; a third of its kind (第三批) is an ordinal only where it is no rank.
_FORMS = by_first([*dates.FORMS, *names.FORMS, *claims.FORMS, *dates.ORDINALS])
_TRIGGERS = re.compile("[" + re.escape("".join(sorted({*_FORMS, *CHINESE, *"0123456789每"}))) + "]")
_QUIET = frozenset("一十首百万逐双")
_NUMERAL = frozenset(CHINESE + "0123456789")
_LED = re.compile(r"(?:近|上|超|逾|超过|过|达)$")
_ISSUER = re.compile(r"[\u4e00-\u9fa5]{1,8}$")
_NO_ISSUER = re.compile(r".*(?:根据|按照|依据|印发|落实|执行|出台|制定|以|见|和|及|与|的|据)")
_IN_TITLE = "书名号内文件名称中的词语"
_BASE = "后面比率的计量单位"


def read(text: str) -> list[Quantity]:
    """Every quantity and quantified claim of a text, in order, spans not overlapping; offsets count characters.

    Years, dates, ordinals, section numbers and names with numerals are there too, with `not_figure_reason` set.
    """
    flat = flatten(text)
    layout = Layout(flat)
    found = _rated(flat, layout, list(_scan(flat, layout)))
    around = Surroundings(text, flat, layout, found)
    return [around.quantity(n) for n in range(len(found))]


def _scan(flat: str, layout: Layout) -> Iterator[Found]:
    headings = {mark.start: mark for mark in layout.marks}
    at = floor = 0
    while trigger := _TRIGGERS.search(flat, at):
        at = trigger.start()
        found = _heading(headings, flat, at) or _found(flat, layout, at, floor)
        if found is None:
            silent = SILENT.match(flat, at)
            at = silent.end() if silent else at + 1
            continue
        if found.start < floor:
            found = replace(found, start=max(floor, at))
        yield found
        at = floor = max(found.end, at + 1)


def _heading(headings: dict[int, Mark], flat: str, at: int) -> Found | None:
    mark = headings.get(at) or (headings.get(at - 1) if flat[at - 1 : at] == "(" else None)
    return Found(mark.start, mark.end, "heading", reason="段落序号") if mark else None


def _found(flat: str, layout: Layout, at: int, floor: int) -> Found | None:
    if flat[at] in "百千万亿" and _LED.search(flat[max(floor, at - 2) : at]):
        led = _numeral(flat, layout, at, floor)
        if led:
            return led
    if flat[at] in _QUIET and SILENT.match(flat, at):
        return None
    group = _FORMS.get(flat[at])
    found = group.found(flat, at) if group else None
    if found is None:
        found = per_at(flat, at) or (_numeral(flat, layout, at, floor) if flat[at] in _NUMERAL else None)
    return _entitled(layout, _with_issuer(flat, found, floor)) if found else None


def _numeral(flat: str, layout: Layout, at: int, floor: int) -> Found | None:
    quote = layout.quote_at(at)
    found = structure_at(flat, at) or count_at(flat, at, floor, quote is not None)
    if found is None:
        return (quoted_at(flat, at, quote) if quote else None) or word_at(flat, at)
    if nameless_at(flat, at, found) or (quote and lone_one(flat, found, quote)):
        return replace(found, kind="name", reason="引号内名称中的数字")
    return found


def _entitled(layout: Layout, found: Found) -> Found:
    """A numeral or claim word inside 《》 belongs to the title of a document."""
    if found.kind in NOT_FIGURES or layout.title_at(found.start) is None:
        return found
    return replace(found, kind="name", reason=_IN_TITLE)


def _with_issuer(flat: str, found: Found, floor: int) -> Found:
    """〔2023〕7号 widened over the issuer's code before it (国办发)."""
    if found.kind != "document_number" or flat[found.start] not in "〔[【(":
        return found
    lead = _ISSUER.search(flat, max(floor, found.start - 8), found.start)
    if not lead:
        return found
    cut = _NO_ISSUER.match(lead[0])
    return replace(found, start=lead.start() + (cut.end() if cut else 0))


def _rated(flat: str, layout: Layout, found: list[Found]) -> list[Found]:
    """Neighbours of one clause read together: 均 after 所有 says nothing new, 每万人 is the base of the next number."""
    kept: list[Found] = []
    for item in found:
        last = kept[-1] if kept else None
        if last is None or not _tied(flat, last, item) or layout.clause_at(last.start) != layout.clause_at(item.start):
            kept.append(item)
        elif flat.startswith("均", item.start):
            continue
        elif last.per:
            kept[-1] = replace(last, kind="name", reason=_BASE)
            kept.append(replace(item, per=last.per))
        else:
            kept.append(replace(item, qualifier=last.qualifier, direction=last.direction))
    return kept


def _tied(flat: str, last: Found, item: Found) -> bool:
    """Whether two neighbours may be one statement; dear questions about clauses are asked only then."""
    if flat.startswith("均", item.start):
        return flat[last.start : last.end] in ("所有", "全部")
    if last.per and flat[last.start] == "每":
        return item.kind in ("number", "rate", "money")
    return last.unit == item.unit and last.unit in RATES and flat[last.end : item.start] in ("和", "、")
