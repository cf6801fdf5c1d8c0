"""How cases end and what follows: articles 5, 33, 41, 63-79 and 85, litigation law 45 and 67, with their dates."""

from datetime import date

import pytest

from fazhi.casework.api import NotPermitted, facts_of, pulse, read
from fazhi.procedure import edition_named

DECISIONS = ("VARY", "REVOKE", "REVOKE_PART", "UNLAWFUL_KEPT", "UNLAWFUL", "PERFORM", "INVALID", "MAINTAIN", "REJECTED",
             "LIABLE", "COMPENSATE")  # fmt: skip


@pytest.mark.parametrize("outcome", DECISIONS)
def test_every_decision_of_articles_63_to_72(decided, walk, due, outcome):
    """Served on 8 May: effective, and fifteen days to sue until 23 May."""
    case = decided(outcome)
    assert (case.state, case.outcome, case.concluded_on) == ("effective", outcome, date(2024, 5, 6))
    assert (facts_of(case).served_on, due(case, "suit")) == (date(2024, 5, 8), "2024-05-23")
    walk(case, ("publish", "2024-05-20"))
    if outcome in {"PERFORM", "LIABLE", "COMPENSATE"}:
        with pytest.raises(NotPermitted, match="决定尚未履行"):
            walk(case, ("archive", "2024-06-11"))
        walk(case, ("perform", "2024-06-10"))
    walk(case, ("archive", "2024-06-11"))
    assert (case.closed_on, case.concluded_on, case.next_due) == (date(2024, 6, 11), date(2024, 5, 6), None)
    assert read(case)[0].last["no_suit"] == date(2024, 5, 24)


def test_every_outcome_of_the_declaration_is_told_somewhere():
    procedure = edition_named("reconsideration@2024-01-01")
    elsewhere = {
        "NOT_ACCEPTED",
        "ABANDONED",
        "WITHDRAWN",
        "TERMINATED",
        "MEDIATED",
        "SETTLED",
        "CORRECTED",
        "DISMISSED",
    }
    assert set(procedure.outcomes) == {*DECISIONS, *elsewhere}


def test_mediated(on_trial, walk):
    """Article 73: a mediation statement is no decision to sue over."""
    case = walk(on_trial(), ("draft_mediation", "2024-04-09"))
    assert (case.state, case.outcome, case.concluded_on) == ("ordinary", "", None)
    walk(case, ("mediate", "2024-04-10"))
    assert (case.state, case.outcome, case.concluded_on) == ("effective", "MEDIATED", date(2024, 4, 10))
    assert not case.deadlines.filter(limit="suit").exists()
    with pytest.raises(NotPermitted, match="不能再就复议结果起诉"):
        walk(case, ("sue", "2024-04-20"))


@pytest.mark.parametrize("outcome", ["SETTLED", "CORRECTED", "WITHDRAWN"])
def test_withdrawn_with_permission(on_trial, walk, outcome):
    """Articles 41(1) and 74: after a settlement, after the respondent corrected itself, or plainly; also while suspended."""
    case = walk(on_trial(), ("suspend", "2024-04-10", {"cause": "mediation"}))
    walk(case, ("permit_withdrawal", "2024-04-20", outcome), ("serve", "2024-04-22"))
    assert (case.state, case.outcome, case.concluded_on) == ("effective", outcome, date(2024, 4, 20))
    assert not case.deadlines.filter(limit="suit").exists()


def test_dismissed_after_acceptance(on_trial, walk, due):
    """Article 33."""
    case = walk(on_trial(must_come_first=True), ("dismiss", "2024-04-10", {"reason": "没有利害关系"}))
    walk(case, ("serve_refusal", "2024-04-12"))
    assert (case.outcome, due(case, "suit_after_refusal")) == ("DISMISSED", "2024-04-28")  # a worked Sunday


def test_served_by_public_notice(on_trial, walk, due):
    """Civil procedure 95: thirty days from 10 May end on Sunday 9 June, the 10th is off; then fifteen days to sue."""
    case = walk(on_trial(), ("hear_opinions", "2024-04-01", {"record": "当面听取"}), ("decide", "2024-05-06", "VARY"))
    walk(case, ("serve_by_notice", "2024-05-10"))
    assert due(case, "public_notice") == "2024-06-11"
    pulse(date(2024, 6, 12))
    case.refresh_from_db()
    assert (case.state, facts_of(case).served_on, due(case, "suit")) == ("effective", date(2024, 6, 11), "2024-06-26")


