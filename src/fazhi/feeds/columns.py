"""The shape of a column of any table, of a question of a step, and of all that a case is opened with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from django.db import models

from fazhi.casework.api import Facts, business
from fazhi.feeds import directory
from fazhi.feeds.shapes import LONG, Choice, Day, Flag, Moment, Named, Record, Shape, Text, Whole
from fazhi.people.api import Organisation, Place
from fazhi.procedure import FACT, Ask, Procedure, Step
from fazhi.registers.api import MoneyField, this_city

Column: TypeAlias = "models.Field[Any, Any]"
MOST_MONEY = 2**53 - 1  # 分: the largest whole number that every JSON reader keeps exactly
SHORT = 2000
SMALL_INTEGER, INTEGER = 2**15 - 1, 2**31 - 1
BODY = Named("单位", directory.body, "单位编号、全称、简称或者统一社会信用代码")
PLACE = Named("所在地", directory.place, "区划代码，或者没有重名的区划名称")


def needed(column: Column) -> bool:
    """Whether a row cannot do without a value."""
    return not (column.blank or column.null or column.has_default())


def column_shape(column: Column) -> Shape:
    """TypeError for a kind of column of which no shape is known: found by the tests of every business."""
    label, note = str(column.verbose_name), str(column.help_text)
    if column.choices:
        pairs = [(str(value), str(text)) for value, text in column.flatchoices]
        return Choice(label, pairs if needed(column) or ("", "") in pairs else [*pairs, ("", "")], note)
    if isinstance(column, models.ForeignKey):
        return _reference(column, label, note)
    if isinstance(column, models.BooleanField):
        return Flag(label, note)
    if isinstance(column, models.DateTimeField):
        return Moment(label, note)
    if isinstance(column, models.DateField):
        return Day(label, note)
    if isinstance(column, MoneyField):
        return Whole(f"{label}（分）", 0, MOST_MONEY, note)
    if isinstance(column, models.IntegerField):
        most = SMALL_INTEGER if isinstance(column, models.SmallIntegerField) else INTEGER
        return Whole(label, -most - 1, most, note)
    if isinstance(column, models.CharField | models.TextField):
        return Text(label, column.max_length or LONG, filled=needed(column), note=note)
    raise TypeError(f"no shape for {column}")


def _reference(column: models.ForeignKey[Any, Any], label: str, note: str) -> Shape:
    table = column.related_model
    if table is Organisation:
        return Named(label, directory.body, note or BODY.note)
    if table is Place:
        return Named(label, directory.place, note or PLACE.note)
    assert isinstance(table, type)
    return Named(label, lambda named: _row(table, named), note or "编号，或者编码、名称")


def _row(table: type[models.Model], named: int | str) -> models.Model | None:
    """The one row of this city of that id, key, number, code or name which holds."""
    own = {column.name for column in table._meta.concrete_fields}
    fixed = {name: value for name, value in (("city", this_city()), ("voided_on", None), ("of", None)) if name in own}
    wanted = models.Q(pk=named) if isinstance(named, int) else models.Q()
    if isinstance(named, str):
        for name in own & {"key", "number", "code", "name"}:
            wanted |= models.Q(**{name: named})
    rows = list(table._default_manager.filter(wanted, **fixed)[:2]) if wanted else []
    return rows[0] if len(rows) == 1 else None


def intake_columns(procedure: type[Procedure]) -> list[Column]:
    """Columns of the facts that are known on arrival: those that no step asks for or marks, and those that cannot wait."""
    table = business(procedure.code).facts
    if table is None:
        return []
    later = {name for step in procedure.steps.values() for name, ask in step.asks.items() if ask is FACT}
    later |= {name for step in procedure.steps.values() for name in step.marks}
    columns = [each for each in table._meta.concrete_fields if each.editable and not each.primary_key]
    return [each for each in columns if each.name not in later or needed(each)]


def facts_shape(procedure: type[Procedure]) -> Record:
    """What a case of this edition is opened with beyond what every case has."""
    columns = intake_columns(procedure)
    required = frozenset(each.name for each in columns if needed(each))
    return Record(f"{procedure.title}的内容", {each.name: column_shape(each) for each in columns}, required)


def step_shape(step: Step, table: type[Facts] | None) -> Record:
    """What a step asks for."""
    asked: Mapping[str, Ask] = step.asks
    columns = {column.name: column for column in table._meta.concrete_fields} if table is not None else {}
    shapes = {name: column_shape(columns[name]) if ask is FACT else ask_shape(ask) for name, ask in asked.items()}
    required = {name for name, ask in asked.items() if (needed(columns[name]) if ask is FACT else ask.required)}
    return Record(f"“{step.label}”的内容", shapes, frozenset(required))


def ask_shape(ask: Ask) -> Shape:
    if ask.kind == "choice":
        return Choice(ask.label, ask.choices, ask.note)
    if ask.kind == "day":
        return Day(ask.label, ask.note)
    if ask.kind == "flag":
        return Flag(ask.label, ask.note)
    if ask.kind == "whole":
        return Whole(ask.label, note=ask.note)
    if ask.kind == "money":
        return Whole(f"{ask.label}（分）", 0, MOST_MONEY, ask.note)
    return Text(ask.label, LONG if ask.kind == "long" else SHORT, filled=ask.required, note=ask.note)


def as_keys(data: Mapping[str, Any]) -> dict[str, Any]:
    """What `act()` takes: a row by its id."""
    return {name: value.pk if isinstance(value, models.Model) else value for name, value in data.items()}
