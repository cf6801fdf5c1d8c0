"""Reading cases and moving them: only what is in sight, with versions, keys and the law's own sentences."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from fazhi.casework.api import Case, Intake, open_case
from fazhi.journal.api import Entry, checkpoint, verify
from fazhi.people.api import Ability, Sight
from fazhi.procedure import Mode, procedures
from fazhi.procedure.periods import explain

ALL = Sight(who="city", name="全市", everything=True, abilities=frozenset(Ability))
PERSON = {
    "party": "applicant",
    "kind": "person",
    "name": "张三",
    "number": "321102199001010018",
    "contact": "13900001234",
}


@pytest.fixture
def elsewhere(town) -> Case:
    """A case of the neighbouring district, which nobody here may see."""
    day = timezone.localdate()
    facts = {"channel": "post", "act": "penalty", "respondent": town.police, "applied_on": day}
    return open_case(Intake("reconsideration", "句容的事项", town.west_justice, "321183", day, facts), by=ALL)


def test_a_list_holds_what_is_in_sight_in_one_query(system, registered, elsewhere):
    mine = [registered()["id"] for _ in range(3)]
    system.get("/me")
    with CaptureQueriesContext(connection) as queries:
        told = system.get("/cases").json()
    assert [each["id"] for each in told["items"]] == mine and told["next"] is None
    assert len(queries) == 1


def test_pages_follow_one_another_to_the_end(system, registered, elsewhere):
    mine = [registered()["id"] for _ in range(5)]
    for order in ("id", "due"):
        seen, path = [], f"/cases?size=2&order={order}&procedure=reconsideration"
        while path:
            told = system.get(path.removeprefix("/api/v1")).json()
            assert len(told["items"]) <= 2
            seen += [each["id"] for each in told["items"]]
            path = told["next"]
        assert seen == mine


def test_each_filter_takes_away_what_it_should(system, registered, application):
    old = registered(days_ago=3, title="较早的")
    new = registered(days_ago=0, title="新到的", place="321181")
    assert system.post(f"/cases/{old['id']}/steps/accept", {}).status_code == 200

    def found(query: str) -> list[int]:
        return [each["id"] for each in system.get(f"/cases?{query}").json()["items"]]

    day = new["received_on"]
    assert found(f"received_from={day}") == [new["id"]] and found(f"received_to={old['received_on']}") == [old["id"]]
    assert (
        found("state=received") == [new["id"]]
        and found("place=321181") == [new["id"]]
        and found("place=丹阳市") == [new["id"]]
    )
    assert found("open=false") == [] and len(found("open=true")) == 2
    assert found(f"number={new['number']}") == [new["id"]]
    assert found("procedure=penalty") == [] and found("org=市公安局") == [] and len(found("org=市政府")) == 2
    assert found(f"due_before={new['next_due']}") in ([], [old["id"]]) and found("year=2020") == []


def test_a_case_of_others_is_not_there(system, outsider, registered, elsewhere, refused):
    case = registered()
    for path in ("", "/limits/1", "/proof"):
        assert system.get(f"/cases/{case['id']}{path}").status_code == 200
        told = refused(outsider.get(f"/cases/{case['id']}{path}"), 404)
        assert told == refused(outsider.get(f"/cases/99999999{path}"), 404)
    for path, body in (("/steps/accept", {}), ("/retraction", {"reason": "错"})):
        refused(outsider.post(f"/cases/{case['id']}{path}", body), 404)
    assert outsider.get(f"/cases/{elsewhere.pk}").status_code == 200


def test_a_case_tells_its_course_limits_and_possible_steps(system, registered):
    case = registered(days_ago=2)
    system.post(f"/cases/{case['id']}/steps/accept", {})
    answer = system.get(f"/cases/{case['id']}")
    told = answer.json()
    assert answer["ETag"] == '"2"' and told["version"] == 2
    assert [each["step"] for each in told["events"]] == ["opened", "accept"]
    assert told["events"][1]["article"].startswith("《行政复议法》") and told["events"][1]["actor"].startswith("api:")
    assert told["facts"]["channel"] == "post" and told["facts"]["accepted_on"] == timezone.localdate().isoformat()
    acceptance = next(each for each in told["limits"] if each["clock"] == "RC-ACCEPT")
    assert acceptance["met_on"] == timezone.localdate().isoformat() and not acceptance["open"]
    steps = {each["step"]: each for each in told["steps"]}
    assert steps["serve_copy"]["mine"] and steps["serve_copy"]["data"]["type"] == "object"
    assert any(not each["mine"] for each in steps.values()), "some step is for another office"
    assert "accept" not in steps


def test_reading_a_case_costs_eight_statements_at_most(system, registered):
    case = registered(parties=[PERSON])
    system.post(f"/cases/{case['id']}/steps/accept", {})
    with CaptureQueriesContext(connection) as queries:
        assert system.get(f"/cases/{case['id']}").status_code == 200
    assert len(queries) <= 8


def test_personal_data_is_for_those_who_handle_the_case(system, program, appoint, registered, town):
    case = registered(parties=[PERSON])
    assert system.get(f"/cases/{case['id']}").json()["parties"][0]["contact"] == "13900001234"
    looker = program(appoint("市司法局法治科", "department", town.justice))
    party = looker.get(f"/cases/{case['id']}").json()["parties"][0]
    assert (party["name"], party["number"], party["contact"]) == ("张三", None, None)
    for step, data in (("accept", {}), ("hear_opinions", {"record": "张三称处罚过重"})):
        assert system.post(f"/cases/{case['id']}/steps/{step}", {"data": data}).status_code == 200
    assert system.get(f"/cases/{case['id']}").json()["events"][2]["personal"] == {"record": "张三称处罚过重"}
    answer = looker.get(f"/cases/{case['id']}")
    assert answer.json()["events"][2]["personal"] is None and "过重" not in answer.content.decode()


def test_a_limit_is_counted_out_as_the_law_room_counts_it(system, registered):
    case = registered(days_ago=5)
    told = system.get(f"/cases/{case['id']}/limits/1").json()
    expected = explain(told["clock"], timezone.datetime.fromisoformat(told["started_on"]).date()).as_json()
    assert told["derivation"] == expected and told["due_on"] == expected["due"] and told["pauses"] == []


def test_a_proof_holds_no_personal_data(system, registered):
    case = registered(parties=[PERSON])
    checkpoint()
    answer = system.get(f"/cases/{case['id']}/proof")
    told = answer.json()
    assert told["count"] == 1 and told["checkpoint"]["size"] >= 1 and told["entries"][0]["subject"] == case["id"]
    assert "张三" not in answer.content.decode() and PERSON["number"] not in answer.content.decode()


def test_a_step_is_taken_once_though_it_is_sent_twice(system, registered):
    case = registered()
    path = f"/cases/{case['id']}/steps/accept"
    first = system.post(path, {}, If_Match='"1"', Idempotency_Key="s")
    again = system.post(path, {}, If_Match='"1"', Idempotency_Key="s")
    assert first.status_code == again.status_code == 200 and first.json() == again.json()
    assert first["ETag"] == '"2"' and first.json()["case"]["state"]["value"] == "ordinary"
    assert Entry.objects.filter(stream="case").count() == 2 and verify().sound


def test_a_version_that_has_passed_is_refused_and_nothing_moves(system, registered, refused):
    case = registered()
    path = f"/cases/{case['id']}/steps"
    system.post(f"{path}/accept", {}, If_Match='"1"')
    told = refused(system.post(f"{path}/serve_copy", {}, If_Match='"1"'), 412)
    assert told["code"] == "stale" and "第2版" in told["message"]
    refused(system.post(f"/cases/{case['id']}/retraction", {"reason": "错"}, If_Match='"1"'), 412)
    for bad in ("x", '"-1"', '"1", "2"', "1" * 30, '"٢"'.encode().decode("latin-1")):
        refused(system.post(f"{path}/serve_copy", {}, If_Match=bad), 400)
    assert Case.objects.get().version == 2
    assert system.post(f"{path}/serve_copy", {}, If_Match="*").status_code == 200


def test_what_the_law_does_not_permit_is_a_conflict_in_its_own_words(system, registered, refused):
    case = registered()
    path = f"/cases/{case['id']}/steps"
    told = refused(system.post(f"{path}/serve_copy", {}), 409)
    assert told["code"] == "not_permitted" and "当前状态为“待审查受理”" in told["message"]
    refused(system.post(f"{path}/nothing_of_the_kind", {}), 404)
    lapse = next(each for each in _lapses(case["procedure"]))
    refused(system.post(f"{path}/{lapse}", {}), 404)


def _lapses(code: str) -> list[str]:
    return [
        step.name
        for each in procedures()
        if each.code == code
        for step in each.steps.values()
        if step.mode is Mode.LAPSE
    ]


def test_who_sees_a_case_but_holds_no_mandate_takes_no_step(program, appoint, registered, town, refused):
    case = registered()
    looker = program(appoint("市司法局法治科", "department", town.justice))
    assert refused(looker.post(f"/cases/{case['id']}/steps/accept", {}), 403)["code"] == "not_allowed"
    refused(looker.post(f"/cases/{case['id']}/retraction", {"reason": "错"}), 409)
    assert Case.objects.get().version == 1


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"on": "2999-01-01"}, "on"),
        ({"on": "x"}, "on"),
        ({"data": {"nonsense": 1}}, "data.nonsense"),
        ({"data": []}, "data"),
        ({"outcome": "NONE"}, "outcome"),
        ({"nonsense": 1}, "nonsense"),
        ({"moment": "2024-01-01T00:00:00Z"}, "moment"),
        ({"outcome": 1}, "outcome"),
    ],
)
def test_a_wrong_answer_of_a_step_is_named(system, registered, refused, body, place):
    case = registered()
    assert place in refused(system.post(f"/cases/{case['id']}/steps/accept", body), 422)["fields"]
    assert Case.objects.get().version == 1


def test_what_a_step_asks_must_be_of_its_kind(system, registered, refused):
    case = registered()
    for wrong in (None, "", "  ", 1, ["补正"], {"text": "补正"}):
        body = {"data": {"missing": wrong}}
        fields = refused(system.post(f"/cases/{case['id']}/steps/require_correction", body), 422)["fields"]
        assert list(fields) == ["data.missing"]
    assert Case.objects.get().version == 1


def test_the_last_step_is_taken_back_with_its_reason(system, registered, refused):
    case = registered()
    system.post(f"/cases/{case['id']}/steps/accept", {})
    refused(system.post(f"/cases/{case['id']}/retraction", {"reason": " "}), 422)
    back = system.post(f"/cases/{case['id']}/retraction", {"reason": "误登记"}, If_Match='"2"')
    assert back.status_code == 200 and back.json()["case"]["state"]["value"] == "received"
    events = system.get(f"/cases/{case['id']}").json()["events"]
    assert [(each["step"], each["retracted"]) for each in events] == [
        ("opened", False),
        ("accept", True),
        ("retracted", False),
    ]
