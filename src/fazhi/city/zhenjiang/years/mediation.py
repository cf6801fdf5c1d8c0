"""A year of dispute resolution: centres and forces, assistants and their classes, and the disputes themselves."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from random import Random
from typing import Any

from fazhi.casework.api import Dossier
from fazhi.city.zhenjiang.ground import Ground, random_for
from fazhi.city.zhenjiang.invented import district, person
from fazhi.city.zhenjiang.year import Sheet, dossiers
from fazhi.city.zhenjiang.years import _disputes as disputes
from fazhi.city.zhenjiang.years._drawn import cycle, phone, workday

ORGANISATIONS = 75  # F079
MEDIATORS = 210  # F080
STUDIOS = 8  # F081
NON_LITIGATION = 6  # F082
ADMINISTRATIVE = 4  # F083
CLASSES = 14  # F085
SECOND_STATIONS = 7

Row = dict[str, Any]
TRADES = ("道路交通事故", "医疗纠纷", "物业管理", "劳动争议", "消费纠纷", "知识产权", "环境污染", "婚姻家庭")
FIELDS = ("neighbours", "family", "property", "labour", "debt", "contract", "traffic", "medical", "consumer", "damage")
TOPICS = (
    "人民调解法与调解技巧", "民法典婚姻家庭编", "物业纠纷化解实务", "劳动争议调处", "司法协理员职责与工作规范",
    "农村土地承包纠纷", "矛盾纠纷排查与信息报送", "行政争议实质性化解",
)  # fmt: skip


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    yield Sheet("mediation.centreduty", list(_duties(ground)))
    yield Sheet("mediation.disputecentre", list(_centres(ground, random)))
    forces = list(_forces(ground, random))
    yield Sheet("mediation.mediationforce", forces)
    yield Sheet("mediation.centrelink", list(_links(forces)))
    assistants = list(_assistants(ground, random))
    yield Sheet("mediation.judicialassistant", assistants)
    classes = list(_classes(ground, random))
    yield Sheet("mediation.trainingclass", classes)
    yield Sheet("mediation.classattendance", list(_attendances(classes, assistants, random)))
    yield Sheet("mediation.nonlitigationrequest", list(disputes.requests(ground, random)))
    yield Sheet("mediation.jointdispute", list(disputes.joint(ground, random)))
    yield Sheet("mediation.screeneddispute", list(disputes.screened(ground, random)))


def histories(ground: Ground, random: Random) -> Iterator[Dossier]:
    """More disputes of 2023 come with chance of their own, so that those of 2024 stay as they are."""
    rows = chain(disputes.rows(ground, random), disputes.rows_of_2023(ground, random_for("mediation", 2023)))
    yield from dossiers("mediation.dispute", rows, ground)


def _keeper(ground: Ground, place: str) -> str:
    """Who keeps the records of a place: the district's bureau, or the town."""
    if len(place) == 6:
        return ground.district_body(place, "司法局").short
    return ground.town_body(place[:9]).short


def _levels(ground: Ground) -> Iterator[tuple[str, str]]:
    for level, places in (("county", ground.districts), ("town", ground.towns), ("village", ground.villages)):
        for place in places:
            yield level, place


def _duties(ground: Ground) -> Iterator[Row]:
    for level, place in _levels(ground):
        yield {
            "org": _keeper(ground, place), "place": place, "key": f"YJ-{place}", "level": level,
            "valid_from": date(2023, 3, 1), "planned_on": date(2024, 9, 30) if level == "village" else date(2023, 12, 31),
            "basis": "关于推进社会矛盾纠纷调处服务中心规范化建设的通知",
        }  # fmt: skip
    # struck from the list before the year ended, and one that joins it later: neither has a centre
    for serial, (begun, ended) in enumerate([(date(2022, 1, 1), date(2024, 3, 1)), (date(2025, 1, 1), None)], start=1):
        yield {
            "org": "市司法局", "place": ground.city, "key": f"YJ-{ground.city}-{serial}", "level": "county",
            "valid_from": begun, "valid_to": ended, "basis": "市级中心调整方案",
        }  # fmt: skip


