"""The trial: 行政复议法第三十九条至第六十二条、第七十条、第七十三条."""

from fazhi.procedure import Situation

OPINIONS = ("hear_opinions", "hold_hearing", "note_unheard")
SUSPENDING = ("suspend", "request_annex_review", "find_basis_unlawful")


def copy_served(case: Situation) -> bool:
    """第四十八条、第五十四条第一款：申请书副本尚未送达被申请人"""
    return case.done("serve_copy", "serve_copy_simplified")


def copy_not_served(case: Situation) -> bool:
    """第四十八条、第五十四条第一款：申请书副本已经送达被申请人"""
    return not copy_served(case)


def answered(case: Situation) -> bool:
    """第四十八条、第七十条：被申请人尚未答复，答复期限也未届满"""
    return case.done("answer", "no_answer", "no_answer_simplified")


def answer_awaited(case: Situation) -> bool:
    """第四十八条：申请书副本尚未送达，或者被申请人已经答复、期限已经届满"""
    return copy_served(case) and not answered(case)


def has_answered(case: Situation) -> bool:
    """第四十六条第二款、第四十七条：被申请人尚未提交答复"""
    return case.done("answer")


def ready_to_decide(case: Situation) -> bool:
    """第四十八条至第五十四条、第七十条：申请书副本须已送达，被申请人须已答复或者答复期限已届满；普通程序须先听取意见；重大、疑难、复杂或者专业性、技术性较强的案件须先听证、提请行政复议委员会咨询；待签章的调解书须先生效或者记录反悔"""
    if not copy_served(case) or not answered(case) or case.facts.get("mediation") == "drafted":
        return False
    return opinions_heard(case) and hearing_held(case) and not must_consult(case)


def opinions_heard(case: Situation) -> bool:
    """第四十九条：适用普通程序尚未听取当事人意见（因当事人原因不能听取的，先记录原因）"""
    return case.state == "simplified" or case.done(*OPINIONS)


def hearing_held(case: Situation) -> bool:
    """第五十条第一款：重大、疑难、复杂案件尚未听证"""
    return not case.facts.get("major") or case.done("hold_hearing", "waive_hearing")


def must_hear(case: Situation) -> bool:
    """第五十条第一款、第五十一条第一款：不是重大、疑难、复杂案件，或者申请书副本尚未送达、听证已经举行"""
    return bool(case.facts.get("major")) and copy_served(case) and not hearing_held(case)


def may_hear(case: Situation) -> bool:
    """第五十条第二款：重大、疑难、复杂案件应当听证，请使用“通知听证”；申请书副本尚未送达或者听证已经举行的，不再通知"""
    return not case.facts.get("major") and copy_served(case) and not case.done("hold_hearing", "waive_hearing")


def hearing_notified(case: Situation) -> bool:
    """第五十一条第二款：尚未通知听证，或者听证已经举行"""
    notified = case.done("notify_hearing", "notify_optional_hearing")
    return notified and not case.done("hold_hearing", "waive_hearing")


def must_consult(case: Situation) -> bool:
    """第五十二条第二款第一项、第二项：不属于应当提请咨询的案件，或者已经提请咨询"""
    asked = bool(case.facts.get("major")) or bool(case.facts.get("professional"))
    return asked and not case.done("consult", "consult_if_needed")


def may_consult(case: Situation) -> bool:
    """第五十二条第二款第四项：本件应当提请咨询，请使用“提请行政复议委员会咨询”，或者已经提请咨询"""
    return not must_consult(case) and not case.done("consult", "consult_if_needed")


def not_major(case: Situation) -> bool:
    """第五十条第一款：本件已经认定为重大、疑难、复杂"""
    return not case.facts.get("major")


def not_professional(case: Situation) -> bool:
    """第五十二条第二款第二项：本件已经认定为专业性、技术性较强"""
    return not case.facts.get("professional")


def not_stayed(case: Situation) -> bool:
    """第四十二条：行政行为已经停止执行"""
    return not case.facts.get("stayed")


def is_stayed(case: Situation) -> bool:
    """第四十二条：行政行为没有停止执行，不需要恢复执行"""
    return bool(case.facts.get("stayed"))


def in_appraisal(case: Situation) -> bool:
    """实施条例第三十七条：没有正在进行的鉴定、勘验"""
    return case.state == "appraising"


def cause_named(case: Situation) -> bool:
    """第三十九条第一款：中止审理应当属于该款所列情形之一，请选择中止原因"""
    return bool(case.facts.get("cause"))


def suspension_unnotified(case: Situation) -> bool:
    """第三十九条第三款：本次中止已经书面告知当事人"""
    since = max((case.last[name] for name in SUSPENDING if name in case.last), default=None)
    told = case.last.get("notify_suspension")
    return told is None or (since is not None and told < since)


def waits_for_a_successor(case: Situation) -> bool:
    """第四十一条第五项：中止原因不是第三十九条第一款第一、二、四项"""
    return case.facts.get("cause") in {"death", "incapacity", "dissolved"}


def children_closed(case: Situation) -> bool:
    """第三十九条第二款：附带审查尚未办结，中止原因没有消除"""
    return all(child.closed for child in case.children)


def mediation_drafted(case: Situation) -> bool:
    """第七十三条：没有待签字、盖章的调解书"""
    return case.facts.get("mediation") == "drafted"


def mediation_not_drafted(case: Situation) -> bool:
    """第七十三条第一款：已有调解书待各方签字、盖章"""
    return not mediation_drafted(case)


def mediation_open(case: Situation) -> bool:
    """第七十三条第二款：本件没有正在进行的调解"""
    return mediation_drafted(case) or (case.state == "suspended" and case.facts.get("cause") == "mediation")


def decision_overdue(case: Situation) -> bool:
    """行政复议法第三十五条、行政诉讼法第四十五条：行政复议期限尚未届满"""
    return case.done("decision_overdue", "decision_overdue_simplified")


def overdue_and_not_sued(case: Situation) -> bool:
    """行政诉讼法第四十五条：行政复议期限尚未届满，或者已经起诉"""
    return decision_overdue(case) and not case.done("sue_without_decision")
