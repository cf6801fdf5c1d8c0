"""The trial: articles 39-55, 62 and 70 with their dates. Accepted on Friday 8 March 2024 unless said otherwise."""

from datetime import date

import pytest

from fazhi.casework.api import NotPermitted, act, facts_of, pulse, read, retract
from fazhi.people.api import NotAllowed

SIMPLE = {"act": "disclosure", "simple_ground": "disclosure"}
HEARD = ("hear_opinions", "2024-04-01", {"record": "当面听取"})


def test_simplified_track(apply, walk, due):
    """Copy in three working days (11, 12, 13), answer in five (13-15, 18, 19), decision in thirty days: Sunday 7 April is worked."""
    case = walk(apply("2024-03-04", **SIMPLE), ("accept_simplified", "2024-03-08"))
    assert (due(case, "copy_simplified"), due(case, "decision_simplified")) == ("2024-03-13", "2024-04-07")
    assert not case.deadlines.filter(limit__in=["copy", "decision", "answer_due"]).exists()
    walk(case, ("serve_copy_simplified", "2024-03-12"))
    assert due(case, "answer_simplified_due") == "2024-03-19"
    walk(case, ("answer", "2024-03-19"))
    assert case.next_due == date(2024, 4, 7)
    walk(case, ("decide", "2024-04-03", "MAINTAIN"))
    assert case.deadlines.get(limit="decision_simplified").met_on == date(2024, 4, 3)


def test_simplified_needs_its_ground(apply, walk):
    with pytest.raises(NotPermitted, match="第五十三条"):
        walk(apply("2024-03-04"), ("accept_simplified", "2024-03-08"))
    walk(apply("2024-03-04", all_agree_simple=True), ("accept_simplified", "2024-03-08"))


def test_conversion_keeps_the_day_of_acceptance_and_the_pause(apply, walk, due, row):
    """Article 55: sixty days from 8 March and the twelve of the suspension end on Sunday 19 May, so on the 20th."""
    case = walk(
        apply("2024-03-04", **SIMPLE),
        ("accept_simplified", "2024-03-08"),
        ("serve_copy_simplified", "2024-03-12"),
        ("answer", "2024-03-18"),
        ("suspend", "2024-03-20", {"cause": "other_case"}),
        ("resume", "2024-04-01"),
    )
    assert (case.state, due(case, "decision_simplified")) == ("simplified", "2024-04-19")
    walk(case, ("convert", "2024-04-03", {"reason": "案情复杂"}))
    assert (case.state, due(case, "decision")) == ("ordinary", "2024-05-20")
    assert not row(case, "decision_simplified").open
    assert row(case, "copy") is None  # the copy has been served
    assert facts_of(case).track == "ordinary"


def test_conversion_before_the_copy(apply, walk, due):
    """Seven working days from acceptance: 11-15, 18, 19 March."""
    case = walk(apply("2024-03-04", **SIMPLE), ("accept_simplified", "2024-03-08"))
    walk(case, ("convert", "2024-03-12", {"reason": "案情复杂"}))
    assert (due(case, "copy"), due(case, "decision")) == ("2024-03-19", "2024-05-07")


def test_no_answer_is_no_evidence(apply, walk, due):
    """Articles 48 and 70: the copy received on 12 March, ten working days end on the 26th."""
    case = walk(apply("2024-03-04"), ("accept", "2024-03-08"), ("serve_copy", "2024-03-12"))
    assert due(case, "answer_due") == "2024-03-26"
    pulse(date(2024, 3, 26))
    assert not facts_of(case).no_evidence
    pulse(date(2024, 3, 27))
    assert facts_of(case).no_evidence
    assert read(case)[0].last["no_answer"] == date(2024, 3, 27)
    case.refresh_from_db()
    assert case.state == "ordinary"


def test_the_days_to_answer_run_from_receipt(apply, walk, due):
    case = walk(apply("2024-03-04"), ("accept", "2024-03-08"), ("serve_copy", "2024-03-12"))
    walk(case, ("deliver_copy", "2024-03-14"))
    assert due(case, "answer_due") == "2024-03-28"
    walk(case, ("answer", "2024-03-27"))
    with pytest.raises(NotPermitted):
        walk(case, ("deliver_copy", "2024-03-28"))


def test_a_timely_answer_recorded_late(apply, walk, officer):
    """Before the pulse it is simply entered; after it, the consequence is taken back first, with its reason."""
    case = walk(apply("2024-03-04"), ("accept", "2024-03-08"), ("serve_copy", "2024-03-12"))
    pulse(date(2024, 4, 1))
    with pytest.raises(NotPermitted, match="不能再补记2024-03-26的“提交答复书和证据”.*请先撤回"):
        walk(case, ("answer", "2024-03-26"))
    retract(case, "被申请人2024年3月26日已当面提交", by=officer)
    assert not facts_of(case).no_evidence
    walk(case, ("answer", "2024-03-26"))
    pulse()
    facts = facts_of(case)
    assert (facts.no_evidence, facts.answered_on) == (False, date(2024, 3, 26))


