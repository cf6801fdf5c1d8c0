"""Which figures are judged by the year: a month of them would be another claim. Called by whoever draws a trend.

What stands on a list at the end of a period is asked what was done in that period (每位负责人当年四类履职齐全). In a month
hardly anyone has done all that a year asks, so twelve months of 不成立 would say nothing. Derived from the definition.
"""

from collections.abc import Iterator

from fazhi.figures.conditions import FIRST_DAY, Compare, Condition, Either, Every, Linked, Never
from fazhi.figures.figure import Figure
from fazhi.figures.rows import Span

BY_YEAR = "本项按年度判断，不分月。"


def by_year(figure: Figure) -> bool:
    """Whether some measure holds what stands against what was done within the period."""
    measured = [measure.rows for measure in figure.measures().values()]
    return any(
        rows.span is not Span.FLOW and any(_within_the_period(part) for part in _parts(Every(rows.conditions)))
        for rows in measured
    )


def _within_the_period(condition: Condition) -> bool:
    if isinstance(condition, Linked):
        rows = condition.rows
        return rows.span is Span.FLOW or any(_within_the_period(part) for part in _parts(Every(rows.conditions)))
    return isinstance(condition, Compare) and condition.value is FIRST_DAY


def _parts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, Never):
        yield from _parts(condition.part)
    elif isinstance(condition, Every | Either):
        for part in condition.parts:
            yield from _parts(part)
    else:
        yield condition
