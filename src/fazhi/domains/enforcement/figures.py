"""F066-F068, F070, F071, and what the board shows of enforcement."""

from fazhi.domains.enforcement.models import (
    Campaign,
    Consultation,
    EnforcementProblem,
    PenaltyCase,
    SupervisionBody,
    SupervisionDuty,
    SupervisionMatter,
)
from fazhi.figures.api import LAST_DAY, Count, Covers, Holds, NotComputed, Ratio, Sum, col, linked, rows

OWNER = "市司法局"
EXEMPT = ("EXEMPT_MINOR", "EXEMPT_FIRST", "EXEMPT_NO_FAULT")
LENIENT = (*EXEMPT, "MITIGATED", "LIGHTER")
PUNISHED = ("PUNISHED", "MITIGATED", "LIGHTER")
LEVELS = ("city", "district", "town")

problems = rows(EnforcementProblem).where(~col("case__outcome").is_in("NOT_A_PROBLEM"))
rectified = (
    (col("case__outcome") == "RECTIFIED") & (col("verified_on") <= LAST_DAY) & (col("case__closed_on") <= LAST_DAY)
)
concluded = rows(PenaltyCase).by_date("concluded_on")
punished = concluded.where(col("case__outcome").is_in(*PUNISHED))
lenient = concluded.where(col("case__outcome").is_in(*LENIENT))
active = rows(SupervisionBody).where(status="active")

FIGURES = (
    NotComputed(
        "F066", "提升行政执法质量三年行动", "年", OWNER, mentions=(("行政执法质量", "三年行动"), ("执法质量", "行动")),
        reason="“三年”是行动名称；行动的开始、结束日期登记在行政执法专项行动台账中",
    ),
    Count(
        "F067", "行政执法突出问题", "个", OWNER,
        mentions=(("行政执法突出问题",), ("执法突出问题",), ("突出问题", "整治")),
        note="当年登记的突出问题；经核实不属于突出问题的不计",
        rows=problems,
    ),
    Holds(
        "F068", "行政执法突出问题整改完成率", "%", OWNER,
        mentions=(("突出问题", "完成整改"), ("突出问题", "整改完成"), ("突出问题", "整改到位")),
        note="当年登记的突出问题，期末均经责任单位以外的单位核查通过并销号",
        whole=problems, part=rectified,
    ),
    Count(
        "F070", "免罚轻罚案件", "件", OWNER,
        mentions=(("免罚轻罚", "案件"), ("轻罚", "案件"), ("免罚", "案件"), ("不予处罚", "案件"), ("首违不罚", "案件")),
        note="当年作出决定的行政处罚案件中，轻微不罚、首违不罚、无主观过错不罚和减轻、从轻处罚的；"
        "不予立案、违法事实不能成立、超过追责时效的不计",
        rows=lenient,
    ),
    Holds(
        "F071", "市县乡三级行政执法协调监督体系", "级", OWNER, said=3, reading="逐地",
        mentions=(("执法协调监督", "三级"), ("执法监督体系", "三级"), ("协调监督体系",)),
        note="应建名册所列的市、县（市、区）、镇（街道），期末均有正在运行的监督机构",
        whole=rows(SupervisionDuty), part=linked(active, "place_id", column="place_id"),
    ),
    Covers(
        "F071", "市县乡三级行政执法协调监督体系", "级", OWNER, reading="层级",
        note="期末正在运行的监督机构所在的层级；一级中只要有一个机构即计为覆盖",
        rows=active, column="place__level", values=LEVELS,
    ),
    Count("EF01", "作出行政处罚决定", "件", OWNER, rows=punished, mentions=(("行政处罚", "决定", "作出"), ("行政处罚案件", "办结"))),
    Sum("EF02", "罚款金额", "元", OWNER, rows=punished, column="fine", scale=100, mentions=(("罚款", "金额"),)),
    Ratio(
        "EF03", "免罚轻罚案件占比", "%", OWNER, digits=1, note="占当年作出处罚或者不予处罚决定的案件",
        whole=concluded.where(col("case__outcome").is_in(*PUNISHED, *EXEMPT)), part=col("case__outcome").is_in(*LENIENT),
    ),
    Count("EF04", "不予处罚案件", "件", OWNER, rows=concluded.where(col("case__outcome").is_in(*EXEMPT))),
    Count("EF05", "在推进的行政执法专项行动", "项", OWNER, rows=rows(Campaign)),
    Count("EF06", "执法监督事项", "件", OWNER, rows=rows(SupervisionMatter)),
    Ratio(
        "EF07", "执法会商事项办结率", "%", OWNER, digits=1, whole=rows(Consultation), part=col("finished_on") <= LAST_DAY,
    ),
)  # fmt: skip
