"""A reconsideration case on trial, and whoever may act in it and in the reviews that it opens."""

from collections.abc import Callable
from datetime import date

import pytest

from fazhi.casework.api import Case, Intake, act, open_case
from fazhi.people.api import Sight
from fazhi.procedure import Office, edition_on

CODES = ("reconsideration", "annex_review", "basis_review")


@pytest.fixture
def everyone(town, appoint) -> Sight:
    """One person with every mandate of the three procedures: who may is tested elsewhere."""
    offices = {
        code: " ".join(n for n, a in edition_on(code, date(2024, 1, 1)).actors.items() if isinstance(a, Office))
        for code in CODES
    }
    return appoint("全权承办人", "officer", town.justice, **offices)


@pytest.fixture
def walk(everyone: Sight) -> Callable[..., Case]:
    def steps(case: Case, *taken: tuple) -> Case:
        for name, day, *rest in taken:
            outcome = next((each for each in rest if isinstance(each, str)), None)
            data = next((each for each in rest if isinstance(each, dict)), None)
            act(case, name, by=everyone, on=date.fromisoformat(day), outcome=outcome, data=data)
        return case

    return steps


@pytest.fixture
def on_trial(town, everyone: Sight, walk) -> Case:
    """Accepted on 8 March 2024: to be decided by 7 May."""
    facts = {"channel": "post", "act": "penalty", "respondent": town.police, "applied_on": date(2024, 3, 4)}
    intake = Intake("reconsideration", "不服行政处罚决定", town.justice, "321100", date(2024, 3, 4), facts)
    return walk(open_case(intake, by=everyone), ("accept", "2024-03-08"), ("serve_copy", "2024-03-12"))


@pytest.fixture
def due() -> Callable[..., str | None]:
    def find(case: Case, limit: str) -> str | None:
        found = case.deadlines.filter(limit=limit).order_by("-run").first()
        return found and found.due_on and found.due_on.isoformat()

    return find
