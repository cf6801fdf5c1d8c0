"""Normative documents under review beside a case that waits: articles 39(1)(9) and 56-60, with their dates."""

from datetime import date

import pytest

from fazhi.casework.api import Case, NotPermitted, facts_of, retract


def ask(walk, case: Case) -> Case:
    walk(case, ("request_annex_review", "2024-03-20", {"document": "镇江市停车管理办法实施细则"}))
    return case.children.get()


def test_the_case_waits_for_the_review(on_trial, walk, due):
    """Notice to the maker in three working days (21, 22, 25), the document handled in thirty days."""
    child = ask(walk, on_trial)
    assert (on_trial.state, child.procedure, child.received_on) == ("suspended", "annex_review", date(2024, 3, 20))
    assert facts_of(child).document == "镇江市停车管理办法实施细则"
    assert facts_of(on_trial).cause == "annex"
    assert (due(child, "notice"), due(child, "handling"), due(child, "forwarding")) == (
        "2024-03-25",
        "2024-04-19",
        "2024-03-29",
    )
    with pytest.raises(NotPermitted, match="附带审查尚未办结"):
        walk(on_trial, ("resume", "2024-03-25"))
    walk(child, ("notify", "2024-03-22"), ("take_up", "2024-03-25"))
    assert due(child, "reply") == "2024-04-08"  # 25-29 March, 1-3 April, Sunday the 7th (worked), the 8th
    assert list(child.deadlines.filter(open=True).values_list("limit", flat=True)) == ["handling", "reply"]
    walk(child, ("explain", "2024-04-08"), ("handle", "2024-04-12", "LAWFUL", {"finding": "相关条款合法"}))
    assert (child.state, child.outcome, child.closed_on) == ("closed", "LAWFUL", date(2024, 4, 12))
    walk(on_trial, ("resume", "2024-04-15"))
    # 20 March to 14 April, 26 days, do not count: 7 May becomes Sunday 2 June, so the 3rd
    assert (on_trial.state, due(on_trial, "decision")) == ("ordinary", "2024-06-03")


def test_forwarded_to_whoever_has_the_power(on_trial, walk, due):
    """Articles 56 and 60: forwarded on the seventh working day, answered within sixty days."""
    child = walk(ask(walk, on_trial), ("forward", "2024-03-29"))
    assert (child.state, due(child, "transferee_reply")) == ("with_transferee", "2024-05-28")
    assert not child.deadlines.filter(limit="handling", open=True).exists()
    walk(child, ("receive", "2024-05-27", {"finding": "建议修改第八条"}))
    walk(on_trial, ("resume", "2024-05-28"))
    assert (child.outcome, on_trial.state) == ("ANSWERED", "ordinary")


def test_a_late_forwarding_shows_as_late(on_trial, walk):
    child = walk(ask(walk, on_trial), ("forward", "2024-04-08"))
    row = child.deadlines.get(limit="forwarding")
    assert (row.met_on, row.due_on) == (date(2024, 4, 8), date(2024, 3, 29))


def test_the_organ_doubts_the_basis_itself(on_trial, walk, due):
    """Article 57, and the maker is heard as well (58)."""
    walk(on_trial, ("find_basis_unlawful", "2024-03-20", {"document": "某办法"}))
    child = on_trial.children.get()
    assert (child.procedure, child.number) == ("basis_review", "〔2024〕据审第1号")
    walk(child, ("take_up", "2024-03-20"), ("notify", "2024-03-25"))
    assert (due(child, "handling"), due(child, "reply")) == ("2024-04-19", "2024-04-09")
    walk(child, ("handle", "2024-04-19", "STOPPED", {"finding": "超越上位法规定，停止执行"}))
    walk(on_trial, ("resume", "2024-04-22"))
    assert (child.outcome, on_trial.state) == ("STOPPED", "ordinary")


def test_two_reviews_and_the_case_waits_for_both(on_trial, walk):
    first = walk(
        ask(walk, on_trial), ("take_up", "2024-03-21"), ("handle", "2024-04-01", "LAWFUL", {"finding": "合法"})
    )
    walk(on_trial, ("resume", "2024-04-02"), ("find_basis_unlawful", "2024-04-03", {"document": "另一办法"}))
    second = on_trial.children.exclude(pk=first.pk).get()
    with pytest.raises(NotPermitted):
        walk(on_trial, ("resume", "2024-04-08"))
    walk(second, ("handle", "2024-04-09", "LAWFUL", {"finding": "合法"}))
    walk(on_trial, ("resume", "2024-04-10"))
    assert on_trial.state == "ordinary"


def test_a_step_that_opened_a_case_is_not_taken_back(on_trial, walk, everyone):
    ask(walk, on_trial)
    with pytest.raises(NotPermitted, match="另立一案"):
        retract(on_trial, "误点", by=everyone)
