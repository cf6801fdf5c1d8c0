"""A year of the workforce: who enforces and reviews in every unit, what training they had, and what that adds up to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground, random_for
from fazhi.city.zhenjiang.invented import person
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years._drawn import workday

Row = dict[str, Any]
END = date(2024, 12, 31)
SIXTY = 60
DISTRICT_UNITS = (
    ("市场监管局", 18),
    ("城管局", 22),
    ("交通运输局", 14),
    ("应急局", 8),
    ("生态环境局", 9),
    ("司法局", 6),
)
CITY_UNITS = ("市市场监管局", "市城管局", "市交通运输局", "市应急局", "市生态环境局", "市住建局", "市自然资源和规划局",
              "市卫生健康委", "市农业农村局", "市文广旅局", "市人社局", "市水利局")  # fmt: skip
CITY_STAFF, TOWN_STAFF = 20, 7
#: districts where the staff is oldest and training thinnest
OLD = ("321182", "321112", "321183")
TOPICS = (
    "行政处罚法实务", "行政执法程序与文书制作", "行政裁量权基准适用", "行政复议法修订解读", "证据收集与固定", "法制审核要点",
    "涉企行政检查规范", "轻微免罚清单适用", "行政强制法与执行衔接", "执法全过程记录",
)  # fmt: skip
SIGNS = (
    ("late", "法治政府建设年度报告逾期报送"), ("study", "全年领导班子学法少于计划次数"), ("report", "述法报告未对照职责、缺少问题分析"),
    ("exam", "新任领导干部法律知识考试不合格"), ("late", "行政复议意见书反馈逾期"), ("study", "常务会议未安排学法议题"),
)  # fmt: skip


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    units = list(_units(ground))
    workers = [row for unit in units for row in _workers(random, *unit)]
    yield Sheet("workforce.lawworker", workers)
    standing = _by_unit(row for row in workers if _stands(row))
    earlier = random_for("workforce", 2023)  # chance of its own: the year 2024 stays as it is
    trainings = [row for unit in units for row in _trainings(random, earlier, unit, len(standing[unit[0]]))]
    yield Sheet("workforce.lawtraining", trainings)
    yield Sheet(
        "workforce.trainingtally", list(_tallies(units, standing, trainings, {END.year: random, END.year - 1: earlier}))
    )
    yield Sheet("workforce.reviewtally", list(_reviews(units, standing, random)))
    yield Sheet("workforce.awarenesssign", list(_signs(units, random)))


def _units(ground: Ground) -> Iterator[tuple[str, str, int]]:
    """(short name, place, staff)"""
    for short in CITY_UNITS:
        yield short, ground.city, CITY_STAFF
    for number, code in enumerate(ground.districts):
        for kind, staff in DISTRICT_UNITS:
            yield ground.district_body(code, kind).short, code, max(4, staff - 2 * number)
    for code in ground.towns:
        yield ground.town_body(code).short, code, TOWN_STAFF


def _workers(random: Random, org: str, place: str, staff: int) -> Iterator[Row]:
    for number in range(staff):
        yield _worker(random, org, place, f"{org}-{number + 1:03d}")
    if staff % 3 == 0:  # retired within the year, and appointed after it
        yield _worker(random, org, place, f"{org}-901") | {"age": "over_50", "valid_to": date(2024, 9, 1)}
        yield _worker(random, org, place, f"{org}-902") | {"age": "to_30", "valid_from": date(2025, 1, 6)}


def _worker(random: Random, org: str, place: str, key: str) -> Row:
    old = place[:6] in OLD
    legal = random.random() < (0.22 if len(place) == 9 else 0.36)
    return {
        "org": org, "place": place, "key": key, "name": person(random),
        "work": random.choices(["enforcement", "review", "both"], [80, 12, 8])[0],
        "age": random.choices(["to_30", "to_40", "to_50", "over_50"], [10, 22, 28, 40] if old else [18, 32, 27, 23])[0],
        "education": random.choices(["college", "bachelor", "master"], [30, 60, 10])[0], "legal_major": legal,
        "qualified": random.random() < (0.4 if legal else 0.03), "certificate": f"10{random.randrange(10**8, 10**9)}",
        "establishment": random.choices(["civil", "institution", "auxiliary"], [45, 40, 15])[0],
        "valid_from": workday(random, date(2005, 1, 4), date(2023, 12, 20)), "basis": "岗位任职文件",
    }  # fmt: skip


def _stands(row: Row) -> bool:
    return row["valid_from"] <= END and (row.get("valid_to") is None or row["valid_to"] > END)


def _by_unit(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["org"]].append(row)
    return found


def _trainings(random: Random, earlier: Random, unit: tuple[str, str, int], staff: int) -> Iterator[Row]:
    """Three to eight rounds a year, fewer where training is thin and in the year before; and one of the year after."""
    org, place, _ = unit
    thin = place[:6] in OLD or (len(place) == 9 and random.random() < 0.4)
    rounds = random.randint(3, 5) if thin else random.randint(6, 8)
    for number in range(rounds):
        day = workday(random, date(2024, 1 + 12 * number // rounds, 3), date(2024, 1 + 12 * number // rounds, 28))
        yield _training(random, org, place, f"PX-{org}-24{number + 1:02d}", day, max(1, staff - random.randrange(3)))
    yield _training(random, org, place, f"PX-{org}-2301", date(2023, 11, 8), staff)
    for number in range(2, rounds):
        day = workday(earlier, date(2023, 1, 9), date(2023, 10, 27))
        yield _training(earlier, org, place, f"PX-{org}-23{number:02d}", day, max(1, staff - number % 3))
    if staff % 2:
        yield _training(random, org, place, f"PX-{org}-2501", date(2025, 1, 9), staff)


def _training(random: Random, org: str, place: str, number: str, day: date, attended: int) -> Row:
    return {
        "org": org, "place": place, "number": number, "happened_on": day, "topic": random.choice(TOPICS),
        "mode": random.choice(["offline", "offline", "online", "both"]), "hours": random.choice([8, 12, 16]),
        "attended": attended,
    }  # fmt: skip


def _tallies(
    units: list[tuple[str, str, int]], standing: dict[str, list[Row]], trainings: list[Row], chance: dict[int, Random]
) -> Iterator[Row]:
    """Each unit's own sum over its trainings of either year."""
    for year, random in chance.items():
        held = _by_unit(row for row in trainings if row["happened_on"].year == year)
        for org, place, _ in units:
            staff = len(standing[org])
            hours = sum(row["hours"] * row["attended"] for row in held[org])
            enough = hours >= SIXTY * staff
            yield {
                "org": org, "place": place, "number": f"XS-{org}-{year}", "happened_on": date(year, 12, 31), "staff": staff,
                "person_hours": hours, "short": random.randrange(staff // 5 + 1) if enough else staff - staff // 4,
                "untrained": 0 if enough else random.randrange(3),
            }  # fmt: skip


def _reviews(units: list[tuple[str, str, int]], standing: dict[str, list[Row]], random: Random) -> Iterator[Row]:
    for org, place, _ in units:
        reviewers = sum(row["work"] in ("review", "both") for row in standing[org])
        for year in (2023, 2024):
            yield {
                "org": org, "place": place, "number": f"FS-{org}-{year}", "happened_on": date(year, 12, 31),
                "reviewers": reviewers, "reviewed": random.randint(3, 18) if len(place) == 9 else random.randint(15, 140),
            }  # fmt: skip


def _signs(units: list[tuple[str, str, int]], random: Random) -> Iterator[Row]:
    for number in range(34):
        org, place, _ = units[random.randrange(len(units) // 2) * 2]
        kind, detail = SIGNS[number % len(SIGNS)]
        yield {
            "org": org, "place": place, "number": f"YS-{number + 1:03d}", "kind": kind, "detail": detail,
            "happened_on": workday(random, date(2023, 11, 1), date(2025, 1, 20)), "evidence": f"FZB-{number + 101}",
        }  # fmt: skip
