"""A ledger per recorded thing, derived from its table: nothing about a column is said twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from fazhi.casework.api import Dossier
from fazhi.ledgers.roll import Roll
from fazhi.ledgers.sheets import Column, Kind, Layout
from fazhi.people.api import Ability
from fazhi.registers.api import CodeField, IdCardField, MoneyField, Recorded

ORG = Column(
    "org",
    "填报单位",
    required=True,
    aliases=("单位", "责任单位", "报送单位", "单位名称"),
    note="写单位全称或者简称",
)
PLACE = Column(
    "place", "所在地", required=True, aliases=("地区", "区划", "属地", "所属地区"), note="写区划名称或者代码"
)

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Ledger:
    """One declared table out to Excel and back. A row becomes a row of `model`, a case by way of `dossier`, or by way of
    `roll` an order to the room that keeps the table.

    `references` names the columns that point at other tables, resolved by `key`, `name` or `number` of that table.
    """

    layout: Layout
    model: type[models.Model]
    references: Mapping[str, type[models.Model]]
    dossier: Callable[[Values], Dossier] | None = None
    roll: Roll | None = None

    @property
    def ability(self) -> Ability:
        """What a person must be able to do to bring a sheet in."""
        return self.roll.ability if self.roll is not None else Ability.IMPORT_LEDGER

    @property
    def code(self) -> str:
        return self.layout.code

    @property
    def title(self) -> str:
        return self.layout.title


class NotExportable(ValueError):
    """The ledger's rows are cases, which leave by the list of cases."""


_LEDGERS: dict[str, Ledger] = {}


class NoSuchLedger(KeyError):
    def __str__(self) -> str:
        return str(self.args[0])


def register_ledger(
    model: type[Recorded],
    *,
    key: Sequence[str],
    aliases: Mapping[str, tuple[str, ...]] | None = None,
    title: str | None = None,
    notes: Sequence[str] = (),
) -> Ledger:
    """The ledger of a record or list: its columns are the table's editable ones, in order, after 单位 and 所在地."""
    known = aliases or {}
    columns = [ORG, PLACE, *(_column(field, known.get(field.name, ())) for field in editable(model))]
    references: dict[str, type[models.Model]] = {
        field.name: field.related_model for field in editable(model) if isinstance(field, models.ForeignKey)
    }
    layout = Layout(
        model._meta.label_lower,
        title or f"{model._meta.verbose_name}台账",
        tuple(columns),
        tuple(key),
        tuple(notes),
    )
    return add(Ledger(layout, model, references))


def register_case_ledger(
    model: type[models.Model],
    *,
    title: str,
    columns: Sequence[Column],
    key: Sequence[str],
    dossier: Callable[[Values], Dossier],
    references: Mapping[str, type[models.Model]] | None = None,
    notes: Sequence[str] = (),
) -> Ledger:
    """The ledger of finished or running cases: each row is a matter with its steps, walked like any other."""
    layout = Layout(model._meta.label_lower, title, (ORG, PLACE, *columns), tuple(key), tuple(notes))
    return add(Ledger(layout, model, references or {}, dossier))


def register_roll(model: type[models.Model], layout: Layout, roll: Roll) -> Ledger:
    """The ledger of a table that its own room keeps by its own rules."""
    return add(Ledger(layout, model, {}, roll=roll))


def add(ledger: Ledger) -> Ledger:
    if ledger.code in _LEDGERS:
        raise ValueError(f"ledger {ledger.code} is declared twice")
    _LEDGERS[ledger.code] = ledger
    return ledger


def ledger(code: str) -> Ledger:
    """A ledger by its code, or by its title."""
    for each in _LEDGERS.values():
        if code in {each.code, each.title}:
            return each
    near = [each.title for each in _LEDGERS.values() if code[:2] in each.title][:4]
    raise NoSuchLedger(f"没有台账“{code}”。" + (f"相近的有：{'、'.join(near)}。" if near else ""))


def ledgers() -> list[Ledger]:
    return sorted(_LEDGERS.values(), key=lambda each: each.code)


KINDS: tuple[tuple[type[models.Field[Any, Any]], Kind], ...] = (
    (CodeField, "code"),
    (MoneyField, "money"),
    (models.BooleanField, "flag"),
    (models.DateTimeField, "moment"),
    (models.DateField, "date"),
    (models.DecimalField, "decimal"),
    (models.IntegerField, "whole"),
)


def editable(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The columns a person fills in, but for organisation and place."""
    hidden = {"org", "place", "known_from", "recorded_at"}
    return [
        field
        for field in model._meta.concrete_fields
        if field.editable and not field.primary_key and field.name not in hidden
    ]


def _column(field: models.Field[Any, Any], aliases: tuple[str, ...]) -> Column:
    required = not field.blank and not field.has_default()
    note = str(field.help_text)
    label = str(field.verbose_name)
    if field.choices:
        pairs = tuple((str(value), str(text)) for value, text in field.flatchoices)
        return Column(field.name, label, "choice", required, pairs, aliases, note)
    if isinstance(field, models.ForeignKey):
        return Column(field.name, label, "text", required, aliases=aliases, note=note or "写编码或者名称")
    kind: Kind = next((kind for type_, kind in KINDS if isinstance(field, type_)), "text")
    check = type(field).complaint if isinstance(field, CodeField) else None
    personal = isinstance(field, IdCardField)
    return Column(
        field.name, label, kind, required, (), aliases, note, field.max_length, check=check, personal=personal
    )
