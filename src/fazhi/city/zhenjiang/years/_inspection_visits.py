"""Visits to enterprises in 2023 and 2024: departments' plans, the combined visits that replaced them, and all the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import Company, company, later, workday

PILOT_BEFORE, PILOT_NOW = 1284, 745  # F069: 扬中试点领域2023年、2024年检查次数,降42%
MERGED = 132  # F044: 2024年“综合查一次”的企业次
PILOT_AREA = "321182"
PILOT_FIELDS = ("market", "environment", "transport", "tax")
FIELDS = {
    "market": ("市场监管局", 30), "environment": ("生态环境局", 20), "transport": ("交通运输局", 12), "tax": ("税务局", 9),
    "emergency": ("应急局", 14), "urban": ("城管局", 7), "housing": ("住建局", 5), "labour": ("人社局", 5),
}  # fmt: skip
MATTERS = {
    "market": "产品质量和明码标价检查", "environment": "排污许可证执行情况检查", "transport": "道路运输企业经营资质检查",
    "tax": "发票使用和纳税申报检查", "emergency": "危险作业和应急预案检查", "urban": "户外广告和渣土处置检查",
    "housing": "施工许可和工地扬尘检查", "labour": "工资支付和劳动合同检查",
}  # fmt: skip
QUARTER_ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))
OTHER_REASONS = ("complaint", "transfer", "follow_up", "accident", "application")
Row = dict[str, Any]


@dataclass
class Book:
    """What has been planned and visited so far; a planned visit takes its enterprise's quarter."""

    ground: Ground
    random: Random
    companies: dict[str, list[Company]]
    plans: list[Row]
    visits: list[Row]
    taken: set[str]

    def number(self, head: str, rows: list[Row], year: int) -> str:
        return f"{head}{year}-{len(rows) + 1:05d}"


def visits_and_plans(ground: Ground, random: Random) -> tuple[list[Row], list[Row]]:
    """(plans, visits): plans come first in the year, visits follow them."""
    book = Book(ground, random, _companies(), [], [], set())
    _merged(book)
    _repeated_last_year(book)
    _pilot(book)
    _elsewhere(book)
    return book.plans, sorted(book.visits, key=lambda row: (row["happened_on"], row["number"]))


def _companies() -> dict[str, list[Company]]:
    found: dict[str, list[Company]] = {}
    for serial in range(4000):
        each = company(serial)
        found.setdefault(each.district, []).append(each)
    return found


def _merged(book: Book) -> None:
    """Two to four departments wanted the same enterprise in one quarter and came together, once."""
    for _ in range(MERGED):
        code = _area(book.random)
        quarter = book.random.randrange(4)
        chosen = _free(book, code, 2024, quarter)
        fields = book.random.sample(list(FIELDS), book.random.choice((2, 2, 2, 3, 3, 4)))
        for field in fields:
            _plan(book, chosen, 2024, quarter, field, "merged")
        _visit(book, chosen, 2024, quarter, fields, "planned")
        if book.random.random() < 0.15:  # a complaint may bring an inspector on his own
            _visit(book, chosen, 2024, quarter, fields[:1], "complaint")
    _not_merged(book)


def _not_merged(book: Book) -> None:
    """Plans that led to no combined visit: alone in their quarter, stopped, or taken back."""
    for serial in range(240):
        quarter = book.random.randrange(4)
        chosen = _free(book, _area(book.random), 2024, quarter)
        field = _field(book.random)
        status = "single" if serial < 170 else ("blocked" if serial < 215 else "withdrawn")
        _plan(book, chosen, 2024, quarter, field, status)
        if status == "single":
            _visit(book, chosen, 2024, quarter, [field], "planned")


def _repeated_last_year(book: Book) -> None:
    """In 2023 departments still came one after the other."""
    for _ in range(60):
        chosen = _free(book, _area(book.random), 2023, 2)
        for field in book.random.sample(list(FIELDS), 2):
            _plan(book, chosen, 2023, 2, field, "merged")
            _visit(book, chosen, 2023, 2, [field], "planned")


def _pilot(book: Book) -> None:
    """The pilot fields of the pilot area, filled up to the numbers of both years; what must not count stands beside."""
    for year, wanted in ((2023, PILOT_BEFORE), (2024, PILOT_NOW)):
        for _ in range(wanted - sum(_counts(row, year) for row in book.visits)):
            _plain(book, PILOT_AREA, year, _weighted(book.random, PILOT_FIELDS))
        for _ in range(34):
            _plain(book, PILOT_AREA, year, book.random.choice(PILOT_FIELDS), "cancelled")
        for _ in range(250):
            _plain(book, PILOT_AREA, year, book.random.choice(("emergency", "urban", "housing", "labour")))
    for _ in range(38):
        _plain(book, PILOT_AREA, 2025, book.random.choice(PILOT_FIELDS))


def _counts(row: Row, year: int) -> bool:
    in_pilot = row["place"] == PILOT_AREA and row["field"] in PILOT_FIELDS
    return in_pilot and row["status"] == "done" and row["happened_on"].year == year


