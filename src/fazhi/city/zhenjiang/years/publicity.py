"""A year of law popularisation: schools with vice-principals, brands and honours; points, activities, hearings, examinations."""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import district, person, workday
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years._publicity_events import event_sheets
from fazhi.city.zhenjiang.years._publicity_texts import BRANDS, HONOURS, SENDERS, STAGES, STRANGE_STAGES

Row = Mapping[str, Any]

SCHOOLS = 318  # F008: all of them
PERSONS = 384  # F007
SERVING_TWO = 47  # persons who serve two schools: 271 persons for 318 schools, 113 more beside them
MODEL_SCHOOLS = 8  # F006
PROGRAMME = 86  # F005: each with a brand of its own


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    schools = _schools(ground, random)
    taught = [row for row in schools if row["stage"] not in STRANGE_STAGES and row["valid_to"] is None]
    taught = [row for row in taught if row["valid_from"].year < 2025]
    assert len(taught) == SCHOOLS
    yield Sheet("publicity.school", schools)
    yield Sheet("publicity.viceprincipal", list(_vice_principals(taught, schools, random)))
    yield Sheet("publicity.schoolbrand", list(_brands(schools, random)))
    yield Sheet("publicity.schoolhonour", list(_honours(taught, random)))
    yield from event_sheets(ground, random)


def _schools(ground: Ground, random: Random) -> list[Row]:
    """Schools in operation first, a part of them in the programme; then kindergartens, colleges, closed and later ones."""
    stages = [stage for stage, number in STAGES.items() for _ in range(number)]
    random.shuffle(stages)
    found = [_school(n, stage, ground, random) for n, stage in enumerate(stages, start=1)]
    for n in random.sample(range(SCHOOLS), PROGRAMME):
        found[n] = {**found[n], "in_programme": True}
    serial = SCHOOLS
    for stage, number in (("kindergarten", 41), ("college", 3), ("primary", 9), ("junior", 4)):
        for _ in range(number):
            serial += 1
            row = _school(serial, stage, ground, random)
            if stage == "primary":  # merged, some on the last day of the year
                row = {**row, "valid_to": date(2024, 8, 31) if serial % 3 else date(2024, 12, 31), "basis": "撤并"}
            elif stage == "junior":
                row = {**row, "valid_from": date(2025, 8, 28), "basis": "新设"}
            found.append({**row, "in_programme": stage == "primary" and serial % 2 == 0})
    return _named(found)


def _school(n: int, stage: str, ground: Ground, random: Random) -> Row:
    area = district(random)
    town = random.choice([code for code in ground.towns if code.startswith(area)])
    at_city = stage in ("college", "senior") and n % 3 == 0
    return {
        "org": "市教育局" if at_city else f"{ground.name(area)}教育局", "place": town, "key": f"XX{n:04d}",
        "valid_from": date(random.randrange(1952, 2021), 9, 1), "valid_to": None, "basis": "办学许可",
        "name": ground.name(area) + ground.name(town) + SCHOOL_KINDS[stage], "stage": stage,
        "nature": "private" if random.random() < 0.08 else "public",
        "students": random.randrange(320, 2400), "principal": person(random), "in_programme": False,
    }  # fmt: skip