def test_suspension_stops_copy_answer_and_decision(apply, walk, due):
    """Article 39, from 14 to 27 March: fourteen days, of which ten are working days."""
    case = walk(apply("2024-03-04"), ("accept", "2024-03-08"), ("serve_copy", "2024-03-12"))
    walk(case, ("suspend", "2024-03-14", {"cause": "force_majeure"}))
    assert (due(case, "answer_due"), due(case, "decision")) == (None, None)
    assert pulse(date(2024, 3, 27)).fired == {}
    walk(case, ("notify_suspension", "2024-03-15"), ("resume", "2024-03-28"))
    # 13 March was used; then 28, 29 March, 1-3, 7-10 April
    assert (case.state, due(case, "answer_due"), due(case, "decision")) == ("ordinary", "2024-04-10", "2024-05-21")
    assert not case.deadlines.filter(limit="suspension_notice", open=True).exists()


def test_appraisal_stops_the_decision_alone(apply, walk, due):
    """Regulation 37: 10-24 April do not count, so 7 May becomes Wednesday 22 May."""
    case = walk(apply("2024-03-04"), ("accept", "2024-03-08"), ("serve_copy", "2024-04-08"), ("appraise", "2024-04-10"))
    assert (due(case, "decision"), due(case, "answer_due")) == (None, "2024-04-22")
    pulse(date(2024, 4, 23))
    case.refresh_from_db()
    assert (case.state, facts_of(case).no_evidence) == ("appraising", True)
    walk(case, ("finish_appraisal", "2024-04-25"))
    assert (case.state, due(case, "decision")) == ("ordinary", "2024-05-22")


def test_a_dead_applicant_without_successor_ends_the_case(on_trial, walk, due):
    """Article 41(5): sixty days from 10 April are full on 9 June; they do not roll over. Two suspensions, two runs."""
    case = walk(on_trial(), ("suspend", "2024-04-10", {"cause": "death"}))
    assert due(case, "no_successor") == "2024-06-09"
    walk(case, ("resume", "2024-04-20"), ("suspend", "2024-04-22", {"cause": "incapacity"}))
    assert due(case, "no_successor") == "2024-06-21"
    assert not case.deadlines.filter(limit="no_successor", run__lt=8, open=True).exists()
    pulse(date(2024, 6, 22))
    case.refresh_from_db()
    assert (case.state, case.outcome, case.concluded_on) == ("concluded", "TERMINATED", date(2024, 6, 22))


def test_a_successor_found_in_time(on_trial, walk, due, row):
    """10 April to 6 June, 58 days, do not count: 7 May becomes 4 July."""
    case = walk(on_trial(), ("suspend", "2024-04-10", {"cause": "dissolved"}), ("resume", "2024-06-07"))
    assert (due(case, "decision"), row(case, "no_successor").open) == ("2024-07-04", False)


def test_other_causes_have_no_sixty_days(on_trial, walk, row):
    case = walk(on_trial(), ("suspend", "2024-04-10", {"cause": "other_case"}))
    assert row(case, "no_successor") is None
    walk(case, ("terminate", "2024-08-01", {"reason": "行政拘留转为刑事强制措施"}))
    assert (case.outcome, case.concluded_on) == ("TERMINATED", date(2024, 8, 1))


def test_extended_once_by_the_head_of_the_institution(on_trial, walk, due, row, officer):
    """Article 62(1): thirty days more, from 7 May to 6 June."""
    case = on_trial()
    with pytest.raises(NotAllowed, match="行政复议机构负责人"):
        act(case, "extend", by=officer, on=date(2024, 5, 6), data={"extend_days": 30, "reason": "情况复杂"})
    walk(case, ("extend", "2024-05-06", {"extend_days": 30, "reason": "情况复杂"}))
    assert (due(case, "decision"), row(case, "decision").original_on) == ("2024-06-06", date(2024, 5, 7))
    with pytest.raises(NotPermitted, match="只能进行一次"):
        walk(case, ("extend", "2024-05-20", {"extend_days": 10, "reason": "仍然复杂"}))


