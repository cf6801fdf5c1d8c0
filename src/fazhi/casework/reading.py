"""From stored rows back to a course: the one way anything in this room learns what a case is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from fazhi.casework.businesses import business
from fazhi.casework.models import Case, Facts
from fazhi.journal.api import Entry, stream
from fazhi.procedure import Child, Course, Happened, Procedure, edition_named

STREAM = "case"
OPENED = "opened"
RETRACTED = "retracted"
ASSIGNED = "assigned"


@dataclass
class File:
    """A case taken in hand inside a transaction: its locked row, its history, and what that derives to."""

    case: Case
    procedure: type[Procedure]
    entries: list[Entry]
    course: Course

    @property
    def standing(self) -> list[Entry]:
        return standing(self.entries)

    def show(self, case: Case) -> None:
        """Bring the caller's case up to date with the row written."""
        for field in Case._meta.concrete_fields:
            setattr(case, field.attname, getattr(self.case, field.attname))


def open_file(case: Case) -> File:
    """Lock the case and read it; the caller is in a transaction."""
    rows = Case.objects.select_related("org").select_for_update(of=("self",))
    locked = rows.get(pk=case.pk)
    procedure, entries = edition_named(locked.edition), events(locked)
    return File(locked, procedure, entries, course_of(procedure, entries))


def events(case: Case) -> list[Entry]:
    """The case's history, oldest first: the opening, then each step, each retraction and each assignment."""
    return list(stream(STREAM, case.pk).order_by("seq"))


def standing(entries: Iterable[Entry]) -> list[Entry]:
    """The opening and the steps that hold: a retraction takes away the last before it. Who has the case is no part of it."""
    found: list[Entry] = []
    for entry in entries:
        if entry.kind.endswith(f".{ASSIGNED}"):
            continue
        if entry.kind.endswith(f".{RETRACTED}"):
            found.pop()
        else:
            found.append(entry)
    return found


def happened(entry: Entry) -> Happened:
    data = dict(entry.data)
    outcome = data.pop("outcome", None)
    moment = data.pop("moment", None)
    step = entry.kind.rpartition(".")[2]
    return Happened(
        step, entry.on, outcome, data.pop("answers", {}), datetime.fromisoformat(moment) if moment else None
    )


def course_of(procedure: type[Procedure], entries: Iterable[Entry]) -> Course:
    """Walk the events that stand. The opening is not a step."""
    opening, *rest = [happened(entry) for entry in standing(entries)]
    return Course.of(procedure, opening, rest)


def read(case: Case) -> tuple[Course, list[Entry]]:
    entries = events(case)
    return course_of(edition_named(case.edition), entries), entries


def facts_of(case: Case) -> Facts | None:
    table = business(case.procedure).facts
    return None if table is None else table._default_manager.filter(pk=case.pk).first()


class FactsView(Mapping[str, Any]):
    """A facts row as plain values by column name (foreign keys as ids), read when asked for."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._columns = columns_of(type(facts))

    def __getitem__(self, name: str) -> Any:
        return getattr(self._facts, self._columns[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


@cache
def columns_of(table: type[Facts]) -> dict[str, str]:
    """Where the value of each column is found on a row."""
    return {column.name: column.attname for column in table._meta.concrete_fields}


def facts_mapping(facts: Facts | None) -> Mapping[str, Any]:
    """A facts row as conditions see it."""
    return {} if facts is None else FactsView(facts)


def facts_view(case: Case) -> Mapping[str, Any]:
    return facts_mapping(facts_of(case))


def children_of(case: Case) -> tuple[Child, ...]:
    rows = Case.objects.filter(parent=case, voided_on__isnull=True).values_list("procedure", "closed_on", "outcome")
    return tuple(Child(procedure, closed is not None, outcome or None) for procedure, closed, outcome in rows)
