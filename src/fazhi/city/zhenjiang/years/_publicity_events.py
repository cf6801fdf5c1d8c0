"""Observation points, activities, hearings attended and examinations of 2024. For the year of law popularisation."""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import district, person, workday
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years._publicity_texts import ACTIVITIES, ART_MONTH, CAUSES, COURTS, SITES, UNITS

Row = Mapping[str, Any]

POINTS = 35  # F016
POINTS_OF_2024 = 22  # of them opened in 2024


def event_sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    points = list(_points(ground, random))
    yield Sheet("publicity.observationpoint", points)
    yield Sheet("publicity.literacysurvey", list(_surveys(points, random)))
    yield Sheet("publicity.activity", list(_activities(ground, random)))
    yield Sheet("publicity.hearingattendance", list(_hearings(random)))
    yield Sheet("publicity.lawexam", list(_exams(random)))


def _points(ground: Ground, random: Random) -> Iterator[Row]:
    """Running at the end of 2024; then closed ones, candidates, and one opened on the first day of 2025."""
    plan: list[tuple[date, date | None, str]]
    plan = [(workday(random, 2024), None, "active") for _ in range(POINTS_OF_2024 - 1)]
    plan += [(date(2024, 12, 31), None, "active")]
    plan += [(workday(random, 2023), None, "active") for _ in range(POINTS - POINTS_OF_2024)]
    plan += [(date(2023, 4, 3), date(2024, 12, 31), "active"), (date(2023, 5, 8), date(2024, 6, 3), "active")]
    plan += [(date(2024, 9, 2), None, "candidate") for _ in range(4)] + [(date(2025, 1, 1), None, "active")]
    for serial, (since, until, status) in enumerate(plan, start=1):
        area = district(random)
        town = random.choice([code for code in ground.towns if code.startswith(area)])
        site = random.choices(list(SITES), (14, 7, 5, 4, 3, 2))[0]
        yield {
            "org": f"{ground.name(area)}司法局", "place": town, "key": f"GC{serial:03d}", "valid_from": since, "valid_to": until,
            "basis": "公民法治素养提升行动实施方案", "name": f"{ground.name(town)}{SITES[site]}{serial}", "site": site,
            "address": f"{ground.name(area)}{ground.name(town)}", "population": random.randrange(800, 9000),
            "contact": person(random), "status": status,
        }  # fmt: skip


def _surveys(points: list[Row], random: Random) -> Iterator[Row]:
    serial = 0
    for point in points[:POINTS]:
        for month in (6, 12):
            day = workday(random, 2024, (month,))
            if day < point["valid_from"]:
                continue
            serial += 1
            yield {
                "org": point["org"], "place": point["place"], "number": f"CP{serial:03d}", "point": point["key"],
                "happened_on": day, "respondents": random.randrange(60, 240), "knowledge": f"{random.uniform(70, 92):.2f}",
                "attitude": f"{random.uniform(76, 95):.2f}", "conduct": f"{random.uniform(68, 90):.2f}",
            }  # fmt: skip


def _activities(ground: Ground, random: Random) -> Iterator[Row]:
    plan = [("art_month", workday(random, 2024, (11,)), "held") for _ in range(38)]
    plan += [
        ("art_month", date(2024, 11, 22), "cancelled"),
        *(("art_month", workday(random, 2023, (11,)), "held") for _ in range(29)),
    ]
    plan += [("plan", workday(random, 2024), "held") for _ in range(160)] + [("plan", date(2025, 1, 8), "planned")]
    for serial, (kind, day, status) in enumerate(plan, start=1):
        area = district(random)
        told, name, law = random.choice(ACTIVITIES)
        title = random.choice(ART_MONTH) if kind == "art_month" else name
        yield {
            "org": f"{ground.name(area)}司法局", "place": area, "number": f"PF{serial:04d}", "kind": kind if kind == "art_month" else told,
            "happened_on": day, "name": f"{ground.name(area)}{title}", "law": "" if kind == "art_month" else law,
            "venue": f"{ground.name(area)}{random.choice(('文化中心', '市民广场', '社区会堂', '工业园'))}",
            "audience": random.randrange(40, 600) if status == "held" else 0, "status": status,
        }  # fmt: skip


def _hearings(random: Random) -> Iterator[Row]:
    for serial in range(1, 148):
        year = 2024 if serial <= 84 else 2023
        booked = random.randrange(6, 42)
        yield {
            "org": random.choice(UNITS), "place": "321100", "number": f"PT{serial:03d}", "happened_on": workday(random, year),
            "court": random.choice(COURTS), "case_number": f"（{year}）苏11{random.randrange(1, 90):02d}行初{random.randrange(1, 400)}号",
            "cause": random.choice(CAUSES), "booked": booked, "attended": booked - random.randrange(0, 4),
            "head_appeared": random.random() < 0.93,
        }  # fmt: skip


def _exams(random: Random) -> Iterator[Row]:
    for serial in range(1, 75):
        year = 2024 if serial <= 66 else 2023
        absent, score = random.random() < 0.03, random.uniform(52, 99)
        yield {
            "org": "市委组织部", "place": "321100", "number": f"KS{serial:03d}", "happened_on": workday(random, year, (4, 9)),
            "cadre": f"XR{serial:04d}", "name": person(random), "post": "县处级副职", "retake": False,
            "score": None if absent else f"{score:.2f}", "result": "absent" if absent else "passed" if score >= 60 else "failed",
        }  # fmt: skip
