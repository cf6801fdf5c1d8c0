"""What is asked before a step of legality review may be taken. The first line of each docstring is what the person reads."""

from fazhi.procedure import Situation

LEAST_DAYS_OF_COMMENT = 30
CHECKS = ("authority_checked", "content_checked", "procedure_checked")


def commented_long_enough(case: Situation) -> bool:
    """优化营商环境条例第六十二条第二款：与市场主体密切相关的文件公开征求意见不足三十日，又没有登记为应对紧急情况"""
    if not case.facts.get("concerns_enterprises") or case.facts.get("urgent"):
        return True
    return (case.facts.get("comment_days") or 0) >= LEAST_DAYS_OF_COMMENT


def may_pass(case: Situation) -> bool:
    """尚未逐项核对制定主体和权限、内容、制定程序，或者公开征求意见不足三十日又非应对紧急情况，不能作出合法的结论"""
    return all(case.facts.get(name) for name in CHECKS) and commented_long_enough(case)


def with_drafter(case: Situation) -> bool:
    """送审材料没有退回起草单位"""
    return case.state == "with_drafter"
