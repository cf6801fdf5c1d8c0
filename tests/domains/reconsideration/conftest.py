"""Cases reach a state by lawful steps, never by setting a column."""

from collections.abc import Callable
from datetime import date

import pytest

from fazhi.casework.api import Case, Intake, act, open_case
from fazhi.people.api import Sight


@pytest.fixture
def apply(town, officer: Sight) -> Callable[..., Case]:
    """Register an application received on a day."""

    def register(on: date, **facts: object) -> Case:
        given = {"channel": "counter", "act": "penalty", "respondent": town.police, "applied_on": on, **facts}
        intake = Intake("reconsideration", "不服行政处罚决定", town.justice, "321100", on, given)
        return open_case(intake, by=officer)

    return register


@pytest.fixture
def walk(officer: Sight, organ: Sight, chief: Sight) -> Callable[..., Case]:
    """Take steps in order: (step, day) or (step, day, outcome or answers). Each is taken by whoever the law says."""

    def steps(case: Case, *taken: tuple) -> Case:
        who = {"refuse": organ, "decide": organ, "mediate": organ, "permit_withdrawal": organ, "suspend": organ, "resume": organ,
               "terminate": organ, "dismiss": organ, "stay_execution": organ, "admonish": organ,
               "issue_opinion": organ, "order_performance": organ, "transfer_clue": organ, "find_basis_unlawful": organ,
               "extend": chief, "convert": chief}  # fmt: skip
        for name, day, *rest in taken:
            outcome = next((each for each in rest if isinstance(each, str)), None)
            data = next((each for each in rest if isinstance(each, dict)), None)
            act(case, name, by=who.get(name, officer), on=date.fromisoformat(day), outcome=outcome, data=data)
        return case

    return steps
