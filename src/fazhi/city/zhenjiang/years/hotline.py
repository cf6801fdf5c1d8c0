"""A year of 12345 and 110: orders, alarms, what passed between them, and where the police take reports."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from fazhi.casework.api import Dossier
from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.year import Sheet, dossiers
from fazhi.city.zhenjiang.years import _orders as orders
from fazhi.city.zhenjiang.years._drawn import cycle, moment, town, workday

CENTRES_BUILT = 7  # F098, of the 8 county-level police bodies of F099
ROOMS, ROOMS_BUILT = 75, 74  # F101, F100
TRANSFERS = 860
ALARMS = 1100
HOUR = 3600
OPENED = (date(2023, 11, 8), date(2023, 12, 12), *(date(2024, month, 12) for month in range(3, 8)))

Row = dict[str, Any]
BASIS = "公安机关接报案中心（室）建设实施方案"
KINDS = (("security", 24), ("traffic", 30), ("help", 22), ("criminal", 5), ("mass", 1), ("complaint", 2), ("other", 16))


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    yield Sheet("hotline.policeorder", list(_alarms(ground, random)))
    yield Sheet("hotline.calltransfer", list(_transfers(ground, random)))
    yield Sheet("hotline.videocall", list(_video_calls(ground, random)))
    yield Sheet("hotline.reportingcentre", list(_centres(ground)))
    yield Sheet("hotline.reportingroom", list(_rooms(ground, random)))
    yield Sheet("hotline.casereport", list(_reports(ground, random)))
    yield Sheet("hotline.trafficexperience", list(_experiences(ground, random)))


def histories(ground: Ground, random: Random) -> Iterator[Dossier]:
    yield from dossiers("hotline.hotlineorder", orders.rows(ground, random), ground)


def _days(random: Random, this_year: int, before: int, after: int) -> Iterator[date]:
    """Days of 2024, then strangers: of late 2023 and of January 2025."""
    yield from sorted(date(2024, 1, 1) + timedelta(days=random.randrange(366)) for _ in range(this_year))
    yield from (date(2023, 10, 1) + timedelta(days=random.randrange(92)) for _ in range(before))
    yield from (date(2025, 1, 1) + timedelta(days=random.randrange(24)) for _ in range(after))


def _seconds(random: Random, day: date, number: int) -> int:
    """From receipt to assignment: within the hour in 2024 (some exactly the hour), not always before and after."""
    if day.year != 2024:
        return random.choice([300, 900, 4000, 5400, 9000])
    return HOUR if number % 300 == 7 else min(HOUR - 1, int(random.lognormvariate(5.4, 0.9)) + 20)


def _dispatch_seconds(random: Random, day: date, number: int) -> int:
    """An alarm is dispatched at once; one in fifty waits for a unit, at most the hour."""
    if day.year != 2024:
        return _seconds(random, day, number)
    return HOUR if number % 50 == 0 else random.randint(8, 55)


def _alarms(ground: Ground, random: Random) -> Iterator[Row]:
    for number, day in enumerate(_days(random, ALARMS, 90, 30), start=1):
        place = town(random, ground)
        received = moment(random, day, 0, 24)
        assigned = received + timedelta(seconds=_dispatch_seconds(random, day, number))
        finished = day + timedelta(days=random.choice([0, 0, 0, 1, 3]))
        yield {
            "org": ground.district_body(place, "公安局").short, "place": place, "number": f"JD{number:05d}",
            "happened_on": day, "kind": random.choices([k for k, _ in KINDS], [w for _, w in KINDS])[0],
            "received_at": received, "assigned_at": assigned, "unit": f"{ground.name(place)}派出所",
            "arrived_at": assigned + timedelta(seconds=random.randint(150, 780)), "finished_on": finished,
            "archived_on": finished + timedelta(days=random.randint(0, 5)),
        }  # fmt: skip


def _transfers(ground: Ground, random: Random) -> Iterator[Row]:
    for number, day in enumerate(_days(random, TRANSFERS, 70, 25), start=1):
        place = town(random, ground)
        outward = random.random() < 0.42
        mode = random.choices(["one_key", "linked", "three_way"], [62, 24, 14])[0]
        received = moment(random, day, 0, 24)
        strange = day.year != 2024
        finished = day + timedelta(days=random.choice([0, 1, 2, 3, 5]))
        yield {
            "org": "市12345热线" if outward else "市公安局", "place": place, "number": f"ZJ{number:05d}",
            "happened_on": day, "direction": "to_police" if outward else "to_hotline", "mode": mode,
            "operations": random.choice([1, 2, 3]) if strange else 1,
            "parties": (random.choice([2, 3]) if strange else 3) if mode == "three_way" else 2, "received_at": received,
            "assigned_at": received + timedelta(seconds=_seconds(random, day, number)),
            "order_number": f"{'JD' if outward else 'GD'}{day:%Y%m%d}{number:05d}",
            "unit": f"{ground.name(place)}派出所" if outward else f"{ground.name(place[:6])}{ground.name(place)}",
            "returned": number % 61 == 0, "finished_on": finished,
            "archived_on": finished + timedelta(days=random.randint(0, 7)),
        }  # fmt: skip


def _video_calls(ground: Ground, random: Random) -> Iterator[Row]:
    for number, day in enumerate(_days(random, 240, 0, 8), start=1):
        place = town(random, ground)
        called: datetime = moment(random, day, 0, 24)
        yield {
            "org": ground.district_body(place, "公安局").short, "place": place, "number": f"SP{number:04d}",
            "happened_on": day, "called_at": called, "consented": number % 13 != 0, "connected": number % 13 != 0,
            "network": random.choice(["5g", "5g", "4g", "wifi"]), "order_number": f"JD{number * 4:05d}",
            "arrived_at": called + timedelta(seconds=random.randint(200, 840)),
        }  # fmt: skip


def _centres(ground: Ground) -> Iterator[Row]:
    """One a district; the last one opened only in the new year. The city's own is not county-level and was dropped."""
    for number, code in enumerate(ground.districts):
        late = number >= CENTRES_BUILT
        yield {
            "org": ground.district_body(code, "公安局").short, "place": code, "key": f"JBA-{code}",
            "name": f"{ground.name(code)}公安局接报案中心", "valid_from": date(2023, 10, 8), "planned_on": date(2024, 12, 31),
            "opened_on": date(2025, 2, 18) if late else OPENED[number], "operating": True, "staff": 9 + number,
            "basis": BASIS,
        }  # fmt: skip
    yield {
        "org": "市公安局", "place": ground.city, "key": "JBA-SBJ", "name": "市公安局接报案中心（并入各地）", "basis": BASIS,
        "valid_from": date(2023, 5, 4), "valid_to": date(2024, 4, 1), "planned_on": date(2023, 12, 31),
        "opened_on": date(2023, 11, 1), "operating": True, "staff": 6,
    }  # fmt: skip


