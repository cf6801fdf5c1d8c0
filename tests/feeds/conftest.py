"""Programs with tokens, and what they find in the city."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from fazhi.feeds import admitting, directory
from fazhi.feeds.limiting import buckets
from fazhi.people.api import Organisation, Post, Sight, issue

ROOT = "/api/v1"
OPEN = "/procedures/reconsideration/cases"


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    admitting.forget()
    directory.forget()
    buckets.forget()


@dataclass
class Program:
    """Another system: it sends JSON with its token, and no cookie."""

    token: str | None = None

    def send(self, method: str, path: str, body: Any = None, **headers: Any) -> HttpResponse:
        """`body` bytes go as they are; headers are written If_Match="…"."""
        given = {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        if self.token is not None:
            given.setdefault("HTTP_AUTHORIZATION", f"Bearer {self.token}")
        kind = given.pop("HTTP_CONTENT_TYPE", "application/json")
        sent = body if isinstance(body, bytes) else json.dumps(body)
        content = {} if body is None else {"data": sent, "content_type": kind, "CONTENT_TYPE": kind}
        return Client().generic(method, f"{ROOT}{path}", **content, **given)

    def get(self, path: str, **headers: Any) -> HttpResponse:
        return self.send("GET", path, **headers)

    def post(self, path: str, body: Any, **headers: Any) -> HttpResponse:
        return self.send("POST", path, body, **headers)


def program_of(by: Sight) -> Program:
    return Program(issue("案件系统", Post.objects.get(user_id=by.user), days=30, per_minute=100_000).token)


@pytest.fixture
def program() -> Callable[[Sight], Program]:
    """`program(officer)`: a system that acts under that person's post."""
    return program_of


@pytest.fixture
def system(officer: Sight) -> Program:
    return program_of(officer)


@pytest.fixture
def outsider(stranger: Sight) -> Program:
    return program_of(stranger)


@pytest.fixture
def public() -> Program:
    return Program()


@pytest.fixture
def application(town) -> Callable[..., dict[str, Any]]:
    """A body with which an application for reconsideration is registered, received some days ago."""

    def build(days_ago: int = 1, org: Organisation | None = None, **rest: Any) -> dict[str, Any]:
        day: date = timezone.localdate() - timedelta(days=days_ago)
        facts = {"channel": "post", "act": "penalty", "respondent": "市公安局", "applied_on": day.isoformat()}
        own = {"org": org.pk} if org is not None else {}
        return {"title": "张某不服行政处罚决定", "received_on": day.isoformat(), "facts": facts, **own, **rest}

    return build


@pytest.fixture
def registered(system, application) -> Callable[..., dict[str, Any]]:
    """A case registered by the program of the officer, as it was answered."""

    def register(**rest: Any) -> dict[str, Any]:
        answer = system.post(OPEN, application(**rest))
        assert answer.status_code == 201, answer.content.decode()
        return answer.json()

    return register


def problem(answer: HttpResponse, status: int) -> dict[str, Any]:
    """The problem that was answered; it has the one shape, and a sentence."""
    assert answer.status_code == status, answer.content.decode()
    told = answer.json()
    assert set(told) == {"error"} and set(told["error"]) == {"code", "message", "fields"}
    assert told["error"]["message"].endswith("。")
    return told["error"]


@pytest.fixture
def refused() -> Callable[[HttpResponse, int], dict[str, Any]]:
    return problem
