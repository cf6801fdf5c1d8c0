"""What the law asks before a step of mediation may be taken. Each docstring opens with its article."""

from fazhi.procedure import Situation


def both_willing(case: Situation) -> bool:
    """第十七条：一方当事人明确拒绝调解的，不得调解"""
    return not case.facts.get("refused")


def goes_to_mediation(case: Situation) -> bool:
    """第十七条：一方当事人明确拒绝调解，或者本件已分流至其他途径"""
    return both_willing(case) and (case.facts.get("channel") or "mediation") == "mediation"


def follow_up_finished(case: Situation) -> bool:
    """第三十一条、第二十七条：协议尚未履行、司法确认或者起诉，请先监督履行"""
    return any(case.facts.get(name) for name in ("performed_on", "confirmed_on", "sued_on"))


def confirmation_asked(case: Situation) -> bool:
    """人民调解法第三十三条第一款：双方尚未共同申请司法确认"""
    return case.done("apply_confirmation")
