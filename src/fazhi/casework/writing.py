"""Writing many walked dossiers at once: rows by the thousand, in as many statements as there are tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from fazhi.casework.answers import Answers
from fazhi.casework.businesses import Business, business
from fazhi.casework.calendars import current_calendar
from fazhi.casework.deriving import Derived, deadlines_of, insert_deadlines, set_columns
from fazhi.casework.inserting import insert_models
from fazhi.casework.models import Case, Facts, Participant
from fazhi.casework.numbering import take
from fazhi.casework.recording import fact_of
from fazhi.journal.api import Fact, record_many
from fazhi.people.api import Sight
from fazhi.procedure import Course, Happened


@dataclass
class Draft:
    """A dossier walked in memory, ready to be written."""

    kind: Business
    case: Case
    course: Course
    facts: Facts | None
    events: list[tuple[Happened, Answers, Sight]]
    participants: Sequence[Mapping[str, Any]]
    children: list["Draft"] = field(default_factory=list)


def write(drafts: list[Draft], batch: int | None) -> None:
    """Parents first: a child's row and title name its parent."""
    while drafts:
        _write_cases(drafts, batch)
        drafts = [_adopted(child, draft) for draft in drafts for child in draft.children]


def _adopted(child: Draft, parent: Draft) -> Draft:
    child.case.parent = parent.case
    child.case.title = f"{parent.case.number}{child.case.title}"
    return child


def _write_cases(drafts: list[Draft], batch: int | None) -> None:
    _number(drafts)
    derived: list[list[Derived]] = []
    calendar = current_calendar()
    for draft in drafts:
        draft.case.batch_id = batch
        draft.case.version = len(draft.events)
        derived.append(deadlines_of(draft.case, draft.course, calendar))
        set_columns(draft.case, draft.course, derived[-1])
    _insert_cases([draft.case for draft in drafts])
    now = timezone.now()
    record_many([fact for draft in drafts for fact in _facts(draft, now)], {})
    insert_deadlines((draft.case.pk, rows) for draft, rows in zip(drafts, derived, strict=True))
    for table in {type(draft.facts) for draft in drafts if draft.facts is not None}:
        insert_models([_keyed(draft) for draft in drafts if type(draft.facts) is table])
    insert_models([Participant(case=draft.case, **each) for draft in drafts for each in draft.participants])


def _insert_cases(cases: Sequence[Case]) -> None:
    ids = {(city, number): pk for pk, city, number in insert_models(cases, ("id", "city", "number"))}
    for case in cases:
        case.pk = ids[case.city, case.number]
        case._state.adding = False


def _keyed(draft: Draft) -> Facts:
    assert draft.facts is not None
    draft.facts.case_id = draft.case.pk
    return draft.facts


def _number(drafts: list[Draft]) -> None:
    wanted: dict[tuple[str, int], list[Draft]] = {}
    for draft in drafts:
        wanted.setdefault((draft.case.procedure, draft.case.year), []).append(draft)
    for (code, year), several in wanted.items():
        first = take(code, year, len(several))
        for serial, draft in enumerate(several, start=first):
            draft.case.number = business(code).number(year, serial)


def _facts(draft: Draft, now: datetime) -> Iterator[Fact]:
    for seq, (event, answers, by) in enumerate(draft.events, start=1):
        yield fact_of(draft.case, seq, event, by, answers, None, now)
