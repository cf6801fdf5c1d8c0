"""What the law asks before a step of a bundled application may be taken. Each docstring opens with its article."""

from fazhi.procedure import Situation


def not_dispatched(case: Situation) -> bool:
    """行政许可法第二十六条：本件已经分办"""
    return not case.done("dispatch")


def dispatched(case: Situation) -> bool:
    """行政许可法第二十六条：本件尚未分办到责任部门"""
    return case.done("dispatch")


def all_returned(case: Situation) -> bool:
    """行政许可法第二十六条第二款：尚有责任部门未反馈办理结果"""
    return case.done("report_result") and case.answers.get("outstanding") == 0


def gathered(case: Situation) -> bool:
    """行政许可法第二十六条第二款：各部门办理结果尚未汇总"""
    return case.done("gather")


def in_inspection(case: Situation) -> bool:
    """行政许可法第四十五条：没有正在进行的检验、检测、专家评审"""
    return case.state == "inspecting"
