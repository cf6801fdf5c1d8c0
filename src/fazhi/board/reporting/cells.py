"""A published figure by district and month. Small numbers of cases point at persons: they are not published."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings

from fazhi.board.wording import value_in_words
from fazhi.casework.api import Facts
from fazhi.figures.api import (
    Change,
    Count,
    Distinct,
    Figure,
    Ratio,
    Result,
    Scope,
    Sum,
    by_district,
    by_year,
    evaluate_together,
)
from fazhi.people.api import Level, Place

FEWEST = 3
FEW, TOO_FEW, PROTECTED = "<3", "数量过少，不公开", "不公开"
Cell = dict[str, Any]


def public_cells(figures: Iterable[Figure], scope: Scope) -> dict[str, dict[str, list[Cell]]]:
    """{figure id: {"districts": [{label, shown, value}], "months": [...]}}; a hidden cell has no value."""
    listed = list(figures)
    named = {place.code: _name(place) for place in _places()}
    found = by_district(listed, scope)
    named |= {code: code for code in found if code not in named}
    nothing = {figure.id: None for figure in listed}
    months = evaluate_together(listed, scope.months())
    return {
        each.id: {
            "districts": _protected(each, [(name, found.get(code, nothing)[each.id]) for code, name in named.items()]),
            "months": _months(each, months),
        }
        for each in listed
    }


def _months(figure: Figure, months: list[dict[str, Result]]) -> list[Cell]:
    if by_year(figure):
        return []
    return _protected(figure, [(f"{n}月", at[figure.id]) for n, at in enumerate(months, start=1)])


def _places() -> list[Place]:
    rows = Place.objects.filter(city=settings.CITY, level__in=[Level.CITY, Level.DISTRICT], until__isnull=True)
    return sorted(rows, key=lambda place: (place.level != Level.DISTRICT, place.code))


def _name(place: Place) -> str:
    return "市本级" if place.level == Level.CITY else place.name


def of_cases(figure: Figure) -> bool:
    return any(issubclass(measure.rows.model, Facts) for measure in figure.measures().values())


def _protected(figure: Figure, results: list[tuple[str, Result | None]]) -> list[Cell]:
    if not of_cases(figure):
        return [_cell(label, result) for label, result in results]
    if isinstance(figure, Sum):
        return []  # a sum does not tell how many cases it is made of
    hidden = _small_counts if isinstance(figure, Count | Distinct) else _small_shares
    return hidden(figure, results)


def _cell(label: str, result: Result | None) -> Cell:
    if result is None or result.value is None:
        return {"label": label, "shown": "—", "value": None}
    return {"label": label, "shown": value_in_words(result), "value": float(result.value)}


def _small_counts(figure: Figure, results: list[tuple[str, Result | None]]) -> list[Cell]:
    """One hidden cell could be reckoned from the total: then the next smallest is hidden with it."""
    cells = [_cell(label, result) for label, result in results]
    small = [cell for cell in cells if cell["value"] and cell["value"] < FEWEST]
    for cell in small:
        cell |= {"shown": FEW + figure.unit, "value": None}
    rest = [cell for cell in cells if cell["value"]]
    if len(small) == 1 and rest:
        min(rest, key=lambda cell: float(cell["value"])).update(shown=PROTECTED, value=None)
    return cells


def _small_shares(figure: Figure, results: list[tuple[str, Result | None]]) -> list[Cell]:
    parts: Callable[[Result], tuple[int, ...]] = _parts_of_change if isinstance(figure, Change) else _parts_of_share
    cells = []
    for label, result in results:
        cell = _cell(label, result)
        if result is not None and any(0 < part < FEWEST for part in parts(result)):
            cell |= {"shown": TOO_FEW, "value": None}
        cells.append(cell)
    return cells


def _parts_of_share(result: Result) -> tuple[int, ...]:
    part, whole = result.numerator or 0, result.denominator or 0
    return (part, whole, whole - part) if isinstance(result.figure, Ratio) else (part, whole)


def _parts_of_change(result: Result) -> tuple[int, ...]:
    return tuple(result.measured.values())