def test_remaking(decided, walk, due, row):
    """Regulation 49(1): sixty days from service end on Sunday 7 July, so on the 8th."""
    case = decided("REVOKE", {"remake_ordered": True})
    assert due(case, "remaking") == "2024-07-08"
    with pytest.raises(NotPermitted, match="责令重作未完成"):
        walk(case, ("archive", "2024-06-20"))
    walk(case, ("remake", "2024-07-05"), ("publish", "2024-07-08"), ("archive", "2024-07-10"))
    assert (row(case, "remaking").met_on, facts_of(case).performed_on) == (date(2024, 7, 5), date(2024, 7, 5))


def test_nothing_to_remake(decided, walk, row):
    case = decided("REVOKE", {"remake_ordered": False})
    assert row(case, "remaking") is None
    with pytest.raises(NotPermitted, match="没有责令"):
        walk(case, ("remake", "2024-07-05"))


def test_performance_ordered_twice(decided, walk, due, row):
    """Article 66 lets the decision name the day, article 77(2) the order; neither has a length in the law."""
    case = decided("PERFORM", {"perform_by": "2024-06-03"})
    assert due(case, "performing") == "2024-06-03"
    walk(case, ("admonish", "2024-06-04", {"matter": "逾期不履行"}))
    with pytest.raises(NotPermitted, match="早于"):
        walk(case, ("order_performance", "2024-06-05", {"ordered_by": "2024-06-01"}))
    walk(case, ("order_performance", "2024-06-05", {"ordered_by": "2024-06-20"}))
    assert (case.next_due, row(case, "performing").open) == (date(2024, 6, 3), True)  # late until performed
    walk(case, ("perform", "2024-06-18"))
    assert {row(case, name).met_on for name in ("performing", "ordered_performing")} == {date(2024, 6, 18)}


def test_no_day_named_no_limit(decided, row):
    assert row(decided("PERFORM"), "performing") is None


def test_opinion_issued_during_the_trial_and_reported(on_trial, walk, due, row):
    """Article 76: sixty days from 22 April end on 21 June, through decision and service."""
    case = walk(on_trial(), ("issue_opinion", "2024-04-22", {"matter": "送达程序不规范"}))
    assert due(case, "opinion_report") == "2024-06-21"
    walk(case, ("draft_mediation", "2024-04-25"), ("mediate", "2024-04-28"))
    assert row(case, "opinion_report").open
    with pytest.raises(NotPermitted, match="纠正情况未报送"):
        walk(case, ("archive", "2024-06-11"))
    walk(case, ("report_correction", "2024-06-20"), ("archive", "2024-06-24"))
    assert facts_of(case).opinion_reported_on == date(2024, 6, 20)


def test_copied_up_only_against_the_governments_own_department(decided, walk):
    """Article 79(2)."""
    case = walk(decided("REVOKE", against_department=True), ("copy_up", "2024-06-03"))
    assert facts_of(case).copied_on == date(2024, 6, 3)
    with pytest.raises(NotPermitted, match="只能进行一次"):
        walk(case, ("copy_up", "2024-06-04"))
    with pytest.raises(NotPermitted, match="本级政府工作部门"):
        walk(decided("REVOKE"), ("copy_up", "2024-06-03"))


def test_sued_in_time(decided, walk, due, row):
    """Litigation law 45 and 67: sued on the last day, the complaint received on 27 May, answered by 11 June."""
    case = walk(decided(), ("sue", "2024-05-23"), ("receive_complaint", "2024-05-27"))
    assert (row(case, "suit").met_on, due(case, "court_answer")) == (date(2024, 5, 23), "2024-06-11")
    walk(case, ("answer_court", "2024-06-07"))
    assert (row(case, "court_answer").met_on, facts_of(case).sued_on) == (date(2024, 6, 7), date(2024, 5, 23))


