"""A column of any table as a person reads it: labels, choices, dates, 元, masked numbers. Pages and exports call this."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from django.db import models

from fazhi.look.api import in_yuan, masked
from fazhi.look.words import day, moment
from fazhi.registers.api import IdCardField, MoneyField, UsccField

#: kept by the rooms themselves; no page of contents repeats them
KEPT = {
    "city",
    "year",
    "batch",
    "source_cell",
    "recorded_at",
    "voided_on",
    "void_reason",
    "known_from",
    "known_to",
    "of",
}
NUMBERS = (models.IntegerField, models.DecimalField, models.FloatField)
FIXED = (models.DateField, IdCardField, UsccField)
Column: TypeAlias = "models.Field[Any, Any]"


@dataclass(frozen=True)
class Shown:
    """One value with its label; `kind` lends a class: n for numbers, d for dates, or nothing."""

    name: str
    label: str
    text: str
    kind: str = ""
    wide: bool = False


def columns_of(model: type[models.Model], but: Sequence[str] = ()) -> list[Column]:
    """What a table's rows say, in the order of its declaration: its own columns first, then body and place."""
    hidden = KEPT | set(but)
    found = [c for c in model._meta.concrete_fields if not c.primary_key and c.name not in hidden]
    last = {"org": 2, "place": 1, "basis": 1}
    return sorted(found, key=lambda column: last.get(column.name, 0))


def label_of(column: Column) -> str:
    label = str(column.verbose_name)
    return f"{label}（元）" if isinstance(column, MoneyField) and "元" not in label else label


def kind_of(column: Column) -> str:
    if isinstance(column, NUMBERS) and not column.choices:
        return "n"
    return "d" if isinstance(column, FIXED) else ""


def text_of(row: models.Model, column: Column) -> str:
    """The value in words; empty for what is not known."""
    if isinstance(column, models.ForeignKey):
        other = getattr(row, column.name) if getattr(row, column.attname) is not None else None
        return "" if other is None else str(other)
    return plain_text(column, getattr(row, column.attname))


def plain_text(column: Column, value: Any) -> str:
    """A value of a column, not a reference, in words."""
    if value is None or value == "":
        return ""
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(column, MoneyField):
        return in_yuan(int(value))
    if isinstance(column, IdCardField):
        return masked(str(value))
    if isinstance(value, datetime):
        return moment(value)
    return day(value) if isinstance(value, date) else str(value)


def shown(row: models.Model, columns: Sequence[Column]) -> list[Shown]:
    return [one(row, column) for column in columns]


def one(row: models.Model, column: Column) -> Shown:
    text = text_of(row, column)
    return Shown(column.name, label_of(column), text, kind_of(column), len(text) > 40)


def related(columns: Sequence[Column]) -> list[str]:
    """The references among columns, to be fetched with the rows."""
    return [column.name for column in columns if isinstance(column, models.ForeignKey)]


def source_of(row: models.Model) -> str:
    """Where in a sheet a row stood: 工作表“2024年”第7行."""
    sheet, _, line = str(getattr(row, "source_cell", "")).rpartition("!")
    return f"工作表“{sheet}”第{line}行" if line else ""
