"""Which figure a quantity of a text speaks of. By words, unit and kind only: never by its value."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from fazhi.figures.api import Change, Covers, Figure, Holds, NotComputed, Ratio
from fazhi.report.quantities import Quantity

#: units that official prose uses for one another
ALIKE = (
    {"个", "家", "所", "处", "座"},
    {"件", "份", "条", "项", "个", "起", "宗"},
    {"人", "名", "位"},
    {"次", "场次", "场", "期", "批"},
    {"类", "种", "级", "个"},
)
IN_SUBJECT, IN_CLAUSE, IN_SENTENCE = 6, 3, 1
PUNCTUATION = "。；;！!？?\n"
NEAR = 30  # characters within which nearness counts


@dataclass(frozen=True)
class Tie:
    """A quantity with the figure whose words it stands among; `weight` says how surely."""

    quantity: Quantity
    figure: Figure
    weight: int


#: texts write brackets and stops either way; a figure's words are compared without the difference
HALF = str.maketrans("（）：，；？！", "():,;?!")


def tie(quantities: Iterable[Quantity], figures: Iterable[Figure], text: str) -> dict[int, Tie]:
    """The best figure for each quantity, by the quantity's offset; a quantity nothing fits is left out."""
    known = [(figure, tuple(word.translate(HALF) for word in words)) for figure in figures for words in figure.mentions]
    text = text.translate(HALF)
    found: dict[int, Tie] = {}
    for quantity in quantities:
        if not quantity.is_figure and quantity.kind != "name":
            continue
        start, end = _sentence(text, quantity)
        quantity = _half(quantity)
        best: Tie | None = None
        for figure, words in known:
            weight = _weight(quantity, figure, words, text, start, end)
            if weight and (best is None or weight > best.weight):
                best = Tie(quantity, figure, weight)
        if best is not None:
            found[quantity.offset] = best
    return found


def _half(quantity: Quantity) -> Quantity:
    return replace(
        quantity,
        text=quantity.text.translate(HALF),
        subject=quantity.subject.translate(HALF),
        clause=quantity.clause.translate(HALF),
    )


def _sentence(text: str, quantity: Quantity) -> tuple[int, int]:
    """Where the quantity's sentence begins and ends."""
    start = max((text.rfind(mark, 0, quantity.offset) for mark in PUNCTUATION), default=-1) + 1
    ends = [at for mark in PUNCTUATION if (at := text.find(mark, quantity.end)) >= 0]
    return start, min(ends, default=len(text))


def _weight(quantity: Quantity, figure: Figure, words: tuple[str, ...], text: str, start: int, end: int) -> int:
    """0 when a word is missing, the unit does not fit, or no word stands close to the number."""
    fit = _fits(quantity, figure)
    if not fit:
        return 0
    weight = fit
    close = False
    for word in words:
        if len(quantity.text) > 1 and quantity.text in word or word in quantity.text:
            weight, close = weight + 2 * IN_SUBJECT * len(word), True  # the number is part of the claim's own name
        elif word in quantity.subject:
            weight, close = weight + IN_SUBJECT * len(word), True
        elif word in quantity.clause:
            weight, close = weight + IN_CLAUSE * len(word), True
        elif word in text[start : quantity.offset]:
            weight += IN_SENTENCE * len(word) + _nearness(quantity, word, text, start)
        elif word not in text[quantity.end : end]:
            return 0
    return weight if close else 0


def _nearness(quantity: Quantity, word: str, text: str, start: int) -> int:
    """Of two words said before a number the one closer to it is the one it belongs to; what follows may be another's."""
    gap = quantity.offset - text.rfind(word, start, quantity.offset) - len(word)
    return max(0, NEAR - gap) // 6


def _fits(quantity: Quantity, figure: Figure) -> int:
    """2: unit and kind are the figure's own; 1: near enough; 0: not the same sort of thing."""
    if isinstance(figure, NotComputed):
        return 1 if quantity.is_figure or figure.name_only else 0
    if quantity.kind == "name":
        return 0
    if quantity.kind in {"claim", "level", "rank"}:
        claims = isinstance(figure, Holds | Covers) or quantity.value is not None and figure.unit == quantity.unit
        return 2 if claims else 0
    if quantity.unit == "%":
        return 2 if figure.unit == "%" or isinstance(figure, Holds) else 0
    if isinstance(figure, Ratio | Change) and not isinstance(figure, Holds):
        return 1 if figure.unit != "%" and _alike(quantity.unit, figure.unit) else 0
    if isinstance(figure, Holds):
        return 1 if figure.said is not None and _alike(quantity.unit, figure.unit) else 0
    if quantity.unit == figure.unit:
        return 2
    return 1 if _alike(quantity.unit, figure.unit) else 0


def _alike(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in ALIKE)
