"""A year of tasks: four lists with what became of each line, proposals for the next plan, and the package of measures."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import company, person, workday
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years._task_texts import (
    BUSINESS,
    DIGITAL,
    LEADING_UNITS,
    MEASURES,
    PROPOSALS,
    REFORMS,
    SECTIONS,
)

Row = Mapping[str, Any]

REFORM_TASKS = 55  # F015, each with both roles (F014)
DIGITAL_AREAS = 9  # F021
DIGITAL_TASKS = 28  # F022
BUSINESS_TASKS = 27  # F043
CITY = "321100"


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    yield Sheet("tasks.keytask", list(_key_tasks(random)))
    yield Sheet("tasks.reformtask", list(_reforms(random)))
    yield Sheet("tasks.digitalarea", list(_areas()))
    yield Sheet("tasks.digitaltask", list(_digital(random)))
    yield Sheet("tasks.businesstask", list(_business(random)))
    yield Sheet("tasks.proposal", list(_proposals(random)))
    yield Sheet("tasks.guaranteemeasure", list(_measures()))
    yield Sheet("tasks.measureuse", list(_uses(random)))


def _line(key: str, unit: str, title: str, since: date, due: date, random: Random, **more: Any) -> Row:
    """A line of a list; most are done in time, some late, some not at all."""
    fate = random.choices(("done", "late", "open"), (80, 11, 9))[0]
    done = (
        due - timedelta(days=random.randrange(1, 40))
        if fate == "done"
        else due + timedelta(days=random.randrange(3, 50))
    )
    return {
        "org": unit, "place": CITY, "key": key, "valid_from": since, "valid_to": None, "basis": "年度工作方案", "title": title,
        "supporting": "各市（区）人民政府", "measure": f"{title}取得实效", "due_on": due,
        "status": "in_progress" if fate == "open" else "done", "completed_on": None if fate == "open" else max(done, since),
        "progress": {"done": "按序时进度完成", "late": "延后完成", "open": "正在推进"}[fate], "origin": "new", "carried_from": "", **more,
    }  # fmt: skip


def _due(year: int, random: Random) -> date:
    return random.choice((date(year, 6, 30), date(year, 9, 30), date(year, 11, 30), date(year, 12, 31)))


def _key_tasks(random: Random) -> Iterator[Row]:
    for year, since in ((2023, date(2023, 3, 20)), (2024, date(2024, 3, 15)), (2025, date(2025, 1, 1))):
        serial = 0
        for section, titles in SECTIONS:
            for title in titles if year < 2025 else titles[:1]:
                for unit in random.sample(LEADING_UNITS, 2):
                    serial += 1
                    line = _line(
                        f"ZD{year}-{serial:02d}", unit, title, since, _due(year, random), random, section=section
                    )
                    yield line if year == 2024 else {**line, **_finished(year, line)}


def _finished(year: int, line: Row) -> Row:
    """Lines of the year before were all done by its end; those of the next have not begun."""
    if year == 2023:
        return {"status": "done", "completed_on": line["due_on"], "valid_to": date(2024, 1, 1)}
    return {"status": "not_started", "completed_on": None}


def _reforms(random: Random) -> Iterator[Row]:
    """F014, F015; then lines dropped, merged into others, and added in 2025, some still without a handler."""
    leaders = [("director", person(random)), *(("deputy", person(random)) for _ in range(5))]
    lines = [(unit, title) for unit, titles in REFORMS for title in titles]
    for serial, (unit, title) in enumerate(lines, start=1):
        wave = serial % 3 + 1
        role, leader = random.choice(leaders)
        due = date(2024, 12, 31) if wave == 1 else date(2025 + wave % 3, 12, 31)
        yield _line(
            f"SL{serial:03d}", "市委依法治市办", title, date(2024, 2 + wave, 11), due, random, wave=wave, leader_role=role,
            leader=leader, handler=unit, **({} if wave == 1 else UNDER_WAY),
        )  # fmt: skip
    strange = [("dropped", date(2024, 3, 11), None)] * 3 + [("in_progress", date(2024, 3, 11), date(2024, 12, 31))] * 2
    strange += [("not_started", date(2025, 1, 1), None)] * 4
    for serial, (status, since, until) in enumerate(strange, start=1):
        yield _line(
            f"SL-T{serial:02d}", "市委依法治市办", f"{PROPOSALS[serial]}（第{serial}项）", since, date(2025, 12, 31), random,
            wave=1, leader_role="member", leader="", handler=None, **{**UNDER_WAY, "status": status, "valid_to": until},
        )  # fmt: skip


UNDER_WAY = {"status": "in_progress", "completed_on": None, "progress": "正在推进"}


def _areas() -> Iterator[Row]:
    """Nine fields of 2024 and one whose tasks were all dropped; the fields of 2023, never ended, and one of 2025."""
    named = [(f"SZ2024-{n}", date(2024, 3, 28), name) for n, (name, *_) in enumerate(DIGITAL, start=1)]
    named += [("SZ2024-10", date(2024, 3, 28), "数字乡村")]
    named += [(f"SZ2023-{n}", date(2023, 4, 6), name) for n, (name, *_) in enumerate(DIGITAL[:7], start=1)]
    named += [("SZ2025-1", date(2025, 1, 1), "数字政务")]
    for key, since, name in named:
        yield {
            "org": "市数据局", "place": CITY, "key": key, "valid_from": since, "valid_to": None,
            "basis": f"{since.year}年数字镇江工作要点", "name": name, "goal": f"{name}建设取得阶段性成效",
        }  # fmt: skip


def _digital(random: Random) -> Iterator[Row]:
    for year, since in ((2023, date(2023, 4, 6)), (2024, date(2024, 3, 28))):
        for n, (_, unit, titles) in enumerate(DIGITAL if year == 2024 else DIGITAL[:7], start=1):
            for m, title in enumerate(titles, start=1):
                line = _line(f"SZ{year}-{n}-{m}", unit, title, since, _due(year, random), random, area=f"SZ{year}-{n}")
                yield line if year == 2024 else {**line, "status": "done", "completed_on": line["due_on"]}
    for serial in (1, 2):
        dropped = {"area": "SZ2024-10", "status": "dropped", "completed_on": None}
        yield _line(
            f"SZ2024-10-{serial}",
            "市农业农村局",
            f"建设数字乡村试点{serial}",
            date(2024, 3, 28),
            date(2024, 12, 31),
            random,
            **dropped,
        )
    later = {"area": "SZ2025-1", **UNDER_WAY, "status": "not_started"}
    yield _line("SZ2025-1-1", "市政务办", "建设政务大模型", date(2025, 1, 1), date(2025, 12, 31), random, **later)


def _business(random: Random) -> Iterator[Row]:
    """The plans of 2023, 2024 and 2025: the last renews the one before it (S117)."""
    for year, since in ((2023, date(2023, 3, 2)), (2024, date(2024, 2, 19)), (2025, date(2025, 1, 1))):
        serial = 0
        for dimension, unit, titles in BUSINESS:
            for title in titles if year != 2023 else titles[1:]:
                serial += 1
                line = _line(
                    f"YS{year}-{serial:02d}", unit, title, since, _due(year, random), random, dimension=dimension,
                    feedback=random.randrange(82, 99),
                )  # fmt: skip
                amended = {"origin": "amended", "carried_from": f"YS2024-{serial:02d}", "feedback": None}
                yield line if year == 2024 else {**line, **_finished(year, line), **(amended if year == 2025 else {})}
    dropped = {"status": "dropped", "completed_on": None, "dimension": "跨境贸易", "feedback": None}
    yield _line(
        "YS2024-90", "市商务局", "推进跨境电商综试区建设", date(2024, 2, 19), date(2024, 12, 31), random, **dropped
    )


def _proposals(random: Random) -> Iterator[Row]:
    for serial, title in enumerate(PROPOSALS * 2, start=1):
        status = ("adopted", "submitted", "rejected")[serial % 3] if serial <= len(PROPOSALS) else "merged"
        yield {
            "org": random.choice(LEADING_UNITS), "place": CITY, "number": f"SWW{serial:03d}",
            "happened_on": workday(random, 2024, (10, 11, 12)), "title": title,
            "need": "法治建设短板需要加力补齐", "ground": "法治政府建设实施纲要", "status": status,
            "score": None if status == "submitted" else f"{random.uniform(60, 95):.2f}",
            "merged_into": f"SWW{serial - len(PROPOSALS):03d}" if status == "merged" else "",
        }  # fmt: skip


def _measures() -> Iterator[Row]:
    for serial, title in enumerate(MEASURES, start=1):
        yield {
            "org": "市司法局", "place": CITY, "key": f"JC{serial:02d}", "valid_from": date(2023, 5, 15) if serial % 3 else date(2024, 4, 8),
            "valid_to": date(2024, 10, 1) if serial == 10 else None, "basis": "法治保障经济社会高质量发展一揽子举措",
            "title": title, "beneficiaries": "全市企业", "contact": "12348",
        }  # fmt: skip


def _uses(random: Random) -> Iterator[Row]:
    """Two of the measures had no use in 2024."""
    for serial in range(1, 211):
        year = 2024 if serial <= 190 else 2023
        user = company(random.randrange(1, 900))
        yield {
            "org": "市司法局", "place": user.district, "number": f"SY{serial:04d}", "measure": f"JC{random.randrange(1, 10):02d}",
            "happened_on": workday(random, year), "enterprise": user.name,
            "effect": random.choice(("防范合同风险", "挽回损失", "完成合规整改")),
        }  # fmt: skip
