"""F072-F076 and what the board shows of reconsideration."""

from fazhi.domains.reconsideration.models import ReconsiderationCase, RiskAlertLetter
from fazhi.figures.api import Count, Distinct, Holds, Ratio, col, rows

OWNER = "市司法局"
NOT_TRIED = ("NOT_ACCEPTED", "ABANDONED")
SETTLED = ("MEDIATED", "SETTLED", "CORRECTED")
CORRECTING = ("VARY", "REVOKE", "REVOKE_PART", "UNLAWFUL_KEPT", "UNLAWFUL", "PERFORM", "INVALID")

cases = rows(ReconsiderationCase).where(case__procedure="reconsideration")
applications = cases.by_date("received_on")
concluded = cases.by_date("concluded_on").where(~col("case__outcome").is_in(*NOT_TRIED))
at_city = col("case__org__place__level") == "city"

FIGURES = (
    Ratio(
        "F072", "行政复议实质性化解率", "%", OWNER, digits=1, reading="狭义",
        source="司法部关于行政复议调解工作的指导意见（司规〔2024〕1号）",
        note="调解、和解后撤回、被申请人自行纠正后撤回，占当年审结案件；不予受理和视为放弃不计入审结",
        mentions=(("实质性化解率",),),
        whole=concluded,
        part=col("case__outcome").is_in(*SETTLED),
    ),
    Ratio(
        "F072", "行政复议实质性化解率", "%", OWNER, digits=1, reading="广义",
        note="调解、撤回结案的，和起诉期限届满未提起行政诉讼的（案结事了），占当年审结案件；"
        "统计时起诉期限尚未届满的，计入审结，不计入案结事了",
        whole=concluded,
        part=col("case__outcome").is_in(*SETTLED, "WITHDRAWN") | ~col("suit_lapsed_on").is_null(),
    ),
    Count(
        "F073", "市本级发出行政复议风险提示函", "件", OWNER, mentions=(("风险提示函",),),
        rows=rows(RiskAlertLetter).where(org__place__level="city", withdrawn=False),
    ),
    Distinct(
        "F074", "抄告的行政复议决定书", "份", OWNER, mentions=(("抄告", "复议决定书"), ("抄告", "决定书")),
        note="同一决定书抄告多个机关的计一份；限市本级",
        rows=cases.by_date("copied_on").where(at_city),
        column="pk",
    ),
    Holds(
        "F075", "复议申请一次性补正告知", "次", OWNER, said=1, mentions=(("一次性补正告知",), ("复议", "一次性告知")),
        note="需要补正的申请，补正通知均不超过一次",
        whole=applications.where(col("corrections") >= 1),
        part=col("corrections") <= 1,
    ),
    Count(
        "F076", "通过互联网收到的行政复议申请", "件", OWNER, mentions=(("互联网", "复议申请"),),
        rows=applications.where(channel="internet"),
    ),
    Count("RC01", "收到行政复议申请", "件", OWNER, mentions=(("收到", "复议申请"),), rows=applications),
    Count("RC02", "审结行政复议案件", "件", OWNER, mentions=(("审结", "复议案件"), ("办结", "复议案件")), rows=concluded),
    Ratio(
        "RC03", "行政复议直接纠错率", "%", OWNER, digits=2, mentions=(("纠错率",),), whole=concluded,
        part=col("case__outcome").is_in(*CORRECTING),
    ),
)  # fmt: skip
