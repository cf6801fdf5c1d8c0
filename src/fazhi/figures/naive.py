"""The third opinion: the same definitions in plain Python over all rows of a table. For tests and small data only."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from operator import eq, ge, gt, le, lt
from typing import Any

from django.conf import settings
from django.db.models import Model

from fazhi.figures.conditions import (
    Column,
    Compare,
    Condition,
    Either,
    Every,
    Linked,
    Never,
    columns_of,
    resolved,
)
from fazhi.figures.figure import Figure, Measure
from fazhi.figures.rows import Rows
from fazhi.figures.scope import Scope

Row = Mapping[str, Any]
COMPARE = {"eq": eq, "lt": lt, "le": le, "gt": gt, "ge": ge}


def reckon(figure: Figure, scope: Scope) -> Any:
    """What `evaluate` gives, reckoned row by row (city-wide sight)."""
    return figure.reckon({name: measured(measure, scope) for name, measure in figure.measures().items()})


def opened(figure: Figure, scope: Scope) -> set[Any]:
    """The ids of the rows that a figure opens to: those of its first measure."""
    measure = next(iter(figure.measures().values()))
    return {row["pk"] for row in _kept(measure.rows, scope.base() if measure.base else scope, set())}


def measured(measure: Measure, scope: Scope) -> int:
    at = scope.base() if measure.base else scope
    kept = list(_kept(measure.rows, at, {measure.column}))
    if measure.aggregate == "count":
        return len(kept)
    values = [row[measure.column] for row in kept if row[measure.column] is not None]
    if measure.aggregate == "distinct":
        return len(set(values))
    return int(max(values, default=0) if measure.aggregate == "max" else sum(values))


def _kept(rows: Rows, scope: Scope, wanted: set[str], everywhere: bool = False) -> Iterable[Row]:
    condition = rows.condition()
    org_path = f"{rows.org}__path"
    paths = columns_of(condition) | wanted | {"pk", rows.place, org_path, "city"}
    pointed = _Pointed(scope)
    for row in _load(rows.model, paths):
        inside = row["city"] == settings.CITY and (
            everywhere or str(row[rows.place]).startswith(scope.place) and str(row[org_path]).startswith(scope.org)
        )
        if inside and _meets(condition, row, scope, pointed):
            yield row


def _load(model: type[Model], paths: set[str]) -> Iterable[Row]:
    ordered = sorted(paths)
    for values in model._default_manager.order_by().values_list(*ordered):
        yield dict(zip(ordered, values, strict=True))


def _meets(condition: Condition, row: Row, scope: Scope, pointed: "_Pointed") -> bool:
    if isinstance(condition, Every):
        return all(_meets(part, row, scope, pointed) for part in condition.parts)
    if isinstance(condition, Either):
        return any(_meets(part, row, scope, pointed) for part in condition.parts)
    if isinstance(condition, Never):
        return not _meets(condition.part, row, scope, pointed)
    if isinstance(condition, Linked):
        how_many = pointed.count(condition, row[condition.column])
        return (condition.least or 0) <= how_many and (condition.most is None or how_many <= condition.most)
    assert isinstance(condition, Compare)
    return _compares(condition, row, scope)


def _compares(condition: Compare, row: Row, scope: Scope) -> bool:
    mine = row[condition.column]
    if condition.operator == "null":
        return (mine is None) is condition.value
    other = condition.value
    other = row[other.path] if isinstance(other, Column) else resolved(other, scope.bound)
    if mine is None or other is None:
        return False
    if isinstance(mine, datetime) and isinstance(other, date) and not isinstance(other, datetime):
        mine = mine.date()
    if condition.operator == "in":
        return mine in other
    if condition.operator == "ne":
        return bool(mine != other)
    return bool(COMPARE[condition.operator](mine, other))


class _Pointed:
    """How many rows of another set point at each value, read once per condition."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.counts: dict[int, dict[Any, int]] = {}

    def count(self, condition: Linked, value: Any) -> int:
        key = id(condition)
        if key not in self.counts:
            counts: dict[Any, int] = {}
            for row in _kept(condition.rows, self.scope, {condition.by}, everywhere=True):
                if row[condition.by] is not None:
                    counts[row[condition.by]] = counts.get(row[condition.by], 0) + 1
            self.counts[key] = counts
        return self.counts[key].get(value, 0)
