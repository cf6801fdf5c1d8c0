"""“一件事”: one submission, divided among departments, gathered and delivered, as 行政许可法 has joint handling."""

from fazhi.domains.services import rules
from fazhi.law import clock
from fazhi.law.statutes import LICENSING_LAW as LL
from fazhi.procedure import BACK, FACT, STAY, Ask, Limit, Office, Outcomes, Party, Procedure, State

ON = "$on"
REASON = Ask("理由", "long")


class OneThing(Procedure, code="one_thing", title="“一件事”办理", since="2019-04-23"):
    """A person or an enterprise gets everything that one event of life or business needs, by one application."""

    applicant = Party("申请人")
    clerk, department = Office("综合窗口受理人员"), Office("责任部门承办人")
    lead, head = Office("牵头部门承办人"), Office("本级人民政府负责人")

    received = State("待受理", desk=clerk, start=True)
    # the law sets the applicant no limit to supplement: the file stays on the clerk's desk, who keeps asking
    correcting = State("待补正", desk=clerk)
    handling = State("分办办理中", desk=department)
    inspecting = State("检验、检测、专家评审期间", desk=department)
    decided = State("待送达", desk=clerk)
    closed = State("已办结", final=True)

    class Outcome(Outcomes):
        GRANTED = "准予，全部事项办成", LL[38, 1]
        PARTLY = "部分事项准予", LL[38]
        REFUSED = "不予许可", LL[38, 2]
        NOT_ACCEPTED = "不予受理", LL[32, 1, 2]
        NOT_NEEDED = "无需办理", LL[32, 1, 1]
        WITHDRAWN = "申请人撤回", LL[29, 1]

    notice = Limit(clock("SV-CORRECT"))
    joint = Limit(clock("SV-JOINT"), not_counting={inspecting: LL[45]})
    delivery = Limit(clock("SV-DELIVER"))

    require_correction = clerk.must(
        "一次告知补正", received >> correcting, LL[32, 1, 4], within=notice, once=True,
        asks={"missing": Ask("需要补正的全部内容", "long")}, marks={"corrections": 1}, paper="补正告知书",
    )  # fmt: skip
    correct = applicant.may("提交补正材料", correcting >> received, LL[32, 1, 5], restarts=(notice,))
    accept = clerk.must(
        "受理",
        received >> handling,
        LL[32, 1, 5],
        LL[26, 1],
        within=notice,
        marks={"accepted_on": ON},
        paper="受理通知书",
    )
    deem_accepted = notice.lapsing(
        "视为受理",
        received >> handling,
        LL[32, 1, 4],
        dated="expiry",
        marks={"accepted_on": ON, "deemed_accepted": True},
    )
    refuse = clerk.must(
        "不予受理", received >> closed, LL[32, 1, 1], LL[32, 1, 2], within=notice,
        outcome=(Outcome.NOT_ACCEPTED, Outcome.NOT_NEEDED), asks={"reason": REASON}, paper="不予受理通知书",
    )  # fmt: skip
    dispatch = clerk.must(
        "分办到责任部门", handling >> STAY, LL[26, 2], when=rules.not_dispatched, once=True, asks={"departments": FACT},
        marks={"dispatched_on": ON},
    )  # fmt: skip
    report_result = department.may(
        "反馈办理结果", handling >> STAY, LL[26, 2], when=rules.dispatched,
        asks={"unit": Ask("反馈部门"), "result": Ask("办理结果"), "outstanding": Ask("尚未反馈的部门数", "whole")},
    )  # fmt: skip
    note_resubmission = clerk.may(
        "登记申请人另行提交", handling >> STAY, LL[31, 1], asks={"submissions": FACT, "reason": REASON}
    )
    inspect = department.may("进行检验、检测、专家评审", handling >> inspecting, LL[45], when=rules.dispatched)
    finish_inspection = department.must(
        "检验、检测、专家评审结束", inspecting >> BACK, LL[45], when=rules.in_inspection
    )
    extend = head.may(
        "延长办理期限", handling >> STAY, LL[42, 2], extends=joint, once=True, asks={"reason": REASON}, marks={"extended": True},
        paper="延期办理通知书",
    )  # fmt: skip
    gather = lead.must(
        "汇总办理结果", handling >> STAY, LL[26, 2], when=rules.all_returned, once=True, marks={"gathered_on": ON}
    )
    decide = lead.must(
        "办结", handling >> decided, LL[38], LL[42, 2], within=joint, when=rules.gathered,
        outcome=(Outcome.GRANTED, Outcome.PARTLY, Outcome.REFUSED), marks={"decided_on": ON}, paper="办理结果告知单",
    )  # fmt: skip
    deliver = clerk.must(
        "送达办理结果", decided >> closed, LL[44], within=delivery, asks={"pickup": FACT}, marks={"delivered_on": ON}
    )
    withdraw = applicant.may(
        "撤回申请", (received | correcting | handling | inspecting) >> closed, LL[29, 1], outcome=Outcome.WITHDRAWN
    )
