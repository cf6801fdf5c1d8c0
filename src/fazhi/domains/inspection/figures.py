"""F024-F026, F044, F069, F103-F105, and what the board shows of inspection."""

from fazhi.domains.inspection.models import (
    EnterpriseVisit,
    ExemptionPeriod,
    GradedArea,
    Industry,
    IndustryInspection,
    JointRegion,
    PilotField,
    PlannedCheck,
    RandomInspection,
    WhiteListMember,
)
from fazhi.figures.api import LAST_DAY, Change, Count, Distinct, Holds, Measure, Quotient, Ratio, Sum, col, linked, rows

MARKET, JUSTICE = "市市场监管局", "市司法局"

listed = rows(JointRegion).where(status="listed")
drawn = rows(RandomInspection).where(joint=True, status="done")
drawn_twice_and_published = (
    (col("subject_drawn_on") <= col("happened_on"))
    & (col("inspectors_drawn_on") <= col("happened_on"))
    & (col("published_on") >= col("happened_on"))
)

visits = rows(EnterpriseVisit).where(status="done")
planned_visits = visits.where(reason="planned")
plans = rows(PlannedCheck).by_date("window_ends_on").where(status="merged")
several_departments = linked(plans, "window_key", column="window_key", least=2)
one_visit = linked(planned_visits.ever(), "window_key", column="window_key", least=1, most=1)
combined_visit = linked(planned_visits.ever().where(combined=True), "window_key", column="window_key")

pilots = rows(PilotField).ever().where(status="running")
pilot_visits = visits.where(linked(pilots, "place_field", column="place_field"))

areas = rows(GradedArea).where(place__level="district")
industry_visits = rows(IndustryInspection).where(status="done")
one_an_industry = linked(industry_visits, "industry_id", least=1, most=1)
merged_in_industry = linked(industry_visits.where(merged=True), "industry_id")


def once(code: str, name: str, note: str, mentions: tuple[tuple[str, ...], ...]) -> Holds:
    """The rule of the year's account and the target of the next year's plan are one definition under two codes."""
    whole = plans.where(several_departments)
    return Holds(
        code, name, "次", JUSTICE, said=1, note=note, mentions=mentions, whole=whole, part=one_visit & combined_visit
    )


FIGURES = (
    Count(
        "F024", "纳入跨区域联合抽查名单的市", "个", MARKET, rows=listed.where(level="city"),
        mentions=(("联合抽查", "市"), ("跨区域", "抽查", "市")),
        note="期末在册的设区市，本市在册的计入；拟纳入和已退出的不计",
    ),
    Count(
        "F025", "纳入跨区域联合抽查名单的县", "个", MARKET, rows=listed.where(level="county"),
        mentions=(("联合抽查", "县"), ("跨区域", "抽查", "县")),
        note="期末在册的县（市、区），本市所辖县在册的计入；拟纳入和已退出的不计",
    ),
    Holds(
        "F026", "联合抽查“双随机、一公开”", "个", MARKET, said=2, source="优化营商环境条例第五十四条",
        mentions=(("双随机", "一公开"), ("双随机",), ("一公开",)),
        note="当年完成的部门联合抽查，每次的检查对象和执法人员均在检查前随机抽取，结果均已公示；非联合抽查、取消的不在内",
        whole=drawn, part=drawn_twice_and_published,
    ),
    once(
        "F044", "同一企业同一时段“综合查一次”",
        "检查时段在当年截止、有两项以上部门计划并入的，同一企业同一季度的计划检查均只上门一次且为综合检查；"
        "投诉举报、转办、事故调查、复查等例外情形不计",
        (("综合查一次",), ("综合查", "一次"), ("合并检查", "一次")),
    ),
    Change(
        "F069", "分级分类监管试点涉企检查频次降幅", "%", JUSTICE, reading="检查次数",
        mentions=(("涉企检查", "减少"), ("检查频次", "减少"), ("检查频次", "下降"), ("检查次数", "减少")),
        note="试点地区试点领域当年完成的涉企检查次数与上年同期相比；其他地区、其他领域和取消的检查不计",
        of=pilot_visits,
    ),
    Change(
        "F069", "分级分类监管试点涉企检查频次降幅", "%", JUSTICE, reading="户均次数",
        mentions=(("户均", "检查次数", "下降"), ("户均", "检查次数", "减少"), ("户均", "检查频次")),
        note="试点地区试点领域当年完成的涉企检查次数除以受检企业数，与上年同期相比；受检企业按统一社会信用代码去重",
        of=Quotient(Measure(pilot_visits, label="检查次数"), Measure(pilot_visits, "distinct", "uscc", label="受检企业")),
    ),
    Holds(
        "F103", "在全市推广涉企分级分类差异化监管的地区占比", "%", JUSTICE, digits=1,
        mentions=(("分级分类", "推广"), ("差异化监管", "推广"), ("分级分类", "推行")),
        note="期末处于试点实施或者全面实施阶段的县（市、区），占推行情况表所列县（市、区）；2025年目标为100%",
        whole=areas, part=col("stage").is_in("pilot", "in_force"),
    ),
    once("F104", "健全“综合查一次”机制", "2025年目标，口径与F044相同", (("健全", "综合查一次"),)),
    Holds(
        "F105", "同一行业“一业一查”", "次", JUSTICE, said=1, mentions=(("一业一查",),),
        note="目录所列有两个以上部门检查、当年实际检查过的行业，全年只有一次检查且为合并检查；2025年目标",
        whole=rows(Industry).where(col("department_count") >= 2, linked(industry_visits, "industry_id")),
        part=one_an_industry & merged_in_industry,
    ),
    Count("IN01", "涉企行政检查", "次", JUSTICE, rows=visits, mentions=(("开展", "涉企", "检查"),)),
    Distinct(
        "IN02", "接受行政检查的企业", "家", JUSTICE, rows=visits, column="uscc",
        note="按统一社会信用代码去重",
    ),
    Count("IN03", "“综合查一次”上门检查", "次", JUSTICE, rows=planned_visits.where(combined=True)),
    Count("IN04", "涉企检查白名单企业", "家", JUSTICE, rows=rows(WhiteListMember), mentions=(("检查", "白名单"),)),
    Sum(
        "IN05", "豁免期内拦截的检查", "次", JUSTICE, column="blocked",
        rows=rows(ExemptionPeriod).begun(),
    ),
    Ratio(
        "IN06", "随机抽查结果按时公示率", "%", MARKET, digits=1, note="当年完成的随机抽查，期末以前已公示的占比",
        whole=rows(RandomInspection).where(status="done"), part=col("published_on") <= LAST_DAY,
    ),
)  # fmt: skip
