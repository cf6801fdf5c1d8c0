"""A ledger out again: an export reads back without a difference."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import models

from fazhi.ledgers.declaring import Ledger, NotExportable
from fazhi.ledgers.sheets import ID_KEY, write_rows, write_template
from fazhi.ledgers.sheets import Progress as Progress
from fazhi.people.api import Sight
from fazhi.registers.api import Entry, MoneyField, this_city

IN_FEN = 100


def template(ledger: Ledger, path: Path) -> None:
    """An empty sheet to fill in."""
    write_template(ledger.layout, path)


def export(ledger: Ledger, path: Path, by: Sight, *, year: int | None = None, progress: Progress | None = None) -> int:
    """Write the rows a person may see, of one year or all; returns how many."""
    if ledger.dossier is not None:
        raise NotExportable(f"“{ledger.title}”的行是案件，请从案件列表导出。")
    if ledger.roll is not None:
        by.must(ledger.ability)
        return write_rows(ledger.layout, ledger.roll.rows(by), path, progress=progress)
    rows = ledger.model._default_manager.filter(city=this_city(), voided_on__isnull=True)
    if issubclass(ledger.model, Entry):
        rows = rows.filter(of__isnull=True)
    if year is not None:
        rows = rows.filter(year=year)
    return write_rows(ledger.layout, _rows(ledger, by.rows(rows).order_by("pk")), path, progress=progress)


def _rows(ledger: Ledger, rows: models.QuerySet[Any]) -> Iterator[Mapping[str, object]]:
    names = {column: _names(table) for column, table in ledger.references.items()}
    for row in rows.select_related("org", "place").iterator(2000):
        values: dict[str, object] = {ID_KEY: str(row.pk), "org": row.org.short or row.org.name, "place": row.place_id}
        for column in ledger.layout.columns[2:]:
            values[column.name] = _cell(ledger, row, column.name, names)
        yield values


def _cell(ledger: Ledger, row: models.Model, name: str, names: Mapping[str, Mapping[int, str]]) -> object:
    if name in names:
        return names[name].get(getattr(row, f"{name}_id"))
    value = getattr(row, name)
    if isinstance(ledger.model._meta.get_field(name), MoneyField) and value is not None:
        return Decimal(value) / IN_FEN
    return None if value == "" else value


def _names(table: type[models.Model]) -> dict[int, str]:
    """What to write for a reference: the key where the table has one, else its name."""
    known = {column.name for column in table._meta.concrete_fields}
    column = next(name for name in ("key", "number", "name") if name in known)
    return dict(table._default_manager.values_list("pk", column))
