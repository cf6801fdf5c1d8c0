"""The 12345 orders of the year, each received, assigned within the hour, answered and called back."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.years._drawn import SHANGHAI, town
from fazhi.days import calendar

ORDERS, NEXT_YEAR = 2400, 60
HOUR = 3600
YEAR_START = date(2024, 1, 1)
LAST_DAY = date(2025, 2, 14)

Row = dict[str, Any]
#: field, what is said, the unit that handles it (a department of the city, or "镇街"), weight
MATTERS = (
    ("物业管理", ("小区电梯经常故障", "小区公共收益未公示", "物业未按约定清洁楼道"), "市住建局", 14),
    ("市容环卫", ("路边占道经营影响通行", "垃圾清运不及时", "夜间烧烤油烟扰民"), "市城管局", 13),
    ("噪声扰民", ("夜间施工噪声扰民", "广场舞音量过大"), "市生态环境局", 9),
    ("道路交通", ("路口信号灯时长不合理", "非机动车乱停放", "公交线路调整建议"), "市交通运输局", 10),
    ("消费维权", ("健身房关门预付卡无法退费", "网购商品与描述不符", "餐饮店价格标示不清"), "市市场监管局", 12),
    ("劳动社保", ("企业拖欠工资", "社保缴费年限如何查询", "工伤认定进度查询"), "市人社局", 10),
    ("医疗卫生", ("医院停车难", "新生儿医保办理流程"), "市卫生健康委", 5),
    ("教育", ("学区划分咨询", "校外培训机构退费"), "市教育局", 6),
    ("农业农村", ("农田灌溉用水不足", "宅基地审批流程咨询"), "镇街", 6),
    ("供水供电供气", ("小区突然停水", "燃气表更换咨询"), "镇街", 7),
    ("涉水涉河", ("河道漂浮物未清理",), "市水利局", 3),
    ("政务服务", ("营业执照变更所需材料咨询", "身份证异地办理咨询"), "市政务办", 5),
)  # fmt: skip
KINDS = (("consult", 34), ("help", 24), ("complaint", 27), ("report", 6), ("suggestion", 7), ("praise", 2))
CHANNELS = (("phone", 70), ("wechat", 12), ("app", 9), ("web", 5), ("police", 4))
MONTHS = (8, 6, 8, 8, 8, 9, 11, 10, 8, 8, 8, 8)
SATISFACTION = (("satisfied", 82), ("basically", 11), ("dissatisfied", 2), ("unreached", 5))
NOT_ASSIGNED = (("ANSWERED", 13), ("NOT_ACCEPTED", 2), ("TRANSFERRED", 3))


def rows(ground: Ground, random: Random) -> Iterator[Row]:
    """The order ledger of 2024 and of January 2025."""
    days = sorted(_day(random) for _ in range(ORDERS))
    days += sorted(date(2025, 1, random.randint(1, 24)) for _ in range(NEXT_YEAR))
    for number, day in enumerate(days, start=1):
        yield _row(ground, random, number, datetime.combine(day, _clock(random), SHANGHAI))


def _day(random: Random) -> date:
    month = random.choices(range(1, 13), MONTHS)[0]
    return min(date(2024, month, 1) + timedelta(days=random.randrange(31)), date(2024, 12, 31))


def _clock(random: Random) -> time:
    hour = random.choices(range(24), [1] * 7 + [3, 8, 10, 9, 6, 4, 6, 8, 9, 8, 6, 5, 5, 4, 3, 2, 1])[0]
    return time(hour, random.randrange(60), random.randrange(60))


def _row(ground: Ground, random: Random, number: int, received: datetime) -> Row:
    field, said, unit, _ = random.choices(MATTERS, [each[3] for each in MATTERS])[0]
    place = town(random, ground)
    kind = _weighted(random, KINDS)
    row: Row = {
        "org": "市12345热线", "place": place, "number": f"GD{received:%Y%m%d}{number:05d}", "received_at": received,
        "title": f"{ground.name(place)}:{random.choice(said)}", "kind": kind, "channel": _weighted(random, CHANNELS),
        "field": field, "urgent": kind == "help" and random.random() < 0.06,
    }  # fmt: skip
    if random.random() < 0.18 and not row["urgent"]:
        outcome = _weighted(random, NOT_ASSIGNED)
        return row | {"outcome": outcome, "police_number": f"JD{number:05d}" if outcome == "TRANSFERRED" else None}
    row["unit"] = f"{ground.name(place[:6])}{ground.name(place)}" if unit == "镇街" else unit
    taken = HOUR if number % 800 == 1 else min(HOUR - 1, int(random.lognormvariate(6.3, 0.8)) + 45)
    row["assigned_at"] = received + timedelta(seconds=taken)
    if row["urgent"]:
        row["responded_at"] = row["assigned_at"] + timedelta(minutes=random.randint(4, 29))
    return row | _handling(random, (row.get("responded_at") or row["assigned_at"]).date(), kind)


def _handling(random: Random, day: date, kind: str) -> Row:
    """Signed the same or the next working day, answered within the days of its kind, called back soon after."""
    if random.random() < 0.03:
        row: Row = {"returned_on": _later(day, 1)}
        held = row["returned_on"]
    else:
        row = {"signed_on": _later(day, random.choice([0, 0, 1]))}
        held = row["signed_on"]
    longest = 3 if kind == "consult" else 5
    replied = max(held, _later(day, random.choice(range(longest + 1))))
    if random.random() < 0.04:
        row["extended_until"] = _later(replied, 3)
        replied = _later(replied, random.randint(1, 4))
    if replied > LAST_DAY or random.random() < 0.01:
        return row
    row["replied_on"] = replied
    again = random.random() < 0.03
    if again:
        row["reworked_on"] = _later(replied, 1)
        row["replied_again_on"] = replied = _later(replied, random.randint(2, 5))
    return row | {
        "visited_on": _later(replied, random.randint(1, 3)), "satisfaction": _weighted(random, SATISFACTION),
        "outcome": "EXPLAINED" if kind == "consult" or random.random() < 0.12 else "RESOLVED",
    }  # fmt: skip


def _later(day: date, working: int) -> date:
    return calendar().working_day_after(day, working) if working else day


def _weighted(random: Random, choices: tuple[tuple[str, int], ...]) -> str:
    return random.choices([name for name, _ in choices], [weight for _, weight in choices])[0]
