"""Worked suggestions, with their dates."""

from datetime import date

import pytest

from fazhi.casework.api import BadAnswers, NotPermitted, act, facts_of


def due(case, limit: str) -> date | None:
    return case.deadlines.filter(limit=limit).order_by("-run").values_list("due_on", flat=True).first()


def test_adopted_in_part_and_told(suggest, staff):
    case = suggest(date(2024, 3, 4))
    # 信访工作条例第二十二条、第二十三条第二款: fifteen days each
    assert (due(case, "forwarding"), due(case, "receipt")) == (date(2024, 3, 19), date(2024, 3, 19))
    act(case, "acknowledge", by=staff, on=date(2024, 3, 5))
    act(case, "forward", by=staff, on=date(2024, 3, 11))
    with pytest.raises(NotPermitted, match="待反馈建议人"):
        act(case, "tell", by=staff, on=date(2024, 3, 12))
    with pytest.raises((BadAnswers, NotPermitted), match="理由"):
        act(case, "decide", by=staff, on=date(2024, 4, 1), outcome="PARTLY", data={"reason": "  "})
    act(case, "decide", by=staff, on=date(2024, 4, 1), outcome="PARTLY", data={"reason": "巡河频次由配套文件规定"})
    act(case, "tell", by=staff, on=date(2024, 4, 8))
    facts = facts_of(case)
    assert (case.state, case.outcome) == ("closed", "PARTLY")
    assert (facts.forwarded_on, facts.decided_on, facts.told_on) == (
        date(2024, 3, 11),
        date(2024, 4, 1),
        date(2024, 4, 8),
    )


def test_joined_to_another(suggest, staff):
    case = suggest(date(2024, 3, 4))
    act(case, "join", by=staff, on=date(2024, 3, 6), outcome="DUPLICATE", data={"same_as": "RMJY2024-001"})
    assert (case.state, case.outcome) == ("closed", "DUPLICATE")


def test_redirected_or_withdrawn(suggest, staff):
    elsewhere = suggest(date(2024, 3, 4))
    act(elsewhere, "redirect", by=staff, on=date(2024, 3, 6), outcome="ELSEWHERE", data={"to": "市12345热线"})
    withdrawn = suggest(date(2024, 3, 4))
    act(withdrawn, "forward", by=staff, on=date(2024, 3, 6))
    act(withdrawn, "withdraw", by=staff, on=date(2024, 3, 7), outcome="WITHDRAWN")
    assert (elsewhere.outcome, withdrawn.outcome) == ("ELSEWHERE", "WITHDRAWN")
    with pytest.raises(NotPermitted, match="已办结"):
        act(withdrawn, "decide", by=staff, on=date(2024, 3, 8), outcome="ADOPTED", data={"reason": "采纳"})
