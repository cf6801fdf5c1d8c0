"""The same figures on the analytic engine: Ibis compiles the conditions, DuckDB runs them over the lake.

Nothing is divided or rounded in SQL; values and rows are those of the live evaluation. Needs ibis-framework and duckdb.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import ibis
import ibis.expr.types as ir
from django.conf import settings
from django.db import models

from fazhi.figures.conditions import Column, Compare, Condition, Either, Every, Linked, Never, resolved
from fazhi.figures.evaluation import Found, Result, Wanted, passes_of, results_of, wanted_of
from fazhi.figures.figure import Figure, Measure
from fazhi.figures.lake import Table, column_at, columns_by_table, name_of
from fazhi.figures.scope import Scope
from fazhi.people.api import after

TYPES: tuple[tuple[type[models.Field[Any, Any]], str], ...] = (
    (models.BooleanField, "boolean"),
    (models.DateTimeField, "timestamp('UTC')"),
    (models.DateField, "date"),
    (models.IntegerField, "int64"),
    (models.AutoField, "int64"),
)


class Lake:
    """A folder of Parquet, opened for one set of figures."""

    def __init__(self, folder: Path, figures: Iterable[Figure]) -> None:
        self.figures = list(figures)
        self.columns = columns_by_table(self.figures)
        self.connection = duckdb.connect()
        for table in self.columns:
            self._view(table, folder / name_of(table))
        self.tables = {table: self._unbound(table, paths) for table, paths in self.columns.items()}
        self._compiled: dict[Scope, list[tuple[Wanted, str]]] = {}

    def _view(self, table: Table, folder: Path) -> None:
        types = "{'city': VARCHAR, 'year': BIGINT}"  # a city must never be read as a number
        source = f"read_parquet('{folder.as_posix()}/**/*.parquet', hive_partitioning = true, hive_types = {types})"
        if not any(folder.rglob("*.parquet")):
            columns = ", ".join(f'NULL::{_duck(self._type(table, p))} AS "{p}"' for p in self.columns[table])
            source = f"(SELECT {columns} WHERE false)"
        self.connection.execute(f'CREATE VIEW "{name_of(table)}" AS SELECT * FROM {source}')

    def _unbound(self, table: Table, paths: list[str]) -> ir.Table:
        return ibis.table({path: self._type(table, path) for path in paths}, name=name_of(table))

    @staticmethod
    def _type(table: Table, path: str) -> str:
        column = column_at(table, path)
        if isinstance(column, models.ForeignKey):
            column = column.target_field
        return next((kind for field, kind in TYPES if isinstance(column, field)), "string")

    def evaluate(self, scope: Scope) -> dict[str, Result]:
        """Every figure over a scope; the scope's sight must be the whole city (permissions are not in the lake)."""
        if not scope.sight.everything:
            raise ValueError("the lake holds no permissions: evaluate live for a person's sight")
        found: Found = {}
        for part, sql in self.statements(scope):
            answers = self.connection.execute(sql).fetchone()
            assert answers is not None
            found.update({key: int(value or 0) for key, value in zip(part, answers, strict=True)})
        return results_of(self.figures, scope, found)

    def statements(self, scope: Scope) -> list[tuple[Wanted, str]]:
        """The SQL of a scope, one statement a table; compiling costs more than running, so once."""
        if scope not in self._compiled:
            parts = passes_of(wanted_of(self.figures))
            self._compiled[scope] = [(part, self.sql(part, scope)) for part in parts]
        return self._compiled[scope]

    def sql(self, part: Wanted, scope: Scope) -> str:
        """One statement for all measures of one table."""
        rows = next(iter(part.values())).rows
        table = self.tables[rows.model]
        table = table.filter(table.city == settings.CITY)
        for prefix, column in ((scope.place, rows.place), (scope.org, f"{rows.org}__path")):
            if prefix:
                table = table.filter((table[column] >= prefix) & (table[column] < after(prefix)))
        named = {f"m{number}": self._measure(measure, table, scope) for number, measure in enumerate(part.values())}
        return str(ibis.to_sql(table.aggregate(**named), dialect="duckdb"))

    def _measure(self, measure: Measure, table: ir.Table, scope: Scope) -> ir.Scalar:
        at = scope.base() if measure.base else scope
        where = self.condition(measure.rows.condition(), table, at)
        if measure.aggregate == "count":
            return where.ifelse(1, 0).sum()
        column = table[measure.column]
        kept = where.ifelse(column, ibis.null(column.type()))
        if measure.aggregate == "distinct":
            return kept.nunique()
        return kept.max() if measure.aggregate == "max" else kept.sum()

    def condition(self, condition: Condition, table: ir.Table, scope: Scope) -> Any:
        """A condition as a boolean column in which unknown is false."""
        if isinstance(condition, Every | Either):
            parts = [self.condition(part, table, scope) for part in condition.parts]
            start: Any = ibis.literal(isinstance(condition, Every))
            for part in parts:
                start = start & part if isinstance(condition, Every) else start | part
            return start
        if isinstance(condition, Never):
            return ~self.condition(condition.part, table, scope)
        if isinstance(condition, Linked):
            return self._linked(condition, table, scope)
        assert isinstance(condition, Compare)
        return _compare(condition, table, scope).fill_null(False)

    def _linked(self, condition: Linked, table: ir.Table, scope: Scope) -> Any:
        other = self.tables[condition.rows.model]
        other = other.filter(
            other.city == settings.CITY,
            self.condition(condition.rows.condition(), other, scope),
            other[condition.by].notnull(),
        )
        counted = other.group_by(condition.by).aggregate(how_many=other.count())
        if condition.most is not None and not condition.least:
            over = counted.filter(counted.how_many > condition.most)
            return ~table[condition.column].isin(over[condition.by]).fill_null(False)
        counted = counted.filter(counted.how_many >= (condition.least or 1))
        if condition.most is not None:
            counted = counted.filter(counted.how_many <= condition.most)
        return table[condition.column].isin(counted[condition.by]).fill_null(False)


def _compare(condition: Compare, table: ir.Table, scope: Scope) -> Any:
    column = table[condition.column]
    value: Any = condition.value
    value = table[value.path] if isinstance(value, Column) else resolved(value, scope.bound)
    if condition.operator == "null":
        return column.isnull() if value else column.notnull()
    if condition.operator == "in":
        return column.isin(list(value))
    if isinstance(value, date) and column.type().is_timestamp():
        column = column.date()
    return {
        "eq": column.__eq__, "ne": column.__ne__, "lt": column.__lt__, "le": column.__le__, "gt": column.__gt__,
        "ge": column.__ge__,
    }[condition.operator](value)  # fmt: skip


def _duck(kind: str) -> str:
    return {"boolean": "BOOLEAN", "date": "DATE", "int64": "BIGINT", "string": "VARCHAR"}.get(kind, "TIMESTAMPTZ")
