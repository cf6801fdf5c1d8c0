"""Cases reach a state by lawful steps, never by setting a column. Each step is taken by whoever the law says."""

from collections.abc import Callable
from datetime import date

import pytest

from fazhi.casework.api import Case, Deadline, Intake, act, open_case
from fazhi.people.api import Sight
from fazhi.procedure import edition_named

Steps = Callable[..., Case]


@pytest.fixture
def apply(town, officer: Sight) -> Callable[..., Case]:
    """Register an application received on a day."""

    def register(on: str, **facts: object) -> Case:
        day = date.fromisoformat(on)
        given = {"channel": "counter", "act": "penalty", "respondent": town.police, "applied_on": day, **facts}
        intake = Intake("reconsideration", "不服行政处罚决定", town.justice, "321100", day, given)
        return open_case(intake, by=officer)

    return register


@pytest.fixture
def walk(officer: Sight, organ: Sight, chief: Sight) -> Steps:
    """Take steps in order: (step, day) or (step, day, outcome and/or answers)."""
    hands = {"officer": officer, "organ": organ, "chief": chief}

    def steps(case: Case, *taken: tuple) -> Case:
        declared = edition_named(case.edition).steps
        for name, day, *rest in taken:
            outcome = next((each for each in rest if isinstance(each, str)), None)
            data = next((each for each in rest if isinstance(each, dict)), None)
            by = hands.get(declared[name].actor.name, officer)
            act(case, name, by=by, on=date.fromisoformat(day), outcome=outcome, data=data)
        return case

    return steps


@pytest.fixture
def row() -> Callable[..., Deadline]:
    """The latest run of a limit of a case; None when it never ran."""

    def find(case: Case, limit: str) -> Deadline | None:
        return case.deadlines.filter(limit=limit).order_by("-run").first()

    return find


@pytest.fixture
def due(row) -> Callable[..., str | None]:
    """Its last day in ISO form; None while it is paused or has no number."""

    def find(case: Case, limit: str) -> str | None:
        found = row(case, limit)
        return found and found.due_on and found.due_on.isoformat()

    return find


@pytest.fixture
def on_trial(apply, walk) -> Callable[..., Case]:
    """Received on Monday 4 March 2024, accepted on Friday 8 March, copy served on 12 March, answered on the 20th."""

    def begin(**facts: object) -> Case:
        case = apply("2024-03-04", **facts)
        return walk(case, ("accept", "2024-03-08"), ("serve_copy", "2024-03-12"), ("answer", "2024-03-20"))

    return begin


@pytest.fixture
def decided(on_trial, walk) -> Callable[..., Case]:
    """Decided on 6 May and served on 8 May 2024."""

    def end(outcome: str = "MAINTAIN", data: dict | None = None, **facts: object) -> Case:
        heard = ("hear_opinions", "2024-04-01", {"record": "当面听取"})
        case = walk(on_trial(**facts), heard, ("decide", "2024-05-06", outcome, data or {}))
        return walk(case, ("serve", "2024-05-08"))

    return end
