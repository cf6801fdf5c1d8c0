"""Worked penalty cases: each path of 行政处罚法 (2021) as an enforcement officer would tell it, with its dates."""

from datetime import date

import pytest

from fazhi.casework.api import NotPermitted, act, facts_of

FINE = {"penalty": "fine", "fine": 500_000}
LESSON = {"list_item": "QF-SJ-01", "education": "已当面教育"}


def test_an_ordinary_penalty_from_filing_to_closing(find, walk, due):
    case = walk(find(), ("file", "2024-03-05"))
    assert due(case, "decision") == date(2024, 6, 3)  # 90 days from filing
    walk(case, ("tell", "2024-03-20"), ("decide", "2024-04-01", "PUNISHED", FINE))
    assert (case.state, case.outcome, case.concluded_on) == ("decided", "PUNISHED", date(2024, 4, 1))
    # 4 and 5 April are the festival; 7 April, a Sunday, is worked
    assert due(case, "service") == date(2024, 4, 11)
    walk(case, ("serve", "2024-04-03"))
    assert due(case, "publication") == date(2024, 4, 11)
    assert due(case, "payment") == date(2024, 4, 18)
    walk(case, ("publish", "2024-04-08"), ("pay", "2024-04-12"), ("close", "2024-04-15"))
    assert (case.state, case.closed_on) == ("closed", date(2024, 4, 15))
    facts = facts_of(case)
    assert (facts.fine, facts.told_on, facts.served_on, facts.paid_on) == (
        500_000,
        date(2024, 3, 20),
        date(2024, 4, 3),
        date(2024, 4, 12),
    )


def test_a_minor_breach_is_spared_and_the_party_taught(find, walk, due):
    case = walk(find(), ("file", "2024-03-05"), ("exempt", "2024-03-08", "EXEMPT_MINOR", LESSON))
    assert facts_of(case).educated and facts_of(case).list_item == "QF-SJ-01"
    walk(case, ("deliver", "2024-03-11"))
    assert due(case, "payment") is None and due(case, "publication") is None
    with pytest.raises(NotPermitted, match="不需要公开"):
        walk(case, ("publish", "2024-03-12"))
    walk(case, ("close", "2024-03-12"))
    assert (case.state, case.outcome) == ("closed", "EXEMPT_MINOR")


def test_no_penalty_without_telling_the_party(find, walk):
    case = walk(find(), ("file", "2024-03-05"))
    with pytest.raises(NotPermitted, match="已告知待决定"):
        walk(case, ("decide", "2024-03-20", "PUNISHED", FINE))


def test_a_large_penalty_is_heard_and_checked_first(find, walk, due):
    case = walk(find(large=True), ("file", "2024-03-05"))
    with pytest.raises(NotPermitted, match="听证权利"):
        walk(case, ("tell", "2024-03-11"))
    walk(case, ("tell_hearing", "2024-03-11"))
    assert due(case, "hearing_request") == date(2024, 3, 18)
    with pytest.raises(NotPermitted, match="听证权利未处理完毕"):
        walk(case, ("decide", "2024-03-12", "PUNISHED", FINE))
    walk(case, ("ask_hearing", "2024-03-13"))
    with pytest.raises(NotPermitted, match="举行听证"):
        walk(case, ("hold_hearing", "2024-03-28"))
    walk(case, ("notify_hearing", "2024-03-14"))
    with pytest.raises(NotPermitted, match="不得早于2024-03-2"):
        walk(case, ("hold_hearing", "2024-03-21"))
    walk(case, ("hold_hearing", "2024-03-28"))
    assert case.state == "told" and due(case, "decision") == date(2024, 6, 3)
    with pytest.raises(NotPermitted, match="法制审核"):
        walk(case, ("decide", "2024-03-29", "PUNISHED", FINE))
    walk(case, ("review", "2024-04-01"), ("decide", "2024-04-02", "MITIGATED", FINE))
    assert facts_of(case).heard and facts_of(case).reviewed_on == date(2024, 4, 1)


def test_a_hearing_not_asked_for_in_five_days_is_waived(find, walk, due):
    case = walk(find(large=True), ("file", "2024-03-05"), ("tell_hearing", "2024-03-11"))
    with pytest.raises(NotPermitted):
        walk(case, ("decide", "2024-03-18", "PUNISHED", FINE))
    walk(case, ("decide", "2024-03-19", "PUNISHED", FINE))
    assert (case.state, case.outcome) == ("decided", "PUNISHED")


def test_an_early_review_does_not_stand_for_one_after_the_hearing(find, walk):
    case = walk(find(large=True), ("file", "2024-03-05"), ("review", "2024-03-08"), ("tell_hearing", "2024-03-11"))
    walk(case, ("ask_hearing", "2024-03-12"), ("notify_hearing", "2024-03-13"), ("hold_hearing", "2024-03-26"))
    with pytest.raises(NotPermitted, match="法制审核"):
        walk(case, ("decide", "2024-03-27", "PUNISHED", FINE))


