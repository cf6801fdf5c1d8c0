"""Bulk entry for imports: whole histories at once, through the very checks that one step passes, in few statements."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils import timezone

from fazhi.casework.acting import THE_LAW, check_outcome, may_take
from fazhi.casework.answers import Answers, BadAnswers, check_answers
from fazhi.casework.businesses import business
from fazhi.casework.calendars import current_calendar
from fazhi.casework.deriving import deadlines_of, set_columns
from fazhi.casework.errors import CaseworkError, NotPermitted, UnknownStep
from fazhi.casework.models import Case, Deadline, Facts, Participant
from fazhi.casework.numbering import take
from fazhi.casework.opening import Intake, new_case, new_facts
from fazhi.casework.reading import OPENED
from fazhi.casework.recording import fact_of
from fazhi.journal.api import Fact, append_many
from fazhi.people.api import NotAllowed, Sight
from fazhi.procedure import LAW, Course, Happened, NoSuchProcedure, edition_on, refusal
from fazhi.registers.api import plain

CHUNK = 1000


@dataclass(frozen=True)
class Taken:
    """One step of a history."""

    step: str
    on: date
    data: Mapping[str, Any] = field(default_factory=dict)
    outcome: str | None = None
    moment: datetime | None = None


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
        super().__init__(f"有{len(self.complaints)}件不能登记,例如:{self.complaints[0].message}")


@dataclass
class _Draft:
    """A dossier walked in memory, ready to be written."""

    case: Case
    course: Course
    facts: Facts | None
    events: list[tuple[Happened, Answers, Sight]]
    participants: Sequence[Mapping[str, Any]]


def check_many(dossiers: Iterable[Dossier], *, by: Sight) -> list[Complaint]:
    """Walk every dossier without writing: the preview of an import."""
    complaints: list[Complaint] = []
    for index, dossier in enumerate(dossiers):
        try:
            _walk(dossier, by)
        except (CaseworkError, BadAnswers, NotAllowed, NoSuchProcedure) as error:
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
            _write(list(_walked(chunk, entered, by)), by, batch)
            entered += len(chunk)
            if progress is not None:
                progress(entered)
    return entered


def _walked(chunk: Sequence[Dossier], offset: int, by: Sight) -> Iterator[_Draft]:
    complaints: list[Complaint] = []
    for index, dossier in enumerate(chunk, start=offset):
        try:
            yield _walk(dossier, by)
        except (CaseworkError, BadAnswers, NotAllowed, NoSuchProcedure) as error:
            complaints.append(Complaint(index, dossier.source, str(error)))
    if complaints:
        raise Refused(complaints)


def _walk(dossier: Dossier, by: Sight) -> _Draft:
    intake = dossier.intake
    kind = business(intake.procedure)
    procedure = edition_on(intake.procedure, intake.received_on)
    case = new_case(intake, procedure.edition())
    case.source_cell = dossier.source
    facts = new_facts(kind, case, intake.facts)
    log = {name: plain(value) for name, value in intake.facts.items()}
    opened = Happened(OPENED, intake.received_on, data=log, moment=intake.moment)
    draft = _Draft(case, Course(procedure, opened), facts, [(opened, Answers(), by)], intake.participants)
    known = dict(intake.facts)
    for taken in dossier.steps:
        _expire(draft, taken.on, kind.facts)
        _step(draft, taken, by, known, kind.facts)
    _expire(draft, timezone.localdate(), kind.facts)
    return draft


def _step(draft: _Draft, taken: Taken, by: Sight, known: dict[str, Any], table: type[Facts] | None) -> None:
    procedure = draft.course.procedure
    step = procedure.steps.get(taken.step)
    if step is None or step.actor is LAW:
        raise UnknownStep(f"“{procedure.title}”没有可由人办理的步骤“{taken.step}”。")
    may_take(procedure, step, draft.case.org.path, by, is_party=False)
    answers = check_answers(step, taken.data, table, taken.on)
    no = refusal(draft.course, step, taken.on, known, (), answers.log, current_calendar())
    if no is not None:
        raise NotPermitted(no)
    happened = Happened(step.name, taken.on, check_outcome(step, taken.outcome), answers.log, taken.moment)
    _take(draft, happened, answers, by)
    known.update(answers.facts)


def _expire(draft: _Draft, day: date, table: type[Facts] | None) -> None:
    """Consequences of limits that expired before a day, in their order."""
    calendar = current_calendar()
    while True:
        open_runs = [run for run in draft.course.runs if run.open]
        expired = [(when, run) for run in open_runs if (when := draft.course.expired(run, day, calendar))]
        if not expired:
            return
        when, run = min(expired, key=lambda pair: pair[0])
        step = draft.course.lapse(run)
        outcome = step.outcomes[0].name if step.outcomes else None
        _take(draft, Happened(step.name, when, outcome), check_answers(step, {}, table, when), THE_LAW)


def _take(draft: _Draft, event: Happened, answers: Answers, by: Sight) -> None:
    draft.course.take(event)
    draft.events.append((event, answers, by))
    if draft.facts is not None:
        for name, value in answers.facts.items():
            setattr(draft.facts, name, value)


def _write(drafts: list[_Draft], by: Sight, batch: int | None) -> None:
    calendar = current_calendar()
    _number(drafts)
    deadlines: list[Deadline] = []
    for draft in drafts:
        draft.case.batch_id = batch
        rows = deadlines_of(draft.case, draft.course, calendar)
        set_columns(draft.case, draft.course, rows)
        draft.case.version = len(draft.events)
        deadlines += rows
    Case.objects.bulk_create([draft.case for draft in drafts])
    append_many([fact for draft in drafts for fact in _facts(draft)], {})
    Deadline.objects.bulk_create(deadlines, batch_size=CHUNK)
    for table in {type(draft.facts) for draft in drafts if draft.facts is not None}:
        rows_of = [draft.facts for draft in drafts if type(draft.facts) is table]
        table._default_manager.bulk_create([facts for facts in rows_of if facts is not None])
    Participant.objects.bulk_create(
        [Participant(case=draft.case, **each) for draft in drafts for each in draft.participants]
    )


def _number(drafts: list[_Draft]) -> None:
    wanted: dict[tuple[str, int], list[_Draft]] = {}
    for draft in drafts:
        wanted.setdefault((draft.case.procedure, draft.case.year), []).append(draft)
    for (code, year), several in wanted.items():
        first = take(code, year, len(several))
        for serial, draft in enumerate(several, start=first):
            draft.case.number = business(code).number(year, serial)


def _facts(draft: _Draft) -> Iterator[Fact]:
    for seq, (event, answers, by) in enumerate(draft.events, start=1):
        yield fact_of(draft.case, seq, event, by, answers, None)
