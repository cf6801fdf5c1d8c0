"""A text against the records: each quantity found, tied to a figure where one fits, and judged."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from fazhi.figures.api import (
    Figure,
    Holds,
    NotComputed,
    Result,
    Scope,
    Within,
    all_figures,
    computed,
    evaluate,
    read_as,
    say,
    share_shown,
    stated,
    without_records,
)
from fazhi.report.quantities import Inconsistency, Quantity, inconsistencies, read
from fazhi.report.tying import Tie, tie

Verdict = Literal["agrees", "differs", "no_figure", "not_a_figure"]
APPROXIMATELY = Fraction(1, 10)  # 近 and 约 leave a tenth


@dataclass(frozen=True)
class Judged:
    """One quantity with its verdict. `computed` is the figure's exact number as it is stated, None where there is none."""

    quantity: Quantity
    verdict: Verdict
    figure: Figure | None
    result: Result | None
    why: str

    @property
    def computed(self) -> Fraction | None:
        return stated(self.result)[0] if self.result is not None else None


@dataclass(frozen=True)
class Checked:
    """A text, judged: its quantities in order, and what it says against itself.

    `unrecorded` says that the year has no records, so that the text could only be held against itself; else it is empty.
    """

    year: int
    quantities: list[Judged]
    internal: list[Inconsistency]
    unrecorded: str = ""

    def count(self, verdict: Verdict) -> int:
        return sum(each.verdict == verdict for each in self.quantities)

    @property
    def disagrees(self) -> bool:
        """With the records or with itself."""
        return self.count("differs") > 0 or any(each.status == "contradiction" for each in self.internal)


def check(text: str, year: int, scope: Scope | None = None) -> Checked:
    """Check a whole text against the records of a year, or, where there are none, against itself alone."""
    quantities = read(text)
    missing = without_records(year)
    if missing:
        unknown = [_unchecked(each, year) for each in quantities]
        told = f"{missing}；文中的数字没有与记录核对，只检查了文稿自身"
        return Checked(year, unknown, inconsistencies(quantities, text), told)
    ties = tie(quantities, spoken_of(), text)
    plan = _plans(text, year)
    wanted = {each.figure.id: each.figure for each in ties.values()}
    provable = {figure.id for figure in computed()}
    results = evaluate([figure for id, figure in wanted.items() if id in provable], scope or Scope(year))
    judged = [_judge(quantity, ties.get(quantity.offset), results, plan) for quantity in quantities]
    return Checked(year, judged, inconsistencies(quantities, text))


def _unchecked(quantity: Quantity, year: int) -> Judged:
    if quantity.is_figure:
        return Judged(quantity, "no_figure", None, None, f"{year}年没有记录")
    return Judged(quantity, "not_a_figure", None, None, quantity.not_figure_reason)


def spoken_of() -> list[Figure]:
    """The figures that texts have words for. Another reading of a name is among them only by words of its own (户均)."""
    claimed: set[tuple[str, tuple[str, ...]]] = set()
    found: list[Figure] = []
    for figure in all_figures():
        own = {(figure.code, words) for words in figure.mentions}
        if own - claimed:
            found.append(figure)
            claimed |= own
    return found


PART = re.compile(r"^\s*[一二三四五六七八九]、(.*)$", re.MULTILINE)
AHEAD = ("计划", "安排", "打算", "下一步", "下步")
SENTENCE = re.compile(r"[^。；;\n]+")
HOPED = re.compile(r"力争|争取[在到于]|拟于|计划于|(?<![一二三四五六七八九十既各项])目标[为是]")
OF_YEAR = re.compile(r"(20\d\d)年")


def _plans(text: str, year: int) -> list[range]:
    """The stretches of a text that speak of what is to come: what they state is no result of the year."""
    return [*_plan_parts(text), *(range(*each.span()) for each in SENTENCE.finditer(text) if _ahead(each[0], year))]


def _ahead(sentence: str, year: int) -> bool:
    """A sentence that hopes, or that begins with a later year."""
    begins = OF_YEAR.match(sentence.lstrip("　 "))
    return bool(HOPED.search(sentence)) or begins is not None and int(begins[1]) > year


