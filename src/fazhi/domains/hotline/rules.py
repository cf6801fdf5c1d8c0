"""What is asked before a step of an order may be taken. Each docstring opens with its source."""

from datetime import timedelta

from fazhi.procedure import Situation

#: 镇江市12345热线与110报警平台联动转接办法: 工单、警单在1小时内接收交办
ASSIGN_WITHIN = timedelta(hours=1)

CONSULTATION = "consult"


def ordinary(case: Situation) -> bool:
    """江苏12345办理时限：咨询件、紧急件请分别使用“派发（咨询）”“派发（紧急）”"""
    return case.facts.get("kind") != CONSULTATION and not case.facts.get("urgent")


def consultation(case: Situation) -> bool:
    """江苏12345办理时限：本件不是咨询件，或者为紧急件"""
    return case.facts.get("kind") == CONSULTATION and not case.facts.get("urgent")


def urgent(case: Situation) -> bool:
    """紧急件三十分钟首次响应：本件未标为紧急"""
    return bool(case.facts.get("urgent"))


def was_returned(case: Situation) -> bool:
    """退单后指定承办：本件没有被退回"""
    return case.done("send_back")
