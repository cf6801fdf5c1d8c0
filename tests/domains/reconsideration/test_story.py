"""Worked cases: each path of 行政复议法 (2023) as a lawyer would tell it, with its dates."""

from datetime import date

import pytest

from fazhi.casework.api import NotPermitted, act, facts_of, read


def due(case, limit: str) -> date | None:
    return case.deadlines.filter(limit=limit).order_by("-run").values_list("due_on", flat=True).first()


def test_a_penalty_is_revoked_and_copied_up(apply, walk, town):
    case = apply(date(2024, 3, 4), against_department=True)
    assert (case.state, due(case, "acceptance")) == ("received", date(2024, 3, 11))
    walk(case, ("accept", "2024-03-08"))
    assert (due(case, "copy"), due(case, "decision")) == (date(2024, 3, 19), date(2024, 5, 7))
    walk(case, ("serve_copy", "2024-03-12"), ("answer", "2024-03-25"), ("hear_opinions", "2024-04-01", {"record": "当面听取"}))
    walk(case, ("decide", "2024-05-06", "REVOKE", {"remake_ordered": False}), ("serve", "2024-05-08"))
    assert (case.state, case.outcome, case.concluded_on) == ("effective", "REVOKE", date(2024, 5, 6))
    assert due(case, "suit") == date(2024, 5, 23)
    walk(case, ("copy_up", "2024-06-03"), ("publish", "2024-06-04"), ("archive", "2024-06-10"))
    assert (case.state, case.closed_on) == ("archived", date(2024, 6, 10))
    assert facts_of(case).copied_on == date(2024, 6, 3)


def test_no_refusal_within_five_days_is_acceptance(apply, walk, organ):
    """第三十条第三款: over Spring Festival 8, 9, 18 (a make-up Sunday), 19 and 20 February."""
    case = apply(date(2024, 2, 7))
    with pytest.raises(NotPermitted, match="不予受理"):
        act(case, "refuse", by=organ, on=date(2024, 2, 23), data={"reason": "不属于复议范围"})
    assert case.state == "ordinary"
    assert facts_of(case).accepted_on == due(case, "acceptance") == date(2024, 2, 20)
    course, entries = read(case)
    assert [entry.kind for entry in entries] == ["reconsideration.opened", "reconsideration.deem_accepted"]
