"""From the application to acceptance: articles 20, 30, 31, 34 and regulation 30, each path with its dates.

Working days of 2024 that matter: 4 February, 18 February, 7 April, 28 April and 11 May are worked; 10-17 February,
4-6 April and 1-5 May are off.
"""

from datetime import date

import pytest

from fazhi.casework.api import NotPermitted, act, facts_of, pulse, read


def test_accepted_within_five_working_days(apply, walk, due):
    """Monday 4 March: 5, 6, 7, 8, 11. Acceptance on the 8th starts seven working days for the copy and sixty days."""
    case = apply("2024-03-04")
    assert (case.state, due(case, "acceptance"), due(case, "correction_notice")) == (
        "received",
        "2024-03-11",
        "2024-03-11",
    )
    assert case.next_due == date(2024, 3, 11)
    walk(case, ("accept", "2024-03-08"))
    assert (due(case, "copy"), due(case, "decision")) == ("2024-03-19", "2024-05-07")
    assert case.next_due == date(2024, 3, 19)
    assert not case.deadlines.filter(limit__endswith="simplified").exists()
    assert not case.deadlines.filter(limit__in=["acceptance", "correction_notice"], open=True).exists()


def test_no_refusal_within_five_days_is_acceptance(apply, organ, due):
    """Article 30(3), over Spring Festival: 8, 9, 18 (a worked Sunday), 19 and 20 February."""
    case = apply("2024-02-07")
    with pytest.raises(NotPermitted, match="不予受理"):
        act(case, "refuse", by=organ, on=date(2024, 2, 23), data={"ground": "scope", "reason": "不属于复议范围"})
    assert case.state == "ordinary"
    assert facts_of(case).accepted_on == date(2024, 2, 20) == case.deadlines.get(limit="acceptance").due_on
    assert [entry.kind for entry in read(case)[1]] == ["reconsideration.opened", "reconsideration.deem_accepted"]
    # copy: 21, 22, 23, 26, 27, 28, 29 February; sixty days end on Saturday 20 April
    assert (due(case, "copy"), due(case, "decision")) == ("2024-02-29", "2024-04-22")


def test_refusal_on_the_last_day_is_in_time(apply, walk):
    refusal = {"ground": "time", "reason": "超过法定申请期限"}
    case = walk(apply("2024-02-07"), ("refuse", "2024-02-20", refusal))
    assert (case.state, case.outcome) == ("concluded", "NOT_ACCEPTED")


def test_correction_is_asked_once_and_starts_the_review_anew(apply, walk, due):
    """Tomb-sweeping 4-6 April; Sunday 7 April is worked. The ten days run from receipt of the notice."""
    case = apply("2024-04-01")
    assert due(case, "correction_notice") == "2024-04-09"  # 2, 3, 7, 8, 9
    walk(case, ("require_correction", "2024-04-03", {"missing": "身份证明"}))
    assert (case.state, due(case, "correction")) == ("correcting", None)  # not before it is received
    assert case.deadlines.get(limit="acceptance", open=True).paused
    assert case.deadlines.get(limit="correction_notice").met_on == date(2024, 4, 3)
    walk(case, ("deliver_correction", "2024-04-08"))
    assert due(case, "correction") == "2024-04-22"  # 9-12, 15-19, 22
    walk(case, ("correct", "2024-04-19"))
    assert (case.state, due(case, "acceptance")) == ("received", "2024-04-26")  # 22-26
    with pytest.raises(NotPermitted, match="只能进行一次"):
        walk(case, ("require_correction", "2024-04-22", {"missing": "又一份材料"}))
    assert not case.deadlines.filter(limit="correction_notice", open=True).exists()
    walk(case, ("accept", "2024-04-26"))
    assert facts_of(case).corrections == 1


def test_no_correction_is_abandonment(apply, walk):
    """Article 31(2), received on the day by electronic service (civil procedure 90): the tenth working day is 18 April."""
    told = {"missing": "身份证明", "served_electronically": True}
    case = walk(apply("2024-04-01"), ("require_correction", "2024-04-03", told))
    pulse(date(2024, 4, 18))
    case.refresh_from_db()
    assert case.state == "correcting"
    pulse(date(2024, 4, 19))
    case.refresh_from_db()
    assert (case.state, case.outcome, case.closed_on) == ("archived", "ABANDONED", date(2024, 4, 19))


