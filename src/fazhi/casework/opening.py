"""Opening a case: number, row, facts, first event and first limits in one transaction."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from fazhi.casework.answers import Answers, BadAnswers, check_date
from fazhi.casework.businesses import Business, business
from fazhi.casework.calendars import current_calendar
from fazhi.casework.deriving import deadlines_of, set_columns, store_deadlines
from fazhi.casework.errors import Stale
from fazhi.casework.models import Case, Facts, Participant
from fazhi.casework.numbering import take
from fazhi.casework.permission import may_open
from fazhi.casework.reading import OPENED, columns_of
from fazhi.casework.recording import fact_of
from fazhi.journal.api import FIRST, AlreadyRecorded, append
from fazhi.people.api import Organisation, Sight
from fazhi.procedure import Course, Happened, edition_on
from fazhi.registers.api import plain, unsound


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
    """Open one case. With a `key` already used for this, the case of the first call is returned and nothing is written.

    Raises NotAllowed, BadAnswers, NoSuchProcedure, UnknownBusiness, and Stale for a key that served for something else.
    """
    may_open(by, intake.org)
    try:
        with transaction.atomic():
            return enter_case(intake, by, key)
    except AlreadyRecorded as repeated:
        if repeated.entry.kind != f"{intake.procedure}.{OPENED}":
            raise Stale(f"防重编号“{key}”已用于另一次办理，请刷新页面后重新提交。") from None
        return Case.objects.get(pk=repeated.entry.subject)


def has_fact(procedure: str, name: str) -> bool:
    """Whether the procedure's facts have a column of that name."""
    table = business(procedure).facts
    return table is not None and name in columns_of(table)


def enter_case(intake: Intake, by: Sight, key: str | None) -> Case:
    """The writing half of `open_case`, inside the caller's transaction and under the caller's permission."""
    kind = business(intake.procedure)
    procedure = edition_on(intake.procedure, intake.received_on)
    today = timezone.localdate()
    case = new_case(intake, procedure.edition(), today)
    facts = new_facts(kind, case, intake.facts)
    opened, answers = opening_of(kind, intake, today)
    course = Course(procedure, opened)
    deadlines = deadlines_of(case, course, current_calendar())
    set_columns(case, course, deadlines)
    case.number = kind.number(case.year, take(kind.code, case.year))
    case.save(force_insert=True)
    append(fact_of(case, 1, opened, by, answers, key), FIRST)
    store_deadlines(case, deadlines, 0)
    if facts is not None:
        facts.save(force_insert=True)
    Participant.objects.bulk_create([Participant(case=case, **each) for each in intake.participants])
    return case


def new_case(intake: Intake, edition: str, today: date) -> Case:
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
    if intake.received_on > today:
        raise BadAnswers({"received_on": f"收到日期{intake.received_on}晚于今天，请核对。"})
    return case


def opening_of(kind: Business, intake: Intake, today: date) -> tuple[Happened, Answers]:
    """The first event, and the intake divided into what the log keeps and what is sealed."""
    personal = kind.facts.personal_columns() if kind.facts is not None else frozenset()
    answers = Answers()
    for name, value in intake.facts.items():
        (answers.sealed if name in personal else answers.log)[name] = plain(value)
    opened = Happened(OPENED, intake.received_on, data=answers.log, moment=intake.moment)
    if intake.moment is not None:
        check_date(opened, today)
    return opened, answers


def new_facts(kind: Business, case: Case, values: Mapping[str, Any]) -> Facts | None:
    """The facts row, its values checked; BadAnswers names each bad one by its label."""
    if kind.facts is None:
        return None
    columns = _labels(kind.facts)
    if unknown := [name for name in values if name.removesuffix("_id") not in columns]:
        raise BadAnswers({name: f"“{kind.title}”没有“{name}”这一项，请删去。" for name in unknown})
    facts = kind.facts(case=case, **values)
    facts.year = case.year
    try:
        facts.clean_fields(exclude={"case", "year", *(_optional(kind.facts) - values.keys()), *_known_rows(values)})
        facts.clean()
    except ValidationError as error:
        found = {name: f"“{columns.get(name, name)}”：{''.join(texts)}" for name, texts in error.message_dict.items()}
        raise BadAnswers(found) from None
    if wrong := unsound(kind.facts, {name: getattr(facts, name) for name in values if name in columns}):
        raise BadAnswers(wrong)
    return facts


@cache
def _labels(table: type[Facts]) -> dict[str, str]:
    return {column.name: str(column.verbose_name) for column in table._meta.concrete_fields}


@cache
def _optional(table: type[Facts]) -> frozenset[str]:
    """Columns that are as they should be when nothing is given."""
    columns = table._meta.concrete_fields
    return frozenset(each.name for each in columns if each.blank or each.null or each.has_default())


def _known_rows(values: Mapping[str, Any]) -> Iterator[str]:
    """References given as rows read from the database need not be looked up there again."""
    return (name for name, value in values.items() if isinstance(value, models.Model) and not value._state.adding)