def _elsewhere(book: Book) -> None:
    others = [code for code in book.ground.districts if code != PILOT_AREA]
    for year, number in ((2023, 820), (2024, 860), (2025, 40)):
        for _ in range(number):
            code = book.random.choices(others, [len(book.companies[each]) for each in others])[0]
            _plain(book, code, year, _field(book.random), "cancelled" if book.random.random() < 0.02 else "done")


def _plain(book: Book, code: str, year: int, field: str, status: str = "done") -> None:
    quarter = 0 if year == 2025 else book.random.randrange(4)
    reason = "planned" if book.random.random() < 0.55 else book.random.choices(OTHER_REASONS, (40, 15, 30, 3, 12))[0]
    chosen = _free(book, code, year, quarter) if reason == "planned" else book.random.choice(book.companies[code])
    _visit(book, chosen, year, quarter, [field], reason, status)


def _free(book: Book, code: str, year: int, quarter: int) -> Company:
    """An enterprise that no planned check has been at in that quarter."""
    while True:
        chosen = book.random.choice(book.companies[code])
        key = f"{chosen.uscc}/{year}Q{quarter + 1}"
        if key not in book.taken:
            book.taken.add(key)
            return chosen


def _plan(book: Book, chosen: Company, year: int, quarter: int, field: str, status: str) -> None:
    months = (10, 11, 12) if quarter == 0 else tuple(range(quarter * 3 - 2, quarter * 3 + 1))
    body = book.ground.district_body(chosen.district, FIELDS[field][0]).short
    blocked = ("豁免期内", "已列入白名单", "年度频次已满")[len(book.plans) % 3]
    book.plans.append(
        {"org": body, "place": chosen.district, "number": book.number("JCJH", book.plans, year),
         "happened_on": workday(book.random, year - (quarter == 0), months), "enterprise": chosen.name, "uscc": chosen.uscc,
         "window": f"{year}Q{quarter + 1}", "window_ends_on": date(year, *QUARTER_ENDS[quarter]), "field": field,
         "department": body, "matter": MATTERS[field], "status": status,
         "blocked_for": blocked if status == "blocked" else None}
    )  # fmt: skip


def _visit(
    book: Book, chosen: Company, year: int, quarter: int, fields: list[str], reason: str, status: str = "done"
) -> None:
    bodies = [book.ground.district_body(chosen.district, FIELDS[field][0]).short for field in fields]
    months = (1,) if year == 2025 else tuple(range(quarter * 3 + 1, quarter * 3 + 4))
    day = workday(book.random, year, months)
    number = book.number("JC", book.visits, year)
    findings = ("nothing", "corrected", "pending", "no_business", "not_found")
    book.visits.append(
        {"org": bodies[0], "place": chosen.district, "number": number, "happened_on": day, "enterprise": chosen.name,
         "uscc": chosen.uscc, "window": f"{year}Q{quarter + 1}", "field": fields[0], "department": bodies[0],
         "joined": "、".join(bodies[1:]) or None, "joined_count": len(bodies), "combined": len(bodies) > 1,
         "reason": reason, "notice": f"检查通知〔{year}〕{len(book.visits) + 1}号" if reason == "planned" else None,
         "finding": book.random.choices(findings, (68, 22, 6, 3, 1))[0] if status == "done" else None, "status": status}
    )  # fmt: skip


def spared(random: Random, companies: Iterator[Company]) -> tuple[list[Row], list[Row]]:
    """(members of the white list, exemption periods)."""
    return [_member(random, next(companies), n) for n in range(86)], [
        _exempt(random, next(companies), n) for n in range(64)
    ]


def _member(random: Random, chosen: Company, number: int) -> Row:
    since = workday(random, 2023 if number < 30 else 2024)
    left = later(since, 150) if number % 9 == 0 else None
    return {
        "org": "市司法局", "place": chosen.district, "key": f"BMD-{number + 1:03d}", "valid_from": since, "valid_to": left,
        "basis": "涉企行政检查“白名单”试点方案", "enterprise": chosen.name, "uscc": chosen.uscc,
        "ground": "applied" if number % 4 == 0 else "credit", "credit_grade": "A" if number % 5 else "B",
        "reviewer": "市市场监管局", "visits_a_year": 1, "left_for": "发生一般以上环境违法行为" if left else None,
    }  # fmt: skip


def _exempt(random: Random, chosen: Company, number: int) -> Row:
    since = workday(random, 2024 if number < 52 else 2023)
    return {
        "org": "市司法局", "place": chosen.district, "key": f"HMQ-{number + 1:03d}", "valid_from": since,
        "valid_to": later(since, random.choice((60, 120))), "basis": "涉企行政检查“豁免期”制度", "enterprise": chosen.name,
        "uscc": chosen.uscc, "ground": ("new", "inspected", "building", "model")[number % 4],
        "exceptions": "投诉举报、转办交办、事故调查", "granted_by": "市司法局", "blocked": random.choice((0, 0, 1, 1, 2)),
    }  # fmt: skip


def _area(random: Random) -> str:
    return random.choices(
        ("321181", "321183", "321182", "321112", "321102", "321111", "321171"), (28, 18, 16, 9, 12, 9, 8)
    )[0]


def _field(random: Random) -> str:
    return _weighted(random, tuple(FIELDS))


def _weighted(random: Random, fields: tuple[str, ...]) -> str:
    return random.choices(fields, [FIELDS[field][1] for field in fields])[0]
