"""Many rows with one INSERT: Django's own costs several times the database's work. Deriving and bulk entry call it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from typing import Any

from django.db import connection, models

PARAMETERS = 30_000  # SQLite takes 32,766 of them in one statement
Prepare = Callable[[Any], Any]


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]], ending: str = "") -> None:
    """Insert rows of values in the order of `columns`; `ending` is what follows VALUES."""
    known = {field.column: field for field in model._meta.concrete_fields}
    slots = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        # one prepared statement: a statement of a thousand rows costs more to translate than to run
        cursor.executemany(
            f"{_head(model, columns)} ({slots}) {ending}", list(_ready(rows, [known[name] for name in columns]))
        )


def insert_models(instances: Sequence[models.Model], returning: Sequence[str] = ()) -> list[Any]:
    """Insert unsaved instances of one model, without ids where the database gives them.

    The columns asked for come back, in no particular order.
    """
    if not instances:
        return []
    model = type(instances[0])
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
    columns = [str(field.column) for field in fields]
    if not returning:
        insert(model, columns, _values(instances, fields))
        return []
    rows = _ready(_values(instances, fields), fields)
    return _insert_returning(f"{_head(model, columns)} ", len(columns), rows, ", ".join(returning))


def _insert_returning(head: str, width: int, rows: Iterator[Sequence[Any]], returning: str) -> list[Any]:
    answers: list[Any] = []
    slots = f"({', '.join(['%s'] * width)})"
    with connection.cursor() as cursor:
        while part := list(islice(rows, PARAMETERS // width)):
            values = ", ".join([slots] * len(part))
            cursor.execute(f"{head}{values} RETURNING {returning}", list(chain.from_iterable(part)))
            answers += cursor.fetchall()
    return answers


def _head(model: type[models.Model], columns: Sequence[str]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES'


def _values(instances: Sequence[models.Model], fields: Sequence[models.Field[Any, Any]]) -> Iterator[list[Any]]:
    names = [field.attname for field in fields]
    made = [field for field in fields if getattr(field, "auto_now_add", False)]
    for one in instances:
        for field in made:
            field.pre_save(one, True)
        values = one.__dict__
        yield [values[name] for name in names]


def _ready(rows: Iterable[Sequence[Any]], fields: Sequence[models.Field[Any, Any]]) -> Iterator[list[Any]]:
    """Rows as the driver takes them; most columns it takes as they are."""
    special = [(place, prepare) for place, field in enumerate(fields) if (prepare := _preparation(field)) is not None]
    for row in rows:
        ready = list(row)
        for place, prepare in special:
            if ready[place] is not None:
                ready[place] = prepare(ready[place])
        yield ready


def _preparation(field: models.Field[Any, Any]) -> Prepare | None:
    if isinstance(field, models.DateTimeField):
        return cache(connection.ops.adapt_datetimefield_value)
    if isinstance(field, models.DateField):
        return connection.ops.adapt_datefield_value
    if isinstance(field, (models.CharField, models.TextField)) and field.choices:
        return str  # a choice is a str and an Enum at once, which PostgreSQL's driver would store by its name
    plain = (models.CharField, models.TextField, models.IntegerField, models.BooleanField, models.ForeignKey)
    return None if isinstance(field, plain) else lambda value: field.get_db_prep_save(value, connection)
