"""重大行政决策的2024年: the catalogues and an evaluation. The demonstration's builder reads it."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import later
from fazhi.city.zhenjiang.year import Sheet

CITY, OFFICE = "321100", "市政府办"
Row = dict[str, Any]

#: title, kind, undertaker, the month of publication (None: not yet)
OF_2024 = (
    ("关于促进建筑业高质量发展的若干意见", "policy", "市住建局", 9),
    ("镇江市公共数据授权运营管理暂行办法", "policy", "市数据局", None),
    ("镇江市国土空间综合交通规划", "plan", "市交通运输局", 11),
    ("镇江市市区义务教育学校布局规划", "plan", "市教育局", 12),
    ("镇江市长江岸线生态修复方案", "resources", "市水利局", 10),
    ("镇江市第四水源地建设项目", "works", "市水利局", None),
)
OF_2023 = (
    ("镇江市城市更新专项规划", "plan", "市住建局", 8),
    ("镇江市养老服务设施布局规划", "plan", "市自然资源和规划局", 11),
    ("镇江市市区公共停车设施建设方案", "works", "市城管局", 12),
)
OF_2025 = (
    ("镇江市“十五五”综合防灾减灾规划", "plan", "市应急局", None),
    ("镇江市住房发展规划", "plan", "市住建局", None),
)


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    yield Sheet("decisions.catalogueitem", _catalogue(random))
    yield Sheet("decisions.decisionevaluation", _evaluations(random))


def _catalogue(random: Random) -> list[Row]:
    rows = []
    for year, listed_on, listed in (
        (2023, date(2023, 3, 20), OF_2023),
        (2024, date(2024, 3, 18), OF_2024),
        (2025, date(2025, 1, 20), OF_2025),
    ):
        for number, (title, kind, undertaker, month) in enumerate(listed, start=1):
            rows.append(_item(random, f"ZDJC{year}-{number:02d}", listed_on, title, kind, undertaker, month))
    dropped = _item(
        random, "ZDJC2024-07", date(2024, 3, 18), "镇江市区供热特许经营实施方案", "policy", "市住建局", None
    )
    district = _item(random, "ZDJC2024-DY01", date(2024, 4, 1), "丹阳市眼镜产业发展规划", "plan", "丹阳市政府", 10)
    rows.append(dropped | {"valid_to": date(2024, 9, 30), "basis": "市政府常务会议调整目录"})
    rows.append(district | {"org": "丹阳市政府", "place": "321181"})
    return rows


def _item(random: Random, key: str, listed_on: date, title: str, kind: str, undertaker: str, month: int | None) -> Row:
    row: Row = {
        "org": OFFICE, "place": CITY, "key": key, "valid_from": listed_on, "valid_to": None, "title": title, "kind": kind,
        "undertaker": undertaker, "planned_on": date(listed_on.year, 12, 31), "basis": "年度重大行政决策事项目录",
    }  # fmt: skip
    if month is None:
        return row
    published = later(date(listed_on.year, month, 1), random.randint(3, 15))
    comment = published - timedelta(days=random.randint(85, 110))
    return row | {
        "comment_from": comment, "comment_to": comment + timedelta(days=random.choice((30, 30, 31))),
        "argued_on": published - timedelta(days=48), "risk_assessed_on": published - timedelta(days=42),
        "reviewed_on": published - timedelta(days=25), "discussed_on": published - timedelta(days=9), "published_on": published,
    }  # fmt: skip


def _evaluations(random: Random) -> list[Row]:
    listed = (
        ("PG2024-01", date(2024, 11, 22), "镇江市征收集体土地涉及房屋补偿工作的意见", "amend"),
        ("PG2023-01", date(2023, 10, 18), "镇江市市区生活垃圾分类实施方案", "keep"),
        ("PG2025-01", date(2025, 1, 15), "镇江市优待证使用管理办法", "keep"),
    )
    return [
        {"org": OFFICE, "place": CITY, "number": number, "happened_on": day, "decision": decision, "evaluator": "市自然资源和规划局",
         "third_party": "江苏大学法学院", "opinions": random.randint(120, 460), "score": random.randint(82, 95),
         "conclusion": conclusion, "followed_up_on": None}
        for number, day, decision, conclusion in listed
    ]  # fmt: skip
