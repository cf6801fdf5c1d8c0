"""What is asked before a step of a suggestion may be taken. The first line of each docstring is what the person reads."""

from fazhi.procedure import Situation

CONSIDERED = {"ADOPTED", "PARTLY", "NOT_ADOPTED"}


def reason_given(case: Situation) -> bool:
    """还没有写明采纳、部分采纳或者不予采纳的理由"""
    return bool(str(case.answers.get("reason") or "").strip())


def considered(case: Situation) -> bool:
    """起草单位还没有提出研究意见"""
    return case.outcome in CONSIDERED
