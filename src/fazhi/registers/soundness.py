"""What no row may say, whatever its table: a negative count, a day that has not come of something done, a later day before an earlier,
a character that cannot be seen.

Pages, imports and steps of cases all ask here. A table declares only where it differs.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, ClassVar, NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from fazhi.registers.codes import control_complaint

#: days that are set beforehand wherever these names stand; also every column that ends in `_by`
SET_BEFOREHAND = frozenset({"valid_from", "valid_to", "due_on", "planned_on", "voided_on"})
NUMBERS = (models.IntegerField, models.DecimalField)
TEXTS = (models.CharField, models.TextField)
STATUS = "status"


class Sound(models.Model):
    """A table whose rows are asked whether they can be."""

    #: columns whose day may lie ahead: set beforehand, not the day of something done
    ahead: ClassVar[frozenset[str]] = frozenset()
    #: number columns that may be negative
    below_zero: ClassVar[frozenset[str]] = frozenset()
    #: values of `status` with which the row's own day may lie ahead
    not_yet: ClassVar[frozenset[str]] = frozenset({"planned", "draft", "cancelled", "postponed"})
    #: the column of the row's own day, "" when it has none
    dated_by: ClassVar[str] = ""
    #: pairs of columns (days or numbers) of which the first is never after, or above, the second
    orders: ClassVar[tuple[tuple[str, str], ...]] = ()

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        found = unsound(type(self), {column.name: getattr(self, column.attname) for column in _plan(type(self)).read})
        if found:
            raise ValidationError(found)

    @classmethod
    def every_order(cls) -> tuple[tuple[str, str], ...]:
        """The orders declared, and those that the kind of table brings."""
        return cls.orders


Column = models.Field[Any, Any]


class _Plan(NamedTuple):
    numbers: tuple[Column, ...]
    days: tuple[Column, ...]
    texts: tuple[Column, ...]
    orders: tuple[tuple[Column, Column], ...]
    read: tuple[Column, ...]


def unsound(model: type[Sound], values: Mapping[str, Any]) -> dict[str, str]:
    """What is wrong with a row, by column: a sentence each. What `values` lacks is not asked about."""
    plan, today = _plan(model), timezone.localdate()
    found = {column.name: sentence for column, sentence in _disordered(plan, values)}
    for column in plan.days:
        day = _day(values.get(column.name))
        if day is not None and day > today and not _still_to_come(model, column, values):
            found[column.name] = _not_come(model, column, day)
    for column in plan.numbers:
        number = values.get(column.name)
        if isinstance(number, (int, Decimal)) and number < 0:
            found[column.name] = f"“{column.verbose_name}”不能是负数，请核对。"
    for column in plan.texts:
        text = values.get(column.name)
        if isinstance(text, str) and (complaint := control_complaint(text)):
            found[column.name] = f"“{column.verbose_name}”{complaint}"
    return found


@cache
def _plan(model: type[Sound]) -> _Plan:
    columns = [c for c in model._meta.concrete_fields if not isinstance(c, models.GeneratedField) and c.editable]
    numbers = [c for c in columns if isinstance(c, NUMBERS) and not c.choices and c.name not in model.below_zero]
    days = [c for c in columns if isinstance(c, models.DateField) and not set_beforehand(model, c.name)]
    texts = [c for c in columns if isinstance(c, TEXTS) and not c.choices]
    named = {c.name: c for c in columns}
    orders = [(named[one], named[two]) for one, two in model.every_order()]
    status = [named[STATUS]] if STATUS in named else []
    read = {c.name: c for c in (*numbers, *days, *texts, *(c for pair in orders for c in pair), *status)}
    return _Plan(tuple(numbers), tuple(days), tuple(texts), tuple(orders), tuple(read.values()))


def set_beforehand(model: type[Sound], name: str) -> bool:
    """Whether a column's day may lie ahead."""
    return name in SET_BEFOREHAND or name in model.ahead or name.endswith("_by")


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value if isinstance(value, date) else None


def _still_to_come(model: type[Sound], column: Column, values: Mapping[str, Any]) -> bool:
    return column.name == model.dated_by and values.get(STATUS) in model.not_yet


def _not_come(model: type[Sound], column: Column, day: date) -> str:
    said = f"“{column.verbose_name}”{day}晚于今天，尚未发生的不能登记"
    status = next((c for c in _plan(model).read if c.name == STATUS), None)
    planned = [
        str(text) for value, text in (status.flatchoices if status is not None else ()) if value in model.not_yet
    ]
    if column.name != model.dated_by or status is None or not planned:
        return f"{said}，请核对。"
    return f"{said}；属于计划的，请把“{status.verbose_name}”填为“{planned[0]}”。"


def _disordered(plan: _Plan, values: Mapping[str, Any]) -> Iterator[tuple[Column, str]]:
    """The column to mark, and the sentence, for each pair the wrong way round."""
    for first, second in plan.orders:
        one, two = values.get(first.name), values.get(second.name)
        early, late = _day(one), _day(two)
        if early is not None and late is not None and early > late:
            yield second, f"“{second.verbose_name}”{late}早于“{first.verbose_name}”{early}，请核对。"
        elif isinstance(one, (int, Decimal)) and isinstance(two, (int, Decimal)) and one > two:
            yield first, f"“{first.verbose_name}”大于“{second.verbose_name}”，请核对。"