def _rooms(ground: Ground, random: Random) -> Iterator[Row]:
    places = [*ground.towns, *ground.towns[: ROOMS - len(ground.towns)]]
    for number, place in enumerate(places, start=1):
        second = "第二" if number > len(ground.towns) else ""
        opened = workday(random, date(2023, 12, 1), date(2024, 11, 29))
        # one room is finished but not yet at work: it is not built in the sense of the report
        yield _room(ground, place, f"JBS-{number:03d}", second, opened) | {"operating": number <= ROOMS_BUILT}
    for number, place in enumerate(ground.towns[3:48:9], start=1):  # stations merged before the year ended
        merged = _room(ground, place, f"JBS-9{number}", "原", date(2023, 12, 20))
        yield merged | {"valid_to": date(2024, 1 + number, 10)}
    yield _room(ground, ground.towns[0], "JBS-99", "新设", date(2025, 1, 15)) | {"valid_from": date(2025, 1, 5)}


def _room(ground: Ground, place: str, key: str, tail: str, opened: date) -> Row:
    return {
        "org": ground.district_body(place, "公安局").short, "place": place, "key": key,
        "name": f"{ground.name(place)}{tail}派出所接报案室", "valid_from": date(2023, 10, 8), "planned_on": date(2024, 12, 31),
        "opened_on": opened, "operating": True, "staff": 2, "basis": BASIS,
    }  # fmt: skip


def _reports(ground: Ground, random: Random) -> Iterator[Row]:
    for number, day in enumerate(_days(random, 260, 30, 10), start=1):
        code = cycle(ground.districts, number)
        reported = moment(random, day)
        decision = random.choices(["accepted", "transferred", "rejected", None], [80, 9, 9, 2])[0]
        yield {
            "org": ground.district_body(code, "公安局").short, "place": code, "number": f"JBA{number:05d}",
            "happened_on": day, "intake": f"JBA-{code}", "kind": random.choice(["criminal", "security", "other"]),
            "reported_at": reported, "receipt_given": number % 40 != 0, "decision": decision,
            "decided_at": reported + timedelta(minutes=random.randint(30, 1400)) if decision else None,
            "reason": {"transferred": "属其他公安机关管辖", "rejected": "不属于公安机关职责范围"}.get(decision or "", ""),
        }  # fmt: skip


def _experiences(ground: Ground, random: Random) -> Iterator[Row]:
    sites = ("城区早高峰路口", "高速公路出入口", "电动自行车整治点", "学校周边道路", "货车超限检查点")
    for number, day in enumerate(
        (date(2023, 11, 9), date(2024, 4, 18), date(2024, 6, 20), date(2024, 9, 12), date(2024, 11, 28))
    ):
        opinions = random.randint(3, 9)
        yield {
            "org": "市公安局", "place": ground.city, "number": f"TY-{number + 1:02d}", "happened_on": day,
            "site": sites[number], "representatives": random.randint(8, 20), "supervisors": random.randint(3, 8),
            "opinions": opinions, "answered": opinions - number % 2,
        }  # fmt: skip
