"""Bulk entry for imports: whole histories at once, through the very checks that one step passes, in few statements."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from fazhi.casework.acting import THE_LAW, opened_by
from fazhi.casework.answers import Answers, BadAnswers, check_answers, check_date, check_outcome
from fazhi.casework.businesses import UnknownBusiness, business
from fazhi.casework.calendars import current_calendar
from fazhi.casework.errors import CaseworkError, NotPermitted, UnknownStep
from fazhi.casework.opening import Intake, new_case, new_facts, opening_of
from fazhi.casework.permission import may_import
from fazhi.casework.reading import facts_mapping
from fazhi.casework.writing import Draft, write
from fazhi.days import Calendar
from fazhi.people.api import NotAllowed, Sight
from fazhi.procedure import LAW, Child, Course, Happened, NoSuchProcedure, edition_on, refusal

CHUNK = 1000


#: what stands in the way of one dossier, and only of that one
OBSTACLES = (CaseworkError, BadAnswers, NotAllowed, NoSuchProcedure, UnknownBusiness)


@dataclass(frozen=True)
class Taken:
    """One step of a history; `beside` are the steps of the case that it opens, if it opens one."""

    step: str
    on: date
    data: Mapping[str, Any] = field(default_factory=dict)
    outcome: str | None = None
    moment: datetime | None = None
    beside: Sequence["Taken"] = ()


@dataclass(frozen=True)
class Dossier:
    """One matter with what has been done in it; `source` names the cell of the sheet it came from."""

    intake: Intake
    steps: Sequence[Taken] = ()
    source: str = ""


@dataclass(frozen=True)
class Complaint:
    """Why a dossier cannot be entered; `index` counts dossiers from 0."""

    index: int
    source: str
    message: str


class Refused(CaseworkError):
    """Some dossiers cannot be entered, and none was."""

    def __init__(self, complaints: Sequence[Complaint]) -> None:
        self.complaints = list(complaints)
        super().__init__(f"有{len(self.complaints)}件不能登记，例如：{self.complaints[0].message}")


class _Now(NamedTuple):
    """Who enters, and what today is."""

    by: Sight
    today: date
    calendar: Calendar


def check_many(dossiers: Iterable[Dossier], *, by: Sight) -> list[Complaint]:
    """Walk every dossier without writing: the preview of an import."""
    complaints: list[Complaint] = []
    for index, dossier in enumerate(dossiers):
        try:
            _walk(dossier, by)
        except OBSTACLES as error:
            complaints.append(Complaint(index, dossier.source, str(error)))
    return complaints


def enter_many(
    dossiers: Iterable[Dossier],
    *,
    by: Sight,
    batch: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Enter all dossiers or none; returns how many. Refused carries every complaint of the chunk that failed."""
    entered = 0
    waiting = iter(dossiers)
    with transaction.atomic():
        while chunk := list(islice(waiting, CHUNK)):
            write(list(_walked(chunk, entered, by)), batch)
            entered += len(chunk)
            if progress is not None:
                progress(entered)
    return entered


def _walked(chunk: Sequence[Dossier], offset: int, by: Sight) -> Iterator[Draft]:
    complaints: list[Complaint] = []
    for index, dossier in enumerate(chunk, start=offset):
        try:
            yield _walk(dossier, by)
        except OBSTACLES as error:
            complaints.append(Complaint(index, dossier.source, str(error)))
    if complaints:
        raise Refused(complaints)


def _walk(dossier: Dossier, by: Sight) -> Draft:
    may_import(by, dossier.intake.org)
    now = _Now(by, timezone.localdate(), current_calendar())
    return _walk_on(dossier.intake, dossier.steps, dossier.source, now)


def _walk_on(intake: Intake, steps: Sequence[Taken], source: str, now: _Now) -> Draft:
    kind = business(intake.procedure)
    procedure = edition_on(intake.procedure, intake.received_on)
    case = new_case(intake, procedure.edition(), now.today)
    case.source_cell = source
    opened, answers = opening_of(kind, intake, now.today)
    facts = new_facts(kind, case, intake.facts)
    draft = Draft(kind, case, Course(procedure, opened), facts, [(opened, answers, now.by)], intake.participants)
    for taken in steps:
        _expire(draft, taken.on, now.calendar)
        _step(draft, taken, now)
    _expire(draft, now.today, now.calendar)
    return draft


def _step(draft: Draft, taken: Taken, now: _Now) -> None:
    procedure = draft.course.procedure
    step = procedure.steps.get(taken.step)
    if step is None or step.actor is LAW:
        raise UnknownStep(f"“{procedure.title}”没有可由人办理的步骤“{taken.step}”。")
    event = Happened(step.name, taken.on, taken.outcome, taken.data, taken.moment)
    check_date(event, now.today)
    answers = check_answers(step, taken.data, draft.kind.facts, taken.on)
    children = tuple(_seen(child, taken.on) for child in draft.children)
    known = facts_mapping(draft.facts) if step.when is not None else {}
    no = refusal(draft.course, step, taken.on, known, children, answers.log, now.calendar)
    if no is not None:
        raise NotPermitted(no)
    event = Happened(step.name, taken.on, check_outcome(step, taken.outcome), answers.log, taken.moment)
    _take(draft, event, answers, now.by)
    if step.opens is not None:
        intake = opened_by(draft.case, step.opens, event)
        draft.children.append(_walk_on(intake, taken.beside, "", now))


def _seen(child: Draft, on: date) -> Child:
    """A child case as its parent sees it on a day."""
    closed = child.course.closed and child.course.latest <= on
    return Child(child.case.procedure, closed, child.course.outcome if closed else None)


def _expire(draft: Draft, day: date, calendar: Calendar) -> None:
    """Consequences of limits that expired before a day, in their order."""
    while (event := draft.course.expired(day, calendar)) is not None:
        step = draft.course.procedure.steps[event.step]
        _take(draft, event, check_answers(step, {}, draft.kind.facts, event.on), THE_LAW)


def _take(draft: Draft, event: Happened, answers: Answers, by: Sight) -> None:
    draft.course.take(event)
    draft.events.append((event, answers, by))
    if draft.facts is not None:
        for name, value in answers.facts.items():
            setattr(draft.facts, name, value)
