"""Registering over the API: what is kept, what it costs, who may, and what a second sending does."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from fazhi.casework.api import Case, Participant, business, facts_of
from fazhi.desk.cases.timeline import names_of
from fazhi.domains.services.models import ServiceBundle
from fazhi.feeds.operations.opening import intake_shape, openable
from fazhi.feeds.shapes import Choice, Day, Flag, Listed, Moment, Named, Record, Shape, Text, Whole
from fazhi.journal.api import Entry, verify
from fazhi.people.api import ApiClient

OPEN = "/procedures/reconsideration/cases"
TIMES = re.compile(r"^\s*\d+ times: ")  # one prepared statement, several rows
PERSON = {"party": "applicant", "kind": "person", "name": "张三", "number": "", "contact": "13900001234"}


def statements(queries: CaptureQueriesContext) -> list[str]:
    said = [TIMES.sub("", each["sql"]) for each in queries.captured_queries]
    return [sql for sql in said if sql.split()[0] not in {"BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"}]


def test_a_case_is_kept_whole(system, application):
    body = application(parties=[PERSON], place="云阳街道")
    answer = system.post(OPEN, body)
    assert answer.status_code == 201
    told, case = answer.json(), Case.objects.get()
    assert answer["Location"] == told["url"] == f"/api/v1/cases/{case.pk}" and answer["ETag"] == '"1"'
    assert told["state"] == {"value": "received", "label": "待审查受理"} and told["number"] == case.number
    assert (case.title, case.place_id, case.received_on.isoformat()) == (
        body["title"],
        "321181101",
        body["received_on"],
    )
    assert told["next_due"] == min(each.due_on for each in case.deadlines.all()).isoformat()
    facts = facts_of(case)
    assert (facts.channel, facts.respondent.name, str(facts.applied_on)) == (
        "post",
        "镇江市公安局",
        body["facts"]["applied_on"],
    )
    assert Participant.objects.get().contact == "13900001234"
    entry = Entry.objects.get(stream="case")
    client = ApiClient.objects.get()
    assert (entry.actor, entry.data["answers"]["respondent"]) == (f"api:{client.pk}", facts.respondent_id)
    assert "张三" not in str(entry.data) and verify().sound


def test_an_intake_costs_six_statements_once_the_caller_is_known(system, application):
    system.post(OPEN, application())
    with CaptureQueriesContext(connection) as queries:
        assert system.post(OPEN, application(parties=[PERSON])).status_code == 201
    said = statements(queries)
    assert len(said) == 6 and all(sql.startswith("INSERT") for sql in said), said


def test_the_first_intake_of_a_caller_reads_who_and_where_as_well(system, application):
    with CaptureQueriesContext(connection) as queries:
        assert system.post(OPEN, application(parties=[PERSON])).status_code == 201
    # token, mandates and its use; bodies and places; the calendar where no one has asked for it yet
    assert len(statements(queries)) <= 6 + 3 + 2 + 2


def test_a_case_lies_with_the_callers_own_body_unless_told(system, application, town):
    assert system.post(OPEN, application()).json()["org"]["id"] == town.justice.pk


def test_a_body_out_of_reach_is_refused(system, outsider, application, town, refused):
    for org in (town.police, town.east_justice, town.west_justice):
        assert refused(system.post(OPEN, application(org=org)), 403)["code"] == "not_allowed"
    refused(outsider.post(OPEN, application(org=town.justice)), 403)
    assert not Case.objects.exists()
    assert outsider.post(OPEN, application()).json()["org"]["id"] == town.west_justice.pk


def test_a_post_that_may_not_register_may_not(program, organ, application, refused):
    assert "登记事项" in refused(program(organ).post(OPEN, application()), 403)["message"]


def test_the_same_key_gives_the_same_case(system, application):
    body = application(parties=[PERSON])
    first = system.post(OPEN, body, Idempotency_Key="甲-1".encode().hex())
    again = system.post(OPEN, body, Idempotency_Key="甲-1".encode().hex())
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json() and again["Idempotent-Replayed"] == "true"
    assert Case.objects.count() == Entry.objects.filter(stream="case").count() == 1


CHANGES: list[dict[str, Any]] = [
    {"title": "另一事项"},
    {"place": "321181"},
    {"parties": [PERSON]},
    {"facts": {"act": "licence"}},
    {"facts": {"against_department": True}},
    {"facts": {"known_on": "2024-01-01"}},
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_same_key_for_another_matter_is_refused(system, application, refused, change):
    body = application()
    system.post(OPEN, body, Idempotency_Key="k")
    changed = {**body, **change, "facts": {**body["facts"], **change.get("facts", {})}}
    assert "Idempotency-Key" in refused(system.post(OPEN, changed, Idempotency_Key="k"), 409)["message"]
    assert Case.objects.count() == 1


def test_a_key_belongs_to_its_caller(system, program, chief, application, town):
    """Two programs that count from one do not meet: neither learns of the other's case."""
    other = program(chief)
    first = system.post(OPEN, application(), Idempotency_Key="1").json()
    second = other.post(OPEN, application(), Idempotency_Key="1")
    assert second.status_code == 201 and second.json()["id"] != first["id"]


