"""F036-F042 and F057-F059."""

from fazhi.domains.normative.models import CleanupItem, LegalityReviewCase, LegalOpinion
from fazhi.figures.api import LAST_DAY, Count, Holds, col, rows

OWNER = "市司法局"
CLEANED = ("amend", "repeal", "lapse")
CONCLUDED = ("LAWFUL", "AMEND", "UNLAWFUL")

listed = rows(CleanupItem).where(subject="unequal", concerns_enterprises=True)
reviewed = listed.by_date("reviewed_on")
cleaned = listed.by_date("completed_on").where(col("outcome").is_in(*CLEANED))
reviews = rows(LegalityReviewCase).by_date("concluded_on").where(case__org__place__level="city")
papers = rows(LegalOpinion).where(withdrawn=False, org__place__level="city")

FIGURES = (
    Holds(
        "F036", "涉企文件全面梳理", "%", OWNER, mentions=(("全面梳理", "涉企"),),
        note="当年列入“涉及不平等对待企业”清理的涉企文件，期末前全部完成自查梳理",
        whole=listed,
        part=col("reviewed_on") <= LAST_DAY,
    ),
    Count(
        "F037", "梳理涉企地方性法规", "件", OWNER, mentions=(("地方性法规", "梳理"), ("地方性法规", "清理")),
        note="当年完成自查梳理的涉企地方性法规",
        rows=reviewed.where(kind="local_regulation"),
    ),
    Count(
        "F038", "梳理涉企市政府规章", "件", OWNER, mentions=(("规章", "梳理"), ("市政府规章", "清理")),
        note="当年完成自查梳理的涉企市政府规章",
        rows=reviewed.where(kind="municipal_rule"),
    ),
    Count(
        "F039", "梳理涉企行政规范性文件", "件", OWNER, mentions=(("规范性文件", "梳理"),),
        note="当年完成自查梳理的涉企行政规范性文件",
        rows=reviewed.where(kind="normative_document"),
    ),
    Count(
        "F040", "梳理涉企政策文件", "件", OWNER, mentions=(("政策文件", "梳理"), ("政策", "梳理")),
        note="当年完成自查梳理的涉企政策文件",
        rows=reviewed.where(kind="policy_document"),
    ),
    Count(
        "F041", "清理完成规范性文件", "件", OWNER,
        mentions=(("规范性文件", "清理完成"), ("规范性文件", "完成清理"), ("规范性文件", "清理")),
        note="当年公布修改、废止或者宣布失效的涉企行政规范性文件；继续有效和尚未公布的不计",
        rows=cleaned.where(kind="normative_document"),
    ),
    Count(
        "F042", "清理完成政策文件", "件", OWNER,
        mentions=(("政策", "清理完成"), ("政策", "完成清理"), ("政策文件", "清理")),
        note="当年公布修改、废止或者宣布失效的涉企政策文件；继续有效和尚未公布的不计",
        rows=cleaned.where(kind="policy_document"),
    ),
    Count(
        "F057", "完成行政规范性文件合法性审查", "件", OWNER,
        mentions=(("规范性文件", "合法性审查"), ("规范性文件", "合法性审核")),
        note="市本级当年作出合法、修改或者不合法结论的；撤回的和经认定不属于规范性文件的不计",
        rows=reviews.where(col("case__outcome").is_in(*CONCLUDED)),
    ),
    Count(
        "F058", "出具法律意见书", "份", OWNER, mentions=(("法律意见书",),),
        note="市本级当年出具的法律意见书，含协议、决策和会议议题；收回的不计",
        rows=papers.where(kind="opinion"),
    ),
    Count(
        "F059", "出具合法性审核意见书", "份", OWNER, mentions=(("合法性审核意见书",), ("合法性审查意见书",)),
        note="市本级当年出具的合法性审核意见书；收回的不计",
        rows=papers.where(kind="review_opinion"),
    ),
)  # fmt: skip
