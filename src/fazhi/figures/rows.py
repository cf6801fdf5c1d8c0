"""A row set: a table, the conditions its rows meet, and the dimensions by which it can be cut."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from django.db.models import Model

from fazhi.casework.api import Facts
from fazhi.figures.conditions import DAY_AFTER, FIRST_DAY, LAST_DAY, Condition, Every, col
from fazhi.registers.api import Entry, Recorded


class Span(Enum):
    """How a set of rows relates to the period asked about."""

    FLOW = "期内发生"
    STOCK = "期末在册"
    SO_FAR = "截至期末累计"
    ANY = "不分期间"


@dataclass(frozen=True)
class Rows:
    """Rows of one table. `dated`, `until`, `place` and `org` are column paths; conditions are joined by "and"."""

    model: type[Model]
    span: Span
    dated: str
    until: str
    place: str
    org: str
    owner: str = ""
    conditions: tuple[Condition, ...] = ()

    def where(self, *conditions: Condition, **equal: Any) -> "Rows":
        more = tuple(col(path) == value for path, value in equal.items())
        return replace(self, conditions=(*self.conditions, *conditions, *more))

    def by_date(self, column: str) -> "Rows":
        """The same rows, counted by another of their dates: the table's own, or the case's."""
        own = any(field.name == column for field in self.model._meta.concrete_fields)
        return replace(self, dated=column if own else self.owner + column, span=Span.FLOW)

    def standing(self) -> "Rows":
        """What holds at the end of the period."""
        return replace(self, span=Span.STOCK)

    def begun(self) -> "Rows":
        """What began within the period (新增)."""
        return replace(self, span=Span.FLOW)

    def so_far(self) -> "Rows":
        return replace(self, span=Span.SO_FAR)

    def ever(self) -> "Rows":
        return replace(self, span=Span.ANY)

    def period(self) -> tuple[Condition, ...]:
        """The conditions that the span puts on the dates."""
        dated = col(self.dated)
        if self.span is Span.FLOW:
            return (dated >= FIRST_DAY, dated <= LAST_DAY)
        if self.span is Span.SO_FAR:
            return (dated <= LAST_DAY,)
        if self.span is Span.STOCK:
            ended = col(self.until)
            return (dated <= LAST_DAY, ended.is_null() | (ended >= DAY_AFTER))
        return ()

    def condition(self) -> Condition:
        """Everything that a row must meet, but for place, organisation and sight."""
        return Every((*self.conditions, *self.period()))


def rows(model: type[Model]) -> Rows:
    """Rows of a table with its usual dimensions: struck-out rows and superseded versions are never among them."""
    if issubclass(model, Facts):
        return _rows_of_cases(model)
    if not issubclass(model, Recorded):
        raise TypeError(f"{model.__name__} is neither a record, a list entry nor the facts of a case")
    live = col("voided_on").is_null()
    if issubclass(model, Entry):
        live_entry = (live, col("of").is_null())
        return Rows(model, Span.STOCK, "valid_from", "valid_to", "place_id", "org", conditions=live_entry)
    return Rows(model, Span.FLOW, model.dated_by, model.dated_by, "place_id", "org", conditions=(live,))


def _rows_of_cases(model: type[Facts]) -> Rows:
    live = (col("case__voided_on").is_null(),)
    return Rows(
        model,
        Span.FLOW,
        "case__received_on",
        "case__closed_on",
        "case__place_id",
        "case__org",
        "case__",
        conditions=live,
    )
