"""What the board shows of major decisions; the city's report gives no number for them."""

from fazhi.domains.decisions.models import CatalogueItem, DecisionEvaluation
from fazhi.figures.api import Count, Holds, col, rows

OWNER = "市政府办"
at_city = col("org__place__level") == "city"
published = rows(CatalogueItem).by_date("published_on").where(at_city)

FIGURES = (
    Count(
        "DC01", "列入年度目录的重大行政决策事项", "项", OWNER, mentions=(("重大行政决策", "目录"),),
        note="市政府当年列入目录且期末未调出的事项",
        rows=rows(CatalogueItem).begun().where(at_city, col("valid_to").is_null()),
    ),
    Count(
        "DC02", "出台重大行政决策", "项", OWNER, mentions=(("出台", "重大行政决策"),),
        note="市政府当年公布的目录事项", rows=published,
    ),
    Holds(
        "DC03", "出台的决策均先经合法性审查、后经集体讨论", "", OWNER,
        source="重大行政决策程序暂行条例第二十五条、第三十条",
        note="当年公布的目录事项，合法性审查不晚于集体讨论，集体讨论不晚于公布",
        whole=published,
        part=(col("reviewed_on") <= col("discussed_on")) & (col("discussed_on") <= col("published_on")),
    ),
    Count(
        "DC04", "完成重大行政决策后评估", "项", OWNER, mentions=(("后评估",),),
        note="市政府当年形成评估报告的决策", rows=rows(DecisionEvaluation).where(at_city),
    ),
)  # fmt: skip
