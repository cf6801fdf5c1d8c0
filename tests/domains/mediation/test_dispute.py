"""Disputes as a mediator would tell them, with their dates."""

from datetime import date

import pytest

from fazhi.casework.api import NotPermitted, act, facts_of
from fazhi.figures.api import Scope


def due(case, limit: str) -> date | None:
    return case.deadlines.filter(limit=limit).order_by("-run").values_list("due_on", flat=True).first()


def test_neighbours_agree_in_writing_and_the_court_confirms(bring, staff):
    case = bring(date(2024, 3, 4))
    act(case, "accept", by=staff, on=date(2024, 3, 5), data={"mediator_code": "TJY-0001"})
    assert (case.state, due(case, "term")) == ("mediating", date(2024, 4, 7)), "5 April is a holiday, 7 April is worked"
    act(case, "agree", by=staff, on=date(2024, 3, 18))
    assert (case.outcome, due(case, "confirmation")) == ("WRITTEN", date(2024, 4, 17))
    with pytest.raises(NotPermitted, match="第三十一条"):
        act(case, "archive", by=staff, on=date(2024, 3, 19))
    act(case, "apply_confirmation", by=staff, on=date(2024, 4, 17))
    act(case, "accept_confirmation", by=staff, on=date(2024, 4, 19))
    act(case, "confirm", by=staff, on=date(2024, 4, 30))
    act(case, "archive", by=staff, on=date(2024, 5, 6))
    facts = facts_of(case)
    assert (facts.agreed_on, facts.confirmed_on, case.closed_on) == (
        date(2024, 3, 18), date(2024, 4, 30), date(2024, 5, 6),
    )  # fmt: skip


def test_no_mediation_against_a_partys_clear_refusal(bring, staff):
    case = bring(date(2024, 3, 4), refused=True)
    with pytest.raises(NotPermitted, match="明确拒绝"):
        act(case, "accept", by=staff, on=date(2024, 3, 5))
    act(case, "decline", by=staff, on=date(2024, 3, 5), data={"reason": "一方不愿调解"})
    assert (case.state, case.outcome) == ("closed", "REFUSED")


def test_a_dispute_routed_elsewhere_is_not_mediated(bring, staff):
    case = bring(date(2024, 3, 4))
    act(case, "route", by=staff, on=date(2024, 3, 4), data={"channel": "administrative"})
    with pytest.raises(NotPermitted, match="分流"):
        act(case, "accept", by=staff, on=date(2024, 3, 5))
    act(case, "refer", by=staff, on=date(2024, 3, 6), data={"channel": "administrative"})
    act(case, "file_referral", by=staff, on=date(2024, 3, 7))
    assert (case.state, case.outcome) == ("closed", "REFERRED")


def test_disputes_of_the_year_and_how_many_were_settled(bring, staff, figures_of):
    def mediated(number: str, received: date, step: str, ended: date):
        case = bring(received, number=number)
        act(case, "accept", by=staff, on=received)
        act(case, step, by=staff, on=ended, data={"told": "诉讼"} if step == "fail" else None)

    mediated("1", date(2023, 12, 28), "agree", date(2024, 1, 8))
    mediated("2", date(2024, 3, 4), "agree_orally", date(2024, 3, 4))
    mediated("3", date(2024, 3, 4), "fail", date(2024, 3, 20))
    mediated("4", date(2024, 12, 30), "agree", date(2025, 1, 3))
    case = bring(date(2024, 6, 3), number="5", refused=True)
    act(case, "decline", by=staff, on=date(2024, 6, 3), data={"reason": "不愿调解"})
    found = figures_of(Scope(2024), "ME01", "ME02")
    assert found["ME01"] == 4
    assert found["ME02"] == pytest.approx(200 / 3)
