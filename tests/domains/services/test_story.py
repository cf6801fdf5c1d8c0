"""Worked applications: each path of joint handling under 行政许可法, with its dates."""

from datetime import date

import pytest

from fazhi.casework.api import NotPermitted, act, facts_of
from fazhi.domains.services.procedure import OneThing
from fazhi.procedure import faults

RETURNED = {"unit": "市公安局", "result": "已办成", "outstanding": 0}
HANDLED = (
    ("accept", "2024-03-05"),
    ("dispatch", "2024-03-06", {"departments": 3}),
    ("report_result", "2024-03-08", RETURNED),
    ("gather", "2024-03-11"),
)


def due(case, limit: str) -> date | None:
    return case.deadlines.filter(limit=limit).order_by("-run").values_list("due_on", flat=True).first()


def test_the_procedure_holds_together():
    assert faults(OneThing) == []


def test_one_submission_is_divided_gathered_and_delivered(apply, walk):
    case = apply("2024-03-04")
    assert (case.state, due(case, "notice")) == ("received", date(2024, 3, 11))
    walk(case, HANDLED[0])
    # 45 working days from 6 March: 清明 takes 4 and 5 April, 劳动节 1, 2 and 3 May, two Sundays are worked for them
    assert due(case, "joint") == date(2024, 5, 10)
    walk(case, *HANDLED[1:], ("decide", "2024-03-12", "GRANTED"))
    assert (case.state, due(case, "delivery")) == ("decided", date(2024, 3, 26))
    walk(case, ("deliver", "2024-03-13", {"pickup": "electronic"}))
    facts = facts_of(case)
    assert (case.state, case.outcome, case.closed_on) == ("closed", "GRANTED", date(2024, 3, 13))
    assert (facts.submissions, facts.departments, facts.decided_on) == (1, 3, date(2024, 3, 12))


def test_materials_are_asked_for_once_and_are_no_second_submission(apply, walk, clerk_of_counter):
    case = apply("2024-03-04")
    walk(case, ("require_correction", "2024-03-06", {"missing": "结婚证"}), ("correct", "2024-03-20"))
    assert due(case, "notice") == date(2024, 3, 27)
    with pytest.raises(NotPermitted, match="一次"):
        act(case, "require_correction", by=clerk_of_counter, on=date(2024, 3, 21), data={"missing": "户口簿"})
    walk(case, ("accept", "2024-03-21"))
    assert (facts_of(case).submissions, facts_of(case).corrections) == (1, 1)


def test_silence_for_five_days_is_acceptance(apply, walk):
    case = apply("2024-03-04")
    walk(case, ("dispatch", "2024-03-14", {"departments": 2}))
    facts = facts_of(case)
    assert (case.state, facts.accepted_on, facts.deemed_accepted) == ("handling", date(2024, 3, 11), True)


def test_nothing_is_gathered_before_every_department_has_returned(apply, walk, clerk_of_counter):
    case = apply("2024-03-04")
    walk(case, *HANDLED[:2], ("report_result", "2024-03-07", {**RETURNED, "outstanding": 2}))
    with pytest.raises(NotPermitted, match="尚有责任部门未反馈"):
        act(case, "gather", by=clerk_of_counter, on=date(2024, 3, 8))
    with pytest.raises(NotPermitted, match="尚未汇总"):
        act(case, "decide", by=clerk_of_counter, on=date(2024, 3, 8), outcome="GRANTED")
    walk(case, *HANDLED[2:], ("decide", "2024-03-12", "PARTLY"))
    assert case.outcome == "PARTLY"


def test_inspection_is_not_counted_and_the_period_is_extended_once(apply, walk, clerk_of_counter):
    case = apply("2024-03-04")
    walk(case, *HANDLED[:2], ("inspect", "2024-03-11"), ("finish_inspection", "2024-03-18"))
    assert due(case, "joint") == date(2024, 5, 16)  # five working days later, one of them Saturday 11 May
    walk(case, ("extend", "2024-03-19", {"reason": "需要跨市核查"}))
    assert due(case, "joint") == date(2024, 6, 6)  # fifteen more working days
    with pytest.raises(NotPermitted):
        act(case, "extend", by=clerk_of_counter, on=date(2024, 3, 20), data={"reason": "再次延长"})


def test_refused_at_the_door_or_withdrawn(apply, walk):
    refused = walk(apply("2024-03-04"), ("refuse", "2024-03-05", "NOT_ACCEPTED", {"reason": "不属于本机关职权"}))
    withdrawn = walk(apply("2024-03-04"), ("accept", "2024-03-05"), ("withdraw", "2024-03-06"))
    assert [(each.state, each.outcome) for each in (refused, withdrawn)] == [
        ("closed", "NOT_ACCEPTED"),
        ("closed", "WITHDRAWN"),
    ]


def test_being_sent_elsewhere_is_a_second_submission(apply, walk):
    case = walk(apply("2024-03-04"), ("accept", "2024-03-05"))
    walk(case, ("note_resubmission", "2024-03-06", {"submissions": 2, "reason": "部门系统未对接，另行录入"}))
    assert facts_of(case).submissions == 2
