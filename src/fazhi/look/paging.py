"""Pages by key, not by number: the thousandth page of a list costs what the first does, and nothing is shown twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Field, Model, Q, QuerySet
from django.http import HttpRequest, QueryDict

from fazhi.look.numbers import whole

M = TypeVar("M", bound=Model)
SIZE = 50
AFTER = "after"


@dataclass(frozen=True)
class Page(Generic[M]):
    """Rows of one page; `next_url` and `first_url` are queries to follow, or None."""

    rows: Sequence[M]
    next_url: str | None
    first_url: str | None

    def __len__(self) -> int:
        return len(self.rows)


def page_by_id(request: HttpRequest, rows: QuerySet[M], size: int = SIZE) -> Page[M]:
    """Newest first by id, after the id in the query."""
    last = whole(request.GET.get(AFTER))
    if last is not None:
        rows = rows.filter(pk__lt=last)
    found = list(rows.order_by("-pk")[: size + 1])
    more = str(found[size - 1].pk) if len(found) > size else None
    return Page(found[:size], query_with(request, after=more), first_page(request))


def page_by_column(request: HttpRequest, rows: QuerySet[M], column: str, size: int = SIZE) -> Page[M]:
    """By a column, largest first, then id; the mark in the query is `value~id`."""
    value, _, mark = request.GET.get(AFTER, "").rpartition("~")
    bound, last = _bound(rows, column, value), whole(mark)
    if bound is not None and last is not None:
        # said twice, so that an index on the column is entered at the mark
        rows = rows.filter(Q(**{f"{column}__lt": bound}) | Q(pk__lt=last), **{f"{column}__lte": bound})
    found = list(rows.order_by(f"-{column}", "-pk")[: size + 1])
    more = f"{getattr(found[size - 1], column)}~{found[size - 1].pk}" if len(found) > size else None
    return Page(found[:size], query_with(request, after=more), first_page(request))


def _bound(rows: QuerySet[M], column: str, value: str) -> Any:
    """The value of a column in a mark; None for a mark that cannot be read, which begins again."""
    field = rows.model._meta.get_field(column)
    assert isinstance(field, Field)
    try:
        return field.to_python(value) if value else None
    except ValidationError:
        return None


def first_page(request: HttpRequest) -> str | None:
    """Back to the beginning, when the query has left it."""
    return query_with(request, after="") if request.GET.get(AFTER) else None


def query_with(request: HttpRequest, **changes: str | None) -> str | None:
    """The query of this page with some of its values changed ("" removes); None when a change is None."""
    if None in changes.values():
        return None
    query = QueryDict(mutable=True)
    query.update(request.GET)
    for name, value in changes.items():
        query.pop(name, None)
        if value:
            query[name] = value
    return "?" + query.urlencode()
