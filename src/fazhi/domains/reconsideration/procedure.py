"""行政复议, from the application to the archived file, as 行政复议法 (2023) and its 实施条例 have it."""

from fazhi.domains.reconsideration import outcomes
from fazhi.domains.reconsideration.questions import (
    COMPETENT_ORGAN,
    END_GROUND,
    EXTEND_DAYS,
    GROUND,
    HEARING,
    MISSING,
    PERFORM_BY,
    REASON,
    STAY_GROUND,
    UNSETTLED,
)
from fazhi.domains.reconsideration.rules import applying, ending, trying
from fazhi.law import clock
from fazhi.law.statutes import ADMINISTRATIVE_LITIGATION_LAW as ALL
from fazhi.law.statutes import CIVIL_PROCEDURE_LAW as CPL
from fazhi.law.statutes import RECONSIDERATION_LAW as ARL
from fazhi.law.statutes import RECONSIDERATION_REGULATION as RIR
from fazhi.procedure import BACK, FACT, LONGER, ON, STAY, Ask, Limit, Office, Party, Procedure, State


class Reconsideration(Procedure, code="reconsideration", title="行政复议", since="2024-01-01"):
    """A person asks the government to review an administrative act."""

    applicant, respondent, third_party = Party("申请人"), Party("被申请人", organ=True), Party("第三人")
    officer, chief = Office("行政复议机构承办人"), Office("行政复议机构负责人")
    organ = Office("行政复议机关负责人")

    received = State("待审查受理", desk=officer, start=True)
    negotiating = State("协商管辖", desk=officer)
    correcting = State("待申请人补正", desk=applicant)
    ordinary = State("普通程序审理", desk=officer)
    simplified = State("简易程序审理", desk=officer)
    appraising = State("鉴定、勘验期间", desk=officer)
    suspended = State("中止审理", desk=officer)
    concluded = State("待送达", desk=officer)
    noticing = State("公告送达", desk=officer)
    effective = State("已生效", desk=officer)
    archived = State("已归档", final=True)

    Outcome = outcomes.Outcome

    # 受理: an application handed in through the penalising organ is counted here from its forwarding
    forwarding = Limit(clock("RC-VIA-AGENCY-FORWARD"), when=applying.with_the_penalising_organ)
    acceptance = Limit(
        clock("RC-ACCEPT"), not_counting={correcting: ARL[31, 3], negotiating: RIR[30]}, when=applying.in_our_hands
    )
    correction_notice = Limit(
        clock("RC-CORRECT-NOTICE"), not_counting={negotiating: RIR[30]}, when=applying.in_our_hands
    )
    correction = Limit(clock("RC-CORRECT-REPLY"), given="correct_by", when=applying.correction_received)
    jurisdiction = Limit(clock("RC-JURIS-NEGOTIATE"))
    # 审理: the decision is counted from acceptance, whichever track the case is on
    not_counted = {suspended: ARL[39], appraising: RIR[37]}
    accepted = ("accept", "deem_accepted", "accept_simplified")
    copy = Limit(
        clock("RC-COPY-ORD"), since=accepted, runs_in=ordinary, not_counting={suspended: ARL[39]},
        when=trying.copy_not_served, reading=UNSETTLED,
    )  # fmt: skip
    copy_simplified = Limit(
        clock("RC-COPY-SIM"), since=accepted, runs_in=simplified, not_counting={suspended: ARL[39]}, reading=UNSETTLED
    )
    answer_due = Limit(clock("RC-ANSWER-ORD"), not_counting={suspended: ARL[39]}, reading=UNSETTLED)
    answer_simplified_due = Limit(clock("RC-ANSWER-SIM"), not_counting={suspended: ARL[39]}, reading=UNSETTLED)
    hearing_notice = Limit(clock("RC-HEARING-NOTICE"))
    decision = Limit(clock("RC-DECIDE-ORD"), since=accepted, runs_in=ordinary, not_counting=not_counted)
    decision_simplified = Limit(clock("RC-DECIDE-SIM"), since=accepted, runs_in=simplified, not_counting=not_counted)
    suspension_notice = Limit(clock("RC-SUSPEND-NOTICE"), runs_in=suspended)
    no_successor = Limit(clock("RC-TERMINATE-60"), when=trying.waits_for_a_successor)
    annex_request = Limit(clock("RC-ANNEX-REQUEST"))
    # 送达与诉讼
    public_notice = Limit(clock("RC-SERVE-PUBLIC"))
    suit = Limit(clock("RC-SUE"), when=ending.sued_as_a_decision)
    suit_after_refusal = Limit(clock("RC-SUE-AFTER-REFUSAL"), when=ending.sued_as_a_refusal)
    suit_without_decision = Limit(clock("RC-SUE-NODECISION"))
    court_answer = Limit(clock("RC-COURT-ANSWER"))
    # 履行与监督
    remaking = Limit(clock("RC-REMAKE"), when=ending.remake_ordered)
    performing = Limit(
        ARL[77, 1], label="决定书、调解书确定的履行期限", given="perform_by", when=ending.has_to_be_performed
    )
    ordered_performing = Limit(ARL[77, 2], label="责令履行的期限", given="ordered_by")
    opinion_report = Limit(clock("RC-OPINION-REPORT"))
    copying_up = Limit(clock("RC-COPY-UP"), label="决定书抄告被申请人上一级主管部门", when=ending.decision_copied_up)
    copying_opinion = Limit(
        clock("RC-COPY-UP"), label="意见书抄告被申请人上一级主管部门", when=ending.opinion_copied_up
    )
    publishing = Limit(clock("RC-PUBLISH"), when=ending.was_decided)
    clue = Limit(clock("RC-CLUE-TRANSFER"))
    enforcement = Limit(clock("RC-COMPLY-FORCE"))
    trial = ordinary | simplified
    on_trial = ordinary | simplified | appraising | suspended
    since_acceptance = on_trial | concluded | noticing | effective

    # 收到申请后
    forward = respondent.may(
        "转送行政复议机关", received >> STAY, ARL[32, 2], within=forwarding, when=applying.with_the_penalising_organ,
        once=True, restarts=(acceptance, correction_notice),
    )  # fmt: skip
    require_correction = officer.must(
        "通知补正", received >> correcting, ARL[31, 1], within=correction_notice, when=applying.in_our_hands, once=True,
        asks={"missing": MISSING, "served_electronically": Ask("经申请人同意电子送达，通知当日到达其系统", "flag", required=False)},
        marks={"corrections": 1}, paper="补正通知书",
    )  # fmt: skip
    deliver_correction = officer.must(
        "登记补正通知收到日期", correcting >> STAY, ARL[31, 2], ARL[88, 1], when=applying.receipt_unrecorded, once=True,
        restarts=(correction,),
    )  # fmt: skip
    extend_correction = officer.may(
        "延长补正期限", correcting >> STAY, ARL[31, 2], extends=correction,
        asks={"correct_by": Ask("延长至", "day"), "reason": REASON},
    )  # fmt: skip
    correct = applicant.may("提交补正材料", correcting >> BACK, ARL[31, 3], within=correction, restarts=(acceptance,))
    abandon = correction.lapsing("视为放弃申请", correcting >> archived, ARL[31, 2], outcome=Outcome.ABANDONED)
    negotiate = officer.may("协商管辖", received >> negotiating, RIR[30], when=applying.in_our_hands)
    ask_designation = officer.may("报请指定管辖", negotiating >> STAY, RIR[30], extends=jurisdiction, once=True)
    settle_jurisdiction = officer.must("确定管辖", negotiating >> BACK, RIR[30], within=jurisdiction)
    accept = officer.must(
        "受理（普通程序）", received >> ordinary, ARL[30, 1], ARL[36, 1], within=acceptance, when=applying.applied_in_time,
        marks={"accepted_on": ON, "track": "ordinary"}, paper="受理通知书",
    )  # fmt: skip
    accept_simplified = officer.may(
        "受理（简易程序）", received >> simplified, ARL[53], ARL[36, 1], within=acceptance, when=applying.simple_and_in_time,
        marks={"accepted_on": ON, "track": "simplified"}, paper="受理通知书",
    )  # fmt: skip
    deem_accepted = acceptance.lapsing(
        "视为受理", received >> ordinary, ARL[30, 3], dated="expiry", marks={"accepted_on": ON, "track": "ordinary"}
    )
    refuse = organ.must(
        "不予受理", received >> concluded, ARL[30, 2], within=acceptance, when=applying.names_the_competent_organ,
        outcome=Outcome.NOT_ACCEPTED, asks={"ground": GROUND, "competent_organ": COMPETENT_ORGAN, "reason": REASON},
        paper="不予受理决定书",
    )  # fmt: skip

    # 审理
    serve_copy = officer.must(
        "送达申请书副本", ordinary >> STAY, ARL[48], within=copy, when=trying.copy_not_served, starts=(answer_due,),
        paper="答复通知书",
    )  # fmt: skip
    serve_copy_simplified = officer.must(
        "送达申请书副本（简易）", simplified >> STAY, ARL[54, 1], within=copy_simplified, when=trying.copy_not_served,
        starts=(answer_simplified_due,), paper="答复通知书",
    )  # fmt: skip
    deliver_copy = officer.may(
        "登记副本收到日期", trial >> STAY, ARL[48], when=trying.answer_awaited, once=True,
        restarts=(answer_due, answer_simplified_due),
    )  # fmt: skip
    answer = respondent.may(
        "提交答复书和证据", on_trial >> STAY, ARL[48], ARL[54, 1], within=(answer_due, answer_simplified_due),
        when=trying.copy_served, once=True, marks={"answered_on": ON},
    )  # fmt: skip
    no_answer = answer_due.lapsing(
        "视为没有证据、依据", (ordinary | appraising) >> STAY, ARL[70], marks={"no_evidence": True}
    )
    no_answer_simplified = answer_simplified_due.lapsing(
        "视为没有证据、依据（简易）", (ordinary | simplified | appraising) >> STAY, ARL[70], marks={"no_evidence": True}
    )
    supplement = respondent.may("经同意补充证据", trial >> STAY, ARL[46, 2], when=trying.has_answered)
    investigate = officer.may("调查取证", trial >> STAY, ARL[45, 1])
    inspect_file = applicant.may("查阅、复制案卷材料", on_trial >> STAY, ARL[47], when=trying.has_answered)
    convert = chief.may(
        "转为普通程序", simplified >> ordinary, ARL[55], asks={"reason": REASON}, marks={"track": "ordinary"},
        paper="简易程序转为普通程序通知书",
    )  # fmt: skip
    join_third_party = officer.may("通知第三人参加", trial >> STAY, ARL[16, 1], paper="第三人参加行政复议通知书")
    hear_opinions = officer.may(
        "听取意见", ordinary >> STAY, ARL[49], asks={"record": Ask("听取意见记录", "long", personal=True)}
    )
    note_unheard = officer.may("记录未能听取意见", ordinary >> STAY, ARL[49], asks={"reason": REASON})
    notify_hearing = officer.must(
        "通知听证", ordinary >> STAY, ARL[50, 1], ARL[51, 1], when=trying.must_hear, starts=(hearing_notice,), paper="听证通知书"
    )  # fmt: skip
    notify_optional_hearing = officer.may(
        "决定并通知听证", ordinary >> STAY, ARL[50, 2], ARL[51, 1], when=trying.may_hear, starts=(hearing_notice,),
        paper="听证通知书",
    )  # fmt: skip
    hold_hearing = officer.may(
        "举行听证", ordinary >> STAY, ARL[50], ARL[51, 3], within=hearing_notice, asks=HEARING, marks={"heard": True},
        paper="听证笔录",
    )  # fmt: skip
    waive_hearing = officer.may(
        "记录视为放弃听证", ordinary >> STAY, ARL[51, 2], when=trying.hearing_notified, ends=(hearing_notice,),
        asks={"reason": REASON},
    )  # fmt: skip
    consult = officer.must(
        "提请行政复议委员会咨询", ordinary >> STAY, ARL[52, 2], when=trying.must_consult, marks={"consulted": True}
    )
    consult_if_needed = officer.may(
        "提请行政复议委员会咨询（认为有必要）", ordinary >> STAY, ARL[52, 2, 4], when=trying.may_consult,
        marks={"consulted": True},
    )  # fmt: skip
    stay_execution = organ.may(
        "停止执行", on_trial >> STAY, ARL[42], when=trying.not_stayed, asks={"ground": STAY_GROUND, "reason": REASON},
        marks={"stayed": True}, paper="停止执行通知书",
    )  # fmt: skip
    resume_execution = organ.may(
        "恢复执行", on_trial >> STAY, ARL[42], when=trying.is_stayed, asks={"reason": REASON}, marks={"stayed": False},
        paper="恢复执行通知书",
    )  # fmt: skip
    appraise = officer.may("委托鉴定或者现场勘验", trial >> appraising, RIR[37], RIR[34, 3])
    finish_appraisal = officer.must("鉴定、勘验结束", appraising >> BACK, RIR[37], when=trying.in_appraisal)
    find_major = officer.may(
        "认定为重大、疑难、复杂", ordinary >> STAY, ARL[50, 1], when=trying.not_major, marks={"major": True}
    )
    find_professional = officer.may(
        "认定为专业性、技术性较强", ordinary >> STAY, ARL[52, 2, 2], when=trying.not_professional, marks={"professional": True}
    )  # fmt: skip
    suspend = organ.may(
        "中止审理", trial >> suspended, ARL[39, 1], when=trying.cause_named, asks={"cause": FACT}, paper="中止审理通知书"
    )  # fmt: skip
    notify_suspension = officer.must(
        "书面告知中止", suspended >> STAY, ARL[39, 3], within=suspension_notice, when=trying.suspension_unnotified
    )
    resume = organ.must(
        "恢复审理", suspended >> BACK, ARL[39, 2], ARL[40], when=trying.children_closed, paper="恢复审理通知书"
    )
    end_without_successor = no_successor.lapsing(
        "中止满六十日终止", suspended >> concluded, ARL[41, 5], outcome=Outcome.TERMINATED
    )
    request_annex_review = applicant.may(
        "申请附带审查规范性文件", trial >> suspended, RIR[26], ARL[56], within=annex_request, opens="annex_review",
        asks={"document": Ask("规范性文件名称")}, marks={"cause": "annex"},
    )  # fmt: skip
    find_basis_unlawful = organ.may(
        "认为依据不合法", trial >> suspended, ARL[57], opens="basis_review", asks={"document": Ask("依据名称")},
        marks={"cause": "annex"},
    )  # fmt: skip
    extend = chief.may(
        "延长复议期限", ordinary >> STAY, ARL[62, 1], extends=decision, once=True,
        asks={LONGER: EXTEND_DAYS, "reason": REASON}, marks={"extended": True}, paper="延期审理通知书",
    )  # fmt: skip

    # 结论
    decide = organ.must(
        "作出行政复议决定", trial >> concluded, ARL[61, 1], within=(decision, decision_simplified),
        when=trying.ready_to_decide, outcome=outcomes.DECISIONS, paper="行政复议决定书",
        asks={"remake_ordered": FACT, "damages_ordered": FACT, "perform_by": PERFORM_BY},
    )  # fmt: skip
    # a mediation paper binds when all have signed and the seal is on it; until then either side may go back on it
    draft_mediation = organ.may(
        "制作调解书", (trial | suspended) >> STAY, ARL[5, 1], ARL[73, 1], when=trying.mediation_not_drafted,
        marks={"mediation": "drafted"}, paper="行政复议调解书",
    )  # fmt: skip
    mediate = organ.may(
        "调解书经各方签章生效", (trial | suspended) >> effective, ARL[73, 1], within=(decision, decision_simplified),
        when=trying.mediation_drafted, outcome=Outcome.MEDIATED, asks={"perform_by": PERFORM_BY},
        marks={"mediation": "effective"}, starts=(performing, enforcement),
    )  # fmt: skip
    fail_mediation = officer.may(
        "记录调解书生效前反悔", trial >> STAY, ARL[73, 2], when=trying.mediation_drafted, asks={"reason": REASON},
        marks={"mediation": "failed"},
    )  # fmt: skip
    fail_suspended_mediation = officer.may(
        "调解未达成协议或者反悔，恢复审理", suspended >> BACK, ARL[73, 2], ARL[39, 2], when=trying.mediation_open,
        asks={"reason": REASON}, marks={"mediation": "failed"}, paper="恢复审理通知书",
    )  # fmt: skip
    permit_withdrawal = organ.may(
        "准予撤回并终止", (trial | suspended) >> concluded, ARL[41, 1], ARL[74, 2],
        within=(decision, decision_simplified), outcome=(Outcome.SETTLED, Outcome.CORRECTED, Outcome.WITHDRAWN),
        paper="终止行政复议决定书",
    )  # fmt: skip
    withdraw_before_acceptance = applicant.may(
        "受理前撤回", (received | correcting | negotiating) >> archived, RIR[38, 1], outcome=Outcome.WITHDRAWN
    )
    terminate = organ.may(
        "终止行政复议", (trial | suspended) >> concluded, ARL[41], outcome=Outcome.TERMINATED,
        asks={"ground": END_GROUND, "reason": REASON}, paper="终止行政复议决定书",
    )  # fmt: skip
    dismiss = organ.may(
        "驳回申请", trial >> concluded, ARL[33], within=(decision, decision_simplified),
        outcome=Outcome.DISMISSED, asks={"reason": REASON}, paper="驳回行政复议申请决定书",
    )  # fmt: skip
    # the duty to decide goes on, late; the applicant may now complain, or sue
    decision_overdue = decision.lapsing(
        "逾期未作决定", ordinary >> STAY, ALL[45], dated="expiry", closes=False, starts=(suit_without_decision,)
    )
    decision_overdue_simplified = decision_simplified.lapsing(
        "逾期未作决定（简易）",
        simplified >> STAY,
        ALL[45],
        dated="expiry",
        closes=False,
        starts=(suit_without_decision,),
    )
    report_overdue = applicant.may("反映逾期未作决定", trial >> STAY, ARL[35], when=trying.decision_overdue)
    sue_without_decision = applicant.may(
        "逾期未决起诉", trial >> STAY, ALL[45], within=suit_without_decision, when=trying.overdue_and_not_sued,
        marks={"sued_on": ON},
    )  # fmt: skip
    no_suit_without_decision = suit_without_decision.lapsing("逾期未决的起诉期限届满", on_trial >> STAY, ALL[45])

    # 送达与生效
    on_service = (suit, suit_after_refusal, remaking, performing)
    serve = officer.must(
        "送达", concluded >> effective, ARL[75, 2], when=ending.not_refused, starts=on_service, marks={"served_on": ON},
        paper="送达回证",
    )  # fmt: skip
    serve_refusal = officer.must(
        "送达不予受理（驳回申请）决定书", concluded >> effective, ARL[34], when=ending.was_refused, starts=on_service,
        marks={"served_on": ON}, paper="送达回证",
    )  # fmt: skip
    serve_by_notice = officer.may("公告送达", concluded >> noticing, ARL[88, 1], CPL[95])
    deem_served = public_notice.lapsing(
        "公告期满视为送达", noticing >> effective, CPL[95], dated="expiry", starts=on_service, marks={"served_on": ON}
    )
    no_suit = suit.lapsing(
        "起诉期限届满", effective >> STAY, ALL[45], starts=(enforcement,), marks={"suit_lapsed_on": ON}
    )
    no_suit_after_refusal = suit_after_refusal.lapsing(
        "起诉期限届满（不予受理、驳回申请）", effective >> STAY, ARL[34], marks={"suit_lapsed_on": ON}
    )
    sue = applicant.may(
        "提起行政诉讼", effective >> STAY, ALL[45], within=(suit, suit_after_refusal), when=ending.suable,
        marks={"sued_on": ON},
    )  # fmt: skip
    receive_complaint = officer.may(
        "收到起诉状副本", since_acceptance >> STAY, ALL[67, 1], when=ending.was_sued, starts=(court_answer,)
    )
    answer_court = officer.must(
        "提交答辩状", since_acceptance >> STAY, ALL[67, 1], within=court_answer, when=ending.complaint_unanswered
    )

    # 履行、意见书、抄告、公开
    remake = respondent.may(
        "重新作出行政行为", effective >> STAY, RIR[49, 1], within=(remaking, ordered_performing), when=ending.to_be_remade,
        marks={"performed_on": ON},
    )  # fmt: skip
    perform = respondent.may(
        "履行决定", effective >> STAY, ARL[77, 1], within=(performing, ordered_performing), when=ending.to_be_performed,
        marks={"performed_on": ON},
    )  # fmt: skip
    order_performance = organ.may(
        "责令限期履行", effective >> STAY, ARL[77, 2], when=ending.unperformed, starts=(ordered_performing,),
        asks={"ordered_by": Ask("履行期限届满日", "day")}, paper="责令履行通知书",
    )  # fmt: skip
    admonish = organ.may(
        "约谈或者通报批评", effective >> STAY, ARL[77, 2], when=ending.unperformed, asks={"matter": Ask("事由", "long")}
    )
    enforce = officer.may("强制执行", effective >> STAY, ARL[78], within=enforcement, when=ending.enforceable)
    issue_opinion = organ.may(
        "制发意见书", since_acceptance >> STAY, ARL[76], once=True, starts=(opinion_report, copying_opinion),
        asks={"matter": Ask("违法或者不当之处", "long")}, marks={"opinion_on": ON}, paper="行政复议意见书",
    )  # fmt: skip
    report_correction = respondent.may(
        "报送纠正情况", since_acceptance >> STAY, ARL[76], within=opinion_report, when=ending.opinion_unreported,
        marks={"opinion_reported_on": ON},
    )  # fmt: skip
    copy_up = officer.must(
        "抄告上一级主管部门", effective >> STAY, ARL[79, 2], within=copying_up, when=ending.decision_copied_up, once=True,
        marks={"copied_on": ON}, paper="抄告函",
    )  # fmt: skip
    copy_opinion_up = officer.must(
        "意见书抄告上一级主管部门", since_acceptance >> STAY, ARL[79, 2], within=copying_opinion, when=ending.opinion_copied_up,
        once=True, paper="抄告函",
    )  # fmt: skip
    publish = officer.must(
        "公开决定书", effective >> STAY, ARL[79, 1], within=publishing, when=ending.to_be_published, once=True,
        marks={"published_on": ON},
    )  # fmt: skip
    withhold = officer.may(
        "记录决定书不予公开", effective >> STAY, ARL[79, 1], within=publishing, when=ending.to_be_published,
        asks={"reason": REASON},
    )  # fmt: skip
    find_clue = organ.may("发现问题线索", since_acceptance >> STAY, ARL[85], ARL[86], starts=(clue,))
    transfer_clue = organ.must(
        "移送问题线索", since_acceptance >> STAY, ARL[85], ARL[86], within=clue, when=ending.clue_found, paper="移送函"
    )
    archive = officer.must("归档", effective >> archived, ARL[75], when=ending.nothing_outstanding)
