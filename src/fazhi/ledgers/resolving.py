"""From the words of a sheet to rows of other tables: organisations and places by name, references by key or name."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from fazhi.people.api import Organisation, Place
from fazhi.registers.api import this_city

NAMES = ("key", "number", "name", "short", "code")


class Unresolved(ValueError):
    """A name that points at nothing; the message says what to do."""


class Resolver:
    """Reads each table's names once and keeps them for the whole sheet."""

    def __init__(self, references: Mapping[str, type[models.Model]]) -> None:
        self.references = references
        self._known: dict[type[models.Model], dict[str, Any]] = {}

    def org(self, text: str) -> Organisation:
        found: Organisation | None = self._names(Organisation).get(text)
        if found is None:
            raise Unresolved(f"没有名为“{text}”的单位，请填写单位全称或者简称。")
        return found

    def place(self, text: str) -> str:
        found = self._names(Place).get(text)
        if found is None:
            raise Unresolved(f"没有区划“{text}”，请填写区划代码或者全市唯一的区划名称。")
        return str(found.pk)

    def reference(self, column: str, text: str, label: str) -> int:
        table = self.references[column]
        found = self._names(table).get(text)
        if found is None:
            raise Unresolved(f"“{label}”没有登记“{text}”，请先登记，或者核对编码和名称。")
        return int(found.pk)

    def _names(self, table: type[models.Model]) -> dict[str, Any]:
        if table not in self._known:
            self._known[table] = _read(table)
        return self._known[table]


def _read(table: type[models.Model]) -> dict[str, Any]:
    """Every name that points at exactly one row of a table."""
    columns = [name for name in NAMES if any(field.name == name for field in table._meta.concrete_fields)]
    rows = table._default_manager.filter(city=this_city())
    if any(field.name == "of" for field in table._meta.concrete_fields):
        rows = rows.filter(of__isnull=True)
    if any(field.name == "voided_on" for field in table._meta.concrete_fields):
        rows = rows.filter(voided_on__isnull=True)
    names: dict[str, Any] = {}
    doubtful: set[str] = set()
    for row in rows:
        for text in {str(getattr(row, column)) for column in columns if getattr(row, column)}:
            if names.setdefault(text, row) != row:
                doubtful.add(text)
    return {text: row for text, row in names.items() if text not in doubtful}