def test_a_key_of_a_step_does_not_open_a_case(system, registered, application, refused):
    case = registered()
    assert system.post(f"/cases/{case['id']}/steps/accept", {}, Idempotency_Key="k").status_code == 200
    refused(system.post(OPEN, application(), Idempotency_Key="k"), 409)


@pytest.mark.parametrize("key", ["", "x" * 201, "a b", "甲"])
def test_a_key_of_no_use_is_refused(system, application, refused, key):
    refused(system.post(OPEN, application(), Idempotency_Key=key), 400)


def test_what_the_law_does_not_know_is_a_wrong_day(system, application, refused):
    body = {**application(), "received_on": "1999-03-01"}
    assert "received_on" in refused(system.post(OPEN, body), 422)["fields"]
    later = (timezone.localdate() + timedelta(days=1)).isoformat()
    assert "received_on" in refused(system.post(OPEN, {**body, "received_on": later}), 422)["fields"]


def sample(shape: Shape, name: str = "") -> Any:
    """A value that the shape takes, the plainest there is."""
    if isinstance(shape, Record):
        return {key: sample(each, key) for key, each in shape.members.items() if key in shape.required}
    if isinstance(shape, Named):
        return "市公安局" if shape.find("市公安局") is not None else "开办餐饮店"
    if isinstance(shape, Moment):
        return f"{timezone.localdate()}T00:30:00+08:00"
    today = timezone.localdate().isoformat()
    values = {Text: "某事项", Whole: 1, Flag: True, Day: today, Listed: []}
    return shape.pairs[0][0] if isinstance(shape, Choice) else values[type(shape)]


CODES = [each.code for each in openable()]


def test_every_business_that_begins_with_an_arrival_has_its_operation():
    assert len(CODES) >= 9 and "annex_review" not in CODES


@pytest.mark.parametrize("code", CODES)
def test_each_business_is_registered_by_what_its_shape_asks(program, appoint, town, code):
    ServiceBundle.objects.create(
        key="开办餐饮店", valid_from="2024-01-01", place=town.city, org=town.justice, name="开办餐饮店", category="catering",
        departments=3, status="operating",
    )  # fmt: skip
    system = program(appoint("经办人", "department", town.justice))
    body = sample(intake_shape(code))
    if "moment" in intake_shape(code).members:
        body["moment"] = f"{timezone.localdate()}T00:30:00+08:00"
    answer = system.post(f"/procedures/{code}/cases", body)
    assert answer.status_code == 201, answer.content.decode()
    case = Case.objects.get()
    assert case.procedure == code and (facts_of(case) is not None) == (business(code).facts is not None)


def test_the_desk_names_the_program(system, registered):
    registered()
    actor = Entry.objects.get(stream="case").actor
    assert names_of([actor])[actor] == "案件系统（机器接入）"
