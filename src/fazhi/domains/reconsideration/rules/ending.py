"""What follows: 行政复议法第三十四条、第七十三条至第七十九条、第八十五条至第八十六条, 行政诉讼法第四十五条、第六十七条."""

from fazhi.procedure import Situation

REFUSED = {"NOT_ACCEPTED", "DISMISSED"}
NOT_SUABLE = {"MEDIATED", "SETTLED", "CORRECTED", "WITHDRAWN"}
#: 第六十三条至第七十一条: what is a decision, and so is published and copied up; a mediation paper, a settlement, a
#: correction by the respondent and a termination are none
DECISIONS = {
    "VARY", "REVOKE", "REVOKE_PART", "UNLAWFUL_KEPT", "UNLAWFUL", "PERFORM", "INVALID", "MAINTAIN", "REJECTED", "LIABLE",
    "COMPENSATE",
}  # fmt: skip
TO_PERFORM = {"PERFORM", "LIABLE", "COMPENSATE"}
DEALT_WITH = ("perform", "remake", "enforce")


def was_refused(case: Situation) -> bool:
    """第三十四条：本件未不予受理，也未驳回申请"""
    return case.outcome in REFUSED


def not_refused(case: Situation) -> bool:
    """第七十五条：本件不予受理或者驳回申请，适用“送达不予受理（驳回申请）决定书”"""
    return not was_refused(case)


def was_decided(case: Situation) -> bool:
    """第六十三条至第七十一条：本件没有作出行政复议决定"""
    return case.outcome in DECISIONS


def sued_as_a_refusal(case: Situation) -> bool:
    """第三十四条：不是复议前置案件的不予受理、驳回申请"""
    return was_refused(case) and bool(case.facts.get("must_come_first"))


def sued_as_a_decision(case: Situation) -> bool:
    """行政诉讼法第四十五条：调解、撤回结案的，或者依行政复议法第三十四条起诉的"""
    return case.outcome not in NOT_SUABLE and not sued_as_a_refusal(case)


def suable(case: Situation) -> bool:
    """行政诉讼法第四十五条：以调解、撤回结案，不能再就复议结果起诉；或者已经起诉"""
    return case.outcome not in NOT_SUABLE and not case.done("sue")


def was_sued(case: Situation) -> bool:
    """行政诉讼法第六十七条：本件没有起诉记录"""
    return case.done("sue", "sue_without_decision")


def complaint_unanswered(case: Situation) -> bool:
    """行政诉讼法第六十七条：没有收到起诉状副本的记录，或者已经提交答辩状"""
    received, replied = case.last.get("receive_complaint"), case.last.get("answer_court")
    return received is not None and (replied is None or replied < received)


def remake_ordered(case: Situation) -> bool:
    """行政复议法第六十四条第一款：决定没有责令被申请人重新作出行政行为"""
    return bool(case.facts.get("remake_ordered"))


def to_be_remade(case: Situation) -> bool:
    """行政复议法第六十四条第一款：决定没有责令被申请人重新作出行政行为，或者已经重新作出"""
    return remake_ordered(case) and not case.done("remake")


def has_to_be_performed(case: Situation) -> bool:
    """第七十七条第一款：本件没有决定书、调解书"""
    return case.outcome in DECISIONS | {"MEDIATED"}


def to_be_performed(case: Situation) -> bool:
    """第七十七条第一款：没有需要履行的决定、调解书，或者已经履行"""
    return has_to_be_performed(case) and not case.done("perform")


def unperformed(case: Situation) -> bool:
    """第七十七条第二款：没有需要履行的决定、调解书、意见书，或者已经履行"""
    owes = has_to_be_performed(case) and not case.done("perform", "remake")
    return owes or opinion_unreported(case)


def enforceable(case: Situation) -> bool:
    """第七十八条：没有可以强制执行的决定书、调解书，或者起诉期限尚未届满、已经起诉"""
    return case.outcome == "MEDIATED" or (was_decided(case) and case.done("no_suit"))


def opinion_unreported(case: Situation) -> bool:
    """第七十六条：尚未制发行政复议意见书，或者纠正情况已经报送"""
    return case.done("issue_opinion") and not case.done("report_correction")


def against_own_department(case: Situation) -> bool:
    """第七十九条第二款：被申请人不是本级政府工作部门"""
    return bool(case.facts.get("against_department"))


def decision_copied_up(case: Situation) -> bool:
    """第七十九条第二款：被申请人不是本级政府工作部门，或者本件没有作出行政复议决定，不需要抄告"""
    return against_own_department(case) and was_decided(case)


def opinion_copied_up(case: Situation) -> bool:
    """第七十九条第二款：被申请人不是本级政府工作部门，或者本件没有制发意见书，不需要抄告"""
    return against_own_department(case) and case.done("issue_opinion")


def to_be_published(case: Situation) -> bool:
    """第七十九条第一款：本件没有行政复议决定书，或者已经公开、已经记录不予公开"""
    return was_decided(case) and not case.done("publish", "withhold")


def clue_found(case: Situation) -> bool:
    """第八十五条、第八十六条：没有登记违法事实或者职务违法犯罪线索，或者已经移送"""
    found, sent = case.last.get("find_clue"), case.last.get("transfer_clue")
    return found is not None and (sent is None or sent < found)


def nothing_outstanding(case: Situation) -> bool:
    """第七十五条至第七十九条、第八十六条：尚有应办事项，包括责令重作未完成、决定尚未履行、意见书的纠正情况未报送、决定书或者意见书未抄告、决定书未公开、线索未移送、起诉期限未满或者答辩状未提交"""
    return not (
        _unremade(case)
        or _still_owed(case)
        or opinion_unreported(case)
        or (decision_copied_up(case) and not case.done("copy_up"))
        or (opinion_copied_up(case) and not case.done("copy_opinion_up"))
        or to_be_published(case)
        or clue_found(case)
        or _may_yet_be_sued(case)
        or complaint_unanswered(case)
    )


def _unremade(case: Situation) -> bool:
    return remake_ordered(case) and not case.done("remake", "enforce")


def _still_owed(case: Situation) -> bool:
    """What a decision or an order gave a day for, or can only be performed."""
    ordered = case.outcome in TO_PERFORM or bool(case.facts.get("damages_ordered")) or case.done("order_performance")
    named = bool(case.answers.get("perform_by"))
    return (ordered or named) and not case.done(*DEALT_WITH)


def _may_yet_be_sued(case: Situation) -> bool:
    return suable(case) and not case.done("no_suit", "no_suit_after_refusal")
