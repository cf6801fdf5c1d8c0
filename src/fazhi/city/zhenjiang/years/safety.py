"""A year of safety: leaders and their links, posts of the grass roots, drills, lists of duties, alarms and hazards."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import person
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years import _drills as drills
from fazhi.city.zhenjiang.years._drawn import cycle, phone, workday

Row = dict[str, Any]
IN_OFFICE = date(2022, 7, 1)
SCHEME = "党政领导干部安全生产和消防安全“双挂钩”制度"

CITY_TITLES = ("市长", "常务副市长", "市委常委、宣传部部长", "副市长、公安局局长", "副市长", "市委副书记")
DISTRICT_TITLES = ("书记", "区（市）长", "常务副区（市）长", "分管副区（市）长", "纪委书记", "组织部部长")
TOWN_TITLES = ("党（工）委书记", "镇长（主任）", "分管负责人")
FIXED_POSTS = (
    ("镇（街道）应急管理机构负责人", "统筹安全生产和消防日常监管"),
    ("消防工作站（所）负责人", "组织消防巡查、宣传和初期火灾处置"),
    ("公安派出所分管消防负责人", "开展派出所消防监督检查"),
)
VILLAGE_POSTS = (
    ("消防网格长", "组织网格巡查"),
    ("微型消防站负责人", "值守并处置初期火情"),
    ("社区民警", "开展日常消防监督检查"),
)
OPEN_POSTS = (
    "物业项目消防责任人",
    "商户联防组长",
    "学校消防责任人",
    "园区安全员",
    "养老机构消防责任人",
    "出租房屋管理员",
)
INDUSTRIES = (
    ("非煤矿山", "市自然资源和规划局", 21), ("危险化学品", "市应急局", 186), ("建筑施工", "市住建局", 342),
    ("道路运输", "市交通运输局", 415), ("城镇燃气", "市住建局", 37), ("冶金等工贸", "市应急局", 1260),
    ("特种设备", "市市场监管局", 2104), ("文化旅游", "市文广旅局", 318), ("船舶修造", "市工业和信息化局", 29),
)  # fmt: skip


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    leaders = list(_leaders(ground, random))
    yield Sheet("safety.safetyleader", leaders)
    links = list(_links(ground, leaders))
    yield Sheet("safety.safetylink", links)
    yield Sheet("safety.safetyvisit", list(_visits(links, random)))
    yield Sheet("safety.safetypost", list(_posts(ground, random)))
    yield Sheet("safety.drill", list(drills.drills(ground, random)))
    yield Sheet("safety.keyindustry", list(_industries(ground)))
    yield Sheet("safety.responsibilitylist", list(_lists(ground)))
    yield Sheet("safety.firealarm", list(drills.alarms(ground, random)))
    yield Sheet("safety.firehazard", list(drills.hazards(ground, random)))
    yield Sheet("safety.selfcheck", list(drills.self_checks(ground, random)))


def _leaders(ground: Ground, random: Random) -> Iterator[Row]:
    for number, title in enumerate(CITY_TITLES, start=1):
        yield _leader("市政府", ground.city, f"LD-S-{number:02d}", person(random), title)
    for code in ground.districts:
        for number, title in enumerate(DISTRICT_TITLES, start=1):
            short = ground.district_body(code, "政府").short
            yield _leader(short, code, f"LD-{code}-{number:02d}", person(random), title)
    for code in ground.towns:
        for number, title in enumerate(TOWN_TITLES, start=1):
            yield _leader(ground.town_body(code).short, code, f"LD-{code}-{number:02d}", person(random), title)
    # gone before the year ended, and in office only afterwards: without links, and no fault of the scheme
    for number, code in enumerate(ground.towns[:5], start=1):
        gone = _leader(ground.town_body(code).short, code, f"LD-{code}-9{number}", person(random), TOWN_TITLES[2])
        yield gone | {"valid_to": date(2024, 1 + number, 15)}
        new = _leader(ground.town_body(code).short, code, f"LD-{code}-8{number}", person(random), TOWN_TITLES[2])
        yield new | {"valid_from": date(2025, 1, 6)}


def _leader(org: str, place: str, key: str, name: str, title: str) -> Row:
    party = any(word in title for word in ("书记", "部长"))
    return {
        "org": org, "place": place, "key": key, "name": name, "title": title, "kind": "party" if party else "government",
        "valid_from": IN_OFFICE, "basis": "任职文件",
    }  # fmt: skip


def _links(ground: Ground, leaders: list[Row]) -> Iterator[Row]:
    for number, leader in enumerate(leaders):
        if leader.get("valid_to") or leader["valid_from"] > date(2025, 1, 1):
            continue
        target = cycle(ground.towns, number * 5)
        for charge in ("work_safety", "fire"):
            yield _link(ground, leader, f"GG-{leader['key']}-{charge}", charge, target)
        if number % 9 == 0:  # an earlier work-safety link, and a second one: neither is a fire link
            old = _link(ground, leader, f"GG-{leader['key']}-旧", "work_safety", cycle(ground.towns, number + 1))
            yield old | {"valid_from": date(2023, 1, 5), "valid_to": date(2024, 2, 1)}
            yield _link(ground, leader, f"GG-{leader['key']}-二", "work_safety", cycle(ground.towns, number + 2))


def _link(ground: Ground, leader: Row, key: str, charge: str, target: str) -> Row:
    return {
        "org": leader["org"], "place": leader["place"], "key": key, "leader": leader["key"], "charge": charge,
        "target": f"{ground.name(target[:6])}{ground.name(target)}", "visits_due": 4 if charge == "work_safety" else 2,
        "valid_from": date(2024, 2, 1), "basis": SCHEME,
    }  # fmt: skip


def _visits(links: list[Row], random: Random) -> Iterator[Row]:
    sites = ("规上工业企业", "危化品使用单位", "农贸市场", "高层住宅小区", "养老院", "在建工地", "加油站", "学校")
    for number in range(520):
        link = random.choice(links)
        found = random.randrange(5)
        yield {
            "org": link["org"], "place": link["place"], "number": f"DD-{number + 1:05d}", "link": link["key"],
            "happened_on": workday(random, date(2024, 2, 5), date(2025, 1, 20)),
            "site": f"{link['target']}{random.choice(sites)}", "found": found, "settled": found - (found > 3),
        }  # fmt: skip


def _posts(ground: Ground, random: Random) -> Iterator[Row]:
    """Every town, and the first community of each."""
    for code in [*ground.towns, *ground.villages[::4]]:
        fixed = FIXED_POSTS if len(code) == 9 else VILLAGE_POSTS
        chief = "党（工）委书记" if len(code) == 9 else "村（社区）书记"
        yield _post(ground, random, code, "one", chief, "对本地安全生产和消防工作负总责", 0)
        for number, (role, duty) in enumerate(fixed, start=1):
            yield _post(ground, random, code, "three", role, duty, number)
        for number in range(4, 6 + random.randrange(3)):
            row = _post(ground, random, code, "more", cycle(OPEN_POSTS, number), "落实本单位消防责任", number)
            yield row | ({"holder": "", "phone": ""} if number == 5 and random.random() < 0.15 else {})
    for number, code in enumerate(ground.towns[::8]):  # holders of before, posts abolished, posts to come
        row = _post(ground, random, code, "three", FIXED_POSTS[number % 3][0], "已调整", 90)
        yield row | {"valid_from": date(2022, 1, 1), "valid_to": date(2024, 5, 1)}
        later = _post(ground, random, code, "three", "综合执法机构负责人", "拟增设", 91)
        yield later | {"valid_from": date(2025, 2, 1)}


def _post(ground: Ground, random: Random, code: str, tier: str, role: str, duty: str, number: int) -> Row:
    return {
        "org": ground.town_body(code[:9]).short, "place": code, "key": f"ZR-{code}-{number:02d}", "tier": tier,
        "role": role, "holder": person(random), "phone": phone(random), "duty": duty,
        "valid_from": workday(random, date(2024, 3, 1), date(2024, 6, 28)), "basis": "基层“1+3+N”消防安全责任体系实施办法",
    }  # fmt: skip


def _industries(ground: Ground) -> Iterator[Row]:
    for number, (name, supervisor, enterprises) in enumerate(INDUSTRIES, start=1):
        yield {
            "org": "市应急局", "place": ground.city, "key": f"HY-{number:02d}", "name": name, "supervisor": supervisor,
            "enterprises": enterprises, "valid_from": date(2023, 1, 1), "basis": "市安委会年度工作要点",
        }  # fmt: skip
    for key, name, begun, ended in (
        ("HY-90", "烟花爆竹零售", date(2021, 1, 1), date(2024, 6, 1)), ("HY-91", "新型储能", date(2025, 1, 1), None),
    ):  # fmt: skip
        yield {
            "org": "市应急局", "place": ground.city, "key": key, "name": name, "supervisor": "市应急局", "enterprises": 12,
            "valid_from": begun, "valid_to": ended, "basis": "市安委会年度工作要点",
        }  # fmt: skip


def _lists(ground: Ground) -> Iterator[Row]:
    for number, (name, supervisor, _) in enumerate(INDUSTRIES, start=1):
        for kind, label in (("principal", "企业主体责任"), ("supervision", "部门监管责任")):
            row = {
                "org": supervisor, "place": ground.city, "key": f"QD-{number:02d}-{kind}", "industry": f"HY-{number:02d}",
                "kind": kind, "title": f"{name}领域安全生产{label}清单", "duties": 18 + number,
                "valid_from": date(2024, 3, 1) + timedelta(days=9 * number), "basis": "市安委办印发",
            }  # fmt: skip
            yield row
            if number % 4 == 0:  # the edition that this one replaced
                yield row | {"key": f"{row['key']}-旧", "valid_from": date(2022, 4, 1), "valid_to": row["valid_from"]}
