"""What the law asks before a step of reconsideration may be taken. Each docstring opens with its article."""

from datetime import date

from fazhi.law import clock
from fazhi.procedure import Situation
from fazhi.procedure.periods import due_of

#: 行政复议法第五十三条第一款: 可以适用简易程序的四类案件
SIMPLE_KINDS = {"on_the_spot", "warning", "small_amount", "disclosure"}
REFUSED = {"NOT_ACCEPTED", "DISMISSED"}
SETTLED = {"MEDIATED", "SETTLED", "CORRECTED", "WITHDRAWN"}
OPENED_BY_WHOM = ("hear_opinions", "hold_hearing", "note_unheard")


def last_day_to_apply(known_on: date) -> date:
    """行政复议法第二十条第一款: sixty days from the day the applicant knew of the act."""
    due = due_of(clock("RC-APPLY"), known_on)
    assert isinstance(due.on, date)
    return due.on


def applied_in_time(case: Situation) -> bool:
    """第三十条第一款第四项：申请已超过法定申请期限，且没有登记不可抗力等正当理由"""
    known = case.facts.get("known_on")
    applied = case.facts.get("applied_on")
    if known is None or applied is None or case.facts.get("delay_excused"):
        return True
    return bool(applied <= last_day_to_apply(known))


def simple_enough(case: Situation) -> bool:
    """第五十三条：不属于可以适用简易程序的四类案件，当事人各方也未同意适用简易程序"""
    return case.facts.get("simple_ground") in SIMPLE_KINDS or bool(case.facts.get("all_agree_simple"))


def opinions_heard(case: Situation) -> bool:
    """第四十九条：适用普通程序尚未听取当事人意见（因当事人原因不能听取的，先记录原因）"""
    return case.state == "simplified" or case.done(*OPENED_BY_WHOM)


def ready_to_decide(case: Situation) -> bool:
    """第四十九条至第五十二条：普通程序须先听取意见，重大、疑难、复杂案件须先听证并提请行政复议委员会咨询"""
    if case.facts.get("major") and not (case.done("hold_hearing") and case.done("consult")):
        return False
    return opinions_heard(case)


def copy_not_served(case: Situation) -> bool:
    """第四十八条、第五十四条：申请书副本已经送达被申请人"""
    return not copy_served(case)


def copy_served(case: Situation) -> bool:
    """第五十一条第一款：申请书副本尚未送达被申请人"""
    return case.done("serve_copy", "serve_copy_simplified")


def answer_awaited(case: Situation) -> bool:
    """第四十八条：申请书副本尚未送达，或者被申请人已经答复、期限已经届满"""
    return copy_served(case) and not case.done("answer", "no_answer", "no_answer_simplified")


def in_appraisal(case: Situation) -> bool:
    """实施条例第三十七条：没有正在进行的鉴定、勘验"""
    return case.state == "appraising"


def waits_for_a_successor(case: Situation) -> bool:
    """第四十一条第五项：中止原因不是第三十九条第一款第一、二、四项"""
    return case.facts.get("cause") in {"death", "incapacity", "dissolved"}


def children_closed(case: Situation) -> bool:
    """第三十九条第二款：附带审查尚未办结，中止原因没有消除"""
    return all(child.closed for child in case.children)


def decision_overdue(case: Situation) -> bool:
    """第三十五条、行政诉讼法第四十五条：行政复议期限尚未届满"""
    return case.done("decision_overdue", "decision_overdue_simplified")


def was_refused(case: Situation) -> bool:
    """第三十四条：本件未不予受理，也未驳回申请"""
    return case.outcome in REFUSED


def was_decided(case: Situation) -> bool:
    """第七十五条：本件不予受理或者驳回申请，适用“送达不予受理（驳回申请）决定书”"""
    return not was_refused(case)


def was_concluded(case: Situation) -> bool:
    """2017年第三十一条第三款：尚未作出可以送达的决定"""
    return case.outcome is not None


def sued_as_a_refusal(case: Situation) -> bool:
    """第三十四条：不是复议前置案件的不予受理、驳回申请"""
    return was_refused(case) and bool(case.facts.get("must_come_first"))


def sued_as_a_decision(case: Situation) -> bool:
    """行政诉讼法第四十五条：调解、撤回结案的，或者依第三十四条起诉的"""
    return case.outcome not in SETTLED and not sued_as_a_refusal(case)


def suable(case: Situation) -> bool:
    """行政诉讼法第四十五条：以调解、撤回结案，不能再就复议结果起诉"""
    return case.outcome not in SETTLED


def was_sued(case: Situation) -> bool:
    """行政诉讼法第六十七条：本件没有起诉记录"""
    return case.done("sue", "sue_without_decision")


def remake_ordered(case: Situation) -> bool:
    """第六十四条第一款：决定没有责令被申请人重新作出行政行为"""
    return bool(case.facts.get("remake_ordered"))


def opinion_issued(case: Situation) -> bool:
    """第七十六条：尚未制发行政复议意见书"""
    return case.done("issue_opinion")


def copied_up(case: Situation) -> bool:
    """第七十九条第二款：被申请人不是本级政府工作部门，或者本件既未作出决定也未制发意见书，不需要抄告"""
    decided = was_decided(case) and case.outcome not in {"WITHDRAWN", "TERMINATED"}
    return bool(case.facts.get("against_department")) and (decided or case.done("issue_opinion"))


def nothing_outstanding(case: Situation) -> bool:
    """第七十六条、第七十七条：尚有责令重作未完成或者意见书的纠正情况未报送"""
    remade = not case.facts.get("remake_ordered") or case.done("remake", "enforce")
    reported = not case.done("issue_opinion") or case.done("report_correction")
    return remade and reported
