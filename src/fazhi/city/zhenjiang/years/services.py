"""A year of services: counters, bundles, bundled applications from submission to delivery, and what needed no application."""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import company, later, person, workday
from fazhi.city.zhenjiang.invented import district as any_district
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years._service_texts import BUNDLES, LATER_BUNDLES, PROACTIVE

Row = Mapping[str, Any]

CATEGORIES = 13  # F018
SINGLE_SUBMISSIONS = 486  # F019: every application of 2024 that was taken up
PROACTIVE_ITEMS = 53  # F020
FIRST_COUNTER = date(2024, 2, 27)  # F017: what local records can show
CITY = "321100"


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    yield Sheet("services.servicecounter", list(_counters(ground, random)))
    yield Sheet("services.servicebundle", list(_bundles(ground, random)))
    yield Sheet("services.bundleapplication", list(_applications(ground, random)))
    items = list(_items())
    yield Sheet("services.proactiveitem", items)
    yield Sheet("services.proactivegrant", list(_grants(items, random)))


def _counters(ground: Ground, random: Random) -> Iterator[Row]:
    """The city's first, one a district, a zone online; one that closed and one that opens in 2025."""
    plan: list[tuple[str, str, str, date, date | None]] = []
    plan.append((CITY, "镇江市政务服务中心“一件事”专区", "zone", FIRST_COUNTER, None))
    for code in ground.districts:
        since = workday(random, 2024, (4, 5, 6, 7))
        plan.append((code, f"{ground.name(code)}政务服务中心“一件事”专窗", "window", since, None))
    plan += [(CITY, "苏服办镇江旗舰店“一件事”专区", "online", date(2024, 5, 30), None)]
    plan += [(ground.districts[0], "丹阳市政务服务中心联办窗口", "window", date(2022, 3, 1), date(2024, 5, 6))]
    plan += [(ground.districts[1], "句容市宝华镇“一件事”专窗", "window", date(2025, 1, 6), None)]
    for serial, (place, name, kind, since, until) in enumerate(plan, start=1):
        yield {
            "org": "市政务办" if place == CITY else f"{ground.name(place)}政府", "place": place, "key": f"ZC{serial:02d}",
            "valid_from": since, "valid_to": until, "basis": "“高效办成一件事”实施方案", "name": name, "kind": kind,
            "address": "" if kind == "online" else f"{ground.name(place)}政务服务中心一楼", "seats": random.randrange(2, 9),
            "staff": random.randrange(3, 14), "phone": "12345",
        }  # fmt: skip


def _bundles(ground: Ground, random: Random) -> Iterator[Row]:
    """Thirteen categories of the city, some of them run by districts too; trials, old two-step bundles and later ones."""
    plan: list[tuple[str, str, date, str, bool, tuple[str, str, str, int]]] = []
    for bundle in BUNDLES:
        plan.append((CITY, "", workday(random, 2024, (3, 4, 5, 6, 7, 8)), "operating", True, bundle[:4]))
    for code in ground.districts[:3]:
        plan.append((code, ground.name(code), workday(random, 2024, (9, 10)), "operating", True, BUNDLES[2][:4]))
    plan.append((CITY, "旧版", date(2021, 5, 10), "operating", False, ("marriage", "婚育登记“一件事”", "市政务办", 3)))
    plan.append((CITY, "", date(2024, 11, 4), "trial", True, LATER_BUNDLES[0]))
    plan.append((CITY, "", date(2025, 1, 1), "operating", True, LATER_BUNDLES[1]))
    for serial, (place, prefix, since, status, single, (category, name, unit, departments)) in enumerate(plan, start=1):
        yield {
            "org": "市政务办" if place == CITY else f"{ground.name(place)}政府", "place": place, "key": f"YJS{serial:02d}",
            "valid_from": since, "valid_to": None, "basis": "国发〔2024〕3号", "name": prefix + name, "category": category,
            "lead_unit": unit, "departments": departments, "items": departments + 2, "promised_days": random.randrange(3, 16),
            "single_submission": single, "pickup_channels": random.randrange(2, 5), "status": status,
        }  # fmt: skip


def _applications(ground: Ground, random: Random) -> Iterator[Row]:
    """F019: taken up in 2024 with one submission each; beside them withdrawn ones and those of 2023 and 2025."""
    of_year, rest = tuple(range(3, 13)), SINGLE_SUBMISSIONS - 9 - 7 - 40 - 5
    plan = [(2024, "GRANTED", of_year)] * rest + [(2024, "PARTLY", of_year)] * 9 + [(2024, "REFUSED", of_year)] * 7
    plan += [(2024, "GRANTED", (12,))] * 40 + [
        (2024, "", (12,))
    ] * 5  # many of December end in January, a few not at all
    plan += [(2024, "WITHDRAWN", of_year)] * 19 + [(2024, "NOT_ACCEPTED", of_year)] * 14
    plan += [(2023, "GRANTED", (11, 12))] * 36 + [(2025, "GRANTED", (1,))] * 12
    for serial, (year, outcome, months) in enumerate(plan, start=1):
        day = workday(random, year, months)
        several = year == 2023 or outcome in ("WITHDRAWN", "NOT_ACCEPTED")
        submissions = random.choice((2, 3)) if several else 1
        yield {
            **_applicant(serial, ground, random),
            "received_on": day,
            "submissions": submissions,
            **_course(day, outcome, random),
        }


