"""The disputes of the year: those brought to centres, screened in villages, advised without court, settled with neighbours."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import person
from fazhi.city.zhenjiang.years._drawn import town, workday

Row = dict[str, Any]
THIS_YEAR, LAST_YEAR, NEXT_YEAR = 320, 40, 15
EARLIER_LAST_YEAR = 205  # registered in 2023 before the forty of its autumn

#: kind, what it is about, sum at stake in yuan (least, most), weight
MATTERS = (
    ("neighbours", ("楼上漏水引发的邻里纠纷", "宅基地边界纠纷", "噪声扰民纠纷", "采光通行纠纷"), (800, 12_000), 22),
    ("family", ("离婚财产分割纠纷", "赡养纠纷", "继承纠纷"), (5_000, 260_000), 13),
    ("property", ("物业费交纳纠纷", "小区停车管理纠纷", "电梯维修费用纠纷"), (600, 9_000), 13),
    ("labour", ("拖欠工资纠纷", "工伤待遇纠纷", "解除劳动合同补偿纠纷"), (3_000, 180_000), 14),
    ("debt", ("民间借贷纠纷",), (5_000, 300_000), 8),
    ("contract", ("装修合同纠纷", "房屋租赁合同纠纷", "农资买卖纠纷"), (2_000, 150_000), 10),
    ("traffic", ("道路交通事故赔偿纠纷",), (3_000, 400_000), 8),
    ("medical", ("医疗损害赔偿纠纷",), (10_000, 350_000), 2),
    ("land", ("土地流转租金纠纷", "征地补偿分配纠纷"), (3_000, 120_000), 5),
    ("consumer", ("预付卡退费纠纷", "家电质量纠纷"), (300, 20_000), 5),
)  # fmt: skip
DOORS = (
    ("applied", 46),
    ("invited", 14),
    ("police", 13),
    ("court", 10),
    ("hotline", 8),
    ("petition", 5),
    ("screened", 4),
)
ENDS = (("WRITTEN", 58), ("ORAL", 17), ("FAILED", 9), ("WITHDRAWN", 3), ("REFUSED", 4), ("REFERRED", 9))
CHANNELS = ("lawyer", "non_litigation", "administrative", "petition")
LAST_DAY = date(2025, 1, 31)


def rows(ground: Ground, random: Random) -> Iterator[Row]:
    """The dispute ledger of three years, in the order of registration."""
    for year, how_many, first, last in (
        (2023, LAST_YEAR, date(2023, 9, 1), date(2023, 12, 29)),
        (2024, THIS_YEAR, date(2024, 1, 2), date(2024, 12, 31)),
        (2025, NEXT_YEAR, date(2025, 1, 2), date(2025, 1, 24)),
    ):
        days = sorted(workday(random, first, last) for _ in range(how_many))
        for number, day in enumerate(days, start=1):
            yield _row(ground, random, f"MD{year}-{number:04d}", day)


def rows_of_2023(ground: Ground, random: Random) -> Iterator[Row]:
    """The disputes registered before the autumn of 2023; every agreement has been kept since."""
    days = sorted(workday(random, date(2023, 1, 3), date(2023, 8, 31)) for _ in range(EARLIER_LAST_YEAR))
    for number, day in enumerate(days, start=LAST_YEAR + 1):
        row = _row(ground, random, f"MD2023-{number:04d}", day)
        kept = row.get("outcome") in ("WRITTEN", "ORAL") and "archived_on" not in row
        yield row | {"performed_on": row["ended_on"], "archived_on": row["ended_on"]} if kept else row


def _row(ground: Ground, random: Random, number: str, day: date) -> Row:
    kind, matters, (least, most), _ = random.choices(MATTERS, [each[3] for each in MATTERS])[0]
    place = town(random, ground)
    row: Row = {
        "number": number, "org": ground.town_body(place).short, "place": place, "received_on": day,
        "title": random.choice(matters), "kind": kind, "door": _weighted(random, DOORS), "centre_code": f"JZ-{place}",
        "risk": _weighted(random, (("low", 88), ("middle", 10), ("high", 2))), "people": random.choice([2, 2, 2, 3, 4, 7]),
        "amount": random.randrange(least, most, 100) if random.random() < 0.8 else None,
    }  # fmt: skip
    return row | _course(random, day, _weighted(random, ENDS))


def _course(random: Random, day: date, end: str) -> Row:
    if end in ("REFUSED", "REFERRED"):
        ended = day + timedelta(days=random.randint(0, 4))
        return {"outcome": end, "ended_on": ended, "channel": random.choice(CHANNELS) if end == "REFERRED" else None}
    accepted = day + timedelta(days=random.randint(0, 2))
    row: Row = {"accepted_on": accepted, "mediator_code": f"TJY-{random.randint(1, 210):04d}"}
    ended = accepted + timedelta(days=random.choice([1, 3, 5, 8, 12, 16, 20, 26, 29, 33]))
    if ended > LAST_DAY:
        return row
    row |= {"outcome": end, "ended_on": ended}
    return row | _after(random, ended) if end in ("WRITTEN", "ORAL") else row


def _after(random: Random, agreed: date) -> Row:
    """Most perform at once; one in eight asks the court to confirm; one in forty goes to court."""
    chance = random.random()
    if chance < 0.03:
        return {"sued_on": agreed + timedelta(days=45), "archived_on": agreed + timedelta(days=60)}
    if chance < 0.15:
        asked = agreed + timedelta(days=random.randint(3, 28))
        return {
            "confirmation_on": asked,
            "confirmed_on": asked + timedelta(days=14),
            "archived_on": asked + timedelta(days=20),
        }
    if chance < 0.93:
        done = agreed + timedelta(days=random.choice([0, 0, 5, 15, 30]))
        return {"performed_on": done, "archived_on": done + timedelta(days=random.randint(1, 12))}
    return {}


def _weighted(random: Random, choices: tuple[tuple[str, int], ...]) -> str:
    return random.choices([name for name, _ in choices], [weight for _, weight in choices])[0]


def requests(ground: Ground, random: Random) -> Iterator[Row]:
    matters = (
        "遗嘱公证咨询",
        "工伤赔偿路径咨询",
        "合同争议仲裁咨询",
        "行政处罚救济途径咨询",
        "笔迹鉴定咨询",
        "农民工欠薪援助",
    )
    routes = ("notary", "mediation", "arbitration", "reconsideration", "appraisal", "legal_aid")
    for number in range(96):
        begun = workday(random, date(2023, 11, 1), date(2025, 1, 20))
        which = random.randrange(6)
        code = number % 6
        result = random.choice(["settled", "answered", "answered", "failed", "withdrawn"])
        yield {
            "org": ground.district_body(ground.districts[code], "司法局").short, "place": ground.districts[code],
            "number": f"FS{begun.year}-{number + 1:04d}", "happened_on": begun, "centre": f"FS-{code + 1:02d}",
            "matter": matters[which], "route": routes[which], "referred_on": begun + timedelta(days=1),
            "finished_on": begun + timedelta(days=random.randint(3, 40)) if number % 9 else None,
            "result": result if number % 9 else None,
        }  # fmt: skip


def joint(ground: Ground, random: Random) -> Iterator[Row]:
    matters = (
        "跨市工程款拖欠纠纷",
        "省际毗邻水面养殖纠纷",
        "跨市交通事故赔偿纠纷",
        "异地消费预付卡纠纷",
        "跨市务工欠薪纠纷",
    )
    for number in range(14):
        begun = workday(random, date(2023, 10, 1), date(2025, 1, 15))
        closed = number % 4 != 3
        code = ("321183", "321112", "321182")[number % 3]
        yield {
            "org": ground.district_body(code, "司法局").short, "place": code, "number": f"NZY-{number + 1:03d}",
            "happened_on": begun, "partner": "nanjing" if code == "321183" else "yangzhou",
            "leads": random.choice(["ours", "partner"]), "kind": random.choice(["contract", "labour", "traffic", "consumer"]),
            "matter": matters[number % 5], "our_status": "closed" if closed else "open",
            "partner_status": "closed" if closed and number % 5 else "open",
            "agreed_on": begun + timedelta(days=random.randint(10, 60)) if closed else None,
        }  # fmt: skip


def screened(ground: Ground, random: Random) -> Iterator[Row]:
    for number in range(160):
        found = workday(random, date(2023, 12, 1), date(2025, 1, 17))
        place = random.choice(ground.villages)
        kind, matters, _, _ = random.choices(MATTERS, [each[3] for each in MATTERS])[0]
        risk = _weighted(random, (("low", 80), ("middle", 15), ("high", 5)))
        settled = found + timedelta(days=random.randint(2, 75)) if number % 11 else None
        yield {
            "org": ground.town_body(place[:9]).short, "place": place, "number": f"PC-{number + 1:04d}",
            "happened_on": found, "kind": kind, "matter": random.choice(matters), "risk": risk,
            "handler": person(random), "due_on": found + timedelta(days=30 if risk == "low" else 60),
            "escalated_on": found + timedelta(days=3) if risk == "high" else None, "settled_on": settled,
        }  # fmt: skip
