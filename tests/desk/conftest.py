"""People at their browsers, and a case to look at."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from fazhi.casework.api import Case, Intake, open_case
from fazhi.jobs.api import Lease, run_all
from fazhi.people.api import Organisation, Sight, User

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path


@pytest.fixture
def at(client: Client) -> Callable[[Sight], Client]:
    """`at(officer)`: a browser in which that person is logged in."""

    def logged_in(by: Sight) -> Client:
        browser = Client()
        browser.force_login(User.objects.get(pk=by.user), backend=MODEL_BACKEND)
        return browser

    return logged_in


@pytest.fixture
def apply(town, officer: Sight) -> Callable[..., Case]:
    """An application received some days ago, at the city's justice bureau unless told."""

    def register(
        days_ago: int = 0, title: str = "陈某不服行政处罚决定", org: Organisation | None = None, **rest: object
    ) -> Case:
        on: date = timezone.localdate() - timedelta(days=days_ago)
        facts = {"channel": "counter", "act": "penalty", "respondent": town.police, "applied_on": on}
        body = org or town.justice
        intake = Intake("reconsideration", title, body, body.place_id, on, facts, **rest)
        everyone = Sight(who="city", name="全市", everything=True, abilities=frozenset(officer.abilities))
        return open_case(intake, by=everyone)

    return register


@pytest.fixture
def lead() -> Callable[..., HttpResponse]:
    """`lead(browser, response)`: the worker does what was asked for; the answer is where the job's page then leads."""

    def follow(browser: Client, response: HttpResponse, **rest: object) -> HttpResponse:
        assert response.status_code == 302 and response["Location"].startswith("/desk/jobs/"), response
        assert run_all(Lease("test:1", timedelta(minutes=1))) == 1
        return browser.get(response["Location"], **rest)

    return follow


def words(response) -> str:
    return response.content.decode()