def _applicant(serial: int, ground: Ground, random: Random) -> Row:
    n = random.choices(range(len(BUNDLES)), [weight for *_, weight in BUNDLES])[0]
    _, name, _, departments, kind, _ = BUNDLES[n]
    who = company(random.randrange(1, 9000))
    place = who.district if kind == "enterprise" else any_district(random)
    return {
        "org": f"{ground.name(place)}政府", "place": place, "receipt": f"YJS2024{serial:05d}", "bundle": f"YJS{n + 1:02d}",
        "title": f"{who.name if kind == 'enterprise' else person(random)}:{name}", "applicant_kind": kind,
        "channel": random.choices(("counter", "portal", "app", "terminal"), (34, 31, 29, 6))[0], "departments": departments,
    }  # fmt: skip


def _course(received: date, outcome: str, random: Random) -> Row:
    """The dates of one application, each step within its period."""
    told = corrected = None
    day = received
    if outcome not in ("NOT_ACCEPTED", "") and random.random() < 0.11:
        told = later(received, random.randrange(1, 4))
        day = corrected = later(told, random.randrange(1, 12))
    if outcome == "NOT_ACCEPTED":
        return {"concluded_on": later(day, random.randrange(1, 5)), "outcome": outcome}
    accepted: date | None = later(day, random.randrange(1, 4))
    dispatched = later(day, random.randrange(4, 6))
    if random.random() < 0.015:  # nobody told the applicant anything for five days: accepted by law
        accepted, dispatched = None, later(day, 8)
    common = {"correction_on": told, "corrected_on": corrected, "accepted_on": accepted, "dispatched_on": dispatched}
    if outcome == "WITHDRAWN":
        return {**common, "concluded_on": later(dispatched, 2), "outcome": outcome}
    if not outcome:
        return common
    gathered = later(dispatched, random.randrange(2, 12))
    concluded = later(gathered, random.randrange(1, 4))
    return {
        **common, "gathered_on": gathered, "concluded_on": concluded, "outcome": outcome,
        "delivered_on": later(concluded, random.randrange(1, 6)),
        "pickup": random.choices(("electronic", "counter", "post", "terminal"), (48, 27, 20, 5))[0],
    }  # fmt: skip


def _items() -> Iterator[Row]:
    """Published ones; then a draft, two that were taken off the list, and one of 2025."""
    listed: list[tuple[str, str, str, date, date | None, bool]] = []
    listed += [
        (unit, target, name, date(2024, 6, 28), None, True) for unit, target, names in PROACTIVE for name in names
    ]
    strange = PROACTIVE[0][0], "person"
    listed += [(*strange, "就业见习补贴提醒", date(2024, 10, 8), None, False)]
    listed += [(*strange, "就业失业登记提醒", date(2023, 5, 4), date(2024, 6, 28), True)]
    listed += [(*strange, "养老保险关系转移提醒", date(2023, 5, 4), date(2024, 12, 31), True)]
    listed += [(*strange, "生育津贴免申即享", date(2025, 1, 1), None, True)]
    for serial, (unit, target, name, since, until, published) in enumerate(listed, start=1):
        mode = (
            "reminded"
            if "提醒" in name or "告知" in name
            else "automatic"
            if "核" in name or "认证" in name
            else "granted"
        )
        yield {
            "org": unit, "place": CITY, "key": f"WG{serial:03d}", "valid_from": since, "valid_to": until,
            "basis": "“无感智办”高频服务事项清单", "name": name, "target": target, "mode": mode,
            "eligibility": f"经数据比对符合“{name}”条件", "data_source": f"{unit}业务库、市公共数据平台", "published": published,
            "document": "镇政务办〔2024〕18号" if published else "",
        }  # fmt: skip


def _grants(items: list[Row], random: Random) -> Iterator[Row]:
    serial = 0
    for item in items[:PROACTIVE_ITEMS]:
        for month in range(7, 13):
            serial += 1
            found = random.randrange(20, 900)
            declined = random.randrange(0, 6)
            yield {
                "org": item["org"], "place": CITY, "number": f"WB{serial:04d}", "item": item["key"],
                "happened_on": date(2024, month, 28), "found": found, "served": found - declined, "declined": declined,
            }  # fmt: skip
