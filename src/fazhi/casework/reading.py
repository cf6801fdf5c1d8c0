"""From stored rows back to a course: the one way anything in this room learns what a case is."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from fazhi.casework.businesses import business
from fazhi.casework.models import Case, Facts
from fazhi.journal.api import Entry, stream
from fazhi.procedure import Child, Course, Happened, Procedure, edition_named

STREAM = "case"
OPENED = "opened"


def events(case: Case) -> list[Entry]:
    """The case's history, oldest first: the opening, then each step."""
    return list(stream(STREAM, case.pk).order_by("seq"))


def happened(entry: Entry) -> Happened:
    data = dict(entry.data)
    outcome = data.pop("outcome", None)
    moment = data.pop("moment", None)
    step = entry.kind.rpartition(".")[2]
    return Happened(
        step, entry.on, outcome, data.pop("answers", {}), datetime.fromisoformat(moment) if moment else None
    )


def course_of(procedure: type[Procedure], entries: Iterable[Entry]) -> Course:
    """Walk stored events. The opening is not a step; withdrawals of mistakes are steps like any other."""
    opening, *rest = [happened(entry) for entry in entries]
    return Course.of(procedure, opening, rest)


def read(case: Case) -> tuple[Course, list[Entry]]:
    entries = events(case)
    return course_of(edition_named(case.edition), entries), entries


def facts_of(case: Case) -> Facts | None:
    table = business(case.procedure).facts
    return None if table is None else table._default_manager.filter(pk=case.pk).first()


def facts_mapping(facts: Facts | None) -> dict[str, Any]:
    """A facts row as plain values by column name (foreign keys as ids)."""
    if facts is None:
        return {}
    return {column.name: getattr(facts, column.attname) for column in facts._meta.concrete_fields}


def children_of(case: Case) -> tuple[Child, ...]:
    rows = Case.objects.filter(parent=case).values_list("procedure", "closed_on", "outcome")
    return tuple(Child(procedure, closed is not None, outcome or None) for procedure, closed, outcome in rows)


def last_day_of(course: Course) -> date:
    return course.latest
