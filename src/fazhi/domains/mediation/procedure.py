"""One dispute, from the door of a centre to the archived file, as 人民调解法 has it."""

from fazhi.domains.mediation import rules
from fazhi.law import clock
from fazhi.law.statutes import MEDIATION_CONFIRMATION_RULES as COURT
from fazhi.law.statutes import PEOPLES_MEDIATION_LAW as PML
from fazhi.procedure import FACT, STAY, Ask, Limit, Office, Outcomes, Party, Procedure, State

ON = "$on"
REASON = Ask("理由", "long")


class DisputeMediation(Procedure, code="dispute", title="矛盾纠纷调处", since="2011-03-30"):
    """A dispute comes to a centre, is routed, mediated, and its agreement followed to performance."""

    parties = Party("当事人")
    centre, mediator = Office("矛调中心"), Office("人民调解员")
    committee, court = Office("人民调解委员会"), Office("人民法院")

    received = State("待分流受理", desk=centre, start=True)
    mediating = State("调解中", desk=mediator)
    agreed = State("已达成协议", desk=committee)
    referred = State("已转其他途径", desk=centre)
    closed = State("已归档", final=True)

    class Outcome(Outcomes):
        WRITTEN = "达成书面协议", PML[28]
        ORAL = "达成口头协议", PML[30]
        FAILED = "调解不成", PML[26]
        REFUSED = "一方拒绝调解", PML[17]
        REFERRED = "转其他途径化解", PML[26]
        WITHDRAWN = "当事人终止调解", PML[23]

    term = Limit(clock("ME-PEOPLE"))
    confirmation = Limit(clock("ME-CONFIRM-APPLY"))
    court_acceptance = Limit(clock("ME-CONFIRM-ACCEPT"))
    court_decision = Limit(clock("ME-CONFIRM-DECIDE"))

    # 受理与分流
    route = centre.may("分流", received >> STAY, PML[17], asks={"channel": FACT})
    accept = committee.must(
        "受理并指定调解员", received >> mediating, PML[17], PML[19], when=rules.goes_to_mediation,
        asks={"mediator_code": FACT}, marks={"accepted_on": ON, "channel": "mediation"}, paper="人民调解受理登记表",
    )  # fmt: skip
    decline = committee.may(
        "告知不予调解", received >> closed, PML[17], outcome=Outcome.REFUSED, asks={"reason": REASON}
    )
    refer = centre.may("转其他途径", received >> referred, PML[26], outcome=Outcome.REFERRED, asks={"channel": FACT})
    file_referral = centre.must("归档（转其他途径）", referred >> closed, PML[27], when=rules.both_willing)

    # 调解
    prevent = mediator.may(
        "采取预防激化措施并报告", mediating >> STAY, PML[25], asks={"risk": FACT, "measure": Ask("预防措施", "long")}
    )
    invite = mediator.may("邀请有关人员参与", mediating >> STAY, PML[20, 1], asks={"invited": Ask("受邀单位或者人员")})
    agree = mediator.must(
        "达成书面协议", mediating >> agreed, PML[28], PML[29, 2], within=term, outcome=Outcome.WRITTEN,
        starts=(confirmation,), marks={"agreed_on": ON}, paper="人民调解协议书",
    )  # fmt: skip
    agree_orally = mediator.may(
        "达成口头协议", mediating >> agreed, PML[30], within=term, outcome=Outcome.ORAL, starts=(confirmation,),
        marks={"agreed_on": ON}, paper="人民调解口头协议登记表",
    )  # fmt: skip
    fail = mediator.may(
        "调解不成，告知其他途径", mediating >> closed, PML[26], within=term, outcome=Outcome.FAILED,
        asks={"told": Ask("已告知的途径")},
    )  # fmt: skip
    withdraw = parties.may("要求终止调解", mediating >> closed, PML[23], within=term, outcome=Outcome.WITHDRAWN)

    # 履行与确认
    urge = committee.may("监督、督促履行", agreed >> STAY, PML[31, 2], paper="回访记录")
    perform = parties.may("履行协议", agreed >> STAY, PML[31, 1], marks={"performed_on": ON})
    apply_confirmation = parties.may(
        "共同申请司法确认", agreed >> STAY, PML[33, 1], within=confirmation, once=True, starts=(court_acceptance,),
        marks={"confirmation_on": ON}, paper="司法确认申请书",
    )  # fmt: skip
    accept_confirmation = court.must(
        "受理司法确认申请", agreed >> STAY, COURT[4], within=court_acceptance, once=True, when=rules.confirmation_asked,
        starts=(court_decision,),
    )  # fmt: skip
    confirm = court.must(
        "确认协议有效", agreed >> STAY, PML[33, 2], COURT[5], within=court_decision, when=rules.confirmation_asked,
        marks={"confirmed_on": ON},
    )  # fmt: skip
    sue = parties.may("就协议起诉", agreed >> STAY, PML[32], marks={"sued_on": ON})
    archive = committee.must("立卷归档", agreed >> closed, PML[27], when=rules.follow_up_finished)