def test_correction_may_be_given_longer(apply, walk, row, due):
    """Article 31(2): the organ names the day; it must be later than the law's, and is named once."""
    told = {"missing": "身份证明", "served_electronically": True}
    case = walk(apply("2024-04-01"), ("require_correction", "2024-04-03", told))
    longer = {"reason": "申请人住院", "correct_by": "2024-04-30"}
    with pytest.raises(NotPermitted, match="不晚于原期限"):
        walk(case, ("extend_correction", "2024-04-10", {**longer, "correct_by": "2024-04-18"}))
    walk(case, ("extend_correction", "2024-04-10", longer))
    assert due(case, "correction") == "2024-04-30"
    assert row(case, "correction").original_on == date(2024, 4, 18)
    with pytest.raises(NotPermitted, match="已延长1次"):
        walk(case, ("extend_correction", "2024-04-20", {**longer, "correct_by": "2024-05-20"}))
    walk(case, ("correct", "2024-04-28"))
    assert due(case, "acceptance") == "2024-05-08"  # 29, 30 April, 6, 7, 8 May


def test_jurisdiction_is_negotiated_outside_the_time(apply, walk, due):
    """Regulation 30: ten days to agree, ten to designate. 4 June is the first day that does not count, 21 June counts."""
    case = walk(apply("2024-06-03"), ("negotiate", "2024-06-04"))
    assert (due(case, "jurisdiction"), due(case, "acceptance")) == ("2024-06-14", None)
    walk(case, ("ask_designation", "2024-06-14"))
    assert due(case, "jurisdiction") == "2024-06-24"
    walk(case, ("settle_jurisdiction", "2024-06-21"))
    assert case.state == "received"
    assert due(case, "acceptance") == due(case, "correction_notice") == "2024-06-27"  # 21, 24, 25, 26, 27


@pytest.mark.parametrize(("first", "limit"), [(True, "suit_after_refusal"), (False, "suit")])
def test_refused_and_served(apply, walk, due, row, first, limit):
    """Article 34 where reconsideration must come first, otherwise litigation law 45: fifteen days from 13 May."""
    case = walk(
        apply("2024-05-06", must_come_first=first),
        ("refuse", "2024-05-10", {"ground": "scope", "reason": "不属于复议范围"}),
    )
    assert (case.concluded_on, case.closed_on) == (date(2024, 5, 10), None)
    with pytest.raises(NotPermitted, match="送达不予受理"):
        walk(case, ("serve", "2024-05-13"))
    walk(case, ("serve_refusal", "2024-05-13"))
    assert due(case, limit) == "2024-05-28"
    assert case.deadlines.filter(limit__startswith="suit").count() == 1
    assert not case.deadlines.filter(limit__in=["copying_up", "publishing", "remaking"]).exists()
    walk(case, ("archive", "2024-06-03"))
    assert (row(case, limit).open, case.closed_on, case.concluded_on) == (False, date(2024, 6, 3), date(2024, 5, 10))
    assert read(case)[0].last[f"no_suit{'_after_refusal' if first else ''}"] == date(2024, 5, 29)


def test_late_applications_are_not_accepted_unless_excused(apply, walk):
    """Article 20(1): known on 4 January 2024, sixty days end on Monday 4 March."""
    in_time = apply("2024-03-04", known_on=date(2024, 1, 4))
    walk(in_time, ("accept", "2024-03-05"))
    late = apply("2024-03-05", known_on=date(2024, 1, 4))
    with pytest.raises(NotPermitted, match="超过法定申请期限"):
        walk(late, ("accept", "2024-03-06"))
    excused = apply("2024-03-05", known_on=date(2024, 1, 4), delay_excused=True)
    walk(excused, ("accept", "2024-03-06"))


def test_withdrawn_before_acceptance(apply, walk):
    case = walk(apply("2024-03-04"), ("withdraw_before_acceptance", "2024-03-06"))
    assert (case.state, case.outcome, case.concluded_on, case.next_due) == (
        "archived",
        "WITHDRAWN",
        date(2024, 3, 6),
        None,
    )
    assert not case.deadlines.filter(open=True).exists()


def test_nothing_is_abandoned_before_the_notice_is_received(apply, walk, due):
    """Article 31(2): posted on 3 April, received on 12 April; 15-19 and 22-26 April, so abandoned on the 27th."""
    case = walk(apply("2024-04-01"), ("require_correction", "2024-04-03", {"missing": "身份证明"}))
    pulse(date(2024, 6, 3))
    case.refresh_from_db()
    assert (case.state, due(case, "correction")) == ("correcting", None)
    walk(case, ("deliver_correction", "2024-04-12"))
    pulse(date(2024, 4, 27))
    case.refresh_from_db()
    assert (case.outcome, case.closed_on) == ("ABANDONED", date(2024, 4, 27))
