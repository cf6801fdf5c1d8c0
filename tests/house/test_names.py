"""Every row of every table has a name, and asks the database nothing to say it where lists are long."""

import pytest
from django.apps import apps
from django.db import models

from fazhi.casework.api import Case, Facts
from fazhi.registers.api import CodeField, Recorded

OURS = [each for each in apps.get_models() if each.__module__.startswith("fazhi.")]
RECORDED = [each for each in OURS if issubclass(each, Recorded) and each is not Case]
WORDS = "甲乙丙丁"
PERSONAL = "320100199001011234"


def filled(model: type[models.Model]) -> models.Model:
    """An unsaved row whose columns of text say something; codes hold what must not be shown."""
    row = model(pk=7)
    for column in model._meta.concrete_fields:
        if isinstance(column, CodeField):
            setattr(row, column.attname, PERSONAL)
        elif isinstance(column, models.CharField | models.TextField) and not column.choices and not column.primary_key:
            setattr(row, column.attname, WORDS)
        elif isinstance(column, models.IntegerField) and column.name in ("position", "year"):
            setattr(row, column.attname, 2024)
    return row


@pytest.mark.parametrize("model", OURS, ids=lambda each: each._meta.label)
def test_a_table_says_how_its_rows_are_called(model) -> None:
    assert model.__str__ is not models.Model.__str__, f"{model.__name__} needs a __str__"


@pytest.mark.parametrize("model", RECORDED, ids=lambda each: each._meta.label)
def test_a_row_is_called_by_its_own_words(model) -> None:
    """No database is at hand here: a name that asked it anything would fail."""
    said = str(filled(model))
    assert WORDS in said and PERSONAL not in said and "object" not in said
    assert "object" not in str(model(pk=7))


def test_the_rows_of_a_case_are_called_by_it() -> None:
    for model in (each for each in OURS if issubclass(each, Facts)):
        assert str(model(case=Case(pk=7, number="〔2024〕1号", title="事项"))) == "〔2024〕1号 事项"