def test_an_expired_decision_cannot_be_extended_and_stays_late(on_trial, walk, due, row):
    """Litigation law 45: no decision by 7 May, so fifteen days to sue until 22 May; the duty to decide goes on."""
    case = on_trial()
    for step in ("report_overdue", "sue_without_decision"):
        with pytest.raises(NotPermitted, match="期限尚未届满"):
            walk(case, (step, "2024-05-07"))
    with pytest.raises(NotPermitted, match="届满"):
        walk(case, ("extend", "2024-05-08", {"extend_days": 30, "reason": "情况复杂"}))
    assert case.next_due == date(2024, 5, 7)
    assert (row(case, "decision").open, read(case)[0].last["decision_overdue"]) == (True, date(2024, 5, 7))
    assert due(case, "suit_without_decision") == "2024-05-22"
    assert pulse(date(2024, 5, 20)).total == 0  # once
    walk(case, ("report_overdue", "2024-05-20"))
    pulse(date(2024, 5, 30))
    assert not row(case, "suit_without_decision").open
    walk(case, ("hear_opinions", "2024-06-01", {"record": "电话听取"}), ("decide", "2024-06-03", "REVOKE"))
    assert (row(case, "decision").met_on, row(case, "decision").due_on) == (date(2024, 6, 3), date(2024, 5, 7))
    assert case.next_due is None


def test_overdue_and_sued(on_trial, walk, due):
    """The complaint received on 27 May: fifteen days to answer the court end on 11 June (10 June is off)."""
    case = walk(on_trial(), ("sue_without_decision", "2024-05-22"), ("receive_complaint", "2024-05-27"))
    assert (facts_of(case).sued_on, due(case, "court_answer")) == (date(2024, 5, 22), "2024-06-11")
    walk(case, ("answer_court", "2024-06-11"))


def test_hearing_five_working_days_after_the_notice(on_trial, walk):
    """Article 51(1): notice on 1 April; 2, 3, 7, 8, 9 April."""
    case = on_trial()
    with pytest.raises(NotPermitted, match="尚未起算"):
        walk(case, ("hold_hearing", "2024-04-09"))
    with pytest.raises(NotPermitted, match="不是重大、疑难、复杂案件"):
        walk(case, ("notify_hearing", "2024-04-01"))
    walk(case, ("notify_optional_hearing", "2024-04-01"))
    assert case.next_due == date(2024, 5, 7)  # an earliest day is not a day to be late for
    with pytest.raises(NotPermitted, match="不得早于2024-04-09"):
        walk(case, ("hold_hearing", "2024-04-08"))
    walk(case, ("hold_hearing", "2024-04-09"))
    assert facts_of(case).heard


def test_major_cases_are_heard_and_the_committee_consulted(on_trial, walk):
    case = walk(on_trial(), HEARD, ("find_major", "2024-04-02"))
    with pytest.raises(NotPermitted, match="听证"):
        walk(case, ("decide", "2024-04-15", "REVOKE"))
    walk(case, ("notify_hearing", "2024-04-02"), ("hold_hearing", "2024-04-15"), ("consult", "2024-04-20"))
    walk(case, ("decide", "2024-04-25", "REVOKE"))


def test_no_decision_before_the_parties_are_heard(on_trial, walk):
    case = on_trial()
    with pytest.raises(NotPermitted, match="须先听取意见"):
        walk(case, ("decide", "2024-04-15", "MAINTAIN"))
    walk(case, ("note_unheard", "2024-04-15", {"reason": "电话无人接听"}), ("decide", "2024-04-16", "MAINTAIN"))


def test_execution_is_stayed_and_a_third_party_joins(on_trial, walk, officer, due):
    case = on_trial()
    with pytest.raises(NotAllowed):
        act(case, "stay_execution", by=officer, on=date(2024, 3, 21), data={"reason": "难以弥补的损失"})
    walk(case, ("stay_execution", "2024-03-21", {"reason": "难以弥补的损失"}), ("join_third_party", "2024-03-22"))
    assert (facts_of(case).stayed, due(case, "decision")) == (True, "2024-05-07")


def test_no_decision_before_the_copy_and_the_answer(apply, walk):
    """Articles 48 and 70: the copy of 12 March is to be answered by the 26th; from the 27th it counts as unanswered."""
    case = walk(apply("2024-03-04"), ("accept", "2024-03-08"), ("hear_opinions", "2024-03-11", {"record": "当面听取"}))
    with pytest.raises(NotPermitted, match="副本须已送达"):
        walk(case, ("decide", "2024-03-11", "MAINTAIN"))
    with pytest.raises(NotPermitted, match="副本尚未送达"):
        walk(case, ("answer", "2024-03-11"))
    walk(case, ("serve_copy", "2024-03-12"))
    with pytest.raises(NotPermitted, match="答复期限已届满"):
        walk(case, ("decide", "2024-03-26", "REVOKE"))
    walk(case, ("decide", "2024-03-27", "REVOKE"))
    assert read(case)[0].last["no_answer"] == date(2024, 3, 27)


