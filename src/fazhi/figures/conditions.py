"""Conditions on a row, as data: the same condition becomes SQL, plain Python, the analytic engine's query and words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from fazhi.figures.rows import Rows

Operator = Literal["eq", "ne", "lt", "le", "gt", "ge", "in", "null"]


@dataclass(frozen=True)
class Bound:
    """A value that depends on the period asked about: its first day, its last day, or the day after."""

    name: Literal["first", "last", "after"]
    label: str


FIRST_DAY = Bound("first", "期初")
LAST_DAY = Bound("last", "期末")
DAY_AFTER = Bound("after", "期末次日")


class Condition:
    """Combine with & | ~."""

    def __and__(self, other: Condition) -> Condition:
        return Every((self, other))

    def __or__(self, other: Condition) -> Condition:
        return Either((self, other))

    def __invert__(self) -> Condition:
        return Never(self)


@dataclass(frozen=True)
class Compare(Condition):
    """A column against a value, a bound of the period, or another column of the same row. NULL satisfies only `null`."""

    column: str
    operator: Operator
    value: Any


@dataclass(frozen=True)
class Every(Condition):
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Either(Condition):
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Never(Condition):
    """True exactly where its part is not (a NULL that makes the part unknown makes this true)."""

    part: Condition


@dataclass(frozen=True)
class Linked(Condition):
    """How many rows of another set point at this row through their column `by` (compared with this row's `column`)."""

    rows: Rows
    by: str
    column: str
    least: int | None
    most: int | None


@dataclass(frozen=True)
class Column:
    """A column by its path: `col("org__place__level") == "city"`."""

    path: str

    def __eq__(self, value: object) -> Condition:  # type: ignore[override]  # a declaration, not a comparison
        return Compare(self.path, "eq", value)

    def __ne__(self, value: object) -> Condition:  # type: ignore[override]  # a declaration, not a comparison
        return Compare(self.path, "ne", value)

    def __lt__(self, value: Any) -> Condition:
        return Compare(self.path, "lt", value)

    def __le__(self, value: Any) -> Condition:
        return Compare(self.path, "le", value)

    def __gt__(self, value: Any) -> Condition:
        return Compare(self.path, "gt", value)

    def __ge__(self, value: Any) -> Condition:
        return Compare(self.path, "ge", value)

    def is_in(self, *values: Any) -> Condition:
        return Compare(self.path, "in", tuple(values))

    def is_null(self) -> Condition:
        return Compare(self.path, "null", True)

    def known(self) -> Condition:
        return Compare(self.path, "null", False)

    def in_period(self) -> Condition:
        return (self >= FIRST_DAY) & (self <= LAST_DAY)

    __hash__ = None  # type: ignore[assignment]  # equality builds a condition


def col(path: str) -> Column:
    return Column(path)


def linked(rows: Rows, by: str, *, column: str = "pk", least: int | None = 1, most: int | None = None) -> Condition:
    """`linked(appointments, "school")`: at least one appointment points at this row."""
    return Linked(rows, by, column, least, most)


def columns_of(condition: Condition) -> set[str]:
    """Every column of the row itself that a condition looks at."""
    if isinstance(condition, Compare):
        other = {condition.value.path} if isinstance(condition.value, Column) else set()
        return {condition.column} | other
    if isinstance(condition, Linked):
        return {condition.column}
    if isinstance(condition, Never):
        return columns_of(condition.part)
    assert isinstance(condition, Every | Either)
    return set().union(*(columns_of(part) for part in condition.parts))


def resolved(value: Any, bounds: Callable[[Bound], date]) -> Any:
    """A bound as its date; anything else as it is."""
    return bounds(value) if isinstance(value, Bound) else value