@pytest.mark.parametrize(
    ("kind", "fine", "allowed"),
    [
        ("person", 20_000, True),
        ("person", 20_100, False),
        ("legal", 300_000, True),
        ("legal", 300_100, False),
        ("legal", 0, False),
    ],
)
def test_how_much_may_be_fined_on_the_spot(find, walk, kind, fine, allowed):
    """第五十一条: 200 yuan for a citizen, 3,000 for a body, to the last fen."""
    case = find(party_kind=kind)
    if not allowed:
        with pytest.raises(NotPermitted, match="二百元"):
            walk(case, ("fine_on_the_spot", "2024-03-04", "PUNISHED", {"fine": fine}))
        return
    walk(
        case,
        ("fine_on_the_spot", "2024-03-04", "LIGHTER", {"fine": fine}),
        ("pay", "2024-03-04"),
        ("close", "2024-03-05"),
    )
    assert (case.outcome, facts_of(case).track) == ("LIGHTER", "on_the_spot")


def test_a_warning_on_the_spot_needs_no_payment(find, walk, due):
    case = walk(find(), ("warn_on_the_spot", "2024-03-04"))
    assert due(case, "payment") is None
    walk(case, ("close", "2024-03-05"))
    assert case.outcome == "PUNISHED"


@pytest.mark.parametrize(
    ("violated", "grave", "barred"),
    [
        ("2022-03-04", False, False),
        ("2022-03-03", False, True),
        ("2019-03-04", True, False),
        ("2019-03-03", True, True),
    ],
)
def test_the_time_for_punishing(find, walk, violated, grave, barred):
    """第三十六条: two years, or five where life, health or finance is harmed; the last day still counts."""
    case = find(date(2024, 3, 4), violated_on=date.fromisoformat(violated), life_or_finance=grave)
    lawful, unlawful = ("find_barred", "file") if barred else ("file", "find_barred")
    with pytest.raises(NotPermitted, match="追责时效"):
        walk(case, (unlawful, "2024-03-05"))
    walk(case, (lawful, "2024-03-05"))
    assert case.outcome == ("TIME_BARRED" if barred else "")


def test_a_fine_not_paid_is_enforced(find, walk, due, inspector):
    case = walk(
        find(),
        ("file", "2024-03-05"),
        ("tell", "2024-03-06"),
        ("decide", "2024-03-11", "PUNISHED", FINE),
        ("serve", "2024-03-11"),
    )
    assert due(case, "payment") == date(2024, 3, 26)
    for step in ("close", "add_surcharge", "apply_to_court"):
        with pytest.raises(NotPermitted):
            act(case, step, by=inspector, on=date(2024, 3, 26))
    walk(case, ("add_surcharge", "2024-03-27"), ("apply_to_court", "2024-10-08"), ("close", "2024-10-09"))
    assert case.state == "closed"


def test_a_deferred_fine_has_the_day_that_was_granted(find, walk, due, inspector):
    case = walk(
        find(),
        ("file", "2024-03-05"),
        ("tell", "2024-03-06"),
        ("decide", "2024-03-11", "PUNISHED", FINE),
        ("serve", "2024-03-11"),
    )
    walk(case, ("defer", "2024-03-20", {"pay_by": date(2024, 6, 28)}))
    assert due(case, "deferred_payment") == date(2024, 6, 28)
    with pytest.raises(NotPermitted, match="尚未届满"):
        act(case, "add_surcharge", by=inspector, on=date(2024, 6, 28))
    walk(case, ("pay", "2024-06-28"), ("close", "2024-07-01"))
    assert case.closed_on == date(2024, 7, 1)


def test_other_ends(find, walk):
    declined = walk(find(), ("decline", "2024-03-06", {"reason": "经核查无违法事实"}))
    moved = walk(find(), ("file", "2024-03-05"), ("transfer", "2024-04-01", {"reason": "涉案金额达到追诉标准"}))
    nothing = walk(
        find(),
        ("file", "2024-03-05"),
        ("find_nothing", "2024-04-01", {"reason": "证据不足"}),
        ("deliver", "2024-04-02"),
    )
    assert [each.outcome for each in (declined, moved, nothing)] == ["NOT_FILED", "TRANSFERRED", "NOT_ESTABLISHED"]
    assert [each.state for each in (declined, moved, nothing)] == ["closed", "closed", "served"]


def test_evidence_kept_is_dealt_with_in_seven_working_days(find, walk, due):
    case = walk(find(), ("file", "2024-03-05"), ("preserve", "2024-03-06"))
    assert due(case, "preservation") == date(2024, 3, 15)
    walk(case, ("release", "2024-03-12", {"handling": "退还"}))
    assert case.deadlines.get(limit="preservation").met_on == date(2024, 3, 12)


def test_a_stranger_may_not_act(find, stranger):
    with pytest.raises(Exception, match="没有这一授权"):
        act(find(), "file", by=stranger, on=date(2024, 3, 5))
