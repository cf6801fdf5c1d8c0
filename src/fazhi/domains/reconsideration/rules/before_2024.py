"""What 行政复议法 (2017) and the 实施条例 ask of a case received before 2024."""

from datetime import date

from fazhi.domains.reconsideration.rules import ending, trying
from fazhi.domains.reconsideration.rules.applying import Window, failed_to_act, premature, sixty_days, within
from fazhi.law import clock
from fazhi.procedure import Situation

THEN = date(2023, 12, 31)
DECISIONS = {"VARY", "REVOKE", "UNLAWFUL", "PERFORM", "MAINTAIN"}


def applied_in_time(case: Situation) -> bool:
    """第九条第一款、第二款：申请已超过法定申请期限（不履行职责的，实施条例第十六条），且没有登记不可抗力等正当理由"""
    facts = case.facts
    starts = failed_to_act(facts) or facts.get("known_on")
    until = sixty_days(clock("RC-APPLY", THEN), starts, facts)
    return within(Window(premature(facts), until), facts.get("applied_on"))


def copy_not_served(case: Situation) -> bool:
    """第二十三条第一款：申请书副本已经送达被申请人"""
    return trying.copy_not_served(case)


def answer_possible(case: Situation) -> bool:
    """第二十三条第一款：申请书副本尚未送达，或者被申请人已经答复"""
    return trying.copy_served(case) and not case.done("answer")


def ready_to_decide(case: Situation) -> bool:
    """第二十三条第一款、第二十八条第一款：申请书副本须已送达，被申请人须已答复或者答复期限已届满；待签字的调解书须先生效或者记录反悔"""
    return trying.copy_served(case) and trying.answered(case) and not trying.mediation_drafted(case)


def cause_named(case: Situation) -> bool:
    """实施条例第四十一条第一款：中止审理应当属于该款所列情形之一，请选择中止原因"""
    return trying.cause_named(case)


def waits_for_a_successor(case: Situation) -> bool:
    """实施条例第四十二条第二款：中止原因不是第四十一条第一款第一、二、三项"""
    return trying.waits_for_a_successor(case)


def mediation_drafted(case: Situation) -> bool:
    """实施条例第五十条：没有待签字的调解书"""
    return trying.mediation_drafted(case)


def mediation_not_drafted(case: Situation) -> bool:
    """实施条例第五十条：已有调解书待双方签字"""
    return trying.mediation_not_drafted(case)


def overdue_and_not_sued(case: Situation) -> bool:
    """行政诉讼法第四十五条：行政复议期限尚未届满，或者已经起诉"""
    return trying.overdue_and_not_sued(case)


def was_concluded(case: Situation) -> bool:
    """第三十一条第三款：尚未作出可以送达的决定"""
    return case.outcome is not None


def sued_as_a_refusal(case: Situation) -> bool:
    """第十九条：不是复议前置案件的不予受理"""
    return case.outcome == "NOT_ACCEPTED" and bool(case.facts.get("must_come_first"))


def sued_as_a_decision(case: Situation) -> bool:
    """行政诉讼法第四十五条：调解、撤回结案的，或者依行政复议法第十九条起诉的"""
    return case.outcome not in ending.NOT_SUABLE and not sued_as_a_refusal(case)


def remake_ordered(case: Situation) -> bool:
    """行政复议法第二十八条第一款、实施条例第四十九条第一款：决定没有责令被申请人重新作出具体行政行为"""
    return ending.remake_ordered(case)


def to_be_remade(case: Situation) -> bool:
    """行政复议法第二十八条第一款、实施条例第四十九条第一款：决定没有责令被申请人重新作出具体行政行为，或者已经重新作出"""
    return ending.to_be_remade(case)


def to_be_performed(case: Situation) -> bool:
    """第三十二条第一款：没有需要履行的行政复议决定，或者已经履行"""
    return case.outcome in DECISIONS and not case.done("perform")


def nothing_outstanding(case: Situation) -> bool:
    """第三十一条第三款、第三十二条、实施条例第四十九条：尚有责令重作、责令履行未完成，或者起诉期限未满"""
    unmade = ending.remake_ordered(case) and not case.done("remake")
    owed = case.outcome == "PERFORM" and not case.done("perform", "remake")
    lapsed = case.done("no_suit", "no_suit_after_refusal", "sue")
    return not unmade and not owed and (lapsed or case.outcome in ending.NOT_SUABLE)


def suable(case: Situation) -> bool:
    """行政诉讼法第四十五条：以调解、撤回结案，不能再就复议结果起诉；或者已经起诉"""
    return ending.suable(case)
