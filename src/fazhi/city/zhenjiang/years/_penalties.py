"""Penalty cases decided in 2023, 2024 and January 2025, walked from the clue to the closed file."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from fazhi.casework.api import Dossier, Taken
from fazhi.city.zhenjiang.ground import Ground, random_for
from fazhi.city.zhenjiang.invented import company, district, later, person, self_employed, workday
from fazhi.city.zhenjiang.years._powers_texts import LENIENCY
from fazhi.domains.enforcement.dossiers import penalty_dossier

LENIENT = 7846  # F070: 7800余件
PUNISHED, ON_THE_SPOT = 1180, 720
LAST_YEAR, NEXT_YEAR = 380, 120
MORE_OF_LAST_YEAR = {"lenient": 3000, "punished": 720, "on_the_spot": 400}
OTHER_ENDS = {"NOT_ESTABLISHED": 90, "NOT_FILED": 160, "TRANSFERRED": 14, "TIME_BARRED": 6}
HEARD = 14

#: field: letters of its list items, a district's body, the city's body
FIELDS = {
    "market": ("SJ", "市场监管局", "市市场监管局"), "transport": ("JT", "交通运输局", "市交通运输局"),
    "urban": ("CG", "城管局", "市城管局"), "environment": ("HB", "生态环境局", "市生态环境局"),
    "emergency": ("YJ", "应急局", "市应急局"), "tax": ("SW", "税务局", "市税务局"), "labour": ("RS", "人社局", "市人社局"),
    "housing": ("ZJ", "住建局", "市住建局"),
}  # fmt: skip
WEIGHTS = (40, 21, 18, 4, 5, 7, 3, 2)
OUTCOMES = {
    "minor": "EXEMPT_MINOR", "first": "EXEMPT_FIRST", "no_fault": "EXEMPT_NO_FAULT", "mitigated": "MITIGATED", "lighter": "LIGHTER",
}  # fmt: skip
HOW_OFTEN = {"minor": 46, "first": 34, "no_fault": 3, "mitigated": 7, "lighter": 10}
SERIOUS = {
    "market": ("销售侵犯注册商标专用权的商品", "使用未经检验的特种设备", "生产经营超过保质期的食品", "发布虚假广告"),
    "transport": ("未取得道路运输经营许可从事货物运输", "擅自超限运输", "巡游出租汽车拒载"),
    "urban": ("未经核准擅自处置建筑垃圾", "擅自占用城市道路摆摊经营", "运输车辆遗撒渣土"),
    "environment": ("超过水污染物排放标准排放水污染物", "未取得排污许可证排放污染物", "危险废物未按规定贮存"),
    "emergency": ("未对从业人员进行安全生产教育和培训", "未按规定设置安全警示标志", "违章指挥动火作业"),
    "tax": ("虚开发票", "少缴应纳税款"), "labour": ("克扣工人工资", "未经许可从事劳务派遣"),
    "housing": ("未取得施工许可证擅自施工", "将工程违法分包"),
}  # fmt: skip
SOURCES = (("inspection", 62), ("complaint", 22), ("transfer", 5), ("superior", 4), ("monitor", 7))
LAWS = {
    "market": "《食品安全法》《市场主体登记管理条例》", "transport": "《道路运输条例》《公路安全保护条例》",
    "urban": "《江苏省城市市容和环境卫生管理条例》",
    "environment": "《水污染防治法》《排污许可管理条例》", "emergency": "《安全生产法》", "tax": "《税收征收管理法》",
    "labour": "《劳动保障监察条例》",
    "housing": "《建筑法》《建设工程质量管理条例》",
}  # fmt: skip
Row = dict[str, Any]


@dataclass
class Desk:
    """Where cases are made: the ground, chance, and the numbers each body has given out."""

    ground: Ground
    random: Random
    given: Counter[tuple[str, int]] = field(default_factory=Counter)
    serial: int = 0

    def number(self, body: str, year: int) -> str:
        self.given[body, year] += 1
        return f"{body}罚〔{year}〕{self.given[body, year]}号"


def penalty_cases(ground: Ground, random: Random) -> Iterator[Dossier]:
    """Cases in the order of their first day."""
    desk = Desk(ground, random)
    rows = [_lenient(desk, *_window(random, 2024)) for _ in range(LENIENT)]
    rows += [_lenient(desk, *_window(random, 2023)) for _ in range(LAST_YEAR)]
    rows += [_lenient(desk, *_over_new_year(random)) for _ in range(NEXT_YEAR)]
    rows += [_punished(desk, *_window(random, 2024)) for _ in range(PUNISHED)]
    rows += [_on_the_spot(desk, 2024) for _ in range(ON_THE_SPOT)]
    rows += [_ended(desk, outcome) for outcome, number in OTHER_ENDS.items() for _ in range(number)]
    heard = [_heard(desk) for _ in range(HEARD)]
    rows += _more_of_last_year(replace(desk, random=random_for("enforcement", 2023)))
    dossiers = [penalty_dossier(row) for row in rows] + heard
    yield from sorted(dossiers, key=lambda each: each.intake.received_on)


def _more_of_last_year(desk: Desk) -> Iterator[Row]:
    """What 2024 is compared with, in the numbering of the same bodies but with chance of its own. None of it still waits."""
    for _ in range(MORE_OF_LAST_YEAR["lenient"]):
        yield _finished(_lenient(desk, *_window(desk.random, 2023)))
    for _ in range(MORE_OF_LAST_YEAR["punished"]):
        yield _finished(_punished(desk, *_window(desk.random, 2023)))
    for _ in range(MORE_OF_LAST_YEAR["on_the_spot"]):
        yield _on_the_spot(desk, 2023)


def _finished(row: Row) -> Row:
    if "closed_on" in row:
        return row
    return row | {"paid_on": row["published_on"], "closed_on": later(row["published_on"], 3)}


def _window(random: Random, year: int) -> tuple[date, date]:
    """The first day of a case and the day of its decision, which lies in the year."""
    while True:
        received = workday(random, year) if random.random() < 0.97 else workday(random, year - 1, (12,))
        decided = later(received, random.randint(5, 26))
        if decided.year == year:
            return received, decided


def _over_new_year(random: Random) -> tuple[date, date]:
    received = workday(random, 2024, (12,))
    return received, max(later(received, random.randint(8, 20)), date(2025, 1, 2))


def _lenient(desk: Desk, received: date, decided: date) -> Row:
    random = desk.random
    chosen = _field(random)
    items = [item for item in LENIENCY if item[0].startswith(f"QF-{FIELDS[chosen][0]}")]
    item = random.choices(items, [HOW_OFTEN[each[3]] for each in items])[0]
    outcome = OUTCOMES[item[3]]
    row = _row(desk, chosen, item[2], received) | {"list_item": item[0], "decided_on": decided, "outcome": outcome}
    row["filed_on"] = later(received, random.randint(0, 2)) if received < decided else received
    if outcome in {"MITIGATED", "LIGHTER"}:
        row |= {"told_on": later(row["filed_on"], 1), "fine": random.randrange(1, 20) * 100, "penalty": "fine"}
    return _carried_out(desk, row)


def _punished(desk: Desk, received: date, decided: date) -> Row:
    random = desk.random
    chosen = _field(random)
    row = _row(desk, chosen, random.choice(SERIOUS[chosen]), received)
    row |= {
        "filed_on": later(received, 1),
        "told_on": later(received, 3),
        "decided_on": max(decided, later(received, 4)),
    }
    row |= {"outcome": "PUNISHED", "fine": int(random.lognormvariate(9, 0.9)) // 100 * 100, "penalty": "fine"}
    if random.random() < 0.2:
        row |= {"penalty": "confiscation", "confiscated": random.randrange(2, 300) * 100}
    if random.random() < 0.3:
        row["reviewed_on"] = later(received, 3)
    return _carried_out(desk, row)


def _on_the_spot(desk: Desk, year: int) -> Row:
    """On the spot, within 200 yuan for a person and 3,000 for a body; most of these are no leniency."""
    random = desk.random
    chosen = random.choice(("transport", "urban", "market"))
    day = workday(random, year)
    row = _row(desk, chosen, random.choice(SERIOUS[chosen]), day) | {"decided_on": day, "outcome": "PUNISHED"}
    if random.random() < 0.8:
        row |= {"fine": random.choice((50, 100, 200)), "penalty": "fine", "paid_on": day}
    return row | {"closed_on": later(day, 2)}


def _ended(desk: Desk, outcome: str) -> Row:
    """Cases that end without a penalty, yet not by leniency."""
    random = desk.random
    chosen = _field(random)
    received, decided = _window(random, 2024)
    row = _row(desk, chosen, random.choice(SERIOUS[chosen]), received) | {"decided_on": decided, "outcome": outcome}
    if outcome == "TIME_BARRED":
        row["violated_on"] = received - timedelta(days=random.randint(800, 1500))
    elif outcome != "NOT_FILED":
        row["filed_on"] = later(received, 1)
    return _carried_out(desk, row) if outcome == "NOT_ESTABLISHED" else row


def _carried_out(desk: Desk, row: Row) -> Row:
    """Served, published where there is a penalty, paid where there is a fine, closed; a few still wait."""
    random = desk.random
    served = later(row["decided_on"], random.randint(0, 5)) if random.random() < 0.8 else row["decided_on"]
    row["served_on"] = served
    last = served
    if row["outcome"] in {"PUNISHED", "MITIGATED", "LIGHTER"}:
        row["published_on"] = max(later(row["decided_on"], random.randint(3, 7)), served)
        last = row["published_on"]
        if random.random() < 0.03:
            return row
        row["paid_on"] = max(served + timedelta(days=random.randint(0, 13)), served)
        last = max(last, row["paid_on"])
    row["closed_on"] = later(last, random.randint(1, 8))
    return row


def _heard(desk: Desk) -> Dossier:
    """A large penalty: told of the hearing, heard, checked, decided."""
    random = desk.random
    chosen = random.choice(("market", "environment", "emergency", "housing"))
    received = workday(random, 2024, tuple(range(1, 9)))
    row = _row(desk, chosen, SERIOUS[chosen][0], received)
    made = penalty_dossier(row)
    facts = {**made.intake.facts, "large": True, "major": True}
    days = [later(received, n) for n in (1, 10, 13, 14, 24, 28, 32, 34, 36)]
    fine = random.randrange(80, 400) * 1000 * 100
    steps = (
        Taken("file", days[0]), Taken("tell_hearing", days[1]), Taken("ask_hearing", days[2]), Taken("notify_hearing", days[3]),
        Taken("hold_hearing", days[4]), Taken("review", days[5]), Taken("decide", days[6], {"penalty": "fine", "fine": fine}, "PUNISHED"),
        Taken("serve", days[7]), Taken("publish", days[8]), Taken("pay", later(days[8], 3)), Taken("close", later(days[8], 8)),
    )  # fmt: skip
    intake = type(made.intake)(**{**vars(made.intake), "facts": facts})
    return Dossier(intake, steps)


def _row(desk: Desk, chosen: str, cause: str, received: date) -> Row:
    random = desk.random
    code = district(random)
    at_city = random.random() < 0.12
    body = desk.ground.body(FIELDS[chosen][2]) if at_city else desk.ground.district_body(code, FIELDS[chosen][1])
    discovered = received - timedelta(days=random.randint(0, 4))
    return {
        "org": body, "place": desk.ground.city if at_city else code, "number": desk.number(body.short, received.year),
        "received_on": received, "field": chosen, "cause": cause, "clause": LAWS[chosen],
        "source": random.choices([name for name, _ in SOURCES], [weight for _, weight in SOURCES])[0],
        "violated_on": discovered - timedelta(days=random.randint(0, 40)), "discovered_on": discovered, **_party(desk),
    }  # fmt: skip


def _party(desk: Desk) -> Row:
    desk.serial += 1
    chance = desk.random.random()
    if chance < 0.2:
        return {"party": person(desk.random), "party_kind": "person", "uscc": None}
    chosen = self_employed(desk.serial) if chance < 0.68 else company(desk.serial)
    return {"party": chosen.name, "party_kind": "self_employed" if chance < 0.68 else "legal", "uscc": chosen.uscc}


def _field(random: Random) -> str:
    return random.choices(list(FIELDS), WEIGHTS)[0]
