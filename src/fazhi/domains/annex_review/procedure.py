"""The two ways in which a normative document comes under review inside a reconsideration case."""

from fazhi.law import clock
from fazhi.law.statutes import RECONSIDERATION_LAW as ARL
from fazhi.procedure import STAY, Ask, Limit, Office, Outcomes, Party, Procedure, State

FINDING = Ask("处理意见", "long")


class AnnexReview(Procedure, code="annex_review", title="规范性文件附带审查", since="2024-01-01"):
    """The applicant asks that the document on which the act rests be reviewed as well (56)."""

    maker = Party("制定机关", organ=True)
    officer, organ = Office("行政复议机构承办人"), Office("行政复议机关负责人")
    transferee = Office("有权处理的机关")

    in_hand = State("办理中", desk=officer, start=True)
    with_transferee = State("已转送有权机关", desk=transferee)
    closed = State("已办结", final=True)

    class Outcome(Outcomes):
        LAWFUL = "相关条款合法", ARL[59]
        STOPPED = "决定停止执行并责令改正", ARL[59]
        ANSWERED = "收到处理意见", ARL[60]

    notice = Limit(clock("RC-ANNEX-NOTIFY-MAKER"))
    reply = Limit(clock("RC-ANNEX-MAKER-REPLY"))
    handling = Limit(clock("RC-ANNEX-HANDLE"))
    forwarding = Limit(clock("RC-ANNEX-FORWARD"))
    transferee_reply = Limit(clock("RC-ANNEX-TRANSFEREE-REPLY"))

    notify = officer.must(
        "通知制定机关",
        in_hand >> STAY,
        ARL[58, 1],
        within=notice,
        once=True,
        starts=(reply,),
        paper="规范性文件审查通知书",
    )
    explain = maker.may("提交书面答复", in_hand >> STAY, ARL[58, 1], within=reply)
    take_up = officer.may("确认本机关有权处理", in_hand >> STAY, ARL[56], once=True, ends=(forwarding,))
    handle = organ.must(
        "处理规范性文件", in_hand >> closed, ARL[56], ARL[59], within=handling,
        outcome=(Outcome.LAWFUL, Outcome.STOPPED), asks={"finding": FINDING},
    )  # fmt: skip
    forward = officer.must(
        "转送有权机关", in_hand >> with_transferee, ARL[56], within=forwarding, paper="规范性文件转送函"
    )
    receive = officer.must(
        "收到处理意见", with_transferee >> closed, ARL[60], within=transferee_reply, outcome=Outcome.ANSWERED,
        asks={"finding": FINDING},
    )  # fmt: skip


class BasisReview(Procedure, code="basis_review", title="行政行为依据审查", since="2024-01-01"):
    """The reconsideration organ itself finds the basis of the act unlawful (57)."""

    maker = Party("制定机关", organ=True)
    officer, organ = Office("行政复议机构承办人"), Office("行政复议机关负责人")
    transferee = Office("有权处理的国家机关")

    in_hand = State("办理中", desk=officer, start=True)
    with_transferee = State("已转送有权机关", desk=transferee)
    closed = State("已办结", final=True)

    class Outcome(Outcomes):
        LAWFUL = "依据合法", ARL[59]
        STOPPED = "决定停止执行并责令改正", ARL[59]
        ANSWERED = "收到处理意见", ARL[60]

    notice = Limit(clock("RC-ANNEX-NOTIFY-MAKER"))
    reply = Limit(clock("RC-ANNEX-MAKER-REPLY"))
    handling = Limit(clock("RC-BASIS-HANDLE"))
    forwarding = Limit(clock("RC-BASIS-FORWARD"))
    transferee_reply = Limit(clock("RC-ANNEX-TRANSFEREE-REPLY"))

    notify = officer.must(
        "通知制定机关", in_hand >> STAY, ARL[58, 1], within=notice, once=True, starts=(reply,), paper="依据审查通知书"
    )
    explain = maker.may("提交书面答复", in_hand >> STAY, ARL[58, 1], within=reply)
    take_up = officer.may("确认本机关有权处理", in_hand >> STAY, ARL[57], once=True, ends=(forwarding,))
    handle = organ.must(
        "处理依据", in_hand >> closed, ARL[57], ARL[59], within=handling,
        outcome=(Outcome.LAWFUL, Outcome.STOPPED), asks={"finding": FINDING},
    )  # fmt: skip
    forward = officer.must("转送有权机关", in_hand >> with_transferee, ARL[57], within=forwarding, paper="依据转送函")
    receive = officer.must(
        "收到处理意见", with_transferee >> closed, ARL[60], within=transferee_reply, outcome=Outcome.ANSWERED,
        asks={"finding": FINDING},
    )  # fmt: skip
