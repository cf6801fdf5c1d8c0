"""行政处罚, from the clue to the closed file, and the rectification of prominent problems of enforcement."""

from fazhi.domains.enforcement import rules
from fazhi.law import clock
from fazhi.law.statutes import PENALTY_LAW as PL
from fazhi.procedure import FACT, ON, STAY, Ask, Limit, Office, Outcomes, Party, Procedure, State

REASON = Ask("理由", "long")


class PenaltyProcedure(Procedure, code="penalty", title="行政处罚", since="2021-07-15"):
    """An agency deals with a breach: on the spot, with a penalty, or without one."""

    party = Party("当事人")
    officer, reviewer, head = Office("行政执法人员"), Office("法制审核人员"), Office("行政机关负责人")

    received = State("待立案", desk=officer, start=True)
    investigating = State("调查取证", desk=officer)
    told = State("已告知待决定", desk=head)
    hearing = State("听证中", desk=officer)
    decided = State("待送达", desk=officer)
    served = State("待执行结案", desk=officer)
    closed = State("已结案", final=True)

    class Outcome(Outcomes):
        PUNISHED = "行政处罚", PL[57, 1, 1]
        LIGHTER = "从轻处罚", PL[32]
        MITIGATED = "减轻处罚", PL[32]
        EXEMPT_MINOR = "轻微不罚", PL[33, 1]
        EXEMPT_FIRST = "首违不罚", PL[33, 1]
        EXEMPT_NO_FAULT = "无主观过错不罚", PL[33, 2]
        NOT_ESTABLISHED = "违法事实不能成立", PL[57, 1, 3]
        TRANSFERRED = "移送司法机关", PL[57, 1, 4]
        NOT_FILED = "不予立案", PL[54, 2]
        TIME_BARRED = "超过追责时效不予处罚", PL[36, 1]

    decision = Limit(clock("EN-DECIDE"), since=("file",))
    preservation = Limit(clock("EN-PRESERVE"))
    hearing_request = Limit(clock("EN-HEARING-ASK"))
    hearing_notice = Limit(clock("EN-HEARING-NOTICE"))
    service = Limit(clock("EN-SERVE"))
    payment = Limit(clock("EN-PAY"))
    deferred_payment = Limit(clock("EN-PAY"), label="暂缓、分期缴纳期限", given="pay_by")
    publication = Limit(clock("EN-PUB-7"))

    # 立案
    file = officer.must("立案", received >> investigating, PL[54, 2], when=rules.in_time, paper="立案审批表")
    decline = officer.may("不予立案", received >> closed, PL[54, 2], outcome=Outcome.NOT_FILED, asks={"reason": REASON})
    find_barred = head.must(
        "超过追责时效不予处罚", received >> closed, PL[36, 1], when=rules.barred, outcome=Outcome.TIME_BARRED
    )
    warn_on_the_spot = officer.may(
        "当场警告", received >> served, PL[51], PL[52, 1], when=rules.in_time, outcome=Outcome.PUNISHED,
        starts=(publication,), marks={"track": "on_the_spot", "penalty": "warning", "decided_on": ON, "served_on": ON},
        paper="当场行政处罚决定书",
    )  # fmt: skip
    fine_on_the_spot = officer.may(
        "当场罚款", received >> served, PL[51], PL[52, 1], when=rules.small_fine,
        outcome=(Outcome.PUNISHED, Outcome.LIGHTER, Outcome.MITIGATED), asks={"fine": FACT, "list_item": FACT},
        starts=(payment, publication),
        marks={"track": "on_the_spot", "penalty": "fine", "decided_on": ON, "served_on": ON}, paper="当场行政处罚决定书",
    )  # fmt: skip

    # 调查、告知、听证、审核
    preserve = officer.may(
        "先行登记保存证据", investigating >> STAY, PL[56], starts=(preservation,), paper="先行登记保存证据通知书"
    )
    release = officer.must(
        "处理登记保存的证据", investigating >> STAY, PL[56], within=preservation, asks={"handling": Ask("处理结果")}
    )
    review = reviewer.may(
        "法制审核通过", (investigating | told) >> STAY, PL[58, 1], asks={"opinion": Ask("审核意见", "long", required=False)},
        marks={"reviewed_on": ON},
    )  # fmt: skip
    tell = officer.must(
        "告知拟处罚内容", investigating >> told, PL[44], when=rules.ordinary_penalty, marks={"told_on": ON},
        paper="行政处罚事先告知书",
    )  # fmt: skip
    tell_hearing = officer.must(
        "告知处罚内容和听证权利", investigating >> told, PL[44], PL[63, 1], when=rules.large_penalty,
        starts=(hearing_request,), marks={"told_on": ON}, paper="行政处罚听证告知书",
    )  # fmt: skip
    defend = party.may(
        "陈述、申辩", told >> STAY, PL[45, 1], asks={"defence": Ask("陈述、申辩意见", "long", personal=True)}
    )
    ask_hearing = party.may("要求听证", told >> hearing, PL[64, 1], within=hearing_request)
    waive_hearing = party.may("放弃听证", told >> STAY, PL[64, 1], within=hearing_request)
    hearing_waived = hearing_request.lapsing("期满未要求听证，视为放弃", told >> STAY, PL[64, 1])
    notify_hearing = officer.must(
        "通知听证时间、地点", hearing >> STAY, PL[64, 2], when=rules.hearing_not_notified, starts=(hearing_notice,),
        paper="行政处罚听证通知书",
    )  # fmt: skip
    hold_hearing = officer.must(
        "举行听证", hearing >> told, PL[64], PL[65], within=hearing_notice,
        marks={"heard": True}, paper="听证笔录",
    )  # fmt: skip
    withdraw_hearing = party.may("撤回听证要求", hearing >> told, PL[64, 6])

    # 决定
    decide = head.must(
        "作出行政处罚决定", told >> decided, PL[57, 1, 1], PL[59, 1], within=decision, when=rules.may_punish,
        outcome=(Outcome.PUNISHED, Outcome.LIGHTER, Outcome.MITIGATED),
        asks={"penalty": FACT, "fine": FACT, "confiscated": FACT, "list_item": FACT}, starts=(publication,),
        marks={"decided_on": ON}, paper="行政处罚决定书",
    )  # fmt: skip
    exempt = head.must(
        "作出不予处罚决定", (investigating | told) >> decided, PL[57, 1, 2], PL[33, 3], within=decision,
        outcome=(Outcome.EXEMPT_MINOR, Outcome.EXEMPT_FIRST, Outcome.EXEMPT_NO_FAULT),
        asks={"list_item": FACT, "education": Ask("教育情况")}, marks={"decided_on": ON, "educated": True},
        paper="不予行政处罚决定书",
    )  # fmt: skip
    find_nothing = head.must(
        "认定违法事实不能成立", (investigating | told) >> decided, PL[57, 1, 3], within=decision,
        outcome=Outcome.NOT_ESTABLISHED, asks={"reason": REASON}, marks={"decided_on": ON},
    )  # fmt: skip
    transfer = head.must(
        "移送司法机关", (investigating | told | hearing) >> closed, PL[57, 1, 4], PL[27, 1], within=decision,
        outcome=Outcome.TRANSFERRED, asks={"reason": REASON}, paper="涉嫌犯罪案件移送书",
    )  # fmt: skip

    # 送达、公开、执行、结案
    serve = officer.must(
        "送达处罚决定书", decided >> served, PL[61, 1], within=service, when=rules.fined, starts=(payment,),
        marks={"served_on": ON}, paper="送达回证",
    )  # fmt: skip
    deliver = officer.must(
        "送达（无罚款）", decided >> served, PL[61, 1], within=service, when=rules.not_fined, marks={"served_on": ON},
        paper="送达回证",
    )  # fmt: skip
    publish = officer.must(
        "公开处罚决定", served >> STAY, PL[48, 1], within=publication, when=rules.punished, once=True,
        marks={"published_on": ON},
    )  # fmt: skip
    pay = party.may("缴纳罚款", served >> STAY, PL[67, 3], within=(payment, deferred_payment), marks={"paid_on": ON})
    defer = head.may(
        "批准暂缓或者分期缴纳", served >> STAY, PL[66, 2], ends=(payment,), starts=(deferred_payment,),
        asks={"pay_by": FACT}, when=rules.owes, once=True,
    )  # fmt: skip
    add_surcharge = officer.may("加处罚款", served >> STAY, PL[72, 1, 1], when=rules.payment_overdue)
    apply_to_court = head.may(
        "申请人民法院强制执行", served >> STAY, PL[72, 1, 4], when=rules.payment_overdue, paper="强制执行申请书"
    )
    close = officer.must("结案归档", served >> closed, PL[47], when=rules.carried_out, paper="结案审批表")


