"""F023, and what the board shows of data officers."""

from fazhi.domains.public_data.models import ChiefDataOfficer, DataDutyReport, DataPost
from fazhi.figures.api import DAY_AFTER, Count, Covers, Ratio, col, linked, rows

OWNER = "市数据局"
LEVELS = ("city", "district", "town")

post_open = col("post__valid_to").is_null() | (col("post__valid_to") >= DAY_AFTER)
officers = rows(ChiefDataOfficer).where(post_open)
posts = rows(DataPost).where(col("level").is_in(*LEVELS))

FIGURES = (
    Covers(
        "F023", "建立首席数据官制度的层级", "级", OWNER, mentions=(("首席数据官",),),
        note="市级、县（市、区）级、镇（街道）级三级中，年末至少有1名在任首席数据官的层级数；岗位已撤销、任期已满和企业试点不计",
        rows=officers, column="post__level", values=LEVELS,
    ),
    Count(
        "PD01", "在任首席数据官", "名", OWNER, rows=officers.where(col("post__level").is_in(*LEVELS)),
        mentions=(("首席数据官", "名"),),
    ),
    Ratio("PD02", "首席数据官到岗率", "%", OWNER, digits=1, whole=posts, part=linked(officers, "post_id")),
    Count("PD03", "空缺的首席数据官岗位", "个", OWNER, rows=posts.where(~linked(officers, "post_id"))),
    Ratio(
        "PD04", "首席数据官年度履职报告率", "%", OWNER, digits=1, whole=officers.where(col("post__level").is_in(*LEVELS)),
        part=linked(rows(DataDutyReport).where(kind="annual"), "officer_id"),
    ),
)  # fmt: skip
