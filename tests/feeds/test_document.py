"""The OpenAPI document and the page that is read: both say what is there, and nothing else."""

import json
import re

import jsonschema_rs
import pytest
from django.test import Client
from django.urls import reverse

from fazhi.feeds.openapi import parameters, statuses
from fazhi.feeds.operation import ROOT
from fazhi.feeds.operations.gathering import routes, whole_document

HTTP = {"get", "post", "put", "delete", "patch"}


@pytest.fixture(scope="module")
def told():
    return whole_document()


def test_every_operation_is_in_the_document_once(told):
    named = [each["operationId"] for path in told["paths"].values() for each in path.values()]
    assert sorted(named) == sorted(each.name for each in routes()) and len(named) == len(set(named)) > 40
    assert told["openapi"] == "3.1.0" and told["servers"] == [{"url": ROOT}]


def test_every_schema_is_a_json_schema(told):
    count = 0
    for path in told["paths"].values():
        for each in path.values():
            bodies = [each["requestBody"]] if "requestBody" in each else []
            answers = [answer for answer in each["responses"].values() if "content" in answer]
            for content in (*bodies, *answers):
                jsonschema_rs.meta.validate(content["content"]["application/json"]["schema"])
                count += 1
    assert count > 60


def test_every_answer_that_can_be_given_is_told(told):
    for each in routes():
        said = set(told["paths"][each.path][each.method.lower()]["responses"])
        assert {str(code) for code in (*statuses(each), *each.answers)} == said
        assert each.public or "401" in said
        assert (told["paths"][each.path][each.method.lower()]["security"] == []) is each.public


def test_every_open_part_of_a_path_is_a_parameter():
    for each in routes():
        given = [parameter["name"] for parameter in parameters(each) if parameter["in"] == "path"]
        assert given == re.findall(r"\{(\w+)\}", each.path)


def test_nothing_is_answered_twice_for_one_address():
    places = [(each.method, each.path) for each in routes()]
    assert len(places) == len(set(places))


def test_the_shape_of_an_intake_says_its_facts(told):
    body = told["paths"]["/procedures/reconsideration/cases"]["post"]["requestBody"]["content"]["application/json"][
        "schema"
    ]
    facts = body["properties"]["facts"]
    assert facts["required"] == ["act", "applied_on", "channel", "respondent"]
    assert facts["properties"]["channel"]["enum"][:2] == ["counter", "post"]
    assert facts["properties"]["act"]["title"] == "行政行为种类" and facts["additionalProperties"] is False
    assert "accepted_on" not in facts["properties"], "a later step fills this"


def test_the_document_is_public(public, db):
    answer = public.get("/openapi.json")
    assert answer.status_code == 200 and json.loads(answer.content) == json.loads(json.dumps(whole_document()))


@pytest.fixture
def page(db) -> str:
    answer = Client().get(reverse("feeds:reference"))
    assert answer.status_code == 200 and "script-src 'self'" in answer["Content-Security-Policy"]
    return answer.content.decode()


def test_the_page_tells_every_operation(page):
    for each in routes():
        assert f'id="{each.name}"' in page and f"{ROOT}{each.path}" in page and each.summary in page
    assert "/api/v1/openapi.json" in page and "facts.against_department" in page


def test_the_page_loads_nothing_from_elsewhere_and_runs_nothing_of_its_own(page):
    loaded = re.findall(r'(?:src|href)="([^"#]+)"', page)
    assert loaded and all(each.startswith("/") for each in loaded)
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|style=", page)


def test_the_page_is_in_the_public_menu(db):
    assert reverse("feeds:reference") in Client().get("/").content.decode()