class ProblemRectification(Procedure, code="enforcement_problem", title="行政执法突出问题整改", since="2021-07-15"):
    """A prominent problem is registered, given to a body, put right, checked by another, and struck off."""

    supervisor, unit, verifier = Office("行政执法监督机构"), Office("责任单位"), Office("核查单位")

    registered = State("待交办", desk=supervisor, start=True)
    rectifying = State("整改中", desk=unit)
    verifying = State("待核查", desk=verifier)
    verified = State("待销号", desk=supervisor)
    closed = State("已销号", final=True)

    class Outcome(Outcomes):
        RECTIFIED = "整改完成", PL[75, 1]
        NOT_A_PROBLEM = "经核实不属于突出问题", PL[75, 1]

    rectification = Limit(PL[75, 1], label="整改期限", given="rectify_by")

    assign = supervisor.must(
        "交办整改", registered >> rectifying, PL[75, 1], when=rules.due_later, starts=(rectification,),
        asks={"measure": FACT, "rectify_by": FACT}, paper="整改交办单",
    )  # fmt: skip
    drop = supervisor.may(
        "认定不属于突出问题", registered >> closed, PL[75, 1], outcome=Outcome.NOT_A_PROBLEM, asks={"reason": REASON}
    )
    submit = unit.must(
        "报送整改情况", rectifying >> verifying, PL[75, 1], within=rectification,
        asks={"evidence": Ask("整改情况和佐证材料", "long")}, marks={"submitted_on": ON},
    )  # fmt: skip
    send_back = verifier.may(
        "核查未通过，退回整改", verifying >> rectifying, PL[75, 1], when=rules.due_later, starts=(rectification,),
        asks={"finding": Ask("核查意见", "long"), "rectify_by": FACT}, marks={"returned": True},
    )  # fmt: skip
    verify = verifier.must(
        "核查通过", verifying >> verified, PL[75, 1], when=rules.verified_by_others, asks={"verifier": FACT},
        marks={"verified_on": ON},
    )  # fmt: skip
    reopen = supervisor.may(
        "问题反弹，重新整改", verified >> rectifying, PL[75, 1], when=rules.due_later, starts=(rectification,),
        asks={"finding": Ask("反弹情况", "long"), "rectify_by": FACT},
    )  # fmt: skip
    close = supervisor.must(
        "销号", verified >> closed, PL[75, 1], when=rules.evidence_passed, outcome=Outcome.RECTIFIED
    )