def test_neither_sued_nor_performed(decided, walk):
    """Article 78: the time to sue ends on 23 May. Articles 85 and 86: a clue that was found is handed over."""
    case = decided("MAINTAIN")
    with pytest.raises(NotPermitted, match="起诉期限尚未届满"):
        walk(case, ("enforce", "2024-05-23"))
    walk(case, ("enforce", "2024-06-03"), ("find_clue", "2024-06-03"), ("publish", "2024-06-03"))
    with pytest.raises(NotPermitted, match="线索未移送"):
        walk(case, ("archive", "2024-06-05"))
    walk(case, ("transfer_clue", "2024-06-04"), ("archive", "2024-06-05"))
    with pytest.raises(NotPermitted, match="已办结"):
        walk(case, ("publish", "2024-06-06"))


def test_gone_back_on_before_it_was_signed(on_trial, walk, row):
    """Article 73(2): back to a decision, in the time that has been running all along."""
    case = walk(on_trial(), ("hear_opinions", "2024-04-01", {"record": "当面听取"}), ("draft_mediation", "2024-04-09"))
    with pytest.raises(NotPermitted, match="待签章的调解书"):
        walk(case, ("decide", "2024-04-10", "REVOKE"))
    walk(case, ("fail_mediation", "2024-04-10", {"reason": "申请人反悔"}))
    with pytest.raises(NotPermitted, match="没有待签字、盖章的调解书"):
        walk(case, ("mediate", "2024-04-11"))
    walk(case, ("decide", "2024-04-12", "REVOKE"))
    assert (row(case, "decision").due_on, row(case, "decision").met_on) == (date(2024, 5, 7), date(2024, 4, 12))


def test_a_mediation_that_fails_ends_its_suspension(on_trial, walk, due):
    """Articles 39(2) and 73(2): 10-19 April, ten days, do not count: 7 May becomes 17 May."""
    case = walk(on_trial(), ("suspend", "2024-04-10", {"cause": "mediation"}))
    walk(case, ("fail_suspended_mediation", "2024-04-20", {"reason": "未达成协议"}))
    assert (case.state, due(case, "decision")) == ("ordinary", "2024-05-17")


def test_only_decisions_and_opinions_are_copied_up_and_published(on_trial, walk, row):
    """Article 79: not a mediation paper, a settlement, a respondent's correction; but an opinion issued beside it is copied."""
    mediated = walk(on_trial(against_department=True), ("issue_opinion", "2024-04-08", {"matter": "送达不规范"}))
    walk(mediated, ("draft_mediation", "2024-04-09"), ("mediate", "2024-04-10"), ("report_correction", "2024-04-11"))
    settled = walk(
        on_trial(against_department=True), ("permit_withdrawal", "2024-04-10", "CORRECTED"), ("serve", "2024-04-11")
    )
    for case in (mediated, settled):
        assert row(case, "copying_up") is None and row(case, "publishing") is None
        for step, why in (("copy_up", "没有作出行政复议决定"), ("publish", "没有行政复议决定书")):
            with pytest.raises(NotPermitted, match=why):
                walk(case, (step, "2024-04-12"))
    with pytest.raises(NotPermitted, match="没有制发意见书"):
        walk(settled, ("copy_opinion_up", "2024-04-12"))
    walk(settled, ("archive", "2024-04-12"))
    with pytest.raises(NotPermitted, match="意见书未抄告"):
        walk(mediated, ("archive", "2024-04-12"))
    walk(mediated, ("copy_opinion_up", "2024-04-12"), ("archive", "2024-04-12"))
    assert facts_of(mediated).copied_on is None  # F074 counts decisions


def test_the_file_stays_open_until_all_is_done(decided, walk):
    """Articles 77 and 79: copied up, published (or the reason why not), performed by the day that was named, not suable."""
    case = decided("VARY", {"perform_by": "2024-06-20"}, against_department=True)
    for step, *rest in (("copy_up",), ("withhold", {"reason": "涉及商业秘密"}), ("perform",)):
        with pytest.raises(NotPermitted, match="尚有应办事项"):
            walk(case, ("archive", "2024-05-16"))
        walk(case, (step, "2024-05-16", *rest))
    with pytest.raises(NotPermitted, match="起诉期限未满"):
        walk(case, ("archive", "2024-05-23"))
    walk(case, ("archive", "2024-05-24"))
    assert facts_of(case).published_on is None
