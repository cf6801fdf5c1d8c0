"""Worked cases of 公证, with their dates."""

from datetime import date

import pytest

from fazhi.casework.api import NotPermitted, act, facts_of, settle


def due(case, limit: str) -> date | None:
    return case.deadlines.filter(limit=limit).order_by("-run").values_list("due_on", flat=True).first()


def test_a_certificate_within_fifteen_working_days(apply, notary):
    case = apply(date(2024, 4, 22))
    act(case, "accept", by=notary, on=date(2024, 4, 23))
    # 24-26, 28 (a make-up Sunday), 29, 30 April; 6-10, 11 (a make-up Saturday), 13, 14, 15 May
    assert due(case, "issuing") == date(2024, 5, 15)
    with pytest.raises(NotPermitted, match="编号"):
        act(case, "issue", by=notary, on=date(2024, 5, 6), outcome="ISSUED")
    act(
        case,
        "issue",
        by=notary,
        on=date(2024, 5, 6),
        outcome="ISSUED",
        data={"certificate_no": "(2024)镇证外民字第1号"},
    )
    assert (case.state, case.outcome, case.concluded_on) == ("closed", "ISSUED", date(2024, 5, 6))
    assert facts_of(case).certificate_no == "(2024)镇证外民字第1号"


def test_days_of_supplementing_and_verifying_do_not_count(apply, notary):
    case = apply(date(2024, 6, 3))
    act(case, "accept", by=notary, on=date(2024, 6, 3))
    assert due(case, "issuing") == date(2024, 6, 25)
    act(case, "request_proof", by=notary, on=date(2024, 6, 5), data={"missing": "毕业证书原件"})
    act(case, "supply", by=notary, on=date(2024, 6, 12))
    # out: 5, 6, 7 and 11 June (the 10th is 端午)
    assert due(case, "issuing") == date(2024, 7, 1)
    act(case, "verify", by=notary, on=date(2024, 6, 13))
    act(case, "finish_verifying", by=notary, on=date(2024, 6, 17))
    assert due(case, "issuing") == date(2024, 7, 3)


def test_an_applicant_who_never_supplies(apply, notary):
    """公证程序规则第五十条: six months from acceptance, then notarisation ends."""
    case = apply(date(2024, 1, 10))
    act(case, "accept", by=notary, on=date(2024, 1, 11))
    act(case, "request_proof", by=notary, on=date(2024, 1, 15), data={"missing": "亲属关系证明"})
    settle(case, date(2024, 7, 11))
    assert case.state == "with_applicant"
    settle(case, date(2024, 7, 12))
    assert (case.outcome, case.closed_on) == ("TERMINATED", date(2024, 7, 12))


def test_refused(apply, notary):
    case = apply(date(2024, 3, 4))
    act(case, "refuse", by=notary, on=date(2024, 3, 6), outcome="REFUSED", data={"reason": "证明材料虚假"})
    assert (case.outcome, case.state) == ("REFUSED", "closed")
    with pytest.raises(NotPermitted, match="已办结"):
        act(case, "accept", by=notary, on=date(2024, 3, 7))


def test_withdrawn_and_terminated(apply, notary):
    withdrawn = apply(date(2024, 3, 4))
    act(withdrawn, "withdraw", by=notary, on=date(2024, 3, 5), outcome="WITHDRAWN")
    ended = apply(date(2024, 3, 4))
    act(ended, "accept", by=notary, on=date(2024, 3, 4))
    act(ended, "terminate", by=notary, on=date(2024, 3, 20), outcome="TERMINATED", data={"reason": "申请人死亡"})
    assert (withdrawn.outcome, ended.outcome) == ("WITHDRAWN", "TERMINATED")


def test_use_abroad_names_the_country(apply, notary):
    case = apply(date(2024, 3, 4), destination="")
    with pytest.raises(NotPermitted, match="使用国家或者地区"):
        act(case, "accept", by=notary, on=date(2024, 3, 5))
    at_home = apply(date(2024, 3, 4), "domestic", "")
    act(at_home, "accept", by=notary, on=date(2024, 3, 5))
    assert at_home.state == "in_hand"
