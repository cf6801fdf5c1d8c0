"""行政规范性文件合法性审查: from the complete file to the conclusion, five to fifteen working days (国办发〔2018〕115号)."""

from fazhi.domains.normative import rules
from fazhi.law import clock
from fazhi.law.statutes import LEGALITY_REVIEW_OPINION as LRO
from fazhi.law.statutes import LOCAL_ORGANISATION_LAW as LOL
from fazhi.law.statutes import ZHENJIANG_NORMATIVE_RULES as ZNR
from fazhi.procedure import FACT, Ask, Limit, Office, Outcomes, Procedure, State

ON = "$on"
PLACE = "二（五）"
OPINION = Ask("审查意见", "long")
CHECKS = {"authority_checked": FACT, "content_checked": FACT, "procedure_checked": FACT}


class LegalityReview(Procedure, code="legality_review", title="行政规范性文件合法性审查", since="2022-03-12"):
    """No normative document goes to collective discussion before it has passed."""

    drafter = Office("起草单位")
    reviewer, head = Office("合法性审查机构承办人"), Office("合法性审查机构负责人")

    received = State("审查中", desk=reviewer, start=True)
    with_drafter = State("退回起草单位补正", desk=drafter)
    closed = State("已办结", final=True)

    class Outcome(Outcomes):
        LAWFUL = "合法", LOL[75]
        AMEND = "应当修改后提交审议", LOL[75]
        UNLAWFUL = "不合法，不得提交审议", LOL[75]
        NOT_NORMATIVE = "不属于行政规范性文件", ZNR[12]
        WITHDRAWN = "起草单位撤回", ZNR[12]

    review = Limit(clock("LR-REVIEW"), not_counting={with_drafter: LRO[PLACE]})

    return_file = reviewer.may(
        "退回补正", received >> with_drafter, LRO[PLACE], asks={"missing": Ask("需要补正的材料和内容", "long")},
        marks={"returned": True}, paper="补正送审材料通知书",
    )  # fmt: skip
    resubmit = drafter.must("补正后重新送审", with_drafter >> received, LRO[PLACE], when=rules.with_drafter)
    set_aside = reviewer.may(
        "认定不属于规范性文件", received >> closed, ZNR[12], within=review, outcome=Outcome.NOT_NORMATIVE,
        asks={"opinion": OPINION},
    )  # fmt: skip
    withdraw = drafter.may("撤回送审", (received | with_drafter) >> closed, ZNR[12], outcome=Outcome.WITHDRAWN)
    conclude_lawful = head.must(
        "作出合法结论", received >> closed, LOL[75], ZNR[12], within=review, when=rules.may_pass, outcome=Outcome.LAWFUL,
        asks={**CHECKS, "opinion": OPINION}, marks={"reviewed_on": ON}, paper="合法性审查意见书",
    )  # fmt: skip
    conclude = head.must(
        "作出修改或者不合法结论", received >> closed, LOL[75], ZNR[12], within=review,
        outcome=(Outcome.AMEND, Outcome.UNLAWFUL), asks={**CHECKS, "opinion": OPINION}, marks={"reviewed_on": ON},
        paper="合法性审查意见书",
    )  # fmt: skip
