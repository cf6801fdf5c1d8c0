"""The door: who is let in, and what becomes of everything that is not a proper request."""

import json
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from fazhi.casework.api import Case
from fazhi.feeds import admitting
from fazhi.feeds.operations import opening
from fazhi.people.api import ApiClient, Post, issue, revoke

OPEN = "/procedures/reconsideration/cases"
DEEP = b"[" * 100_000
NASTY = {
    "nothing": (b"", 400),
    "half": (b'{"title": "x"', 400),
    "latin": (b'{"title": "\xff\xfe"}', 400),
    "utf-16": ('{"title": "x"}'.encode("utf-16"), 400),
    "doubled": (b'{"title": "a", "title": "b"}', 400),
    "doubled inside": (b'{"title": "a", "facts": {"act": "x", "act": "y"}}', 400),
    "deep": (DEEP, 400),
    "deep but closed": (b'{"facts": ' + b"[" * 50 + b"]" * 50 + b"}", 400),
    "nan": (b'{"title": NaN}', 400),
    "nul": (b'{"title": "a\\u0000b"}', 400),
    "nul in a name": (b'{"a\\u0000b": 1}', 400),
    "half a pair": (b'{"title": "\\ud800"}', 400),
    "half a pair in a name": (b'{"\\udc00": "\\u0041"}', 400),
    "long number": (b'{"title": ' + b"9" * 5000 + b"}", 400),
    "infinite": (b'{"title": 1e999}', 422),
    "list": (b"[]", 422),
    "null": (b"null", 422),
    "text": (b'"x"', 422),
    "number": (b"1", 422),
    "empty object": (b"{}", 422),
}


@pytest.mark.parametrize(("body", "status"), NASTY.values(), ids=NASTY)
def test_what_cannot_be_read_is_said_and_nothing_is_written(system, refused, body, status):
    refused(system.post(OPEN, body), status)
    assert not Case.objects.exists()


WRONG = {
    "title": ["", "   ", 1, True, ["x"], {"a": 1}, "长" * 201],
    "org": [0, -1, 2**63, 2**70, 1.5, True, "无此单位", "", [1]],
    "place": ["999999", "", 12, {}],
    "received_on": ["2024-02-30", "20240101", "2024-W01-1", "0001-01-01", "9999-12-31", 20240101, "2999-01-01", "昨天"],
    "moment": ["2024-01-01", "2024-01-01T10:00:00", "2024-01-01T25:00:00Z", 5, "2024-01-01T10:00:00+99:00"],
    "parties": [
        {},
        "张三",
        [1],
        [{}],
        [{"party": "nobody", "kind": "person", "name": "张三"}],
        [{"party": "applicant", "kind": "person", "name": "张" * 121}],
        [{"party": "applicant", "kind": "person", "name": "张三", "role": "x"}],
        [{"party": "applicant", "kind": "person", "name": "张三"}] * 21,
    ],
    "facts": [1, [], "x", {"channel": "fax"}],
    "unknown": [1, None],
    "id": [1],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_wrong_member_is_named(system, application, refused, name, value):
    told = refused(system.post(OPEN, {**application(), name: value}), 422)
    assert any(each.startswith(name) for each in told["fields"]), told
    assert not Case.objects.exists()


FACTS = {
    "channel": ["fax", "", 1, ["post"]],
    "respondent": ["无此单位", 0, 2**63, {}, "市公安局\u3000"],
    "applied_on": ["2024-13-01", 1, "1600-01-01"],
    "against_department": ["yes", 1, "true"],
    "field": ["领" * 31, 5],
    "nonsense": [1],
    "case": [1],
    "year": [2024],
    "city": ["C1"],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in FACTS.items() for value in values])
def test_a_wrong_fact_is_named(system, application, refused, name, value):
    body = application()
    body["facts"][name] = value
    told = refused(system.post(OPEN, body), 422)
    assert list(told["fields"]) == [f"facts.{name}"]


def test_every_missing_fact_is_named_at_once(system, application, refused):
    told = refused(system.post(OPEN, {**application(), "facts": {}, "title": None}), 422)
    assert set(told["fields"]) == {"title", "facts.channel", "facts.act", "facts.respondent", "facts.applied_on"}
    assert told["fields"]["facts.channel"] == "请填写“申请方式”。"


def test_a_body_too_large_is_not_read(system, refused):
    refused(system.post(OPEN, b" " * 300_000), 413)
    refused(system.post(OPEN, b"", Transfer_Encoding="chunked"), 411)
    refused(system.post(OPEN, b'{"title": 1}', Content_Type="text/plain"), 415)
    refused(system.post(OPEN, b'{"title": 1}', Content_Type="multipart/form-data; boundary=x"), 415)


PATHS = (
    "/nope",
    "/cases/",
    "//cases",
    "/cases/0",
    "/cases/01",
    "/cases/x",
    f"/cases/{10**30}",
    "/cases/1%00",
    "/%00",
    "/cases/1/steps/",
    "/cases/١",
    "/registers/nothing.here",
    "/registers/people.user",
    "/registers/casework.case/rows",
    "/registers/../rows",
    "/figures/F999",
    "/figures/%F0%9F%92%A9",
    "/published/0/figures/F088",
    "/published/20240/report",
    "/clocks/NONE/due?start=2024-02-07",
    "/procedures/nothing",
    "/cases/1/limits/99999999999999999",
    "/%ff%fe",
    "/cases/1/proof",
)


