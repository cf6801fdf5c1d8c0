"""Cases of reconsideration, opened and moved through the room's own door."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from fazhi.casework.api import Case, Intake, act, current_calendar, open_case, read
from fazhi.casework.deriving import COLUMNS, deadlines_of
from fazhi.casework.verifying import case_discrepancies
from fazhi.journal.api import verify
from fazhi.people.api import Ability, Sight

IMPORTER = Sight(who="import:7", name="历史数据迁移", everything=True, abilities=frozenset(Ability))


@pytest.fixture
def importer() -> Sight:
    return IMPORTER


@pytest.fixture
def intake(town) -> Callable[..., Intake]:
    """An application received on a day."""

    def build(on: str, **facts: Any) -> Intake:
        day = date.fromisoformat(on)
        given = {"channel": "counter", "act": "penalty", "respondent": town.police, "applied_on": day, **facts}
        return Intake("reconsideration", "不服行政处罚决定", town.justice, "321100", day, given)

    return build


@pytest.fixture
def opened(intake, officer) -> Callable[..., Case]:
    return lambda on="2024-03-04", **facts: open_case(intake(on, **facts), by=officer)


@pytest.fixture
def accepted(opened, officer) -> Case:
    """Received on 4 March 2024, accepted on the 8th: to be decided by 7 May."""
    case = opened()
    act(case, "accept", by=officer, on=date(2024, 3, 8))
    return case


def sound(case: Case) -> None:
    """What is stored is what the events derive to, and the journal is whole."""
    fresh = Case.objects.get(pk=case.pk)
    course, entries = read(fresh)
    derived = [
        dict(zip(COLUMNS, (fresh.pk, *run[:-1]), strict=True))
        for run in deadlines_of(fresh, course, current_calendar())
    ]
    stored = list(fresh.deadlines.order_by("run").values(*COLUMNS))
    assert stored == derived
    assert (fresh.state, fresh.outcome, fresh.version) == (course.state.name, course.outcome or "", len(entries))
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert (fresh.closed_on is not None) == course.state.final
    dues = [row["due_on"] for row in stored if row["open"] and row["due_on"] and row["limit"] != "hearing_notice"]
    assert fresh.next_due == min(dues, default=None)
    assert verify().sound
    assert [each.sentence for each in case_discrepancies() if each.pk == case.pk] == []


@pytest.fixture
def is_sound() -> Callable[[Case], None]:
    return sound
