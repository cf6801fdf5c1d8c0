"""Which figure a quantity of a text speaks of. By words, unit and kind only: never by its value."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fazhi.figures.api import Change, Covers, Figure, Holds, NotComputed, Ratio
from fazhi.report.quantities import Quantity, only_wholes

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
MOVES = frozenset({"新增", "增加", "精简", "减少", "下降"})  # figures of what came or went say so themselves
NEAR = 30  # characters within which nearness counts


@dataclass(frozen=True)
class Tie:
    """A quantity with the figure whose words it stands among; `weight` says how surely."""

    quantity: Quantity
    figure: Figure
    weight: int


#: texts write brackets and stops either way; a figure's words are compared without the difference
HALF = str.maketrans("（）：，；？！", "():,;?!")


def tie(quantities: Sequence[Quantity], figures: Iterable[Figure], text: str) -> dict[int, Tie]:
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
    return _without_wholes(found, quantities, text)


def _without_wholes(found: dict[int, Tie], quantities: Sequence[Quantity], text: str) -> dict[int, Tie]:
    """7个中心建成6个: the figure of what was built is said by the six alone."""
    wholes = only_wholes(quantities, text)
    doubled = {whole for whole, part in wholes.items() if whole in found and part in found}
    return {at: tie for at, tie in found.items() if at not in doubled or tie.figure != found[wholes[at]].figure}


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
    """0 when a word does not stand in the sentence, the unit does not fit, or no word stands close to the number."""
    fit = _fits(quantity, figure)
    if not fit or _moves(quantity) and not isinstance(figure, Change) and not any(word in MOVES for word in words):
        return 0
    weight = fit
    close = False
    for word in words:
        if _covers(word, quantity, text, start, end):
            weight, close = weight + 2 * IN_SUBJECT * len(word), True  # the number is part of the claim's own name
        elif word in quantity.subject:
            weight, close = weight + IN_SUBJECT * len(word), True
        elif word in quantity.clause:
            weight, close = weight + IN_CLAUSE * len(word), True
        elif quantity.kind == "rank":
            return 0  # what is the first of its kind is said beside 首
        elif word in text[start : quantity.offset]:
            weight += IN_SENTENCE * len(word) + _nearness(quantity, word, text, start)
        elif word not in text[quantity.end : end]:
            return 0
    return weight if close else 0


def _moves(quantity: Quantity) -> bool:
    """By how much something rose or fell, which is never how much there is."""
    return quantity.qualifier == "change"


def _covers(word: str, quantity: Quantity, text: str, start: int, end: int) -> bool:
    """Whether the word stands where the number stands: 一次提交 over 一次; 一次 alone is not 一次性告知."""
    low, high = max(start, quantity.offset - len(word) + 1), min(end, quantity.end + len(word) - 1)
    return word in text[low:high]


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