def test_nor_in_the_simplified_procedure(apply, walk):
    """Article 54: the copy of 12 March is to be answered by the 19th."""
    case = walk(apply("2024-03-04", **SIMPLE), ("accept_simplified", "2024-03-08"))
    with pytest.raises(NotPermitted, match="副本须已送达"):
        walk(case, ("decide", "2024-03-08", "REVOKE"))
    walk(case, ("serve_copy_simplified", "2024-03-12"))
    with pytest.raises(NotPermitted, match="答复期限已届满"):
        walk(case, ("decide", "2024-03-19", "REVOKE"))
    walk(case, ("decide", "2024-03-20", "REVOKE"))


def test_answered_once_then_supplemented_with_consent(on_trial, walk):
    """Article 46(2)."""
    case = on_trial()
    with pytest.raises(NotPermitted, match="只能进行一次"):
        walk(case, ("answer", "2024-03-21"))
    walk(case, ("investigate", "2024-03-21"), ("supplement", "2024-03-22"), ("inspect_file", "2024-03-25"))


def test_a_hearing_is_owed_in_major_cases_alone(on_trial, walk):
    """Articles 50(1) and 51(2): the applicant who stays away without reason has waived it."""
    case = walk(on_trial(), HEARD, ("find_major", "2024-04-01"))
    with pytest.raises(NotPermitted, match="应当听证"):
        walk(case, ("notify_optional_hearing", "2024-04-01"))
    with pytest.raises(NotPermitted, match="尚未通知听证"):
        walk(case, ("waive_hearing", "2024-04-01", {"reason": "无正当理由拒不参加"}))
    walk(case, ("notify_hearing", "2024-04-01"), ("waive_hearing", "2024-04-10", {"reason": "无正当理由拒不参加"}))
    with pytest.raises(NotPermitted, match="听证已经举行"):
        walk(case, ("notify_hearing", "2024-04-11"))
    with pytest.raises(NotPermitted, match="请使用“提请行政复议委员会咨询”"):
        walk(case, ("consult_if_needed", "2024-04-11"))
    walk(case, ("consult", "2024-04-12"), ("decide", "2024-04-15", "REVOKE"))
    with pytest.raises(NotPermitted, match="只能在"):
        walk(case, ("consult", "2024-04-16"))


def test_technical_cases_go_to_the_committee(on_trial, walk):
    """Article 52(2)(2)."""
    case = walk(on_trial(), HEARD, ("find_professional", "2024-04-01"))
    with pytest.raises(NotPermitted, match="专业性、技术性较强的案件须"):
        walk(case, ("decide", "2024-04-15", "REVOKE"))
    walk(case, ("consult", "2024-04-12"), ("decide", "2024-04-15", "REVOKE"))


def test_a_suspension_names_its_cause_and_is_told_once(on_trial, walk):
    case = on_trial()
    with pytest.raises(NotPermitted, match="请选择中止原因"):
        walk(case, ("suspend", "2024-04-10"))
    walk(case, ("suspend", "2024-04-10", {"cause": "other_case"}), ("notify_suspension", "2024-04-11"))
    with pytest.raises(NotPermitted, match="已经书面告知"):
        walk(case, ("notify_suspension", "2024-04-12"))
    walk(
        case,
        ("resume", "2024-04-20"),
        ("suspend", "2024-04-22", {"cause": "other"}),
        ("notify_suspension", "2024-04-23"),
    )


def test_stayed_while_suspended_and_executed_again(on_trial, walk):
    """Article 42 speaks of the whole time of reconsideration."""
    case = walk(on_trial(), ("suspend", "2024-04-10", {"cause": "other_case"}))
    with pytest.raises(NotPermitted, match="没有停止执行"):
        walk(case, ("resume_execution", "2024-04-10", {"reason": "误"}))
    walk(case, ("stay_execution", "2024-04-11", {"ground": "asked", "reason": "房屋将被拆除"}))
    with pytest.raises(NotPermitted, match="已经停止执行"):
        walk(case, ("stay_execution", "2024-04-12", {"reason": "再次"}))
    walk(case, ("resume", "2024-04-15"), ("resume_execution", "2024-04-16", {"reason": "停止执行的原因消除"}))
    assert not facts_of(case).stayed


def test_an_extension_is_as_long_as_the_chief_makes_it(on_trial, walk, due, row):
    """Article 62(1): ten days from 7 May end on the 17th; six days of suspension then move it to the 23rd."""
    case = on_trial()
    for days in (0, 31):
        with pytest.raises(NotPermitted, match=f"延长不超过30日，现填{days}日"):
            walk(case, ("extend", "2024-05-06", {"extend_days": days, "reason": "情况复杂"}))
    walk(case, ("extend", "2024-05-06", {"extend_days": 10, "reason": "情况复杂"}))
    assert (due(case, "decision"), row(case, "decision").original_on) == ("2024-05-17", date(2024, 5, 7))
    walk(case, ("suspend", "2024-05-08", {"cause": "other_case"}), ("resume", "2024-05-14"))
    assert due(case, "decision") == "2024-05-23"
