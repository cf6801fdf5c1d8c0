"""权责清单与机构的2024年: towns put together, power items and their changes, lists of discretion."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import later, workday
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years._powers_texts import (
    ADDED,
    COORDINATION,
    DEPARTMENTS,
    FORMER,
    FORMS,
    LENIENCY,
    NEW,
    NO_COERCION,
    REFUSED,
    TEAMS,
)

DROPPED = 5  # F028: 698 at the beginning, 9 added (7 of them penalties, F029), 5 dropped: 702 at the end
CITY, STAFFING, JUSTICE = "321100", "市委编办", "市司法局"
Row = dict[str, Any]


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    """Schemes come before the bodies they made, items before their changes."""
    schemes = list(_schemes(ground, random))
    yield Sheet("powers.townconsolidation", schemes)
    yield Sheet(
        "powers.townbody", [row for each in schemes if each["key"].endswith("-1") for row in _bodies(each, random)]
    )
    yield Sheet("powers.coordinationbody", list(_coordination(random)))
    items = list(_items(random))
    yield Sheet("powers.poweritem", items)
    yield Sheet("powers.powerchange", list(_changes(items, random)))
    yield Sheet("powers.teamfield", list(_teams()))
    yield Sheet("powers.leniencyitem", list(_leniency()))
    yield Sheet("powers.nocoercionitem", list(_no_coercion()))
    yield Sheet("powers.discretionbenchmark", list(_benchmarks(random)))


def _schemes(ground: Ground, random: Random) -> Iterator[Row]:
    """F027: all 56, completed by the end of 2024; some had a second scheme, and a district's own bodies are no town's."""
    for number, code in enumerate(ground.towns, start=1):
        yield _scheme(ground, random, code, f"JGZH-{number:02d}-1", date(2023, 9, 4), "completed")
        if number % 8 == 0:
            yield _scheme(ground, random, code, f"JGZH-{number:02d}-2", date(2024, 5, 6), "completed")
        if number % 11 == 0:
            yield _scheme(ground, random, code, f"JGZH-{number:02d}-3", date(2024, 11, 4), "approved")
    for number, code in enumerate(ground.districts[:3], start=1):
        yield _scheme(ground, random, code, f"JGZH-X{number}", date(2024, 3, 4), "completed")


def _scheme(ground: Ground, random: Random, code: str, key: str, since: date, progress: str) -> Row:
    body = ground.town_body(code) if len(code) > 6 else ground.district_body(code, "政府")
    before = random.randint(90, 150)
    return {
        "org": body.short, "place": code, "key": key, "valid_from": since, "basis": "镇（街道）机构设置优化方案", "progress": progress,
        "number": f"镇编发〔{since.year}〕{random.randint(10, 90)}号",
        "completed_on": later(since, random.randint(120, 160)) if progress == "completed" else None,
        "former_administrative": 6, "former_institutions": 4, "new_administrative": 4, "new_institutions": 2,
        "posts_before": before, "posts_after": before - random.randint(0, 6),
    }  # fmt: skip


def _bodies(scheme: Row, random: Random) -> Iterator[Row]:
    """Ten bodies before, six after; each former one names what took it over."""
    head, changed = scheme["key"].removesuffix("-1"), scheme["completed_on"]
    common = {"org": scheme["org"], "place": scheme["place"], "consolidation": scheme["key"]}
    for number, (name, kind, took) in enumerate(NEW, start=1):
        yield {
            **common, "key": f"{head}-N{number}", "name": name, "kind": kind, "phase": "new", "valid_from": changed,
            "posts": random.randint(10, 30),
        }  # fmt: skip
        for place in took:
            former, former_kind = FORMER[place]
            yield {
                **common, "key": f"{head}-F{place + 1}", "name": former, "kind": former_kind, "phase": "former",
                "valid_from": date(2019, 3, 1), "valid_to": changed, "merged_into": f"{head}-N{number}",
                "posts": random.randint(5, 18),
            }  # fmt: skip


def _coordination(random: Random) -> Iterator[Row]:
    heads = ("市长", "常务副市长", "副市长", "市委副书记")
    for number, name in enumerate(COORDINATION, start=1):
        ended = date(2024, 7, 15) if number % 5 == 0 else date(2023, 11, 20) if number == 18 else None
        decision = ("abolished" if number % 2 else "merged") if ended else "adjusted" if number % 7 == 0 else "kept"
        yield {
            "org": STAFFING, "place": CITY, "key": f"YSXT-{number:03d}", "valid_from": date(2016 + number % 7, 3, 1), "valid_to": ended,
            "basis": f"镇政办发〔{2016 + number % 7}〕{number}号", "name": f"市{name}{'委员会' if number % 4 == 0 else '领导小组'}",
            "lead": random.choice(heads), "office": random.choice(list(DEPARTMENTS)), "members": random.randint(8, 32),
            "decision": decision, "reason": "任务已完成或者职能相近" if ended else None,
        }  # fmt: skip


def _items(random: Random) -> Iterator[Row]:
    ended = iter([date(2024, 3, 18), date(2024, 6, 3), date(2024, 6, 3), date(2024, 9, 9), date(2024, 12, 31)])
    for item_type, number, letters, forms in FORMS:
        matters = [(body, *rest[:2], matter) for body, rest in DEPARTMENTS.items() for matter in rest[2]]
        named = [
            (body, code, field, form.format(matter)) for form, (body, code, field, matter) in product(forms, matters)
        ]
        for serial, (body, code, field, name) in enumerate(random.sample(named, number), start=1):
            dropped = next(ended, None) if item_type == "licence" else None
            key = f"3211{code}{letters}{serial:04d}"
            yield _item(random, body, key, name, item_type, field, valid_to=dropped)
    for serial, (body, item_type, name, field) in enumerate(ADDED, start=1):
        key = f"3211{DEPARTMENTS[body][0]}XZ{serial:04d}"
        yield _item(
            random, body, key, name, item_type, field, valid_from=date(2024, 8, 1), reviewed_on=date(2024, 8, 20)
        )
    yield from _other_items(random)


def _other_items(random: Random) -> Iterator[Row]:
    """Items that are not on the list in use at the end of 2024."""
    others: tuple[tuple[str, str, Row], ...] = (
        ("民办职业培训学校筹设审批", "licence", {"valid_to": date(2023, 10, 9)}),
        ("煤炭经营资格审查", "licence", {"valid_to": date(2023, 4, 3)}),
        ("对道路货运车辆未按期维护的处罚", "penalty", {"status": "suspended"}),
        ("对旅游景区超最大承载量接待的处罚", "penalty", {"status": "suspended"}),
        ("对无人机违规飞行的处罚", "penalty", {"status": "pending", "valid_from": date(2024, 12, 20)}),
        ("对数据处理者未履行安全保护义务的处罚", "penalty", {"status": "pending", "valid_from": date(2024, 12, 20)}),
        ("对未按规定安装使用电梯应急装置的处罚", "penalty", {"valid_from": date(2025, 1, 8)}),
        ("对住宅小区违规充电的处罚", "penalty", {"valid_from": date(2025, 1, 8)}),
    )
    for serial, (name, item_type, more) in enumerate(others, start=1):
        yield _item(random, "市市场监管局", f"3211SJQT9{serial:03d}", name, item_type, "市场监管", **more)


def _item(random: Random, body: str, key: str, name: str, item_type: str, field: str, **more: Any) -> Row:
    return {
        "org": body, "place": CITY, "key": key, "valid_from": date(2018 + random.randrange(6), random.randint(1, 12), 1),
        "basis": f"有关{field}的法律、法规", "name": name, "item_type": item_type, "holder": body,
        "level": random.choices(("city", "county", "town"), (70, 25, 5))[0], "field": field,
        "duties": "受理、审查、决定、送达、事后监管", "complaint": f"0511-8{random.randint(1_000_000, 9_999_999)}",
        "reviewed_on": workday(random, 2024, (9, 10, 11)), "status": "in_force", **more,
    }  # fmt: skip


def _changes(items: list[Row], random: Random) -> Iterator[Row]:
    """F029: seven penalties added and published in 2024; every other change stands beside them."""
    made: list[tuple[Row, str, date, str]] = []
    added = {row["name"]: row for row in items if "XZ" in row["key"]}
    made += [(row, "added", row["valid_from"], "published") for row in added.values()]
    made += [(row, "dropped", row["valid_to"], "published") for row in items if row.get("valid_to") is not None]
    standing = [row for row in items if row["item_type"] == "penalty" and "CF" in row["key"]]
    chosen = random.sample(standing, 24)
    made += [(row, "amended", workday(random, 2024), "published") for row in chosen[:11]]
    made += [(row, "handed_down", workday(random, 2024), "published") for row in chosen[11:15]]
    made += [(row, "added", workday(random, 2023), "published") for row in chosen[15:19]]
    made += [(row, "dropped", workday(random, 2024), "refused") for row in chosen[19:21]]
    made += [(row, "added", row["valid_from"], "published") for row in items if row["valid_from"] == date(2025, 1, 8)]
    made += [(row, "added", row["valid_from"], "reviewing") for row in items if row["status"] == "pending"]
    for body, item_type, name, field in REFUSED:
        row = {"org": body, "key": None, "name": name, "item_type": item_type, "field": field, "basis": "部门建议"}
        made.append((row, "added", workday(random, 2024), "refused"))
    for number, (row, kind, day, status) in enumerate(sorted(made, key=lambda each: each[2]), start=1):
        yield {
            "org": row["org"], "place": CITY, "number": f"QZTZ{day.year}-{number:03d}", "happened_on": day, "kind": kind,
            "item_type": row["item_type"], "item_key": row["key"], "item_name": row["name"], "field": row["field"],
            "law": row["basis"], "reason": "法律、法规、规章立改废释", "reviewer": JUSTICE,
            "published_on": later(day, 5) if status == "published" else None, "status": status,
        }  # fmt: skip


def _teams() -> Iterator[Row]:
    for number, (team, department, field, items) in enumerate(TEAMS, start=1):
        yield {
            "org": department, "place": CITY, "key": f"ZFLY-{number:02d}", "valid_from": date(2021, 6, 1), "team": f"镇江市{team}",
            "basis": f"江苏省{field}综合行政执法事项指导目录", "field": field, "items": items, "department": department,
            "excluded": "专业性强、由行业主管部门实施的行政检查",
        }  # fmt: skip
    yield {
        "org": "市城管局", "place": CITY, "key": "ZFLY-08", "valid_from": date(2019, 1, 1), "valid_to": date(2024, 4, 1),
        "team": "镇江市城市管理综合行政执法支队", "field": "食品摊贩管理", "items": 12, "department": "市城管局",
    }  # fmt: skip


def _leniency() -> Iterator[Row]:
    for key, field, violation, leniency, conditions, department in LENIENCY:
        yield {
            "org": department, "place": CITY, "key": key, "valid_from": date(2023, 3, 1), "field": field, "violation": violation,
            "basis": "行政处罚法第三十二条、第三十三条", "leniency": leniency, "conditions": conditions, "edition": "2023年版",
            "department": department,
        }  # fmt: skip
    yield {
        "org": "市文广旅局", "place": CITY, "key": "QF-WL-01", "valid_from": date(2021, 9, 1), "valid_to": date(2024, 2, 1),
        "field": "文化旅游",
        "violation": "未按规定悬挂许可证", "leniency": "minor", "conditions": "当场改正", "edition": "2021年版", "department": "市文广旅局",
    }  # fmt: skip


def _no_coercion() -> Iterator[Row]:
    for number, (field, situation, measure, conditions) in enumerate(NO_COERCION, start=1):
        yield {
            "org": JUSTICE, "place": CITY, "key": f"BQZ-{number:02d}", "valid_from": date(2024, 6, 1), "field": field,
            "basis": "行政强制法第十六条第二款", "situation": situation, "measure": measure, "conditions": conditions,
            "department": f"市{field}主管部门",
        }  # fmt: skip


def _benchmarks(random: Random) -> Iterator[Row]:
    degrees = (("minor", 0, 500), ("slight", 500, 3000), ("ordinary", 3000, 10_000), ("serious", 10_000, 30_000))
    for key, field, violation, _, _, department in LENIENCY:
        for circumstance, least, most in degrees:
            evaluated = date(2024, 10, 8) + timedelta(days=random.randrange(60)) if random.random() < 0.6 else None
            yield {
                "org": department, "place": CITY, "key": f"{key.replace('QF', 'CL')}-{circumstance}", "valid_from": date(2023, 12, 1),
                "basis": "行政处罚法第三十四条", "field": field, "violation": violation, "circumstance": circumstance,
                "conditions": "违法次数、持续时间、危害后果和改正情况", "least": least, "most": most, "department": department,
                "evaluated_on": evaluated, "evaluation": random.choice(("keep", "keep", "adjust")) if evaluated else None,
            }  # fmt: skip
