"""公证, from the application to the certificate, as 公证法 and 公证程序规则 have it."""

from fazhi.domains.foreign import rules
from fazhi.law import clock
from fazhi.law.statutes import NOTARY_LAW as NL
from fazhi.law.statutes import NOTARY_RULES as NR
from fazhi.procedure import FACT, Ask, Limit, Office, Outcomes, Party, Procedure, State

REASON = Ask("理由", "long")


class Notarisation(Procedure, code="notarisation", title="公证", since="2021-01-01"):
    """A person or body asks a notary office to certify an act, a fact or a document."""

    applicant = Party("申请人")
    notary = Office("公证员")

    received = State("待审查受理", desk=notary, start=True)
    in_hand = State("办理中", desk=notary)
    with_applicant = State("待申请人补充证明材料", desk=applicant)
    verifying = State("核实期间", desk=notary)
    closed = State("已办结", final=True)

    class Outcome(Outcomes):
        ISSUED = "出具公证书", NL[30]
        REFUSED = "不予办理", NL[31]
        TERMINATED = "终止公证", NR[50]
        WITHDRAWN = "撤回申请", NR[50]

    issuing = Limit(clock("NO-ISSUE"), not_counting={with_applicant: NL[30], verifying: NL[30]})
    ending = Limit(clock("NO-TERMINATE"), since=("accept",))

    accept = notary.must("受理", received >> in_hand, NL[30], when=rules.destination_known, paper="受理通知书")
    request_proof = notary.may(
        "通知补充证明材料", in_hand >> with_applicant, NL[30], asks={"missing": Ask("需要补充的材料", "long")},
        paper="补充材料通知书",
    )  # fmt: skip
    supply = applicant.may("提交补充材料", with_applicant >> in_hand, NL[30])
    end_unsupplied = ending.lapsing(
        "满六个月不能办结，终止公证", with_applicant >> closed, NR[50], outcome=Outcome.TERMINATED
    )
    verify = notary.may("外出核实", in_hand >> verifying, NL[30])
    finish_verifying = notary.may("核实完毕", verifying >> in_hand, NL[30])
    issue = notary.must(
        "出具公证书", in_hand >> closed, NL[30], within=issuing, when=rules.certificate_numbered, outcome=Outcome.ISSUED,
        asks={"certificate_no": FACT}, paper="公证书",
    )  # fmt: skip
    refuse = notary.may(
        "不予办理", (received | in_hand | verifying) >> closed, NL[31], outcome=Outcome.REFUSED, asks={"reason": REASON},
        paper="不予办理公证决定书",
    )  # fmt: skip
    terminate = notary.may(
        "终止公证", (in_hand | verifying) >> closed, NR[50], outcome=Outcome.TERMINATED, asks={"reason": REASON},
        paper="终止公证决定书",
    )  # fmt: skip
    withdraw = applicant.may(
        "撤回申请", (received | in_hand | with_applicant) >> closed, NR[50], outcome=Outcome.WITHDRAWN
    )
