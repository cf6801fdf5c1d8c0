"""人民建议征集参与政府立法: collected, sent to the drafter, decided with a reason, told to its author."""

from fazhi.domains.legislation import rules
from fazhi.law import clock
from fazhi.law.statutes import PETITION_REGULATION as PR
from fazhi.law.statutes import RULE_MAKING_REGULATION as RMR
from fazhi.procedure import STAY, Ask, Limit, Office, Outcomes, Party, Procedure, State

ON = "$on"
REASON = Ask("采纳情况和理由", "long")


class Suggestion(Procedure, code="legislative_suggestion", title="立法人民建议", since="2022-05-01"):
    """Someone suggests something for a regulation or rule that is being made."""

    author = Party("建议人")
    collector, drafter = Office("人民建议征集机构"), Office("起草单位")

    collected = State("待转送", desk=collector, start=True)
    with_drafter = State("起草单位研究中", desk=drafter)
    decided = State("待反馈建议人", desk=collector)
    closed = State("已办结", final=True)

    class Outcome(Outcomes):
        ADOPTED = "采纳", PR[29]
        PARTLY = "部分采纳", PR[29]
        NOT_ADOPTED = "未采纳", PR[29]
        DUPLICATE = "重复建议，并案研究", PR[22]
        ELSEWHERE = "不属于立法事项，转有关单位", PR[22]
        WITHDRAWN = "建议人撤回", PR[29]

    forwarding = Limit(clock("PE-REGISTER"))
    receipt = Limit(clock("PE-NOTIFY"))

    acknowledge = collector.must(
        "告知收到", (collected | with_drafter) >> STAY, PR[23, 2], within=receipt, once=True, paper="人民建议收悉告知书"
    )
    forward = collector.must(
        "转送起草单位",
        collected >> with_drafter,
        PR[22],
        within=forwarding,
        marks={"forwarded_on": ON},
        paper="人民建议转办单",
    )
    join = collector.may(
        "并入已有建议", collected >> closed, PR[22], outcome=Outcome.DUPLICATE, asks={"same_as": Ask("已有建议编号")}
    )
    redirect = collector.may(
        "转有关单位", collected >> closed, PR[22], outcome=Outcome.ELSEWHERE, asks={"to": Ask("转送单位")}
    )
    withdraw = author.may("撤回建议", (collected | with_drafter) >> closed, PR[29], outcome=Outcome.WITHDRAWN)
    decide = drafter.must(
        "提出研究意见", with_drafter >> decided, PR[29], RMR[15, 1], when=rules.reason_given,
        outcome=(Outcome.ADOPTED, Outcome.PARTLY, Outcome.NOT_ADOPTED), asks={"reason": REASON}, marks={"decided_on": ON},
        paper="人民建议研究意见表",
    )  # fmt: skip
    tell = collector.must(
        "反馈建议人", decided >> closed, PR[29], when=rules.considered, marks={"told_on": ON}, paper="人民建议反馈函"
    )
