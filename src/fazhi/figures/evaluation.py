"""All figures of a period in one pass over each table; by district, organisation and month with the same definitions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeVar

from django.db.models import F, Model, QuerySet
from django.db.models.functions import Substr

from fazhi.figures.figure import Figure, Measure
from fazhi.figures.orm import aggregate, cut
from fazhi.figures.rows import Rows
from fazhi.figures.scope import Scope
from fazhi.people.api import DISTRICT_DIGITS

PASS = 40  # measures of one statement: SQLite's expression tree and parameter limits are far above that


@dataclass(frozen=True)
class Result:
    """A figure over one scope. `row_count` is how many rows it opens to (numerator rows for a share).

    `measured` holds what each of the figure's measures came to, by the measure's name.
    """

    figure: Figure
    scope: Scope
    value: Fraction | None
    numerator: int | None
    denominator: int | None
    holds: bool | None
    row_count: int
    measured: Mapping[str, int]
    worst: int | None = None


Key = TypeVar("Key")
Wanted = dict[tuple[str, str], Measure]
Found = dict[tuple[str, str], int]

ROWS = "rows"  # how many rows a figure opens to, asked for where no measure of its own tells


def evaluate(figures: Iterable[Figure], scope: Scope) -> dict[str, Result]:
    """The value of each figure, by its id."""
    return evaluate_together(figures, [scope])[0]


def evaluate_together(figures: Iterable[Figure], scopes: Sequence[Scope]) -> list[dict[str, Result]]:
    """The figures over several periods (a year and the one before, twelve months), still one pass over each table.

    The scopes may differ in year, month and cut-off; ValueError where place, organisation or sight differ.
    """
    listed = list(figures)
    if len({(scope.place, scope.org, scope.sight) for scope in scopes}) > 1:
        raise ValueError("periods are evaluated together only within one place, organisation and sight")
    wanted = {(at, *key): measure for key, measure in wanted_of(listed).items() for at in range(len(scopes))}
    found: list[Found] = [{} for _ in scopes]
    for part in passes_of(wanted):
        names = {f"m{number}": key for number, key in enumerate(part)}
        asked = {name: aggregate(part[key], scopes[key[0]]) for name, key in names.items()}
        answers = in_sight(part, scopes[0]).aggregate(**asked)
        for name, (at, figure, measure) in names.items():
            found[at][figure, measure] = int(answers[name])
    return [results_of(listed, scope, cells) for scope, cells in zip(scopes, found, strict=True)]


def in_sight(part: Mapping[Any, Measure], scope: Scope) -> QuerySet[Model]:
    """The rows of a pass's table that lie in the scope's place and organisation and in its person's sight."""
    rows = next(iter(part.values())).rows
    found = rows.model._default_manager.filter(cut(rows, scope))
    return scope.sight.rows(found, rows.place, f"{rows.org}__path")


def results_of(figures: Iterable[Figure], scope: Scope, found: Found) -> dict[str, Result]:
    """What each figure comes to, from its measures."""
    return {figure.id: _result(figure, scope, found) for figure in figures}


def by_district(figures: Iterable[Figure], scope: Scope) -> dict[str, dict[str, Result]]:
    """{district code: {figure id: result}}; rows of the city itself stand under the city's own code."""
    return _grouped(list(figures), scope, "district")


def by_organisation(figures: Iterable[Figure], scope: Scope) -> dict[int, dict[str, Result]]:
    """{organisation id: {figure id: result}}."""
    return _grouped(list(figures), scope, "org")


def by_place(figures: Iterable[Figure], scope: Scope, digits: int) -> dict[str, dict[str, Result]]:
    """{code prefix of that many digits: {figure id: result}}: 6 for districts, 9 for towns."""
    return _grouped(list(figures), scope, f"place{digits}")


def by_month(figure: Figure, scope: Scope) -> list[Result]:
    """The figure of each month of the scope's year (what stood at its end, for a stock)."""
    return [found[figure.id] for found in evaluate_together([figure], scope.months())]


def wanted_of(figures: Iterable[Figure]) -> Wanted:
    """Every measure of the figures, by (figure id, measure name)."""
    return {(figure.id, name): measure for figure in figures for name, measure in _asked_of(figure).items()}


def _asked_of(figure: Figure) -> dict[str, Measure]:
    own = dict(figure.measures())
    first = next(iter(own.values()), None)
    if first is None or first.aggregate == "count":
        return own
    return {**own, ROWS: Measure(first.rows, base=first.base)}


def passes_of(wanted: Mapping[Key, Measure]) -> list[dict[Key, Measure]]:
    """Measures that one statement can answer together: same table, same place and organisation columns."""
    tables: dict[tuple[type[Model], str, str], list[dict[Key, Measure]]] = {}
    for key, measure in wanted.items():
        parts = tables.setdefault((measure.rows.model, measure.rows.place, measure.rows.org), [{}])
        if len(parts[-1]) == PASS:
            parts.append({})
        parts[-1][key] = measure
    return [part for parts in tables.values() for part in parts]


def _grouped(figures: Sequence[Figure], scope: Scope, dimension: str) -> dict[Any, dict[str, Result]]:
    found: dict[Any, Found] = {}
    wanted = wanted_of(figures)
    for part in passes_of(wanted):
        rows = next(iter(part.values())).rows
        names = {f"m{number}": key for number, key in enumerate(part)}
        grouped = _dimension(in_sight(part, scope), rows, dimension).annotate(
            **{name: aggregate(part[key], scope) for name, key in names.items()}
        )
        for line in grouped.order_by():
            cell = found.setdefault(line["cut_by"], {})
            cell.update({key: int(line[name]) for name, key in names.items()})
    empty = dict.fromkeys(wanted, 0)
    return {
        group: {figure.id: _result(figure, scope, {**empty, **cell}) for figure in figures}
        for group, cell in sorted(found.items())
    }


def _dimension(base: Any, rows: Rows, dimension: str) -> Any:
    if dimension == "org":
        return base.values(cut_by=F(f"{rows.org}_id"))
    digits = DISTRICT_DIGITS if dimension == "district" else int(dimension.removeprefix("place"))
    return base.annotate(cut_by=Substr(rows.place, 1, digits)).values("cut_by")


def _result(figure: Figure, scope: Scope, found: Mapping[tuple[str, str], int]) -> Result:
    own = {name: found[figure.id, name] for name in figure.measures()}
    reckoned = figure.reckon(own)
    opens_to = found.get((figure.id, ROWS), next(iter(own.values()), 0))
    return Result(
        figure,
        scope,
        reckoned.value,
        reckoned.numerator,
        reckoned.denominator,
        reckoned.holds,
        row_count=opens_to,
        measured=own,
        worst=own.get("worst"),
    )
