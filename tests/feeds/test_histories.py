"""Whole histories in bulk: all or none, through the checks of single steps, once though sent twice."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from fazhi.casework.api import Case
from fazhi.journal.api import Entry, verify

PATH = "/procedures/reconsideration/histories"


@pytest.fixture
def histories(application):
    """Bodies of matters received forty days ago and accepted two days later."""

    def build(count: int, **rest):
        on = (timezone.localdate() - timedelta(days=38)).isoformat()
        one = {"steps": [{"step": "accept", "on": on}], **rest}
        return {"items": [{**application(days_ago=40), "source": f"A{n}", **deepcopy(one)} for n in range(count)]}

    return build


def test_histories_are_entered_whole(system, histories):
    answer = system.post(PATH, histories(3))
    assert answer.status_code == 201 and answer.json() == {"entered": 3, "checked": False, "complaints": []}
    assert {(each.state, each.version) for each in Case.objects.all()} == {("ordinary", 2)}
    assert [each["id"] for each in system.get("/cases?source=A1").json()["items"]] == [
        Case.objects.get(source_cell="A1").pk
    ]
    assert verify().sound


def test_one_that_cannot_be_entered_keeps_out_all(system, histories, refused):
    body = histories(3)
    body["items"][1]["steps"][0]["step"] = "serve_copy"
    told = refused(system.post(PATH, body), 422)
    assert list(told["fields"]) == ["items[1]"] and "待审查受理" in told["fields"]["items[1]"]
    assert not Case.objects.exists() and not Entry.objects.filter(kind__endswith="histories").exists()


def test_they_may_be_checked_without_being_entered(system, histories):
    body = histories(2)
    body["items"][1]["steps"][0]["step"] = "nonsense"
    told = system.post(f"{PATH}?check=true", body).json()
    assert (told["entered"], told["checked"]) == (0, True)
    assert [(each["index"], each["source"]) for each in told["complaints"]] == [(1, "A1")]
    assert not Case.objects.exists()


def test_a_batch_is_entered_once_though_it_is_sent_twice(system, histories, refused):
    first, again = (system.post(PATH, histories(2), Idempotency_Key="b") for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200) and first.json() == again.json()
    assert Case.objects.count() == 2
    refused(system.post(PATH, histories(3), Idempotency_Key="b"), 422)
    assert Case.objects.count() == 2


def test_a_hundred_cost_as_many_statements_as_one(system, histories):
    system.post(PATH, histories(1))

    def statements(count: int) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert system.post(PATH, histories(count)).status_code == 201
        return len(queries)

    assert statements(100) == statements(1)


def test_wrong_members_are_named_by_their_place(system, histories, refused):
    body = histories(2)
    body["items"][0]["facts"]["act"] = "nonsense"
    body["items"][1]["steps"][0]["on"] = "2024"
    assert set(refused(system.post(PATH, body), 422)["fields"]) == {"items[0].facts.act", "items[1].steps[0].on"}
    body = histories(1)
    body["items"][0]["steps"].append({"step": "hear_opinions", "on": "2024-01-01", "data": {"record": 1}})
    assert set(refused(system.post(PATH, body), 422)["fields"]) == {"items[0].steps[1].data.record"}
    assert "items" in refused(system.post(PATH, {"items": []}), 422)["fields"]
    assert (
        "items[0].received_on"
        in refused(system.post(PATH, {"items": [{**histories(1)["items"][0], "received_on": None}]}), 422)["fields"]
    )


def test_a_child_case_is_walked_beside_its_parent(system, histories, refused):
    on = (timezone.localdate() - timedelta(days=30)).isoformat()
    body = histories(1)
    beside = [{"step": "nonsense", "on": on}]
    step = {"step": "find_basis_unlawful", "on": on, "data": {"document": "某办法"}}
    body["items"][0]["steps"].append({**step, "beside": beside})
    refused(system.post(PATH, body), 422)
    body["items"][0]["steps"][1] = step
    assert system.post(PATH, body).status_code == 201
    parent, child = Case.objects.order_by("pk")
    assert (child.parent_id, child.procedure, parent.state) == (parent.pk, "basis_review", "suspended")


def test_who_may_not_import_may_not(program, organ, histories, refused):
    refused(program(organ).post(PATH, histories(1)), 403)
    assert not Case.objects.exists()


def test_a_body_out_of_reach_is_named(system, histories, town, refused):
    body = histories(1, org=town.west_justice.pk)
    assert "不能登记" in refused(system.post(PATH, body), 422)["fields"]["items[0]"]