def _named(found: list[Row]) -> list[Row]:
    """The first school of its kind in a town bears the town's name, the others one of their own."""
    seen: dict[str, int] = {}
    named: list[Row] = []
    for row in found:
        name = row["name"].replace("街道", "").replace("生态农业园区", "")
        count = seen[name] = seen.get(name, 0) + 1
        kind = SCHOOL_KINDS[row["stage"]]
        own = "" if count == 1 else OWN_NAMES[(count - 2) % len(OWN_NAMES)] + "新" * ((count - 2) // len(OWN_NAMES))
        named.append({**row, "name": name.removesuffix(kind) + own + kind})
    return named


def _vice_principals(taught: list[Row], schools: list[Row], random: Random) -> Iterator[Row]:
    first = PERSONS - (SCHOOLS - SERVING_TWO)
    people = [_person(n, random) for n in range(1, PERSONS + 30)]
    serving = people[: SCHOOLS - SERVING_TWO]
    ones = serving + serving[:SERVING_TWO]
    plan = [(one, school, workday(random, 2023, (2, 3, 9)), None) for one, school in zip(ones, taught, strict=True)]
    large = sorted(taught, key=lambda row: -row["students"])[:first]
    beside = people[len(serving) : PERSONS]
    plan += [(one, school, workday(random, 2024, (3, 9, 10)), None) for one, school in zip(beside, large, strict=True)]
    plan += list(_not_counted(people[PERSONS:], serving, schools, random))
    for serial, (one, school, since, until) in enumerate(plan, start=1):
        yield {
            **one, "org": school["org"], "place": school["place"], "key": f"PS{serial:05d}", "school": school["key"],
            "valid_from": since, "valid_to": until if until else date(since.year + 3, since.month, since.day),
            "basis": "聘书", "term_years": 3, "lessons": random.randrange(1, 7),
        }  # fmt: skip


def _not_counted(others: list[Row], serving: list[Row], schools: list[Row], random: Random) -> Iterator[Any]:
    """Terms that ended, the earlier terms of people who serve again, kindergartens, closed schools, and next year's."""
    open_schools = schools[:SCHOOLS]
    for one in others[:9]:
        yield one, random.choice(open_schools), date(2021, 9, 6), date(2024, random.randrange(1, 12), 6)
    yield others[9], open_schools[4], date(2021, 12, 31), date(2024, 12, 31)
    for one in serving[:20]:
        yield one, random.choice(open_schools), date(2020, 3, 2), date(2023, 3, 2)
    for one, school in zip(others[10:20], [row for row in schools if row["stage"] == "kindergarten"], strict=False):
        yield one, school, date(2024, 3, 11), None
    for one, school in zip(others[20:25], [row for row in schools if row["basis"] == "撤并"], strict=False):
        yield one, school, date(2023, 9, 4), None
    for one in others[25:29]:
        yield one, random.choice(open_schools), date(2025, 1, 1), None


def _person(n: int, random: Random) -> Row:
    sender = random.choices([code for code, *_ in SENDERS], [weight for _, _, weight in SENDERS])[0]
    unit = next(unit for code, unit, _ in SENDERS if code == sender)
    return {
        "person": f"{sender[:1].upper()}{n:05d}", "name": person(random), "sender": sender, "unit": unit,
        "position": random.choice(("副所长", "教导员", "检察官", "法官", "所长", "民警", "科长")),
    }  # fmt: skip


def _brands(schools: list[Row], random: Random) -> Iterator[Row]:
    serial = 0
    for school in schools:
        statuses = ["active"] if school["in_programme"] and school["valid_to"] is None else []
        if statuses and random.random() < 0.15:
            statuses.append("suspended")
        if not school["in_programme"] and random.random() < 0.12:
            statuses.append("applying")
        for status in statuses:
            serial += 1
            name, theme = random.choice(BRANDS)
            yield {
                "org": school["org"], "place": school["place"], "key": f"PP{serial:04d}", "valid_from": workday(random, 2023, (3, 5, 9)),
                "valid_to": None, "basis": "法治示范校“一校一品”建设方案", "school": school["key"],
                "name": name.format(n=school["name"][:2]), "theme": theme, "carrier": "主题班会、模拟法庭、法治情景剧", "status": status,
            }  # fmt: skip


def _honours(taught: list[Row], random: Random) -> Iterator[Row]:
    """F006, one of them named by two documents; then other batches, results, titles and years."""
    chosen = random.sample(taught, 40)
    plan = [(school, "provincial_model", 1, date(2024, 5, 20), "selected") for school in chosen[:MODEL_SCHOOLS]]
    plan.append((chosen[0], "provincial_model", 1, date(2024, 6, 11), "selected"))
    plan += [(school, "provincial_model", 1, date(2024, 5, 20), "not_selected") for school in chosen[8:14]]
    plan += [(school, "provincial_model", 2, date(2024, 12, 18), "nominated") for school in chosen[14:17]]
    plan += [(school, "provincial_model", 2, date(2025, 1, 10), "selected") for school in chosen[17:21]]
    plan += [(school, "city_model", 1, date(2024, 10, 15), "selected") for school in chosen[21:34]]
    plan += [(school, "provincial_advanced", 1, date(2023, 12, 4), "selected") for school in chosen[34:]]
    for serial, (school, honour, batch, day, result) in enumerate(plan, start=1):
        yield {
            "org": school["org"], "place": school["place"], "number": f"RY{serial:03d}", "school": school["key"],
            "honour": honour, "batch_number": batch, "happened_on": day, "conferred_by": HONOURS[honour],
            "document": f"〔{day.year}〕{day.month + 6}号" if result == "selected" else "",
            "score": f"{random.uniform(82, 98):.2f}", "result": result,
        }  # fmt: skip


SCHOOL_KINDS = {
    "kindergarten": "幼儿园", "primary": "小学", "junior": "初级中学", "nine_year": "实验学校", "complete": "中学",
    "senior": "高级中学", "vocational": "中等专业学校", "special": "特殊教育学校", "college": "职业技术学院",
}  # fmt: skip
OWN_NAMES = (
    "实验",
    "中心",
    "育才",
    "滨江",
    "新城",
    "第二",
    "第三",
    "外国语",
    "文昌",
    "城南",
    "城北",
    "明德",
    "崇文",
    "向阳",
)
