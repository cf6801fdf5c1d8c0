"""Cases as programs read them: which may be seen, one in brief, its course, its limits and its possible steps."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from fazhi.casework.api import (
    Case,
    Deadline,
    business,
    children_of,
    current_calendar,
    facts_mapping,
    facts_of,
)
from fazhi.feeds.columns import step_shape
from fazhi.feeds.operation import ROOT
from fazhi.feeds.problems import missing
from fazhi.feeds.told import DAY, FLAG, LABELLED, MOMENT, NAMED, OBJECT, TEXT, WHOLE, arr, maybe, obj, titled
from fazhi.journal.api import Entry, Sealed
from fazhi.people.api import Sight
from fazhi.procedure import Course, Limit, Mode, NoSuchProcedure, Office, Party, Procedure, Step, edition_named, refusal
from fazhi.procedure.periods import cited, length_of
from fazhi.registers.api import plain, this_city

NOT_FOUND = "没有找到该事项，或者该事项不在查看范围内。"
RETRACTED = "retracted"

BRIEF = obj(
    id=WHOLE, number=titled(TEXT, "案号"), procedure=TEXT, title=TEXT, state=titled(LABELLED, "状态"),
    outcome=maybe(titled(LABELLED, "结论")), org=NAMED, place=titled(TEXT, "区划代码"), received_on=DAY,
    concluded_on=maybe(DAY), closed_on=maybe(DAY), next_due=maybe(DAY), version=titled(WHOLE, "版本"), url=TEXT,
)  # fmt: skip
EVENT = obj(
    seq=WHOLE, step=TEXT, label=TEXT, on=DAY, at=MOMENT, actor=titled(TEXT, "办理人：user、api加编号，law为法律规定"),
    article=TEXT, outcome=maybe(LABELLED), answers=OBJECT, personal=maybe(titled(OBJECT, "个人信息，仅承办人员可见")),
    retracted=FLAG,
)  # fmt: skip
LIMIT = obj(
    run=WHOLE, limit=TEXT, label=TEXT, clock=TEXT, length=TEXT, article=TEXT, started_on=DAY, due_on=maybe(DAY),
    due_at=maybe(MOMENT), original_on=maybe(DAY), paused=FLAG, provisional=FLAG, met_on=maybe(DAY), open=FLAG, url=TEXT,
)  # fmt: skip
STEP = obj(
    step=TEXT, label=TEXT, must=FLAG, actor=TEXT, article=TEXT, outcomes=arr(LABELLED), mine=titled(FLAG, "本令牌有无授权"),
    refusal=maybe(titled(TEXT, "现在不能办理的原因")), data=titled(OBJECT, "内容的JSON Schema"), url=TEXT,
)  # fmt: skip
PARTY = obj(party=TEXT, kind=TEXT, name=TEXT, number=maybe(TEXT), contact=maybe(TEXT))
FULL = obj(
    **BRIEF["properties"], parent=maybe(WHOLE), facts=OBJECT, parties=arr(PARTY), events=arr(EVENT), limits=arr(LIMIT),
    steps=arr(STEP),
)  # fmt: skip


def visible(by: Sight) -> QuerySet[Case]:
    """Every case that the caller may see, open or closed, in one query."""
    return by.rows(Case.objects.filter(city=this_city(), voided_on__isnull=True))


def the_case(by: Sight, pk: int) -> Case:
    """Problem 404 for a case that is not there or not in sight: which of the two is not told."""
    found = visible(by).select_related("org").filter(pk=pk).first()
    if found is None:
        raise missing(NOT_FOUND)
    return found


def tag_of(case: Case) -> str:
    """The ETag of a case: its version."""
    return f'"{case.version}"'


def brief(case: Case) -> dict[str, Any]:
    procedure = edition_of(case)
    state = procedure.states.get(case.state) if procedure else None
    return {
        "id": case.pk,
        "number": case.number,
        "procedure": case.procedure,
        "title": case.title,
        "state": {"value": case.state, "label": state.label if state else case.state},
        "outcome": _outcome(procedure, case.outcome),
        "org": {"id": case.org_id, "name": case.org.name},
        "place": case.place_id,
        "received_on": case.received_on.isoformat(),
        "concluded_on": _iso(case.concluded_on),
        "closed_on": _iso(case.closed_on),
        "next_due": _iso(case.next_due),
        "version": case.version,
        "url": f"{ROOT}/cases/{case.pk}",
    }


def edition_of(case: Case) -> type[Procedure] | None:
    """None when its domain is no longer installed."""
    try:
        return edition_named(case.edition)
    except NoSuchProcedure:
        return None


def handles(by: Sight, case: Case, procedure: type[Procedure]) -> bool:
    """Whether the caller acts in this case for any office; only such callers read personal data."""
    offices = [actor.name for actor in procedure.actors.values() if isinstance(actor, Office)]
    return any(by.holds(procedure.code, office, case.org.path) for office in offices)


def full(case: Case, course: Course, entries: list[Entry], by: Sight) -> dict[str, Any]:
    """Everything about a case that the caller may read. Six statements at most."""
    procedure, facts = course.procedure, facts_of(case)
    personal = handles(by, case, procedure)
    hidden = {"case", "city", "year"} | (set() if personal or facts is None else set(type(facts).personal_columns()))
    columns = type(facts)._meta.concrete_fields if facts is not None else ()
    return {
        **brief(case),
        "parent": case.parent_id,
        "facts": {each.name: plain(getattr(facts, each.attname)) for each in columns if each.name not in hidden},
        "parties": [_party(row, personal) for row in case.participants.order_by("pk")],
        "events": events_of(procedure, entries, personal),
        "limits": [limit_of(row, procedure.limits.get(row.limit)) for row in case.deadlines.order_by("run")],
        "steps": [] if course.closed else steps_of(case, course, facts_mapping(facts), by),
    }


def _party(row: Any, personal: bool) -> dict[str, Any]:
    told = {"party": row.party, "kind": row.kind, "name": row.name}
    return {**told, "number": row.number if personal else None, "contact": row.contact if personal else None}


def events_of(procedure: type[Procedure], entries: Iterable[Entry], personal: bool) -> list[dict[str, Any]]:
    """The course of a case, oldest first; a step taken back stays, and says so."""
    listed = list(entries)
    backs = {int(each.data["answers"]["seq"]) for each in listed if each.kind.endswith(f".{RETRACTED}")}
    rows = Sealed.objects.filter(entry__in=[each.pk for each in listed]) if personal else ()
    sealed = {row.entry_id: row.data for row in rows}
    return [_event(procedure, each, each.seq in backs, sealed.get(each.pk)) for each in listed]


def _event(procedure: type[Procedure], entry: Entry, taken_back: bool, sealed: Any) -> dict[str, Any]:
    name = entry.kind.rpartition(".")[2]
    step = procedure.steps.get(name)
    return {
        "seq": entry.seq,
        "step": name,
        "label": step.label if step else {"opened": "登记立案", RETRACTED: "撤回步骤"}.get(name, name),
        "on": entry.on.isoformat(),
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "article": cited(step.citations) if step else "",
        "outcome": _outcome(procedure, entry.data.get("outcome", "")),
        "answers": entry.data.get("answers", {}),
        "personal": sealed,
        "retracted": taken_back,
    }


def limit_of(row: Deadline, limit: Limit | None) -> dict[str, Any]:
    """One run of one limit as derived; its derivation has an address of its own."""
    return {
        "run": row.run,
        "limit": row.limit,
        "label": limit.label if limit else row.limit,
        "clock": row.clock,
        "length": length_of(limit.clock) if limit else "",
        "article": cited(limit.clock.citations) if limit else "",
        "started_on": row.started_on.isoformat(),
        "due_on": _iso(row.due_on),
        "due_at": row.due_at.isoformat() if row.due_at else None,
        "original_on": _iso(row.original_on),
        "paused": row.paused,
        "provisional": row.provisional,
        "met_on": _iso(row.met_on),
        "open": row.open,
        "url": f"{ROOT}/cases/{row.case_id}/limits/{row.run}",
    }


def steps_of(case: Case, course: Course, facts: Any, by: Sight) -> list[dict[str, Any]]:
    """The steps that leave the present state, but for the law's own, in the order of their declaration."""
    day = max(timezone.localdate(), course.latest)
    children = children_of(case) if course.procedure.opens else ()
    found = []
    for step in course.procedure.leaving(course.state):
        if step.mode is not Mode.LAPSE:
            no = refusal(course, step, day, facts, children, None, current_calendar())
            found.append(_step(case, course.procedure, step, by, no))
    return found


def _step(case: Case, procedure: type[Procedure], step: Step, by: Sight, no: str | None) -> dict[str, Any]:
    by_party = isinstance(step.actor, Party)  # what a party does is entered by whoever handles the case
    mine = handles(by, case, procedure) if by_party else by.holds(procedure.code, step.actor.name, case.org.path)
    return {
        "step": step.name,
        "label": step.label,
        "must": step.mode is Mode.MUST,
        "actor": step.actor.label,
        "article": cited(step.citations),
        "outcomes": [{"value": each.name, "label": each.label} for each in step.outcomes],
        "mine": mine,
        "refusal": no,
        "data": step_shape(step, business(procedure.code).facts).schema(),
        "url": f"{ROOT}/cases/{case.pk}/steps/{step.name}",
    }


def _outcome(procedure: type[Procedure] | None, name: str) -> dict[str, str] | None:
    if not name:
        return None
    found = procedure.outcomes.get(name) if procedure else None
    return {"value": name, "label": found.label if found else name}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
