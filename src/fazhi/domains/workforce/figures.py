"""What the report's part two says of the workforce; each figure is also given by district."""

from fazhi.domains.workforce.models import AwarenessSign, LawTraining, LawWorker, ReviewTally, TrainingTally
from fazhi.figures.api import Count, Distinct, Ratio, Sum, col, rows

OWNER = "市司法局"
HOURS = 60  # 法治政府建设实施纲要(三十四): 执法人员每年不少于60学时
SOURCE = "法治政府建设实施纲要（2021—2025年）（三十四）"

workers = rows(LawWorker)
legal_background = (col("legal_major").is_in(True)) | (col("qualified").is_in(True))
tallies = rows(TrainingTally)

FIGURES = (
    Count("WF00", "从事执法和法制审核的人员", "人", OWNER, mentions=(("执法人员", "人"),), rows=workers),
    Ratio(
        "WF01", "执法和法制审核人员51岁及以上占比", "%", OWNER, digits=1, mentions=(("年龄", "占比"), ("岁以上", "占比")),
        note="期末在岗人员，年龄按年末周岁", whole=workers, part=col("age") == "over_50",
    ),
    Ratio(
        "WF02", "执法和法制审核人员具有法律背景占比", "%", OWNER, digits=1, mentions=(("法律背景", "占比"), ("法律专业", "占比")),
        note="法律专业毕业或者取得法律职业资格的，占期末在岗人员", whole=workers, part=legal_background,
    ),
    Ratio(
        "WF03", "人均培训不足60学时的单位占比", "%", OWNER, digits=1, source=SOURCE, mentions=(("学时", "单位", "占比"),),
        note="期内统计的单位中，培训总学时除以应训人数不满60的", whole=tallies, part=col("hours_per_head") < HOURS,
    ),
    Count(
        "WF04", "人均培训不足60学时的单位", "家", OWNER, source=SOURCE, mentions=(("不足60学时", "单位"),),
        rows=tallies.where(col("hours_per_head") < HOURS),
    ),
    Sum(
        "WF05", "全年培训未满60学时的人员", "人", OWNER, source=SOURCE, mentions=(("未满60学时",),),
        rows=tallies, column="short",
    ),
    Sum("WF06", "全年未参加法治培训的人员", "人", OWNER, rows=tallies, column="untrained"),
    Count("WF07", "举办法治培训", "场次", OWNER, mentions=(("法治培训", "场"),), rows=rows(LawTraining)),
    Ratio(
        "WF08", "法制审核人员具有法律职业资格占比", "%", OWNER, digits=1, mentions=(("法制审核人员", "法律职业资格"),),
        whole=workers.where(col("work").is_in("review", "both")), part=col("qualified").is_in(True),
    ),
    Count(
        "WF09", "没有专门法制审核人员的单位", "家", OWNER, note="期内统计有审核件数而审核人员为零的单位",
        rows=rows(ReviewTally).where(col("reviewed") > 0, reviewers=0),
    ),
    Distinct(
        "WF10", "存在法治意识薄弱情形的单位", "家", OWNER, note="一家单位有多种情形的计一家",
        rows=rows(AwarenessSign), column="org",
    ),
)  # fmt: skip
