"""`act()`: the only function that moves a case. Desk, portal, imports and the pulse all call it; `retract` takes a step back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from fazhi.casework.answers import Answers, check_answers, check_date, check_outcome
from fazhi.casework.businesses import business
from fazhi.casework.calendars import current_calendar
from fazhi.casework.deriving import deadlines_of, set_columns, store_deadlines
from fazhi.casework.errors import NotPermitted, Stale, UnknownStep
from fazhi.casework.models import Case
from fazhi.casework.opening import Intake, enter_case, has_fact
from fazhi.casework.permission import may_take
from fazhi.casework.reading import File, children_of, facts_view, open_file
from fazhi.casework.recording import fact_of
from fazhi.journal.api import AlreadyRecorded, Entry, StreamMoved, append
from fazhi.people.api import Sight
from fazhi.procedure import LAW, Happened, Step, edition_on, refusal

THE_LAW = Sight(who="law", name="法律规定")


def act(
    case: Case,
    step: str,
    *,
    by: Sight,
    on: date | None = None,
    data: Mapping[str, Any] | None = None,
    outcome: str | None = None,
    moment: datetime | None = None,
    expected: int | None = None,
    key: str | None = None,
) -> Entry:
    """Take one step of a case and return its event; `case` is brought up to date.

    `on` is the legal date (today unless told, never later), `moment` the instant for limits in hours, `expected` the
    version of the case the person saw, `key` makes a repeated call return the event of the first.
    Raises NotAllowed (who may not), NotPermitted (what the law does not permit now), BadAnswers, Stale, UnknownStep;
    then nothing has been written. Limits that expired before `on` take their consequence first, whatever becomes of the step.
    """
    today = timezone.localdate()
    asked = Happened(step, on or today, outcome, data or {}, moment)
    check_date(asked, today)
    while True:
        with transaction.atomic():
            file = open_file(case)
            entry = repeated(file.case, step, key)
            if entry is None and not lapse(file, asked.on):
                entry = _take(file, asked, by, expected, key)
        file.show(case)
        if entry is not None:
            return entry


def settle(case: Case, day: date) -> list[Entry]:
    """Let the law take its course for every limit of the case that expired before `day`: each consequence once."""
    fired: list[Entry] = []
    while True:
        with transaction.atomic():
            file = open_file(case)
            entry = lapse(file, day)
        if entry is None:
            file.show(case)
            return fired
        fired.append(entry)


def lapse(file: File, day: date) -> Entry | None:
    """Write the next consequence that the law has drawn before a day, if any."""
    event = None if file.case.voided_on else file.course.expired(day, current_calendar())
    if event is None:
        return None
    step = file.procedure.steps[event.step]
    answers = check_answers(step, {}, business(file.case.procedure).facts, event.on)
    return _write(file, step, event, answers, THE_LAW, None)


def repeated(case: Case, step: str, key: str | None) -> Entry | None:
    """The event already recorded under the key; Stale when the key served for something else."""
    found = Entry.objects.filter(city=case.city, key=key).first() if key is not None else None
    if found is not None and (found.subject != case.pk or found.kind != f"{case.procedure}.{step}"):
        raise Stale(f"防重编号“{key}”已用于另一次办理，请刷新页面后重新提交。")
    return found


def check_version(case: Case, expected: int | None) -> None:
    """Stale when the case has moved since the person looked at it; NotPermitted when it has been struck out."""
    if expected is not None and expected != case.version:
        raise Stale(f"{case.number}已被他人办理（第{case.version}版），请刷新页面后再办理。")
    if case.voided_on is not None:
        raise NotPermitted(f"{case.number}已于{case.voided_on}作废（{case.void_reason}），不能再办理。")


def _take(file: File, asked: Happened, by: Sight, expected: int | None, key: str | None) -> Entry:
    case, procedure, course = file.case, file.procedure, file.course
    check_version(case, expected)
    step = procedure.steps.get(asked.step)
    if step is None or step.actor is LAW:
        raise UnknownStep(f"“{procedure.title}”没有可由人办理的步骤“{asked.step}”。")
    may_take(procedure, step, case, by)
    answers = check_answers(step, asked.data, business(case.procedure).facts, asked.on)
    facts = facts_view(case) if step.when is not None else {}
    children = children_of(case) if step.when is not None and procedure.opens else ()
    no = refusal(course, step, asked.on, facts, children, answers.log, current_calendar())
    if no is not None:
        raise NotPermitted(no)
    event = Happened(step.name, asked.on, check_outcome(step, asked.outcome), answers.log, asked.moment)
    return _write(file, step, event, answers, by, key)


def _write(file: File, step: Step, event: Happened, answers: Answers, by: Sight, key: str | None) -> Entry:
    """Append the event, re-derive the case and its limits, and keep the facts: the one place that writes."""
    case, course, last = file.case, file.course, file.entries[-1]
    try:
        entry = append(fact_of(case, last.seq + 1, event, by, answers, key), bytes(last.digest))
    except (StreamMoved, AlreadyRecorded):
        raise Stale(f"{case.number}正在由他人办理，请刷新页面后再办理。") from None
    before = len(course.runs)
    course.take(event)
    deadlines = deadlines_of(case, course, current_calendar())
    set_columns(case, course, deadlines)
    case.version += 1
    case.save()
    store_deadlines(case, deadlines, before)
    table = business(case.procedure).facts
    if table is not None and answers.facts:
        table._default_manager.filter(pk=case.pk).update(**answers.facts)
    if step.opens is not None:
        enter_case(opened_by(case, step.opens, event), by, None)
    return entry


def opened_by(case: Case, procedure: str, event: Happened) -> Intake:
    """The case that a step opens beside its own: it begins on the day of the step, under the parent's organ."""
    return Intake(
        procedure,
        f"{case.number}：{edition_on(procedure, event.on).title}",
        case.org,
        case.place_id,
        event.on,
        facts={name: value for name, value in event.data.items() if has_fact(procedure, name)},
        moment=event.moment,
        parent=case,
        officer=case.officer_id,
    )
