"""The rows that figures count, flat, as Parquet by city and year: what the analytic engine reads.

Every column is named by its path (case__closed_on), so a condition names it as it does everywhere. Needs pyarrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from fazhi.figures.conditions import Column, Compare, Condition, Either, Every, Linked, Never, columns_of
from fazhi.figures.figure import Figure
from fazhi.figures.rows import Rows

CHUNK = 50_000
Table = type[models.Model]


def columns_by_table(figures: Iterable[Figure]) -> dict[Table, list[str]]:
    """Every table that the figures look at, with the column paths they need, sorted."""
    needed: dict[Table, set[str]] = {}
    for figure in figures:
        for measure in figure.measures().values():
            _need(measure.rows, {measure.column}, needed)
    return {table: sorted(paths) for table, paths in needed.items()}


def _need(rows: Rows, also: set[str], needed: dict[Table, set[str]]) -> None:
    condition = rows.condition()
    paths = needed.setdefault(rows.model, {"pk", "city", "year"})
    paths |= columns_of(condition) | also | {rows.place, f"{rows.org}__path"}
    for linked in _links(condition):
        _need(linked.rows, {linked.by}, needed)


def _links(condition: Condition) -> Iterator[Linked]:
    if isinstance(condition, Linked):
        yield condition
    elif isinstance(condition, Never):
        yield from _links(condition.part)
    elif isinstance(condition, Every | Either):
        for part in condition.parts:
            yield from _links(part)
    else:
        assert isinstance(condition, Compare | Column)


def name_of(table: Table) -> str:
    """The table's name in the lake."""
    return str(table._meta.db_table)


def export(figures: Iterable[Figure], folder: Path) -> dict[str, int]:
    """Write each table under folder/<table>/city=…/year=…/; returns rows by table. Replaces what was there."""
    counts: dict[str, int] = {}
    for table, paths in columns_by_table(figures).items():
        counts[name_of(table)] = _export(table, paths, folder / name_of(table))
    return counts


def _export(table: Table, paths: list[str], folder: Path) -> int:
    schema = pa.schema([(path, arrow_type(table, path)) for path in paths])
    rows = table._default_manager.order_by("pk").values_list(*paths).iterator(CHUNK)
    count = 0
    for number, chunk in enumerate(_chunks(rows)):
        columns = list(zip(*chunk, strict=True))
        batch = pa.table(
            [pa.array(c, type=field.type) for c, field in zip(columns, schema, strict=True)], schema=schema
        )
        pq.write_to_dataset(
            batch,
            folder,
            partition_cols=["city", "year"],
            basename_template=f"part-{number:05d}-{{i}}.parquet",
            existing_data_behavior="delete_matching" if number == 0 else "overwrite_or_ignore",
        )
        count += len(chunk)
    return count


def _chunks(rows: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    chunk: list[tuple[Any, ...]] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


ARROW: tuple[tuple[type[models.Field[Any, Any]], pa.DataType], ...] = (
    (models.BooleanField, pa.bool_()),
    (models.DateTimeField, pa.timestamp("us", tz="UTC")),
    (models.DateField, pa.date32()),
    (models.IntegerField, pa.int64()),
    (models.AutoField, pa.int64()),
)


def arrow_type(table: Table, path: str) -> pa.DataType:
    """The Arrow type of a column by its path; text for what is not a number, a date or a flag."""
    column = column_at(table, path)
    if isinstance(column, models.ForeignKey):
        column = column.target_field
    return next((arrow for kind, arrow in ARROW if isinstance(column, kind)), pa.string())


def column_at(table: Table, path: str) -> models.Field[Any, Any]:
    current: Any = table
    column: Any = None
    for name in path.split("__"):
        if name == "pk":
            column = current._meta.pk
        else:
            try:
                column = current._meta.get_field(name)
            except FieldDoesNotExist:
                column = current._meta.get_field(name.removesuffix("_id"))
        current = getattr(column, "related_model", None) or current
    found: Any = column.output_field if isinstance(column, models.GeneratedField) else column
    assert isinstance(found, models.Field)
    return found
