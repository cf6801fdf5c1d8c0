"""What the law asks before a step of a penalty case or a rectification may be taken. Each docstring opens with its article."""

from datetime import date

from fazhi.law import clock
from fazhi.procedure import Situation
from fazhi.procedure.periods import due_of

FEN = 100
#: 行政处罚法第五十一条: 当场处罚的罚款上限(分)
SPOT_CITIZEN, SPOT_BODY = 200 * FEN, 3000 * FEN
PUNISHED = {"PUNISHED", "LIGHTER", "MITIGATED"}
HEARING_SETTLED = ("waive_hearing", "hearing_waived", "hold_hearing", "withdraw_hearing")


def barred(case: Situation) -> bool:
    """行政处罚法第三十六条第一款：违法行为是在追责时效内发现的，不适用超过时效不予处罚"""
    violated, discovered = case.facts.get("violated_on"), case.facts.get("discovered_on")
    if violated is None or discovered is None:
        return False
    limit = clock("EN-LIMIT-5Y" if case.facts.get("life_or_finance") else "EN-LIMIT")
    last = due_of(limit, violated).on
    assert isinstance(last, date)
    return bool(discovered > last)


def in_time(case: Situation) -> bool:
    """行政处罚法第三十六条第一款：违法行为超过追责时效才被发现，不再给予行政处罚，不能立案"""
    return not barred(case)


def small_fine(case: Situation) -> bool:
    """行政处罚法第五十一条：当场罚款对公民不得超过二百元，对法人或者其他组织不得超过三千元"""
    most = SPOT_CITIZEN if case.facts.get("party_kind") == "person" else SPOT_BODY
    return 0 < int(case.facts.get("fine") or 0) <= most and in_time(case)


def ordinary_penalty(case: Situation) -> bool:
    """行政处罚法第六十三条第一款：拟作出较大处罚，请使用“告知处罚内容和听证权利”"""
    return not case.facts.get("large")


def large_penalty(case: Situation) -> bool:
    """行政处罚法第六十三条第一款：不属于应当告知听证权利的较大处罚"""
    return bool(case.facts.get("large"))


def may_punish(case: Situation) -> bool:
    """行政处罚法第五十八条第一款、第六十四条：听证权利未处理完毕，或者应当法制审核而未审核通过"""
    heard_out = not case.done("tell_hearing") or case.done(*HEARING_SETTLED)
    must_be_reviewed = case.facts.get("major") or case.done("hold_hearing")
    reviewed = case.last.get("review")
    return heard_out and (not must_be_reviewed or reviewed is not None and _after_hearing(case, reviewed))


def _after_hearing(case: Situation, reviewed: date) -> bool:
    """行政处罚法第五十八条第一款第二项: a case that has been heard is checked on the record of the hearing."""
    heard = case.last.get("hold_hearing")
    return heard is None or reviewed >= heard


def hearing_not_notified(case: Situation) -> bool:
    """行政处罚法第六十四条第二项：已经通知听证的时间、地点"""
    return not case.done("notify_hearing")


def fined(case: Situation) -> bool:
    """行政处罚法第六十一条第一款：决定没有罚款，请使用“送达（无罚款）”"""
    return bool(case.facts.get("fine"))


def not_fined(case: Situation) -> bool:
    """行政处罚法第六十一条第一款：决定有罚款，请使用“送达处罚决定书”"""
    return not fined(case)


def owes(case: Situation) -> bool:
    """行政处罚法第六十六条第二款：没有尚未缴清的罚款"""
    return fined(case) and not case.done("pay")


def punished(case: Situation) -> bool:
    """行政处罚法第四十八条第一款：本件没有作出行政处罚决定，不需要公开"""
    return case.outcome in PUNISHED


def payment_overdue(case: Situation) -> bool:
    """行政处罚法第七十二条第一款：缴款期限尚未届满，或者罚款已经缴清"""
    served = case.facts.get("served_on")
    if served is None or not owes(case):
        return False
    last = case.facts.get("pay_by") or due_of(clock("EN-PAY"), served).on
    assert isinstance(last, date)
    return case.on > last


def carried_out(case: Situation) -> bool:
    """行政处罚法第六十六条第一款：罚款尚未缴清，也未申请人民法院强制执行，不能结案"""
    return not fined(case) or case.done("pay", "apply_to_court")


def verified_by_others(case: Situation) -> bool:
    """行政处罚法第七十五条第一款：核查应当由责任单位以外的单位独立进行，请另行指定核查单位"""
    verifier = str(case.facts.get("verifier") or "").strip()
    return bool(verifier) and verifier != case.facts.get("responsible")


def due_later(case: Situation) -> bool:
    """行政处罚法第七十五条第一款：整改期限应当晚于交办日期"""
    due = case.facts.get("rectify_by")
    day = date.fromisoformat(due) if isinstance(due, str) else due
    return day is not None and day > case.on


def evidence_passed(case: Situation) -> bool:
    """行政处罚法第七十五条第一款：整改尚未核查通过"""
    return case.done("verify")
