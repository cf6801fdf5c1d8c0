"""Penalty cases and problems reach a state by lawful steps, never by setting a column."""

from collections.abc import Callable
from datetime import date

import pytest

from fazhi.casework.api import Case, Intake, act, open_case
from fazhi.people.api import Sight


@pytest.fixture
def inspector(town, appoint) -> Sight:
    return appoint(
        "执法人员",
        "officer",
        town.east_justice,
        penalty="officer reviewer head",
        enforcement_problem="supervisor unit verifier",
    )


@pytest.fixture
def find(town, inspector) -> Callable[..., Case]:
    """Register the clue of a breach received on a day."""

    def register(on: date = date(2024, 3, 4), **facts: object) -> Case:
        given = {
            "number": f"丹市监罚〔2024〕{Case.objects.count() + 1}号", "field": "market", "cause": "明码标价不规范", "party_kind": "legal",
            "source": "inspection", "violated_on": on, "discovered_on": on, **facts,
        }  # fmt: skip
        return open_case(Intake("penalty", "明码标价不规范", town.east_justice, "321181", on, given), by=inspector)

    return register


@pytest.fixture
def report(town, inspector) -> Callable[..., Case]:
    """Register a prominent problem."""

    def register(on: date = date(2024, 3, 4), **facts: object) -> Case:
        given = {
            "number": f"TCWT-{Case.objects.count() + 1}", "kind": "rough", "field": "urban", "source": "hotline",
            "content": "执法方式简单", "responsible": "丹阳市城管局", **facts,
        }  # fmt: skip
        return open_case(
            Intake("enforcement_problem", "执法方式简单", town.east_justice, "321181", on, given), by=inspector
        )

    return register


@pytest.fixture
def walk(inspector) -> Callable[..., Case]:
    """Take steps in order: (step, day) with an outcome or answers."""

    def steps(case: Case, *taken: tuple) -> Case:
        for name, day, *rest in taken:
            outcome = next((each for each in rest if isinstance(each, str)), None)
            data = next((each for each in rest if isinstance(each, dict)), None)
            act(case, name, by=inspector, on=date.fromisoformat(day), outcome=outcome, data=data)
        return case

    return steps


@pytest.fixture
def due() -> Callable[[Case, str], date | None]:
    def day(case: Case, limit: str) -> date | None:
        return case.deadlines.filter(limit=limit).order_by("-run").values_list("due_on", flat=True).first()

    return day
