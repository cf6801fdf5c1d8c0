"""Opening a case: one operation a business, its body drawn from the business's facts."""

from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from typing import Any

from django.utils import timezone

from fazhi.casework.api import BadAnswers, Business, Case, Intake, Participant, business, businesses, events, open_case
from fazhi.feeds.cases import BRIEF, brief, tag_of
from fazhi.feeds.columns import BODY, PLACE, facts_shape
from fazhi.feeds.operation import Answer, Call, Operation
from fazhi.feeds.problems import Problem, wrong
from fazhi.feeds.shapes import Choice, Day, Listed, Moment, Record, Shape, Text
from fazhi.people.api import Organisation
from fazhi.procedure import NoSuchProcedure, Party, Procedure, edition_named, edition_on, procedures
from fazhi.registers.api import plain

MOST_PARTIES = 20
REPLAYED = "Idempotent-Replayed"


def openable() -> list[Business]:
    """Businesses that begin with an arrival, in force today: not those that only a step of another opens."""
    opened = {step.opens for each in procedures() for step in each.steps.values() if step.opens}
    return [each for each in businesses() if each.code not in opened and _in_force(each.code) is not None]


def _in_force(code: str) -> type[Procedure] | None:
    try:
        return edition_on(code, timezone.localdate())
    except NoSuchProcedure:
        return None


def intake_shape(code: str) -> Record:
    """What a case of the business is opened with, in the edition in force today."""
    return _shape_of(edition_on(code, timezone.localdate()).edition())


@cache
def _shape_of(edition: str) -> Record:
    procedure = edition_named(edition)
    members: dict[str, Shape] = {
        "title": Text("事项名称", 200),
        "org": BODY,
        "place": PLACE,
        "received_on": Day("收到日期", "不写为今天"),
        "moment": Moment("收到时刻", "期限按小时计算的须写"),
    }
    if sides := [(actor.name, actor.label) for actor in procedure.actors.values() if isinstance(actor, Party)]:
        members["parties"] = Listed("当事人", party_shape(sides), MOST_PARTIES)
    required = {"title"}
    facts = facts_shape(procedure)
    if facts.members:
        members["facts"] = facts
        required |= {"facts"} if facts.required else set()
    return Record(f"登记{procedure.title}", members, frozenset(required))


def party_shape(sides: list[tuple[str, str]]) -> Record:
    kinds = [(str(value), str(label)) for value, label in Participant._meta.get_field("kind").flatchoices]
    members: dict[str, Shape] = {
        "party": Choice("身份", sides),
        "kind": Choice("类别", kinds),
        "name": Text("姓名或者名称", 120),
        "number": Text("证件号码", 18, filled=False),
        "contact": Text("联系方式", 60, filled=False),
    }
    return Record("当事人", members, frozenset({"party", "kind", "name"}))


def intake_of(code: str, body: Mapping[str, Any], own: Organisation) -> Intake:
    """The body as casework takes it; organisation and place are the caller's own unless told."""
    org = body.get("org", own)
    place = body.get("place")
    return Intake(
        code,
        body["title"],
        org,
        org.place_id if place is None else place.pk,
        received_of(body),
        facts=body.get("facts", {}),
        participants=body.get("parties", ()),
        moment=body.get("moment"),
    )


def received_of(body: Mapping[str, Any]) -> date:
    day: date | None = body.get("received_on")
    if day is not None:
        return day
    return timezone.localdate(body["moment"]) if "moment" in body else timezone.localdate()


def operations() -> list[Operation]:
    """One for each business that can be opened."""
    return [
        Operation(
            "POST",
            f"/procedures/{each.code}/cases",
            f"open_{each.code}",
            "登记",
            f"登记{each.title}",
            partial(run, each.code),
            {201: BRIEF, 200: BRIEF},
            body=partial(intake_shape, each.code),
            problems=(403, 409),
            note=(
                "登记一件：编号、内容、首个事件和首批期限在答复之前一并存入。"
                "同一Idempotency-Key再次提交，答复200和先前登记的那一件，不重复登记；内容不同的答复409。"
            ),
            keyed=True,
        )
        for each in openable()
    ]


def run(code: str, call: Call) -> Answer:
    assert call.client is not None
    intake = intake_of(code, call.body, call.client.post.org)
    try:
        case = open_case(intake, by=call.by, key=call.key)
    except BadAnswers as bad:
        raise wrong(placed(code, bad)) from None
    repeated = not Case._meta.get_field("org").is_cached(case)  # read back, not made by this call
    if repeated:
        _same(case, intake)
    headers = {"Location": f"/api/v1/cases/{case.pk}", "ETag": tag_of(case)}
    if repeated:
        return Answer(brief(case), 200, {**headers, REPLAYED: "true"})
    return Answer(brief(case), 201, headers)


def placed(code: str, bad: BadAnswers) -> dict[str, str]:
    """Complaints by their place in the body."""
    table = business(code).facts
    columns = {column.name for column in table._meta.concrete_fields} if table is not None else set()
    return {f"facts.{name}" if name in columns else name: told for name, told in bad.complaints.items()}


def _same(case: Case, intake: Intake) -> None:
    """Problem 409 when the key served for another matter than this one; personal facts are not compared, being sealed."""
    table = business(case.procedure).facts
    sealed = table.personal_columns() if table is not None else frozenset()
    facts = {name: plain(value) for name, value in intake.facts.items() if name not in sealed}
    people = sorted((each["party"], each["name"]) for each in intake.participants)
    kept = sorted(case.participants.values_list("party", "name"))
    now = (intake.title, intake.org.pk, intake.place, intake.received_on, facts, people)
    before = (case.title, case.org_id, case.place_id, case.received_on, _said(case), kept)
    if now != before:
        raise Problem(
            409, "conflict", f"该Idempotency-Key已用于{case.number}，内容与本次不同，请换一个Idempotency-Key。"
        )


def _said(case: Case) -> dict[str, Any]:
    """The facts with which the case was opened, as the journal has them."""
    told: dict[str, Any] = events(case)[0].data.get("answers", {})
    return told
