"""Opening a case: number, row, facts, first event and first limits in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from fazhi.casework.answers import Answers, BadAnswers
from fazhi.casework.businesses import Business, business
from fazhi.casework.calendars import current_calendar
from fazhi.casework.deriving import deadlines_of, set_columns, store_deadlines
from fazhi.casework.models import Case, Facts, Participant
from fazhi.casework.numbering import take
from fazhi.casework.reading import OPENED
from fazhi.casework.recording import fact_of
from fazhi.journal.api import FIRST, AlreadyRecorded, append
from fazhi.people.api import Ability, Organisation, Sight
from fazhi.procedure import Course, Happened, edition_on
from fazhi.registers.api import plain


@dataclass(frozen=True)
class Intake:
    """What is known of a matter when it arrives. `facts` are columns of the domain's table."""

    procedure: str
    title: str
    org: Organisation
    place: str
    received_on: date
    facts: Mapping[str, Any] = field(default_factory=dict)
    participants: Sequence[Mapping[str, Any]] = ()
    moment: datetime | None = None
    parent: Case | None = None
    officer: int | None = None


def open_case(intake: Intake, *, by: Sight, key: str | None = None) -> Case:
    """Open one case. With a `key` already used, the case of the first call is returned and nothing is written."""
    if not by.everything:
        by.must(Ability.OPEN_CASE)
    try:
        with transaction.atomic():
            return enter_case(intake, by, key)
    except AlreadyRecorded as repeated:
        return Case.objects.get(pk=repeated.entry.subject)


def has_fact(procedure: str, name: str) -> bool:
    """Whether the procedure's facts have a column of that name."""
    table = business(procedure).facts
    return table is not None and any(column.name == name for column in table._meta.concrete_fields)


def enter_case(intake: Intake, by: Sight, key: str | None) -> Case:
    """The writing half of `open_case`, inside the caller's transaction and under the caller's permission."""
    kind = business(intake.procedure)
    procedure = edition_on(intake.procedure, intake.received_on)
    case = new_case(intake, procedure.edition())
    facts = new_facts(kind, case, intake.facts)
    log = {name: plain(value) for name, value in intake.facts.items()}
    opened = Happened(OPENED, intake.received_on, data=log, moment=intake.moment)
    course = Course(procedure, opened)
    deadlines = deadlines_of(case, course, current_calendar())
    set_columns(case, course, deadlines)
    case.number = kind.number(case.year, take(kind.code, case.year))
    case.save(force_insert=True)
    append(fact_of(case, 1, opened, by, Answers(), key), FIRST)
    store_deadlines(deadlines)
    if facts is not None:
        facts.save(force_insert=True)
    Participant.objects.bulk_create([Participant(case=case, **each) for each in intake.participants])
    return case


def new_case(intake: Intake, edition: str) -> Case:
    """The row of a case about to be opened, checked but not saved."""
    case = Case(
        procedure=intake.procedure,
        edition=edition,
        title=intake.title,
        state="",
        org=intake.org,
        place_id=intake.place,
        received_on=intake.received_on,
        parent=intake.parent,
        officer_id=intake.officer,
    )
    case.year = case.statutory_year()
    if intake.received_on > timezone.localdate():
        raise BadAnswers({"received_on": f"收到日期{intake.received_on}晚于今天,请核对。"})
    return case


def new_facts(kind: Business, case: Case, values: Mapping[str, Any]) -> Facts | None:
    """The facts row, its values checked; BadAnswers names each bad one by its label."""
    if kind.facts is None:
        return None
    facts = kind.facts(case=case, **values)
    facts.year = case.year
    try:
        facts.clean_fields(exclude=["case", "year"])
    except ValidationError as error:
        labels = {column.name: str(column.verbose_name) for column in kind.facts._meta.concrete_fields}
        found = {name: f"“{labels.get(name, name)}”:{''.join(texts)}" for name, texts in error.message_dict.items()}
        raise BadAnswers(found) from None
    return facts
