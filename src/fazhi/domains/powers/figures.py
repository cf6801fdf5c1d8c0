"""F027-F029, and what the board shows of bodies, powers and discretion."""

from fazhi.domains.powers.models import (
    CoordinationBody,
    DiscretionBenchmark,
    LeniencyItem,
    PowerChange,
    PowerItem,
    TownConsolidation,
)
from fazhi.figures.api import FIRST_DAY, LAST_DAY, Count, Distinct, Ratio, col, rows

STAFFING, JUSTICE = "市委编办", "市司法局"

items = rows(PowerItem).where(status="in_force")
at_first = items.ever().where(col("valid_from") < FIRST_DAY, col("valid_to").is_null() | (col("valid_to") >= FIRST_DAY))
changes = rows(PowerChange).where(status="published")
added = changes.where(kind="added")
ended_in_period = rows(CoordinationBody).ever().where(col("valid_to").in_period())

FIGURES = (
    Distinct(
        "F027", "整合机构的镇（街道）", "个", STAFFING, column="place_id",
        mentions=(("整合", "镇（街道）"), ("整合", "街道", "机构"), ("镇（街道）", "机构设置")),
        note="期末已完成行政机构和事业单位整合的镇（街道），一个镇（街道）有两批方案的计一个；方案拟订、已批准未完成的不计",
        rows=rows(TownConsolidation).where(
            col("completed_on") <= LAST_DAY, place__level="town", progress="completed"
        ),
    ),
    Count(
        "F028", "行政权力事项", "项", STAFFING, reading="调整后",
        mentions=(("行政权力事项",), ("权力事项", "清单"), ("权责清单", "事项")),
        note="期末在用并在当年核对过的事项，含当年新增、不含当年取消；暂停行使、待公布的不计",
        rows=items.where(col("reviewed_on").in_period()),
    ),
    Count(
        "F028", "行政权力事项", "项", STAFFING, reading="调整前",
        note="期初在用的事项，不含当年新增、含当年取消",
        rows=at_first,
    ),
    Count(
        "F029", "新增行政处罚事项", "项", STAFFING,
        mentions=(("新增", "行政处罚事项"), ("新增", "处罚事项"), ("增加", "行政处罚事项")),
        note="当年调整并已公布的新增行政处罚事项；取消、变更、下放和未采纳的不计，不是净增数",
        rows=added.where(item_type="penalty"),
    ),
    Count("PW01", "权责清单调整事项", "项", STAFFING, rows=changes, mentions=(("权责清单", "调整"),)),
    Count("PW02", "议事协调机构", "个", STAFFING, rows=rows(CoordinationBody), mentions=(("议事协调机构",),)),
    Count("PW03", "精简议事协调机构", "个", STAFFING, rows=ended_in_period, mentions=(("精简", "议事协调机构"),)),
    Count("PW04", "免罚轻罚清单事项", "项", JUSTICE, rows=rows(LeniencyItem), mentions=(("免罚", "清单"), ("轻罚", "清单"))),
    Ratio(
        "PW05", "裁量权基准当年评估率", "%", JUSTICE, digits=1,
        whole=rows(DiscretionBenchmark), part=col("evaluated_on").in_period(),
    ),
)  # fmt: skip
