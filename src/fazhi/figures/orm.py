"""Conditions and row sets as Django's own queries: they see the current transaction and take permissions with them."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Case, Count, F, Max, Model, Q, QuerySet, Sum, Value, When
from django.db.models.aggregates import Aggregate
from django.db.models.functions import Coalesce

from fazhi.figures.conditions import Column, Compare, Condition, Either, Every, Linked, Never, resolved
from fazhi.figures.figure import Measure
from fazhi.figures.rows import Rows
from fazhi.figures.scope import Scope
from fazhi.people.api import branch, within

LOOKUP = {"lt": "__lt", "le": "__lte", "gt": "__gt", "ge": "__gte", "eq": "", "in": "__in"}


def to_q(condition: Condition, scope: Scope) -> Q:
    """A condition as Q. Unknown (NULL) is false, also under "not"."""
    if isinstance(condition, Every):
        joined = Q()
        for part in condition.parts:
            joined &= to_q(part, scope)
        return joined
    if isinstance(condition, Either):
        joined = Q()
        for part in condition.parts:
            joined |= to_q(part, scope)
        return joined
    if isinstance(condition, Never):
        return ~to_q(condition.part, scope)
    if isinstance(condition, Linked):
        return _linked(condition, scope)
    assert isinstance(condition, Compare)
    return _compare(condition, scope)


def _compare(condition: Compare, scope: Scope) -> Q:
    value: Any = condition.value
    value = F(value.path) if isinstance(value, Column) else resolved(value, scope.bound)
    if condition.operator == "null":
        return Q(**{f"{condition.column}__isnull": value})
    if condition.operator == "ne":
        return ~Q(**{condition.column: value}) & Q(**{f"{condition.column}__isnull": False})
    return Q(**{condition.column + LOOKUP[condition.operator]: value})


def _linked(condition: Linked, scope: Scope) -> Q:
    """Counted over the whole city and every place: what points at a row does so wherever it was recorded."""
    pointing = condition.rows.model._default_manager.filter(city=settings.CITY, **{f"{condition.by}__isnull": False})
    pointing = pointing.filter(to_q(condition.rows.condition(), scope))
    if condition.least == 1 and condition.most is None:
        return Q(**{f"{condition.column}__in": pointing.values(condition.by)})
    counted = pointing.order_by().values(condition.by).annotate(how_many=Count("pk"))
    if condition.most is not None and not condition.least:
        return ~Q(**{f"{condition.column}__in": counted.filter(how_many__gt=condition.most).values(condition.by)})
    counted = counted.filter(how_many__gte=condition.least or 1)
    if condition.most is not None:
        counted = counted.filter(how_many__lte=condition.most)
    return Q(**{f"{condition.column}__in": counted.values(condition.by)})


def cut(rows: Rows, scope: Scope) -> Q:
    """City, place, organisation and sight."""
    condition = Q(city=settings.CITY)
    if scope.place:
        condition &= within(scope.place, rows.place)
    if scope.org:
        condition &= branch(scope.org, f"{rows.org}__path")
    return condition


def selection(rows: Rows, scope: Scope) -> QuerySet[Model]:
    """The rows themselves, as the person may see them: what a figure opens to."""
    found = rows.model._default_manager.filter(cut(rows, scope), to_q(rows.condition(), scope))
    return scope.sight.rows(found, rows.place, f"{rows.org}__path")


def flag(measure: Measure, scope: Scope) -> Case:
    """Whether a row is counted by a measure, as a column, so that one pass over a table tells the rows of many figures."""
    return Case(When(_counted(measure, scope), then=Value(True)), default=Value(False))


def counted_by_any(measures: Iterable[Measure], scope: Scope) -> Q:
    """Rows that at least one of the measures counts."""
    joined = Q()
    for measure in measures:
        joined |= _counted(measure, scope)
    return joined


def _counted(measure: Measure, scope: Scope) -> Q:
    return to_q(measure.rows.condition(), scope.base() if measure.base else scope) & Q(pk__isnull=False)


def aggregate(measure: Measure, scope: Scope) -> Aggregate | Coalesce:
    """A measure as a filtered aggregate, so that one pass over a table answers many figures."""
    at = scope.base() if measure.base else scope
    where = to_q(measure.rows.condition(), at)
    if measure.aggregate == "count":
        return Count("pk", filter=where)
    if measure.aggregate == "distinct":
        return Count(measure.column, filter=where, distinct=True)
    if measure.aggregate == "max":
        return Coalesce(Max(measure.column, filter=where), 0)
    return Coalesce(Sum(measure.column, filter=where), 0)
