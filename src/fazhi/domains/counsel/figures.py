"""F060-F065."""

from fazhi.domains.counsel.models import AdviceItem, AdviserMatter, AdviserParticipation, ServiceRecord, Studio
from fazhi.figures.api import FIRST_DAY, Count, Distinct, Holds, col, linked, rows

OWNER = "市司法局"
BILLION = 1_000_000_000  # yuan: 10亿元以上, the amount itself included
FEN = 100

studios = rows(Studio).so_far().where(kind="industrial")
served = rows(ServiceRecord).where(status="done", project__major=True)
joined = linked(rows(AdviserParticipation).ever().where(recused=False), "matter")

FIGURES = (
    Holds(
        "F060", "全市首家产业项目法律服务工作室", "个", OWNER, said=1,
        mentions=(("首家", "法律服务工作室"), ("首个", "法律服务工作室")),
        note="截至期末成立过的产业项目法律服务工作室（含已撤销的）都成立于本期，即此前全市没有",
        whole=studios,
        part=col("valid_from") >= FIRST_DAY,
    ),
    Distinct(
        "F061", "对接服务的重大产业项目", "个", OWNER,
        mentions=(("服务", "重大产业项目"), ("服务", "产业项目")),
        note="当年至少有一次完成的法律服务的重大产业项目，按项目去重",
        rows=served,
        column="project",
    ),
    Holds(
        "F062", "归入“10亿以上”的项目总投资额不少于10亿元", "元", OWNER, said=BILLION,
        mentions=(("10亿以上",), ("十亿元以上",), ("10亿元以上",)),
        note="当年服务的重大产业项目中归入“10亿元以上”的，总投资额均不少于10亿元（含本数）",
        whole=served.where(project__size="billion"),
        part=col("project__investment") >= BILLION * FEN,
    ),
    Distinct(
        "F063", "对接服务的10亿以上重大产业项目", "个", OWNER,
        mentions=(("10亿以上项目",), ("10亿以上", "项目"), ("10亿元以上", "项目")),
        note="当年服务的重大产业项目中总投资额10亿元以上（含本数）的，按项目去重",
        rows=served.where(col("project__investment") >= BILLION * FEN),
        column="project",
    ),
    Count(
        "F064", "提供项目法律意见和建议", "条", OWNER,
        mentions=(("法律意见和建议",), ("法律意见建议",), ("项目", "法律建议")),
        note="当年向重大产业项目提出的法律意见和建议，逐条计；收回的不计",
        rows=rows(AdviceItem).where(withdrawn=False, project__major=True),
    ),
    Count(
        "F065", "法律顾问参与的政府涉法事务", "件", OWNER,
        mentions=(("法律顾问", "涉法事务"), ("法律顾问", "参与")),
        note="市本级当年交办、有法律顾问实际参与的涉法事务，按事务计，不按人次；只有回避记录的不计",
        rows=rows(AdviserMatter).where(joined, org__place__level="city"),
    ),
)  # fmt: skip
