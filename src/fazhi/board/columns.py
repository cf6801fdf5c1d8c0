"""The columns of a table as people read them, personal data masked. Used by the rows a figure opens to, and their export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone

from fazhi.casework.api import Case, Facts
from fazhi.look.api import in_yuan
from fazhi.procedure import edition_named
from fazhi.registers.api import IdCardField, MoneyField

HIDDEN = {
    "id", "city", "year", "batch", "source_cell", "recorded_at", "voided_on", "void_reason", "known_from", "known_to", "of",
    "case", "place", "org",
}  # fmt: skip
PERSON = ("姓名", "申请人", "当事人", "联系人")
REACH = ("电话", "手机", "联系方式")
ID_LENGTH = 18
LONGEST_NAME = 100  # a longer column holds sentences
NAMED_BY = 3  # columns that tell one row from another


@dataclass(frozen=True)
class Column:
    """One column: its label, and a row's value as text."""

    label: str
    read: Callable[[Any], str]
    number: bool = False
    day: bool = False


def columns_of(model: type[models.Model]) -> list[Column]:
    """A case begins with its number, title and dates; any other row with its place and organisation."""
    fields = [_column(field) for field in model._meta.concrete_fields if field.name not in HIDDEN]
    if issubclass(model, Facts):
        return [*_of_case(), *fields]
    return [Column("所在地", lambda row: str(row.place)), Column("填报单位", lambda row: str(row.org)), *fields]


def plain_columns_of(model: type[models.Model]) -> list[Column]:
    """The same without free text, in which anyone may be named: for who checks a count beyond their own records."""
    free = {str(field.verbose_name) for field in model._meta.concrete_fields if _is_free(field)} | {"事项"}
    return [column for column in columns_of(model) if column.label not in free]


def _is_free(field: models.Field[Any, Any]) -> bool:
    if isinstance(field, models.TextField):
        return True
    return isinstance(field, models.CharField) and not field.choices and (field.max_length or 0) > LONGEST_NAME


def fetched(rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """With everything the columns name, so that a page costs one statement."""
    model = rows.model
    names = [f.name for f in model._meta.concrete_fields if f.is_relation and f.name not in HIDDEN]
    if issubclass(model, Facts):
        return rows.select_related("case__org", "case__place", *names)
    return rows.select_related("org", "place", *names)


def case_of(row: models.Model) -> Case | None:
    """The case that a row is, or tells of."""
    if isinstance(row, Facts):
        return row.case
    return row if isinstance(row, Case) else None


def title_of(row: models.Model) -> str:
    """A row in a few words: the case's number and title, or its first filled columns."""
    case = case_of(row)
    if case is not None:
        return str(case)
    texts = [column.read(row) for column in columns_of(type(row))[2:]]
    return " ".join([text for text in texts if text][:NAMED_BY]) or f"第{row.pk}号"


def _of_case() -> list[Column]:
    return [
        Column("案号", lambda row: row.case.number),
        Column("事项", lambda row: row.case.title),
        Column("所在地", lambda row: str(row.case.place)),
        Column("承办单位", lambda row: str(row.case.org)),
        Column("收到日期", lambda row: _day(row.case.received_on), day=True),
        Column("办结日期", lambda row: _day(row.case.closed_on), day=True),
        Column("状态", lambda row: _state(row.case)),
        Column("结论", lambda row: _outcome(row.case)),
    ]


def _state(case: Case) -> str:
    known = edition_named(case.edition).states.get(case.state)
    return known.label if known else case.state


def _outcome(case: Case) -> str:
    known = edition_named(case.edition).outcomes.get(case.outcome)
    return known.label if known else case.outcome


def _column(field: models.Field[Any, Any]) -> Column:
    label = str(field.verbose_name)
    if isinstance(field, MoneyField):
        return Column(f"{label}（元）", lambda row: in_yuan(getattr(row, field.attname)), number=True)
    numeric = isinstance(field, models.IntegerField | models.DecimalField) and not field.choices
    return Column(label, lambda row: _text(row, field), number=numeric, day=isinstance(field, models.DateField))


def _text(row: models.Model, field: models.Field[Any, Any]) -> str:
    if field.choices:
        return str(dict(field.flatchoices).get(getattr(row, field.attname), getattr(row, field.attname)) or "")
    value = getattr(row, field.name)
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return _day(value)
    return _masked(str(value), field) if isinstance(value, str) else str(value)


def _masked(text: str, field: models.Field[Any, Any]) -> str:
    """A person's number, name or phone is not what a figure is checked by: the row's own page shows it in full."""
    label = str(field.verbose_name)
    if isinstance(field, IdCardField) or (label.endswith("身份证号") and len(text) == ID_LENGTH):
        return f"{text[:6]}{'*' * (len(text) - 8)}{text[-2:]}"
    if any(word in label for word in REACH):
        return f"{text[:3]}****{text[-4:]}" if len(text) > len("138****") else "*" * len(text)
    if any(label.startswith(word) or label.endswith((word, f"({word})")) for word in PERSON):
        return text[0] + "*" * (len(text) - 1)
    return text


def _day(value: date | None) -> str:
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    return value.isoformat() if value else ""
