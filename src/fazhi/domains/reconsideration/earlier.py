"""行政复议 under 行政复议法 (2017), for cases received before 2024: a case keeps the edition under which it was received.

The law accepts by receipt (17(2)), counts ten days to answer as calendar days (40(2)), and knows one track; correction
(29), suspension (41), termination (42), settlement (40), mediation (50) and dismissal (48) are those of the 实施条例.
"""

from datetime import date

from fazhi.domains.reconsideration.questions import EXTEND_DAYS, REASON, UNSETTLED
from fazhi.domains.reconsideration.rules import before_2024 as rules
from fazhi.law import clock, statute
from fazhi.law.statutes import ADMINISTRATIVE_LITIGATION_LAW as ALL
from fazhi.law.statutes import RECONSIDERATION_REGULATION as RIR
from fazhi.procedure import BACK, FACT, LONGER, ON, STAY, Ask, Limit, Office, Outcomes, Party, Procedure, State

THEN = date(2023, 12, 31)
ARL = statute("行政复议法", on=THEN)


class ReconsiderationBefore2024(
    Procedure, code="reconsideration", title="行政复议", since="2018-01-01", until="2024-01-01"
):
    """A person asks the government to review an administrative act; the law before its revision."""

    applicant, respondent, third_party = Party("申请人"), Party("被申请人", organ=True), Party("第三人")
    officer, chief = Office("行政复议机构承办人"), Office("行政复议机构负责人")
    organ = Office("行政复议机关负责人")

    received = State("待审查受理", desk=officer, start=True)
    correcting = State("待申请人补正", desk=applicant)
    ordinary = State("审理", desk=officer)
    suspended = State("中止审理", desk=officer)
    concluded = State("待送达", desk=officer)
    effective = State("已生效", desk=officer)
    archived = State("已归档", final=True)

    class Outcome(Outcomes):
        NOT_ACCEPTED = "不予受理", ARL[17, 1]
        ABANDONED = "视为放弃申请", RIR[29]
        VARY = "变更", ARL[28, 1]
        REVOKE = "撤销", ARL[28, 1]
        UNLAWFUL = "确认违法", ARL[28, 1]
        PERFORM = "责令履行", ARL[28, 1]
        MAINTAIN = "维持", ARL[28, 1]
        DISMISSED = "驳回行政复议申请", RIR[48, 1]
        MEDIATED = "调解结案", RIR[50, 2]
        SETTLED = "和解后撤回", RIR[40]
        CORRECTED = "被申请人自行纠正后撤回", RIR[38, 1]
        WITHDRAWN = "撤回申请", RIR[38, 1]
        TERMINATED = "终止", RIR[42, 1]

    # accepted by receipt: the limits of the trial run from the first day, the time for corrections aside
    not_counted = {correcting: RIR[29], suspended: RIR[41, 1]}
    acceptance = Limit(clock("RC-ACCEPT", THEN), not_counting={correcting: RIR[29]})
    correction = Limit(RIR[29], label="补正期限", given="correct_by")
    copy = Limit(clock("RC-COPY-ORD", THEN), runs_in=received | ordinary, not_counting=not_counted, reading=UNSETTLED)
    answer_due = Limit(clock("RC-ANSWER-ORD", THEN))
    decision = Limit(clock("RC-DECIDE-ORD", THEN), runs_in=received | ordinary, not_counting=not_counted)
    no_successor = Limit(clock("RC-TERMINATE-60", THEN), when=rules.waits_for_a_successor)
    suit = Limit(clock("RC-SUE"), when=rules.sued_as_a_decision)
    suit_after_refusal = Limit(clock("RC-SUE-AFTER-REFUSAL", THEN), when=rules.sued_as_a_refusal)
    suit_without_decision = Limit(clock("RC-SUE-NODECISION"))
    remaking = Limit(clock("RC-REMAKE"), when=rules.remake_ordered)

    require_correction = officer.may(
        "通知补正", received >> correcting, RIR[29], once=True, marks={"corrections": 1}, paper="补正通知书",
        asks={"missing": Ask("需要补正的全部内容", "long"), "correct_by": Ask("补正期限届满日", "day")},
    )  # fmt: skip
    correct = applicant.may("提交补正材料", correcting >> BACK, RIR[29], within=correction)
    abandon = correction.lapsing("视为放弃申请", correcting >> archived, RIR[29], outcome=Outcome.ABANDONED)
    refuse = organ.must(
        "不予受理", received >> concluded, ARL[17, 1], within=acceptance, outcome=Outcome.NOT_ACCEPTED,
        asks={"reason": REASON}, paper="不予受理决定书",
    )  # fmt: skip
    accept = officer.must(
        "受理", received >> ordinary, ARL[17, 2], within=acceptance, when=rules.applied_in_time,
        marks={"accepted_on": ON, "track": "ordinary"}, paper="受理通知书",
    )  # fmt: skip
    deem_accepted = acceptance.lapsing(
        "自收到之日起即为受理", received >> ordinary, ARL[17, 2], dated="expiry",
        marks={"accepted_on": ON, "track": "ordinary"},
    )  # fmt: skip
    serve_copy = officer.must(
        "送达申请书副本", ordinary >> STAY, ARL[23, 1], within=copy, when=rules.copy_not_served, starts=(answer_due,),
        paper="答复通知书",
    )  # fmt: skip
    answer = respondent.may(
        "提交答复书和证据", (ordinary | suspended) >> STAY, ARL[23, 1], within=answer_due, when=rules.answer_possible,
        marks={"answered_on": ON},
    )  # fmt: skip
    no_answer = answer_due.lapsing(
        "视为没有证据、依据", (ordinary | suspended) >> STAY, ARL[28, 1], marks={"no_evidence": True}
    )
    suspend = organ.may(
        "中止审理",
        ordinary >> suspended,
        RIR[41, 1],
        when=rules.cause_named,
        asks={"cause": FACT},
        paper="中止审理通知书",
    )
    resume = organ.may("恢复审理", suspended >> BACK, RIR[41, 2], paper="恢复审理通知书")
    end_without_successor = no_successor.lapsing(
        "中止满六十日终止", suspended >> concluded, RIR[42, 2], outcome=Outcome.TERMINATED
    )
    extend = organ.may(
        "延长复议期限", ordinary >> STAY, ARL[31, 1], extends=decision, once=True,
        asks={LONGER: EXTEND_DAYS, "reason": REASON},
        marks={"extended": True}, paper="延期审理通知书",
    )  # fmt: skip
    decide = organ.must(
        "作出行政复议决定", ordinary >> concluded, ARL[28, 1], ARL[31, 1], within=decision, when=rules.ready_to_decide,
        outcome=(Outcome.VARY, Outcome.REVOKE, Outcome.UNLAWFUL, Outcome.PERFORM, Outcome.MAINTAIN, Outcome.DISMISSED),
        asks={"remake_ordered": FACT, "damages_ordered": FACT}, paper="行政复议决定书",
    )  # fmt: skip
    draft_mediation = organ.may(
        "制作调解书", (ordinary | suspended) >> STAY, RIR[50, 1], RIR[50, 2], when=rules.mediation_not_drafted,
        marks={"mediation": "drafted"}, paper="行政复议调解书",
    )  # fmt: skip
    mediate = organ.may(
        "调解书经双方签字生效", (ordinary | suspended) >> effective, RIR[50, 2], within=decision,
        when=rules.mediation_drafted, outcome=Outcome.MEDIATED, marks={"mediation": "effective"},
    )  # fmt: skip
    fail_mediation = officer.may(
        "记录调解书生效前反悔", (ordinary | suspended) >> STAY, RIR[50, 3], when=rules.mediation_drafted,
        asks={"reason": REASON}, marks={"mediation": "failed"},
    )  # fmt: skip
    permit_withdrawal = organ.may(
        "准予撤回并终止", (ordinary | suspended) >> concluded, RIR[38, 1], RIR[40], within=decision, paper="终止行政复议决定书",
        outcome=(Outcome.SETTLED, Outcome.CORRECTED, Outcome.WITHDRAWN),
    )  # fmt: skip
    terminate = organ.may(
        "终止行政复议", (ordinary | suspended) >> concluded, RIR[42, 1], outcome=Outcome.TERMINATED, asks={"reason": REASON},
        paper="终止行政复议决定书",
    )  # fmt: skip
    decision_overdue = decision.lapsing(
        "逾期未作决定", ordinary >> STAY, ALL[45], dated="expiry", closes=False, starts=(suit_without_decision,)
    )
    sue_without_decision = applicant.may(
        "逾期未决起诉", ordinary >> STAY, ALL[45], within=suit_without_decision, when=rules.overdue_and_not_sued,
        marks={"sued_on": ON},
    )  # fmt: skip
    no_suit_without_decision = suit_without_decision.lapsing(
        "逾期未决的起诉期限届满", (ordinary | suspended) >> STAY, ALL[45]
    )
    serve = officer.must(
        "送达", concluded >> effective, ARL[31, 3], when=rules.was_concluded, starts=(suit, suit_after_refusal, remaking),
        marks={"served_on": ON}, paper="送达回证",
    )  # fmt: skip
    sue = applicant.may(
        "提起行政诉讼", effective >> STAY, ALL[45], within=(suit, suit_after_refusal), when=rules.suable,
        marks={"sued_on": ON},
    )  # fmt: skip
    no_suit = suit.lapsing("起诉期限届满", effective >> STAY, ALL[45], marks={"suit_lapsed_on": ON})
    no_suit_after_refusal = suit_after_refusal.lapsing(
        "起诉期限届满（不予受理）", effective >> STAY, ARL[19], marks={"suit_lapsed_on": ON}
    )
    remake = respondent.may(
        "重新作出行政行为", effective >> STAY, RIR[49, 1], within=remaking, when=rules.to_be_remade,
        marks={"performed_on": ON},
    )  # fmt: skip
    perform = respondent.may(
        "履行决定", effective >> STAY, ARL[32, 1], when=rules.to_be_performed, marks={"performed_on": ON}
    )
    archive = officer.must("归档", effective >> archived, ARL[31, 3], when=rules.nothing_outstanding)
