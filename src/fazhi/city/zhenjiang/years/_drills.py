"""What fire safety does all year: drills and trainings, alarms, hazards found in special actions, self-checks."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground, random_for
from fazhi.city.zhenjiang.years._drawn import cycle, moment, split, town, workday
from fazhi.registers.codes import make_uscc

DRILLS = 436  # F088: 400余
DRILLS_OF_2023 = 352
PARTICIPANTS = 112_640  # F089: 11万

Row = dict[str, Any]
AUDIENCES = (
    ("school", ("实验小学", "中学", "职业技术学校", "幼儿园")), ("community", ("社区广场", "高层住宅小区", "安置小区")),
    ("enterprise", ("工业园区", "电子厂", "服装厂")), ("mall", ("商业广场", "农贸市场")),
    ("hospital", ("人民医院", "养老服务中心")), ("office", ("政务服务中心", "行政中心")),
)  # fmt: skip
#: drills gather in spring term, 安全生产月 and 消防宣传月
MONTHS = {1: 3, 2: 2, 3: 8, 4: 8, 5: 11, 6: 17, 7: 5, 8: 4, 9: 9, 10: 7, 11: 19, 12: 7}


def drills(ground: Ground, random: Random) -> Iterator[Row]:
    shares = split(random, PARTICIPANTS, DRILLS, 60, 1200)
    for number, people in enumerate(shares, start=1):
        yield _drill(ground, random, f"YL2024-{number:04d}", _day(random), "evacuation", "held", people)
    strangers = (
        *(("evacuation", "held", date(2023, 1 + n % 12, 18)) for n in range(30)),
        *(("evacuation", "held", date(2025, 1, 6 + n)) for n in range(6)),
        *(("evacuation", "cancelled", date(2024, 1 + n, 22)) for n in range(9)),
        *(("evacuation", "planned", date(2024, 12, 25 + n)) for n in range(5)),
        *(("practice", "held", _day(random)) for _ in range(38)),
        *(("lecture", "held", _day(random)) for _ in range(25)),
    )
    for number, (kind, status, day) in enumerate(strangers, start=1):
        people = random.randint(60, 260) if status != "cancelled" else 0
        yield _drill(ground, random, f"YLX-{number:04d}", day, kind, status, people)
    earlier = random_for("drills", 2023)  # chance of its own: the year 2024 stays as it is
    for number in range(1, DRILLS_OF_2023 + 1):
        people = earlier.randint(60, 440)
        yield _drill(ground, earlier, f"YL2023-{number:04d}", _day(earlier, 2023), "evacuation", "held", people)


def _day(random: Random, year: int = 2024) -> date:
    month = random.choices(list(MONTHS), list(MONTHS.values()))[0]
    return workday(random, date(year, month, 2), date(year, month, 28))


def _drill(ground: Ground, random: Random, number: str, day: date, kind: str, status: str, people: int) -> Row:
    place = town(random, ground)
    audience, sites = random.choice(AUDIENCES)
    return {
        "org": ground.town_body(place).short, "place": place, "number": number, "happened_on": day, "kind": kind,
        "audience": audience, "site": f"{ground.name(place)}{random.choice(sites)}", "participants": people,
        "seconds": random.randint(95, 420) if kind == "evacuation" and status == "held" else None, "status": status,
    }  # fmt: skip


def alarms(ground: Ground, random: Random) -> Iterator[Row]:
    for number in range(240):
        day = date(2023, 12, 1) + timedelta(days=random.randrange(410))
        place = town(random, ground)
        raised = moment(random, day, 0, 24)
        verdict = random.choices(["false", "fault", "real", ""], [70, 18, 9, 3])[0]
        yield {
            "org": "市消防救援支队", "place": place, "number": f"BJ-{number + 1:05d}", "happened_on": day,
            "site": f"{ground.name(place)}{random.choice(('综合楼', '仓库', '商场', '厂房', '宾馆'))}",
            "device": random.choice(["smoke", "smoke", "electric", "water", "video"]), "raised_at": raised,
            "judged_at": raised + timedelta(seconds=random.randint(40, 900)) if verdict else None, "verdict": verdict or None,
            "repaired_on": day + timedelta(days=random.randint(1, 9)) if verdict == "fault" else None,
        }  # fmt: skip


def hazards(ground: Ground, random: Random) -> Iterator[Row]:
    kinds = ("lane_blocked", "exit_blocked", "bars", "ebike_indoors", "ebike_charging", "facility")
    for number in range(420):
        found = workday(random, date(2023, 11, 1), date(2025, 1, 20))
        place = town(random, ground)
        cleared = found + timedelta(days=random.randint(0, 45)) if number % 12 else None
        yield {
            "org": ground.town_body(place).short, "place": place, "number": f"YH-{number + 1:05d}", "happened_on": found,
            "kind": random.choices(kinds, [24, 16, 12, 22, 18, 8])[0],
            "site": f"{ground.name(place)}{cycle(('锦绣花园', '东苑小区', '老城菜场', '沿江公寓', '学府新村'), number)}",
            "manager": "物业服务企业" if number % 3 else "业主委员会", "due_on": found + timedelta(days=15),
            "cleared_on": cleared, "relapsed_on": cleared + timedelta(days=30) if cleared and number % 17 == 1 else None,
        }  # fmt: skip


def self_checks(ground: Ground, random: Random) -> Iterator[Row]:
    trades = ("机械", "铸造", "木业", "塑料", "五金", "电气", "纺织", "食品")
    for number in range(150):
        day = workday(random, date(2024, 5, 6), date(2025, 1, 17))
        place = town(random, ground)
        score = random.choice([96, 91, 88, 84, 79, 75, 68, 58])
        gaps = (100 - score) // 4
        yield {
            "org": ground.town_body(place).short, "place": place, "number": f"ZC-{number + 1:04d}", "happened_on": day,
            "uscc": make_uscc(70_000 + number, "321181"), "score": score, "gaps": gaps,
            "enterprise": f"镇江{random.choice('恒盛宏鑫瑞华')}{random.choice('达源泰丰润科')}{random.choice(trades)}有限公司",
            "grade": "A" if score >= 90 else "B" if score >= 80 else "C" if score >= 60 else "D",
            "due_on": day + timedelta(days=30), "closed_on": day + timedelta(days=24) if number % 5 else None,
        }  # fmt: skip
