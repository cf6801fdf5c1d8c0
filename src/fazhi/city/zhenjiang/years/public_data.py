"""A year of chief data officers: posts at three levels, those who hold them, and their reports."""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import company, person, workday
from fazhi.city.zhenjiang.year import Sheet

Row = Mapping[str, Any]

LEVELS = ("city", "district", "town")  # F023: all three
CITY = "321100"
CITY_UNITS = (
    "市政府", "市政府办", "市发展改革委", "市科技局", "市工业和信息化局", "市教育局", "市公安局", "市财政局", "市人社局",
    "市自然资源和规划局", "市生态环境局", "市住建局", "市城管局", "市交通运输局", "市水利局", "市农业农村局", "市商务局", "市文广旅局",
    "市卫生健康委", "市应急局", "市市场监管局", "市数据局", "市政务办", "市税务局", "市司法局",
)  # fmt: skip
SCHEME = date(2023, 11, 20)  # the scheme that set the posts up
VACANT = 5  # towns whose post nobody holds at the end of 2024


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    posts = list(_posts(ground))
    yield Sheet("public_data.datapost", posts)
    officers = list(_officers(posts, random))
    yield Sheet("public_data.chiefdataofficer", officers)
    yield Sheet("public_data.datadutyreport", list(_reports(officers, random)))


def _posts(ground: Ground) -> Iterator[Row]:
    """Units of the city, districts and towns; two posts abolished in 2024 and three enterprises on trial."""
    plan: list[tuple[str, str, str, str, date | None]] = [("city", CITY, unit, unit, None) for unit in CITY_UNITS]
    plan += [("district", code, f"{ground.name(code)}政府", ground.name(code), None) for code in ground.districts]
    plan += [
        ("town", code, f"{ground.name(code[:6])}{ground.name(code)}", ground.name(code), None) for code in ground.towns
    ]
    plan += [("city", CITY, "市数据局", f"市{name}", date(2024, 3, 20)) for name in ("大数据管理局", "金融监管局")]
    plan += [("enterprise", each.district, "市数据局", each.name, None) for each in map(company, (11, 12, 13))]
    for serial, (level, place, org, unit, until) in enumerate(plan, start=1):
        yield {
            "org": org, "place": place, "key": f"SJG{serial:03d}", "valid_from": SCHEME, "valid_to": until,
            "basis": "镇江市首席数据官制度实施方案", "unit": unit, "name": f"{unit}首席数据官", "level": level,
            "duties": "统筹本单位数据资源归集、共享、开放和安全",
        }  # fmt: skip


def _officers(posts: list[Row], random: Random) -> Iterator[Row]:
    """One in office for each post that is filled; predecessors who left, and one who begins in 2025 in a vacant post."""
    towns = [post["key"] for post in posts if post["level"] == "town"]
    vacant = random.sample(towns, VACANT)
    plan: list[tuple[Row, date, date | None]] = []
    plan += [(post, workday(random, 2024, (1, 2, 3)), None) for post in posts if post["key"] not in vacant]
    plan += [(post, date(2023, 12, 1), date(2024, 1, 2)) for post in random.sample(posts[:89], 9)]
    by_key = {post["key"]: post for post in posts}
    plan += [(by_key[vacant[0]], date(2025, 1, 1), None), (by_key[vacant[1]], date(2023, 12, 5), date(2024, 12, 31))]
    for serial, (post, since, until) in enumerate(plan, start=1):
        yield {
            "org": post["org"], "place": post["place"], "key": f"CDO{serial:03d}", "valid_from": since, "valid_to": until,
            "basis": "任命文件", "post": post["key"], "name": person(random), "position": "分管负责人",
            "document": f"〔{since.year}〕{serial}号", "term_years": 3, "phone": "", "trained": random.random() < 0.82,
        }  # fmt: skip


def _reports(officers: list[Row], random: Random) -> Iterator[Row]:
    serial = 0
    for officer in officers:
        if officer["valid_to"] is not None or officer["valid_from"].year == 2025:
            continue
        plan = [("quarterly", workday(random, 2024, (month,))) for month in (4, 7, 10)]
        if random.random() < 0.93:
            plan.append(("annual", workday(random, 2024, (12,))))
        for kind, day in plan:
            serial += 1
            yield {
                "org": officer["org"], "place": officer["place"], "number": f"LZBG{serial:04d}", "officer": officer["key"],
                "kind": kind, "happened_on": day, "catalogue_items": random.randrange(0, 40),
                "shared_items": random.randrange(0, 15), "problem": random.choice(("", "", "部门间数据回流不及时", "编目标准需要统一")),
            }  # fmt: skip
