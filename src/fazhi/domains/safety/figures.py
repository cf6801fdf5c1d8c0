"""F086-F090 and what the board shows of safety."""

from fazhi.domains.safety.models import (
    Drill,
    FireAlarm,
    FireHazard,
    KeyIndustry,
    ResponsibilityList,
    SafetyLeader,
    SafetyLink,
    SafetyPost,
)
from fazhi.figures.api import LAST_DAY, Count, Holds, Ratio, Sum, col, linked, rows

OWNER = "市应急局"
FIRE = "市消防救援支队"

links = rows(SafetyLink)
posts = rows(SafetyPost)
filled = posts.where(col("holder") != "")
lists = rows(ResponsibilityList)
held = rows(Drill).where(status="held")
evacuations = held.where(kind="evacuation")

FIGURES = (
    Holds(
        "F086", "党政领导干部安全生产和消防安全“双挂钩”", "个", OWNER, said=2, mentions=(("双挂钩",),),
        note="期末在任的党政领导干部，每人都有生效的安全生产挂钩和消防安全挂钩各至少一个",
        whole=rows(SafetyLeader),
        part=linked(links.where(charge="work_safety"), "leader") & linked(links.where(charge="fire"), "leader"),
    ),
    Holds(
        "F087", "基层“1+3+N”责任体系", "个", FIRE, said=3, mentions=(("1+3+N",),),
        note="设有“1”的地方，“3”恰有三个岗位且均有责任人，“N”至少一个且有责任人；数值为“3”",
        whole=posts.where(tier="one"),
        part=(col("holder") != "")
        & linked(filled.where(tier="three"), "place_id", column="place_id", least=3, most=3)
        & linked(filled.where(tier="more"), "place_id", column="place_id"),
    ),
    Count(
        "F088", "应急疏散演练", "场次", FIRE, mentions=(("疏散演练",),), rows=evacuations,
        note="期内已举办的应急疏散演练；实训、讲座和未举办的不计",
    ),
    Sum(
        "F089", "实操培训人次", "人次", FIRE, reading="疏散演练",
        mentions=(("实操培训",), ("人次", "演练")), note="应急疏散演练参加人次合计",
        rows=evacuations, column="participants",
    ),
    Sum(
        "F089", "实操培训人次", "人次", FIRE, reading="演练和实训",
        note="应急疏散演练和体验式实训参加人次合计；知识讲座不计",
        rows=held.where(col("kind").is_in("evacuation", "practice")), column="participants",
    ),
    Holds(
        "F090", "安全生产“两个责任”清单", "个", OWNER, said=2, mentions=(("两个责任", "清单"),),
        note="期末在列的重点行业领域，每个都有生效的企业主体责任清单和部门监管责任清单",
        whole=rows(KeyIndustry),
        part=linked(lists.where(kind="principal"), "industry") & linked(lists.where(kind="supervision"), "industry"),
    ),
    Count(
        "SF01", "基层责任岗位空缺", "个", FIRE, note="期末在册而没有责任人的岗位", rows=posts.where(holder=""),
    ),
    Ratio(
        "SF02", "消防专项行动隐患整改率", "%", FIRE, digits=1, mentions=(("消防", "整改率"),),
        note="期内发现的隐患中，期末前已整改的占比",
        whole=rows(FireHazard), part=col("cleared_on") <= LAST_DAY,
    ),
    Ratio(
        "SF03", "智慧消防误报率", "%", FIRE, digits=1, mentions=(("误报率",),),
        whole=rows(FireAlarm).where(col("verdict") != ""), part=col("verdict") == "false",
    ),
)  # fmt: skip