def _centres(ground: Ground, random: Random) -> Iterator[Row]:
    for level, place in _levels(ground):
        first = date(2022, 5, 1) if level != "village" else date(2023, 4, 1)
        opened = workday(random, first, date(2024, 9, 27) if level == "village" else date(2023, 11, 30))
        yield _centre(ground, random, level, place, f"JZ-{place}", opened)
    for number in range(SECOND_STATIONS):
        place = cycle(ground.towns, number * 7)
        yield _centre(ground, random, "town", place, f"JZ-{place}-2", date(2024, 4 + number % 6, 15))
    for number in range(4):  # merged into the ones above before the year ended
        place = cycle(ground.towns, number * 11 + 3)
        old = _centre(ground, random, "town", place, f"JZ-{place}-旧", date(2021, 6, 1))
        yield {**old, "valid_to": date(2024, 2 + number, 1), "basis": "并入镇级矛调中心"}
    later = _centre(ground, random, "county", ground.city, f"JZ-{ground.city}", date(2025, 2, 8))
    yield {**later, "org": "市司法局"}


def _centre(ground: Ground, random: Random, level: str, place: str, key: str, opened: date) -> Row:
    kind = "工作站" if level == "village" else "中心"
    tail = "（第二）" if key.endswith("-2") else ""
    return {
        "org": _keeper(ground, place) if len(place) > 6 or place != ground.city else "市司法局",
        "place": place, "key": key, "level": level, "name": f"{ground.name(place)}社会矛盾纠纷调处服务{kind}{tail}",
        "leader": person(random), "phone": phone(random), "address": f"{ground.name(place)}便民服务中心一楼",
        "staff": {"county": 18, "town": 6, "village": 2}[level] + random.randrange(3),
        "windows": {"county": 8, "town": 3, "village": 1}[level], "valid_from": opened, "basis": "设立批复",
    }  # fmt: skip


def _forces(ground: Ground, random: Random) -> Iterator[Row]:
    """Standing forces first; then those that had left, and those that come in 2025."""
    for number in range(ORGANISATIONS + 7):
        row = _organisation(ground, random, number)
        if number >= ORGANISATIONS:
            row.update(_stranger(number - ORGANISATIONS, leaving=5))
        yield row
    for number in range(MEDIATORS + 16):
        row = _mediator(ground, random, number)
        if number >= MEDIATORS:
            row.update(_stranger(number - MEDIATORS, leaving=12))
        yield row
    yield from _bodies(ground, random)


def _stranger(number: int, leaving: int) -> Row:
    if number < leaving:
        return {"valid_from": date(2021, 5, 1), "valid_to": date(2024, 1 + number % 11, 1), "basis": "退出名册"}
    return {"valid_from": date(2025, 1, 2 + number % 20)}


def _organisation(ground: Ground, random: Random, number: int) -> Row:
    if number < 56:
        place, kind = ground.towns[number], "town"
        name = f"{ground.name(place)}人民调解委员会"
    else:
        code = ground.districts[number % 8]
        place, kind = code, ("trade", "administrative", "enterprise", "commercial")[number % 4]
        name = f"{ground.name(code)}{cycle(TRADES, number)}人民调解委员会"
    return _force(ground, random, place, f"TJZZ-{number + 1:03d}", "organisation", name) | {
        "organisation_kind": kind, "people": random.randint(3, 9), "field": cycle(FIELDS, number),
    }  # fmt: skip


def _mediator(ground: Ground, random: Random, number: int) -> Row:
    place = ground.towns[number % 56] if number % 5 else ground.districts[number % 8]
    return _force(ground, random, place, f"TJY-{number + 1:04d}", "mediator", person(random)) | {
        "belongs_to": f"TJZZ-{number % ORGANISATIONS + 1:03d}", "field": random.choice(FIELDS),
        "full_time": number % 3 != 0, "qualification": f"苏调证字3211{number + 1:05d}",
    }  # fmt: skip


def _bodies(ground: Ground, random: Random) -> Iterator[Row]:
    for number in range(STUDIOS + 1):  # the last one closed in 2023
        name = f"{ground.name(ground.districts[number % 8])}{person(random)[0]}律师调解工作室"
        row = _force(ground, random, ground.districts[number % 8], f"LSGZS-{number + 1:02d}", "lawyer_studio", name)
        yield row | ({"valid_to": date(2023, 11, 1)} if number == STUDIOS else {})
    for number in range(NON_LITIGATION):
        code = ground.districts[number]
        yield _force(ground, random, code, f"FS-{number + 1:02d}", "non_litigation", f"{ground.name(code)}非诉服务中心")
    for number in range(ADMINISTRATIVE):
        code = ground.districts[number]
        name = f"{ground.name(code)}行政争议调处中心"
        yield _force(ground, random, code, f"XZZY-{number + 1:02d}", "administrative", name)
    for number, place in enumerate([*ground.districts, *ground.towns], start=1):
        name = f"{ground.name(place)}{'信访局' if len(place) == 6 else '信访工作站'}"
        yield _force(ground, random, place, f"XF-{number:02d}", "petition", name)