def _plan_parts(text: str) -> list[range]:
    heads = [(match.start(), match[1]) for match in PART.finditer(text)]
    ends = [*(start for start, _ in heads[1:]), len(text)][: len(heads)]
    return [range(start, end) for (start, name), end in zip(heads, ends, strict=True) if any(w in name for w in AHEAD)]


def _judge(quantity: Quantity, tied: Tie | None, results: Mapping[str, Result], plan: list[range]) -> Judged:
    if tied is None:
        if not quantity.is_figure:
            return Judged(quantity, "not_a_figure", None, None, quantity.not_figure_reason)
        return Judged(quantity, "no_figure", None, None, "没有与之对应的数据")
    figure = tied.figure
    if isinstance(figure, NotComputed):
        verdict: Verdict = "not_a_figure" if figure.name_only else "no_figure"
        return Judged(quantity, verdict, figure, None, figure.reason)
    result = results[figure.id]
    agrees, why = compare(quantity, result)
    if any(quantity.offset in stretch for stretch in plan):
        return Judged(quantity, "not_a_figure", figure, result, f"属于今后的计划，不是本年度结果（目前{why}）")
    return Judged(quantity, "agrees" if agrees else "differs", figure, result, why)


def compare(quantity: Quantity, result: Result) -> tuple[bool, str]:
    """Whether what the text says is what the records say, under the text's own rounding and qualifier."""
    figure = result.figure
    if isinstance(figure, Holds) and quantity.unit != "%":
        # a slogan's number is part of its name (双随机、一公开); one with a unit is a claim of its own (一次提交)
        said = not quantity.unit or quantity.qualifier == "all" or figure.said in (None, quantity.value)
        met = f"{result.numerator}/{result.denominator}符合"
        return bool(result.holds) and said, met
    if quantity.value is None:
        return result.holds is not False and bool(result.row_count), f"{result.row_count}行"
    if isinstance(figure, Within) and quantity.unit != "%" and result.worst is not None:
        return _at_most(quantity, result.worst), f"最长{result.worst}"
    if result.value is None:
        return False, "没有可以计算的记录"
    agrees = _agrees(quantity, result.value)
    if isinstance(figure, Holds):
        return agrees, f"计算值{share_shown(result)}%"
    read, exact = read_as(result), say(result)
    return agrees, f"计算值{read}" + ("" if read.replace(",", "") == exact else f"，即{exact}")


def _at_most(quantity: Quantity, worst_seconds: int) -> bool:
    units = {"小时": 3600, "分钟": 60, "天": 86400, "日": 86400, "秒": 1}
    assert quantity.value is not None
    return worst_seconds <= Fraction(quantity.value) * units.get(quantity.unit, 1)


def _agrees(quantity: Quantity, value: Fraction) -> bool:
    assert quantity.value is not None
    stated = Fraction(quantity.value)
    if quantity.direction == "decrease" and value < 0:
        return False
    if quantity.high is not None:
        return stated <= value <= Fraction(quantity.high)
    if quantity.qualifier == "at_least":
        loose = any(word in quantity.text for word in ("以上", "超", "突破", "不少于", "逾"))
        return stated <= value and (loose or value < stated + _last_place(quantity))
    if quantity.qualifier == "within":
        return value <= stated
    if quantity.qualifier == "approx":
        return abs(value - stated) <= stated * APPROXIMATELY
    step = Fraction(quantity.step)
    return _half_up(value / step) * step == stated


def _last_place(quantity: Quantity) -> Fraction:
    """How far 余 reaches: 1200余 stays below 1300, 10余 below 20, 1900余万 below 2000万."""
    step = Fraction(quantity.step)
    assert quantity.value is not None
    units = int(Fraction(quantity.value) / step)
    place = 1
    while units and units % (place * 10) == 0:
        place *= 10
    return step * place


def _half_up(value: Fraction) -> int:
    return int(value + Fraction(1, 2)) if value >= 0 else -int(-value + Fraction(1, 2))