@pytest.mark.parametrize("path", PATHS)
def test_an_address_that_leads_nowhere_is_said_in_json(system, program, chief, path, refused):
    answer = system.get(path)
    assert answer.status_code in {404, 400, 403}, answer.content.decode()
    refused(answer, answer.status_code)


QUERIES = (
    "?",
    "?size=0",
    "?size=201",
    "?size=x",
    "?size=9999999999999999999999",
    "?after=-1",
    "?after=~",
    "?order=due&after=2024-02-30~1",
    "?order=due&after=%00",
    "?nonsense=1",
    "?size=1&size=2",
    "?org=无此单位",
    "?place=%00",
    "?number=%00",
    "?state=a%00",
    "?year=1",
    "?received_from=x",
    "?open=maybe",
    "?order=name",
    "?" + "&".join(f"a{n}=1" for n in range(400)),
    "?" + "a" * 5000,
    "?source=" + "长" * 61,
    "?number=",
)


@pytest.mark.parametrize("query", QUERIES[1:])
def test_a_query_is_taken_whole_or_refused(system, refused, query):
    assert refused(system.get(f"/cases{query}"), 400)["code"] == "bad_query"


def test_methods_that_are_not_there(system, refused):
    assert refused(system.send("DELETE", "/cases"), 405) and system.send("DELETE", "/cases")["Allow"] == "GET, HEAD"
    refused(system.send("OPTIONS", OPEN), 405)
    refused(system.send("PROPFIND", "/me"), 405)
    head = system.send("HEAD", "/me")
    assert head.status_code == 200 and head.content == b""
    assert head["Content-Length"] == system.get("/me")["Content-Length"]


def test_the_host_is_checked(system, refused):
    refused(system.get("/me", Host="elsewhere.example"), 400)


def test_an_answer_is_no_page(system):
    answer = system.get("/me")
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    assert answer["Cache-Control"] == "no-store" and answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert not answer.cookies


def test_a_session_is_no_token(officer, refused, db):
    browser = Client()
    browser.force_login(
        Post.objects.get(user_id=officer.user).user, backend="django.contrib.auth.backends.ModelBackend"
    )
    refused(browser.get("/api/v1/cases"), 401)


@pytest.mark.parametrize(
    "value", ["", "Bearer", "Bearer ", "Basic abc", "Bearer x", "Bearer fazhi_000000000000_x", "Bearer \udcff"]
)
def test_without_a_proper_token_nothing_is_told(public, refused, town, value):
    answer = public.get("/me", Authorization=value)
    refused(answer, 401)
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_revoked_token_is_let_in_for_seconds_at_most(system, refused, monkeypatch):
    assert system.get("/me").status_code == 200
    revoke(ApiClient.objects.get())
    assert admitting.FRESH_SECONDS <= 10
    monkeypatch.setattr(admitting, "FRESH_SECONDS", -1.0)
    refused(system.get("/me"), 401)


def test_an_expired_token_is_refused_though_it_is_remembered(system, refused, monkeypatch):
    assert system.get("/me").status_code == 200
    later = timezone.now() + timedelta(days=31)
    monkeypatch.setattr(admitting.timezone, "now", lambda: later)
    refused(system.get("/me"), 401)


def test_the_end_of_the_post_ends_the_sight(system, registered, refused, monkeypatch):
    case = registered()
    Post.objects.update(until=timezone.localdate())
    monkeypatch.setattr(admitting, "FRESH_SECONDS", -1.0)
    refused(system.get(f"/cases/{case['id']}"), 404)
    assert system.get("/cases").json()["items"] == []


def test_a_remembered_token_costs_no_statement_and_use_is_noted(system):
    system.get("/me")
    noted = ApiClient.objects.get().used_at
    assert noted is not None
    with CaptureQueriesContext(connection) as queries:
        system.get("/me")
    assert len(queries) == 0
    assert ApiClient.objects.get().used_at == noted


def test_who_asks_too_often_waits(officer, refused, public):
    client, token = issue("忙碌系统", Post.objects.get(user_id=officer.user), days=1, per_minute=3)
    other = issue("另一系统", client.post, days=1, per_minute=3).token
    public.token = token
    assert [public.get("/me").status_code for _ in range(4)] == [200, 200, 200, 429]
    answer = public.get("/me")
    refused(answer, 429)
    assert 1 <= int(answer["Retry-After"]) <= 21
    public.token = other
    assert public.get("/me").status_code == 200


def test_a_busy_database_is_no_fault_of_the_caller(system, application, refused, monkeypatch):
    def busy(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr(opening, "open_case", busy)
    answer = system.post(OPEN, application())
    refused(answer, 503)
    assert answer["Retry-After"]


def test_the_public_learns_nothing_of_cases(public, registered, refused):
    case = registered()
    for path in (
        "/cases",
        f"/cases/{case['id']}",
        f"/cases/{case['id']}/proof",
        "/registers",
        "/figures?year=2024",
        "/me",
        "/reports/2024",
    ):
        refused(public.get(path), 401)
    refused(public.post(OPEN, {}), 401)


def test_me_says_what_the_token_may(system, officer):
    told = system.get("/me").json()
    assert told["abilities"] == ["IMPORT_LEDGER", "OPEN_CASE"] and told["org"]["name"] == "镇江市司法局"
    assert {"procedure": "reconsideration", "office": "officer"} in told["mandates"]
    assert "secret" not in json.dumps(told)
