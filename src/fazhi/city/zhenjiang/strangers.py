"""Rows that must never count: those of another city in the same database, and those that were struck out."""

from copy import copy
from datetime import date

from django.apps import apps
from django.db.models import Model

from fazhi.people.api import Sight
from fazhi.registers.api import Entry, Record, strike_out, this_city

ELSEWHERE = "C321000"  # 扬州
ROWS = 2


def let_in(clerk: Sight) -> None:
    """For each table: copies of its last rows belonging to another city, and a copy that is entered and struck out."""
    for table in apps.get_models():
        if issubclass(table, Record | Entry) and not table._meta.abstract:
            _another_city(table)
            _struck_out(table, clerk)


def _another_city(table: type[Model]) -> None:
    for row in table._default_manager.order_by("-pk")[:ROWS]:
        other = copy(row)
        other.pk, other._state.adding, other.city = None, True, ELSEWHERE  # type: ignore[attr-defined]  # a Recorded
        other.save()


def _struck_out(table: type[Model], clerk: Sight) -> None:
    row = table._default_manager.filter(city=this_city()).order_by("pk").first()
    if row is None:
        return
    assert isinstance(row, Record | Entry)
    double = copy(row)
    double.pk, double._state.adding = None, True
    double.void_reason, double.voided_on = "重复登记", date(2024, 12, 30)
    double.save()
    strike_out(double, clerk, "重复登记", date(2024, 12, 30))
