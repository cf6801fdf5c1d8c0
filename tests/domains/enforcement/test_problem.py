"""Worked rectifications: given to a body, put right, checked by another, struck off; sent back; broken out again."""

from datetime import date

import pytest

from fazhi.casework.api import NotPermitted, facts_of

ASKED = {"measure": "推行首次劝导", "rectify_by": date(2024, 5, 10)}
EVIDENCE = {"evidence": "制度文本和培训记录"}


def test_a_problem_is_put_right_and_struck_off(report, walk, due):
    case = walk(report(), ("assign", "2024-03-11", ASKED))
    assert due(case, "rectification") == date(2024, 5, 10)
    walk(case, ("submit", "2024-04-26", EVIDENCE), ("verify", "2024-05-07", {"verifier": "市司法局"}))
    assert (case.state, case.outcome) == ("verified", "")  # only when struck off is it done
    walk(case, ("close", "2024-05-09"))
    assert (case.state, case.outcome, facts_of(case).verified_on) == ("closed", "RECTIFIED", date(2024, 5, 7))


def test_nobody_checks_his_own_work(report, walk):
    case = walk(report(), ("assign", "2024-03-11", ASKED), ("submit", "2024-04-26", EVIDENCE))
    for verifier in ("丹阳市城管局", " 丹阳市城管局 ", ""):
        with pytest.raises(NotPermitted, match="责任单位以外"):
            walk(case, ("verify", "2024-05-07", {"verifier": verifier}))


def test_an_insufficient_report_goes_back(report, walk, due):
    case = walk(report(), ("assign", "2024-03-11", ASKED), ("submit", "2024-04-26", EVIDENCE))
    with pytest.raises(NotPermitted, match="整改期限"):
        walk(case, ("send_back", "2024-05-06", {"finding": "材料不足", "rectify_by": date(2024, 5, 6)}))
    walk(case, ("send_back", "2024-05-06", {"finding": "材料不足", "rectify_by": date(2024, 5, 31)}))
    assert (case.state, due(case, "rectification"), facts_of(case).returned) == ("rectifying", date(2024, 5, 31), True)


def test_a_relapse_before_striking_off_begins_again(report, walk):
    case = walk(
        report(),
        ("assign", "2024-03-11", ASKED),
        ("submit", "2024-04-26", EVIDENCE),
        ("verify", "2024-05-07", {"verifier": "市司法局"}),
    )
    walk(case, ("reopen", "2024-05-20", {"finding": "再次发生", "rectify_by": date(2024, 7, 1)}))
    assert (case.state, case.outcome) == ("rectifying", "")


def test_a_deadline_lies_ahead(report, walk):
    case = report()
    with pytest.raises(NotPermitted, match="整改期限"):
        walk(case, ("assign", "2024-05-10", ASKED))


def test_what_is_no_problem_is_dropped(report, walk):
    case = walk(report(), ("drop", "2024-03-11", {"reason": "反映不实"}))
    assert (case.state, case.outcome) == ("closed", "NOT_A_PROBLEM")
