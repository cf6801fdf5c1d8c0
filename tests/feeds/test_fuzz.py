"""Whatever the document allows, and much that it does not, is sent: no answer is a fault, and each is as the document says."""

from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from django.db import connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from fazhi.feeds.operations.gathering import routes, whole_document
from fazhi.project.wsgi import application

pytestmark = pytest.mark.slow
EXAMPLES = 40
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    negative_data_rejection,
    unsupported_method,
]
schema = schemathesis.openapi.from_dict(dict(whole_document()))
schema.app = application
#: names that are there, so that not every address leads nowhere
KNOWN = {
    "/clocks/": ("code", ["RC-ACCEPT", "HL-URGENT", "PN-CASE"]),
    "/procedures/": ("code", ["penalty", "reconsideration"]),
    "/figures/": ("code", ["F088", "F081", "F001"]),
    "/registers/": ("label", ["reconsideration.riskalertletter", "safety.drill"]),
    "/published/": ("year", ["2024"]),
    "/reports/": ("year", ["2024"]),
}


@pytest.fixture(autouse=True)
def _one_connection(db, monkeypatch) -> None:
    """The requests run inside this test's transaction, whose connection a server would drop between them."""
    monkeypatch.setattr(connections["default"], "close_if_unusable_or_obsolete", lambda: None)


@pytest.fixture
def ids(registered) -> list[int]:
    return [registered(title=f"第{number}件")["id"] for number in range(3)]


@pytest.fixture
def everything(program, appoint, town) -> Any:
    """A program that may do what can be done: the offices of reconsideration and the figures."""
    by = appoint("全能", "clerk", town.government, reconsideration="officer chief organ")
    return program(by)


def aim(case: Any, ids: list[int], choose: Callable[[int], int]) -> bool:
    """Turn two of three well-formed addresses to something that is there; whether it did."""
    given = case.path_parameters or {}
    before = dict(given)
    if isinstance(given.get("id"), int) and choose(3):
        given["id"] = ids[choose(len(ids))]
    if isinstance(given.get("run"), int) and choose(3):
        given["run"] = 1 + choose(3)
    if isinstance(given.get("step"), str) and choose(3):
        given["step"] = ["accept", "refuse", "hear_opinions", "decide", "suspend", "extend"][choose(6)]
    for head, (name, values) in KNOWN.items():
        if case.path.startswith(head) and isinstance(given.get(name), str) and choose(3):
            given[name] = values[choose(len(values))]
    return given != before


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
def test_every_operation_answers_as_it_says(case, everything, ids):
    marks = iter(range(10**6))
    aimed = aim(case, ids, lambda below: (hash(repr(case.body)) + next(marks)) % below)
    headers = {"Authorization": f"Bearer {everything.token}"}
    answer = case.call(headers={**(case.headers or {}), **headers}, base_url="http://127.0.0.1/api/v1")
    # an address that was set right is no longer the wrong one it was made to be
    checks = [check for check in CHECKS if not (aimed and check is negative_data_rejection)]
    case.validate_response(answer, checks=checks)


def test_the_fuzz_reaches_every_operation():
    assert {each.ok().label for each in schema.get_all_operations()} == {
        f"{each.method} {each.path}" for each in routes()
    }
