"""企业服务的2024年: intermediaries, policies and what was done for enterprises. The demonstration's builder reads it."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import (
    DISTRICT_NAMES,
    company,
    district,
    later,
    person,
    self_employed,
    shared_out,
    town,
    workday,
    workdays,
)
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years._enterprise_policies import application_items, interpretations, officers, policies
from fazhi.city.zhenjiang.years._enterprise_texts import (
    ADVICE,
    DEPARTMENT_MEASURES,
    INDUSTRIES,
    ITEMS,
    MEASURE_TEXTS,
    OTHER_MEASURES,
    PROJECTS,
    SERVICES_LINKED,
)

MEASURES = 9  # F034
CHECKED_UP = 1246  # F048: 1200余家
LOSSES = 19_384_600  # F049: 1900余万元

CITY, SERVICES, PROCURATORATE, JUSTICE = "321100", "市政务办", "市检察院", "市司法局"
Row = dict[str, Any]


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    """Purchases come before their parts, policies before what refers to them."""
    yield Sheet("enterprise.intermediaryitem", _items())
    purchases = _purchases(random)
    yield Sheet("enterprise.majorprocurement", [row for row, _ in purchases])
    yield Sheet("enterprise.procurementitem", [part for _, parts in purchases for part in parts])
    yield Sheet("enterprise.outreachevent", _events(random))
    yield Sheet("enterprise.policymeasure", _measures())
    yield Sheet("enterprise.protectioncase", _protection(random))
    published = policies(random)
    yield Sheet("enterprise.enterprisepolicy", published)
    yield Sheet("enterprise.policyinterpretation", interpretations(random, published))
    yield Sheet("enterprise.policyapplicationitem", application_items(random, published))
    yield Sheet("enterprise.policyofficer", officers(random))
    yield Sheet("enterprise.legalcheckup", _checkups(random))


def _items() -> list[Row]:
    rows: list[Row] = []
    for number, (name, approval, department, result) in enumerate(ITEMS, start=1):
        rows.append(
            {"org": SERVICES, "place": CITY, "key": f"ZJ-ZJFW-{number:03d}", "valid_from": date(2022, 6, 1), "name": name,
             "approval": approval, "department": department, "item_class": "A" if number % 3 else "B", "result": result,
             "limit_days": 5 + number % 4 * 5, "fee_basis": "市场调节价", "basis": "镇江市涉审中介服务事项清单"}
        )  # fmt: skip
    dropped = dict(
        rows[0], key="ZJ-ZJFW-090", name="防雷装置设计技术评价", approval="防雷装置设计审核", result="技术评价报告"
    )
    rows.append({**dropped, "item_class": None, "valid_to": date(2024, 5, 1)})
    coming = dict(rows[1], key="ZJ-ZJFW-091", name="碳排放评价", approval="节能审查", result="碳排放评价报告")
    rows.append({**coming, "item_class": None, "valid_from": date(2025, 1, 10)})
    return rows


def _purchases(random: Random) -> list[tuple[Row, list[Row]]]:
    made = []
    for number, day in enumerate(workdays(random, 2024, 16), start=1):
        made.append(_purchase(random, f"ZJCG2024-{number:03d}", day, "one_plus_n", ["lead"]))
    failed = made[4][1]
    failed.append({**failed[0], "number": failed[0]["number"] + "-流标", "status": "failed", "signed_on": None})
    alone = workday(random, 2024)
    made.append(_purchase(random, "ZJCG2024-017", alone, "separate", []))
    made.append(_purchase(random, "ZJCG2023-011", workday(random, 2023), "one_plus_n", ["lead", "lead"]))
    stopped, parts = _purchase(random, "ZJCG2024-018", date(2024, 6, 18), "one_plus_n", [])
    made.append(
        ({**stopped, "status": "stopped", "finished_on": None}, [{**each, "status": "cancelled"} for each in parts])
    )
    planned, _ = _purchase(random, "ZJCG2024-019", date(2024, 12, 27), "one_plus_n", [])
    made.append(({**planned, "status": "planned", "finished_on": None}, []))
    return made


def _purchase(random: Random, number: str, day: date, scheme: str, leads: list[str]) -> tuple[Row, list[Row]]:
    code = district(random)
    buyer = company(20_000 + random.randrange(4000))
    roles = [*leads, *["linked"] * random.randint(2, 5)]
    parts = [_part(random, number, place, role, code, day) for place, role in enumerate(roles, start=1)]
    row = {
        "org": SERVICES, "place": code, "number": number, "happened_on": day,
        "project": f"{buyer.name}{random.choice(PROJECTS)}项目", "buyer": buyer.name, "scheme": scheme,
        "budget": sum(part["amount"] for part in parts) + 50_000,
        "finished_on": max((part["signed_on"] for part in parts), default=None), "status": "contracted",
    }  # fmt: skip
    return row, parts


def _part(random: Random, number: str, position: int, role: str, code: str, day: date) -> Row:
    chosen = company(24_500 + random.randrange(400))
    lead = role == "lead"
    announced = later(day, random.randint(1, 4))
    return {
        "org": SERVICES, "place": code, "number": f"{number}-{position:02d}", "happened_on": announced, "procurement": number,
        "role": role, "service": "全过程工程咨询（牵头）" if lead else SERVICES_LINKED[position % 7],
        "intermediary": chosen.name.replace("商贸", "工程咨询").replace("餐饮管理", "勘测设计"), "uscc": chosen.uscc,
        "amount": random.randrange(60, 900 if lead else 300) * 1000, "signed_on": later(announced, random.randint(6, 12)),
        "limit_days": random.choice((15, 20, 30)), "delivered_on": None, "status": "contracted",
    }  # fmt: skip


def _events(random: Random) -> list[Row]:
    names = [
        ("惠企镇行 律企对接", "matching", 6, 2024), ("百所千人助万企·法润商务", "seminar", 2, 2024),
        ("企业重整事务", "seminar", 1, 2024), ("民法典进企业", "lecture", 5, 2024), ("惠企镇行 律企对接", "matching", 3, 2023),
    ]  # fmt: skip
    rows = []
    for name, kind, times, year in names:
        for number, day in enumerate(workdays(random, year, times), start=1):
            needs = random.randint(8, 40)
            rows.append(
                {"org": JUSTICE, "place": district(random), "happened_on": day, "name": f"{name}（第{number}场）", "kind": kind,
                 "venue": random.choice(("市民中心报告厅", "镇江新区企业服务中心", "丹阳眼镜城会议室", "句容市行政中心")),
                 "enterprises": random.randint(20, 80), "lawyers": random.randint(6, 25), "needs": needs,
                 "needs_met": needs - random.randint(0, 7), "status": "held"}
            )  # fmt: skip
    rows[-1]["status"] = "cancelled"
    return rows


def _measures() -> list[Row]:
    def listed(texts: tuple[str, ...], key: str, document: str, on: date, field: str, **more: Any) -> list[Row]:
        return [
            {"org": PROCURATORATE, "place": CITY, "key": f"{key}-{n:02d}", "valid_from": on, "document": document, "number": key,
             "position": n, "content": text, "field": field, "unit": "第四检察部" if n % 2 else "第三检察部", "status": "issued",
             **more}
            for n, text in enumerate(texts, start=1)
        ]  # fmt: skip

    return [
        *listed(MEASURE_TEXTS[:MEASURES], "镇检发〔2024〕12号", "关于服务保障科技创新的九项措施", date(2024, 4, 22), "innovation"),
        *listed(OTHER_MEASURES, "镇检发〔2024〕6号", "“检察护企”专项行动实施方案", date(2024, 3, 8), "market"),
        *listed(MEASURE_TEXTS[2:6], "镇检发〔2023〕9号", "关于加强知识产权检察保护的意见", date(2023, 4, 24), "innovation"),
        *listed(MEASURE_TEXTS[4:7], "镇检发〔2025〕2号", "关于深化科技创新检察服务的若干措施", date(2025, 1, 15), "innovation"),
        *listed(
            DEPARTMENT_MEASURES,
            "镇科发〔2024〕31号", "促进科技成果转化若干措施",
            date(2024, 7, 1), "innovation", org="市科技局", unit="市科技局",
        ),
        *listed(("探索科创企业数据资产保护",), "镇检（稿）2024-1", "数据资产检察保护措施（征求意见稿）", date(2024, 11, 4), "innovation",
                status="drafting"),
    ]  # fmt: skip


def _protection(random: Random) -> list[Row]:
    rows = []
    for year, times in ((2023, 12), (2024, 46), (2025, 3)):
        days = [workday(random, year, (1,)) for _ in range(times)] if year == 2025 else workdays(random, year, times)
        for number, day in enumerate(days, start=1):
            firm = company(random.randrange(1, 3000))
            handled = later(day, random.randint(10, 60)) if year < 2025 else None
            rows.append(
                {"org": PROCURATORATE, "place": firm.district, "number": f"检护企{year}-{number:03d}", "happened_on": day,
                 "enterprise": firm.name, "uscc": firm.uscc,
                 "matter": random.choice(("infringement", "insider", "contract", "enforcement")),
                 "department": random.choice(("第二检察部", "第四检察部", "第五检察部")), "handled_on": handled,
                 "result": "依法监督并反馈企业" if handled else None, "followed_up_on": later(handled, 20) if handled else None,
                 "loss_recovered": random.choice((0, 0, 0, 86_000, 240_000, 1_350_000))}
            )  # fmt: skip
    return rows


def _checkups(random: Random) -> list[Row]:
    """Each of the counted once, some of them twice; then larger firms, visits that did not take place, other years."""
    first = [_checkup(random, serial, 2024) for serial in range(1, CHECKED_UP + 1)]
    again = [_checkup(random, serial, 2024) for serial in range(3, CHECKED_UP, 9)]
    done = [*first, *again]
    hit = random.sample(done, 430)
    for row, loss in zip(hit, shared_out(random, LOSSES, len(hit), 100), strict=True):
        avoided = loss // 300 * 100 * random.randint(0, 3)
        row.update(loss_avoided=avoided, loss_recovered=loss - avoided)
    larger = [
        {**_checkup(random, serial, 2024), "enterprise_kind": "medium" if serial % 4 else "large"}
        for serial in range(2000, 2060)
    ]
    off = [
        {**_checkup(random, serial, 2024), "status": "cancelled" if serial % 3 else "planned"}
        for serial in range(2100, 2145)
    ]
    before = [_checkup(random, serial, 2023) for serial in range(900, 1810)]
    after = [_checkup(random, serial, 2025) for serial in range(1500, 1525)]
    for row in [*larger, *off, *before, *after]:
        row["loss_avoided"] = random.choice((0, 0, 12_000, 45_000))
    rows = [*done, *larger, *off, *before, *after]
    rows.sort(key=lambda row: row["happened_on"])
    return [{**row, "number": f"TJ{row['happened_on'].year}{place:05d}"} for place, row in enumerate(rows, start=1)]


def _checkup(random: Random, serial: int, year: int) -> Row:
    single = serial % 5 < 2
    firm = self_employed(serial) if single else company(serial)
    place = town(random, firm.district)
    return {
        "org": f"{DISTRICT_NAMES[firm.district]}司法局", "place": place,
        "happened_on": workday(random, year, (1,) if year == 2025 else tuple(range(1, 13))), "enterprise": firm.name,
        "uscc": firm.uscc, "enterprise_kind": "self_employed" if single else random.choice(("micro", "small")),
        "industry": random.choice(INDUSTRIES), "worker": person(random),
        "office": f"{DISTRICT_NAMES[firm.district]}{random.choice(('第一', '第二', '城郊', '江边'))}法律服务所",
        "risks": random.randint(1, 6), "advice": random.choice(ADVICE), "loss_avoided": 0, "loss_recovered": 0, "status": "done",
    }  # fmt: skip
