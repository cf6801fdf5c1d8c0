"""One row of a sheet as a row of its table, checked; what is wrong with it is said cell by cell."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from fazhi.ledgers.declaring import Ledger
from fazhi.ledgers.resolving import Resolver, Unresolved
from fazhi.ledgers.sheets import CellError, SheetRow
from fazhi.people.api import Organisation, Sight
from fazhi.registers.api import MoneyField, Recorded, unsound

IN_FEN = 100


class Taken:
    """A row ready to be compared and written: column values as the table keeps them."""

    def __init__(self, row: SheetRow, org: Organisation | None, place: str, values: dict[str, Any]) -> None:
        self.row, self.org, self.place, self.values = row, org, place, values

    def source(self, sheet: str) -> str:
        return f"{sheet}!{self.row.number}"


def take(row: SheetRow, ledger: Ledger, resolver: Resolver, by: Sight) -> tuple[Taken, list[CellError]]:
    """Resolve names, turn 元 into 分, check each value against its column, and check the person's reach."""
    errors = list(row.errors)
    values: dict[str, Any] = {}
    org: Organisation | None = None
    place = ""
    for name, value in row.values.items():
        try:
            if name == "org" and value is not None:
                org = resolver.org(str(value))
            elif name == "place" and value is not None:
                place = resolver.place(str(value))
            else:
                values.update(_value(ledger, resolver, name, value))
        except (Unresolved, ValidationError) as error:
            errors.append(_complaint(row, name, error))
    if ledger.dossier is None:
        errors += _unsound(row, ledger, values)
    if org is not None and place and not by.reaches(org, place):
        message = f"{by.name}不能登记{org}在该地的记录，请由该单位联络员导入。"
        errors.append(CellError("org", address(row, "org"), row.raw.get("org", ""), message))
    return Taken(row, org, place, values), errors


def _unsound(row: SheetRow, ledger: Ledger, values: Mapping[str, Any]) -> Iterator[CellError]:
    assert issubclass(ledger.model, Recorded)
    for name, message in unsound(ledger.model, values).items():
        yield CellError(name, address(row, name), row.raw.get(name, ""), message)


def address(row: SheetRow, name: str) -> str:
    """Where a column's cell lies; the row's first cell when the sheet lacks the column."""
    return row.cell(name) if name in row.letters else f"A{row.number}"


def _value(ledger: Ledger, resolver: Resolver, name: str, value: Any) -> dict[str, Any]:
    if name in ledger.references:
        label = ledger.layout.column(name).label
        attname = name if ledger.dossier is not None else f"{name}_id"
        return {attname: None if value is None else resolver.reference(name, str(value), label)}
    if ledger.dossier is not None:
        return {name: value}
    column = ledger.model._meta.get_field(name)
    assert isinstance(column, models.Field)
    if value is None:
        return {name: column.get_default() if not column.null else None}
    if isinstance(column, MoneyField):
        value = int(Decimal(str(value)) * IN_FEN)
    return {name: column.clean(value, None)}


def _complaint(row: SheetRow, name: str, error: Unresolved | ValidationError) -> CellError:
    message = "".join(error.messages) if isinstance(error, ValidationError) else str(error)
    return CellError(name, address(row, name), row.raw.get(name, ""), message)


def as_model(taken: Taken, ledger: Ledger, batch: int | None, sheet: str) -> Recorded:
    """An unsaved row of the ledger's table."""
    row = ledger.model(**taken.values, org=taken.org, place_id=taken.place)
    assert isinstance(row, Recorded)
    row.batch_id, row.source_cell, row.year = batch, taken.source(sheet), row.statutory_year()
    return row


def differing(taken: Taken, existing: models.Model) -> dict[str, Any]:
    """The columns whose value in the sheet is not the table's, with the table's value."""
    wanted = {**taken.values, "place_id": taken.place, "org_id": taken.org.pk if taken.org else None}
    return {
        name: getattr(existing, name)
        for name, value in wanted.items()
        if value is not None
        and getattr(existing, name) != value
        or value is None
        and getattr(existing, name) not in (None, "")
    }


def key_of(values: Mapping[str, Any], ledger: Ledger) -> tuple[Any, ...]:
    return tuple(values.get(name, values.get(f"{name}_id")) for name in ledger.layout.key)
