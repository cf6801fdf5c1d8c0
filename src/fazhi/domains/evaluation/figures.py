"""F102, and the gaps and plans behind parts two and three of the report."""

from fazhi.domains.evaluation.models import Gap, PlanEvaluation, PlannedTask, WorkScore
from fazhi.figures.api import LAST_DAY, Count, Distinct, Ratio, col, rows

OWNER = "市委依法治市办"
POOR = 60  # of a hundred

#: one plan and two schemes; the evaluation of the popularisation plan is counted apart
final = rows(PlanEvaluation).where(col("kind").is_in("plan", "scheme"), stage="final")
gaps = rows(Gap)

FIGURES = (
    Count(
        "F102", "“一规划两方案”末期评估", "个", OWNER, reading="计划", mentions=(("一规划两方案",),),
        note="期末在列、应在期后完成的末期评估（规划一件、方案两件）；“八五”普法终期评估另计",
        rows=final.where(col("due_on") > LAST_DAY),
    ),
    Count(
        "F102", "“一规划两方案”末期评估", "个", OWNER, reading="完成",
        note="期内完成的末期评估", rows=final.by_date("completed_on"),
    ),
    Count(
        "EV01", "“八五”普法终期评估", "个", "市司法局", mentions=(("八五", "终期评估"),),
        note="期末在列、应在期后完成的", rows=rows(PlanEvaluation).where(
            col("due_on") > LAST_DAY, kind="publicity", stage="final"
        ),
    ),
    Count("EV02", "督察考核发现问题", "个", OWNER, mentions=(("督察", "问题"),), rows=gaps),
    Ratio(
        "EV03", "督察考核问题整改率", "%", OWNER, digits=1, mentions=(("整改率", "督察"),),
        note="期内发现的问题中，期末前完成整改的", whole=gaps, part=col("rectified_on") <= LAST_DAY,
    ),
    Count(
        "EV04", "逾期未整改问题", "个", OWNER, note="截至期末已过整改期限而未完成整改的",
        rows=gaps.so_far().where(
            col("due_on") <= LAST_DAY, col("rectified_on").is_null() | (col("rectified_on") > LAST_DAY)
        ),
    ),
    Count(
        "EV05", "列入下年度工作计划的任务", "项", OWNER,
        note="期内列入、期末未取消的", rows=rows(PlannedTask).where(
            col("due_on") > LAST_DAY, col("dropped_on").is_null() | (col("dropped_on") > LAST_DAY)
        ),
    ),
    Distinct(
        "EV06", "评分有不及格维度的单位", "家", OWNER, note="任一维度低于60分",
        rows=rows(WorkScore).where(col("score") < POOR), column="org",
    ),
)  # fmt: skip