def _force(ground: Ground, random: Random, place: str, key: str, kind: str, name: str) -> Row:
    return {
        "org": _keeper(ground, place), "place": place, "key": key, "kind": kind, "name": name, "leader": person(random),
        "phone": phone(random), "valid_from": workday(random, date(2020, 3, 1), date(2024, 6, 28)), "basis": "备案登记",
    }  # fmt: skip


def _links(forces: list[Row]) -> Iterator[Row]:
    """Everyone standing has a link; some moved (an old link ended), some work in two centres at once."""
    for number, force in enumerate(forces):
        begun = max(force["valid_from"], date(2023, 12, 1)) + timedelta(days=number % 25)
        ended = force.get("valid_to")
        begun = min(begun, date(2024, 12, 20)) if force["valid_from"] < date(2025, 1, 1) else begun
        first = _link(force, f"{force['key']}-1", force["place"], begun)
        if ended is not None:
            # one of those who left the list still has an open link: it must not count
            first |= {"valid_from": date(2023, 6, 1), "valid_to": None if force["key"] == "TJZZ-076" else ended}
        yield first
        if number % 17 == 0:
            moved = _link(force, f"{force['key']}-0", force["place"][:6], date(2023, 2, 1))
            yield moved | {"valid_to": date(2023, 11, 30), "basis": "调整驻点"}
        if number % 19 == 0 and ended is None and begun < date(2025, 1, 1):
            yield _link(force, f"{force['key']}-2", force["place"][:6], begun) | {"mode": "rotating"}


def _link(force: Mapping[str, Any], key: str, place: str, begun: date) -> Row:
    return {
        "org": force["org"], "place": force["place"], "key": f"RR-{key}", "force": force["key"], "centre": f"JZ-{place}",
        "mode": "resident" if force["kind"] != "lawyer_studio" else "rotating", "valid_from": begun, "basis": "入驻协议",
    }  # fmt: skip


def _assistants(ground: Ground, random: Random) -> Iterator[Row]:
    for number, place in enumerate(ground.villages[::2]):
        ended = date(2024, 8, 1) if number % 23 == 5 else None
        yield {
            "org": ground.town_body(place[:9]).short, "place": place, "key": f"XLY-{number + 1:03d}",
            "name": person(random), "duty": "矛盾纠纷排查、法治宣传、法律服务引导",
            "education": random.choice(["college", "bachelor", "bachelor", "school", "master"]),
            "legal_background": random.random() < 0.35, "phone": phone(random),
            "valid_from": workday(random, date(2024, 3, 1), date(2024, 7, 31)), "valid_to": ended,
            "basis": "镇江市建立司法协理员制度实施方案",
        }  # fmt: skip


def _classes(ground: Ground, random: Random) -> Iterator[Row]:
    for number in range(CLASSES):
        day = workday(random, date(2024, 4 + number % 8, 8), date(2024, 4 + number % 8, 26))
        yield _class(ground, random, f"2024-{number + 1:02d}", day, "both", "finished")
    others = (
        *((f"2023-{n:02d}", date(2023, 2 * n, 16), "both", "finished") for n in (1, 3, 5)),
        ("2024-X1", date(2024, 5, 21), "offline", "finished"), ("2024-X2", date(2024, 9, 12), "online", "finished"),
        ("2024-X3", date(2024, 12, 26), "both", "planned"), ("2024-X4", date(2024, 7, 11), "both", "cancelled"),
        ("2025-01", date(2025, 1, 10), "both", "finished"),
    )  # fmt: skip
    for code, held, mode, status in others:
        yield _class(ground, random, code, held, mode, status)


def _class(ground: Ground, random: Random, number: str, day: date, mode: str, status: str) -> Row:
    code = district(random)
    attended = random.randint(24, 48) if status == "finished" else 0
    return {
        "org": ground.district_body(code, "司法局").short, "place": code, "number": number, "happened_on": day,
        "topic": random.choice(TOPICS), "mode": mode, "hours": random.choice([8, 8, 16]), "attended": attended,
        "passed": attended - attended // 12, "status": status,
    }  # fmt: skip


def _attendances(classes: list[Row], assistants: list[Row], random: Random) -> Iterator[Row]:
    for training in classes:
        if training["status"] != "finished" or not training["number"].startswith("2024"):
            continue
        for assistant in random.sample(assistants[:-9], training["attended"]):
            yield {
                "org": assistant["org"], "place": assistant["place"], "training": training["number"],
                "number": f"{training['number']}-{assistant['key']}", "happened_on": training["happened_on"],
                "assistant": assistant["key"], "mark": random.randint(58, 98),
            }  # fmt: skip
