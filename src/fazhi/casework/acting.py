"""`act()`: the only function that moves a case. Desk, portal, imports and the pulse all call it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from fazhi.casework.answers import Answers, BadAnswers, check_answers
from fazhi.casework.businesses import business
from fazhi.casework.calendars import current_calendar
from fazhi.casework.deriving import deadlines_of, set_columns, store_deadlines
from fazhi.casework.errors import NotPermitted, Stale, UnknownStep
from fazhi.casework.models import Case
from fazhi.casework.opening import Intake, enter_case, has_fact
from fazhi.casework.reading import children_of, course_of, events, facts_mapping, facts_of
from fazhi.casework.recording import fact_of
from fazhi.journal.api import AlreadyRecorded, Entry, StreamMoved, append
from fazhi.people.api import NotAllowed, Sight
from fazhi.procedure import (
    LAW,
    Course,
    Happened,
    Office,
    Party,
    Procedure,
    Step,
    edition_named,
    edition_on,
    refusal,
)

THE_LAW = Sight(who="law", name="法律规定", everything=True)


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

    `on` is the legal date (today unless told), `moment` the instant for limits in hours, `expected` the version of the
    case the person saw, `key` makes a repeated call return the event of the first.
    Raises NotAllowed (who may not), NotPermitted (what the law does not permit now), BadAnswers, Stale, UnknownStep;
    then nothing has been written. Limits that expired before `on` take their consequence first, whatever becomes of the step.
    """
    day = on or timezone.localdate()
    settle(case, day)
    with transaction.atomic():
        locked = Case.objects.select_for_update().get(pk=case.pk)
        entry = _repeated(locked, key) or _take(locked, step, by, day, data or {}, outcome, moment, expected, key)
    case.refresh_from_db()
    return entry


def settle(case: Case, day: date) -> list[Entry]:
    """Let the law take its course for every limit of the case that expired before `day`: each consequence once."""
    fired = []
    while case.deadlines.filter(open=True, lapses_on__lt=day).exists():
        with transaction.atomic():
            locked = Case.objects.select_for_update().get(pk=case.pk)
            entry = _lapse(locked, day)
        if entry is None:
            break
        fired.append(entry)
    if fired:
        case.refresh_from_db()
    return fired


def _lapse(case: Case, day: date) -> Entry | None:
    entries = events(case)
    procedure = edition_named(case.edition)
    course = course_of(procedure, entries)
    calendar = current_calendar()
    expired = [(when, run) for run in course.runs if (when := course.expired(run, day, calendar)) is not None]
    if not expired:
        return None
    when, run = min(expired, key=lambda pair: pair[0])
    step = course.lapse(run)
    outcome = step.outcomes[0].name if step.outcomes else None
    answers = check_answers(step, {}, business(case.procedure).facts, when)
    event = Happened(step.name, when, outcome)
    return _write(case, course, entries, step, event, answers, THE_LAW, None)


def _repeated(case: Case, key: str | None) -> Entry | None:
    if key is None:
        return None
    return Entry.objects.filter(city=case.city, key=key).first()


def _take(
    case: Case,
    name: str,
    by: Sight,
    on: date,
    data: Mapping[str, Any],
    outcome: str | None,
    moment: datetime | None,
    expected: int | None,
    key: str | None,
) -> Entry:
    if expected is not None and expected != case.version:
        raise Stale(f"{case.number}已被他人办理(第{case.version}版),请刷新页面后再办理。")
    procedure = edition_named(case.edition)
    step = procedure.steps.get(name)
    if step is None or step.actor is LAW:
        raise UnknownStep(f"“{procedure.title}”没有可由人办理的步骤“{name}”。")
    may_take(procedure, step, case.org.path, by, _is_party(case, step, by))
    entries = events(case)
    course = course_of(procedure, entries)
    facts = facts_mapping(facts_of(case))
    answers = check_answers(step, data, business(case.procedure).facts, on)
    no = refusal(course, step, on, facts, children_of(case), answers.log, current_calendar())
    if no is not None:
        raise NotPermitted(no)
    event = Happened(step.name, on, check_outcome(step, outcome), answers.log, moment)
    return _write(case, course, entries, step, event, answers, by, key)


def _write(
    case: Case,
    course: Course,
    entries: list[Entry],
    step: Step,
    event: Happened,
    answers: Answers,
    by: Sight,
    key: str | None,
) -> Entry:
    """Append the event, re-derive the case and its limits, and keep the facts: the one place that writes."""
    last = entries[-1]
    fact = fact_of(case, last.seq + 1, event, by, answers, key)
    try:
        entry = append(fact, bytes(last.digest))
    except StreamMoved:
        raise Stale(f"{case.number}正在由他人办理,请刷新页面后再办理。") from None
    except AlreadyRecorded as repeated:
        return repeated.entry
    course.take(event)
    deadlines = deadlines_of(case, course, current_calendar())
    set_columns(case, course, deadlines)
    case.version += 1
    case.save()
    store_deadlines(deadlines)
    table = business(case.procedure).facts
    if table is not None and answers.facts:
        table._default_manager.filter(pk=case.pk).update(**answers.facts)
    if step.opens is not None:
        _open_child(case, step.opens, event, by)
    return entry


def _open_child(case: Case, procedure: str, event: Happened, by: Sight) -> None:
    """A step that opens a case of its own: the child begins on the day of the step, under the parent's organ."""
    intake = Intake(
        procedure,
        f"{case.number}:{edition_on(procedure, event.on).title}",
        case.org,
        case.place_id,
        event.on,
        facts={name: value for name, value in event.data.items() if has_fact(procedure, name)},
        parent=case,
        officer=case.officer_id,
    )
    enter_case(intake, by, None)


def may_take(procedure: type[Procedure], step: Step, org_path: str, by: Sight, is_party: bool) -> None:
    """Who may: the holder of a mandate for the office; the party itself, or an office that enters what a party did."""
    if by.who.startswith(("import:", "city")):
        return
    if isinstance(step.actor, Office):
        allowed = by.holds(procedure.code, step.actor.name, org_path)
    else:
        offices = [actor.name for actor in procedure.actors.values() if isinstance(actor, Office)]
        allowed = is_party or any(by.holds(procedure.code, office, org_path) for office in offices)
    if not allowed:
        who = "本人或者承办机关" if isinstance(step.actor, Party) else f"有“{step.actor.label}”授权的人员"
        raise NotAllowed(f"“{step.label}”须由{who}办理,{by.name}没有这一授权。")


def _is_party(case: Case, step: Step, by: Sight) -> bool:
    if by.user is None:
        return False
    return case.participants.filter(party=step.actor.name, user=by.user).exists()


def check_outcome(step: Step, outcome: str | None) -> str | None:
    """The outcome's name, given or the only one there is; BadAnswers when it is missing or not of this step."""
    names = [each.name for each in step.outcomes]
    if outcome is None and len(names) == 1:
        return names[0]
    if outcome is None and names:
        raise BadAnswers({"outcome": f"“{step.label}”须选择结论。"})
    if outcome is not None and outcome not in names:
        raise BadAnswers({"outcome": f"“{step.label}”不能得出结论“{outcome}”。"})
    return outcome
