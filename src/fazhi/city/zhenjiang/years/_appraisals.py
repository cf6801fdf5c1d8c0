"""The rounds of 2023 and 2024: gradings, on-site reports and the mayor's comments. For the year of leadership."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from fazhi.city.zhenjiang.invented import person, workday
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years._cadres import APPRAISED_CADRES, CITY, JUST_APPOINTED, LEFT, body_key, cadre_key
from fazhi.city.zhenjiang.years._leading_bodies import bodies

Row = Mapping[str, Any]

APPRAISED_BODIES = 102  # F010
DRAWN = 4  # F012
ON_SITE_DAY = date(2024, 12, 26)
ROUNDS = {"SF2023": date(2023, 12, 31), "SF2024": date(2024, 12, 31)}
REPORTED = ("丹徒区政府", "市住建局", "市城管局", "市卫生健康委")
PROBLEMS = (
    "行政败诉案件有所增加，负责人出庭应诉率需要提高", "法治审核人员力量不足，法律专业背景占比偏低", "重大行政决策合法性审查材料报送不及时",
    "行政执法公示信息更新不及时", "行政规范性文件清理后未及时公布目录", "执法案卷评查中程序性瑕疵较多", "对行政复议决定履行不够及时",
)  # fmt: skip


def appraisal_sheets(random: Random) -> Iterator[Sheet]:
    yield Sheet("leadership.appraisalround", [_round(key, end) for key, end in ROUNDS.items()])
    yield Sheet("leadership.bodyappraisal", list(_of_bodies(random)))
    yield Sheet("leadership.cadreappraisal", list(_of_cadres(random)))
    yield Sheet("leadership.onsitereport", list(_on_site(random)))
    yield Sheet("leadership.mayorcomment", list(_comments(random)))


def _round(key: str, end: date) -> Row:
    return {
        "org": "市委组织部", "place": CITY, "key": key, "valid_from": date(end.year, 11, 1), "valid_to": None,
        "basis": f"关于开展{end.year}年度述责述廉述职述法工作的通知", "name": f"{end.year}年度县处级领导班子及其成员述责述廉述职述法",
        "period_end": end, "pool_size": 44,
        "draw_seed": f"江苏体彩7位数第{end.year % 100}1{end.day}8期开奖号码" if end.year == 2024 else "",
    }  # fmt: skip


def _graded(round: str, stage: str, status: str, random: Random) -> Row:
    """What a grading carries; gradings of a round go on into January of the next year."""
    end = ROUNDS[round]
    day = workday(random, end.year, (11, 12)) if random.random() < 0.72 else workday(random, end.year + 1, (1,))
    done = status == "graded"
    score = random.gauss(90, 3)
    return {
        "org": "市委组织部", "round": round, "happened_on": day, "report_on": day - timedelta(days=random.randrange(8, 22)),
        "stage": stage, "status": status, "reviewer_one": person(random), "reviewer_two": person(random),
        "score_one": f"{min(score + random.random() * 2, 100):.2f}" if done else None,
        "score_two": f"{min(score, 100):.2f}" if done else None,
        "grade": None if not done else "excellent" if score > 94 else "good" if score > 84 else "fair",
    }  # fmt: skip


def _of_bodies(random: Random) -> Iterator[Row]:
    places = [place for _, _, place in bodies()]
    plan = [(n, "SF2024", "first", "graded") for n in range(1, APPRAISED_BODIES + 1)]
    plan += [(n, "SF2024", "review", "graded") for n in random.sample(range(1, APPRAISED_BODIES + 1), 5)]
    plan += [(106, "SF2024", "first", "exempt"), (9, "SF2024", "supplement", "returned")]
    plan += [
        (n, "SF2023", "first", "graded") for n in (*random.sample(range(1, APPRAISED_BODIES + 1), 94), 103, 104, 105)
    ]
    for serial, (n, round, stage, status) in enumerate(plan, start=1):
        place = places[n - 1] if n <= len(places) else CITY
        yield {
            **_graded(round, stage, status, random),
            "place": place,
            "number": f"BK-{serial:04d}",
            "body": body_key(n),
        }


def _of_cadres(random: Random) -> Iterator[Row]:
    appraised = range(1, APPRAISED_CADRES + 1)
    left = range(APPRAISED_CADRES + JUST_APPOINTED + 1, APPRAISED_CADRES + JUST_APPOINTED + LEFT + 1)
    plan = [(n, "SF2024", "first", "graded") for n in appraised]
    plan += [(n, "SF2024", "supplement", "graded") for n in random.sample(appraised, 14)]
    plan += [(n, "SF2024", "review", "graded") for n in random.sample(appraised, 9)]
    plan += [
        (n, "SF2024", "first", "exempt") for n in range(APPRAISED_CADRES + 1, APPRAISED_CADRES + JUST_APPOINTED + 1)
    ]
    plan += [(left[-1] + n, "SF2024", "first", "graded") for n in range(1, 21)]  # of section rank
    plan += [(n, "SF2023", "first", "graded") for n in (*random.sample(appraised, 900), *left)]
    for serial, (n, round, stage, status) in enumerate(plan, start=1):
        row = _graded(round, stage, status, random)
        yield {**row, "place": CITY, "number": f"GK-{serial:05d}", "cadre": cadre_key(n)}


def _numbers() -> dict[str, int]:
    return {name: n for n, (name, _, _) in enumerate(bodies(), start=1)}


def _on_site(random: Random) -> Iterator[Row]:
    plan = [(name, "SF2024", "drawn", "reported") for name in REPORTED]
    plan += [("镇江新区党工委、管委会", "SF2024", "named", "reported"), ("市体育局", "SF2024", "drawn", "written")]
    plan += [
        ("市教育局", "SF2023", "drawn", "reported"),
        ("句容市政府", "SF2023", "drawn", "reported"),
        ("市水利局", "SF2023", "drawn", "reported"),
    ]
    for serial, (name, round, choosing, attendance) in enumerate(plan, start=1):
        day = ON_SITE_DAY if round == "SF2024" else date(2024, 1, 9)  # the round of 2023 reported in January 2024
        yield {
            "org": "市委依法治市办", "place": bodies()[_numbers()[name] - 1][2], "number": f"XC-{serial:03d}", "round": round,
            "body": body_key(_numbers()[name]), "happened_on": day, "reporter": person(random), "choosing": choosing,
            "ticket": f"{round}-{serial:02d}" if choosing == "drawn" else "", "attendance": attendance,
            "questions": random.randrange(2, 5) if attendance == "reported" else 0, "minutes": f"现场述法记录{serial}",
        }  # fmt: skip


def _comments(random: Random) -> Iterator[Row]:
    """F013: every area and every department of the round of 2024; some of the round of 2023."""
    listed = [(n, kind, place) for n, (_, kind, place) in enumerate(bodies(), start=1)]
    plan = [(n, place, "SF2024") for n, kind, place in listed if kind in ("area", "department")]
    plan += [(n, place, "SF2023") for n, kind, place in listed if kind in ("area", "institution")]
    for serial, (n, place, round) in enumerate(plan, start=1):
        day = ON_SITE_DAY if round == "SF2024" else date(2024, 1, 9)
        corrected = day + timedelta(days=random.randrange(20, 75)) if random.random() < 0.8 else None
        yield {
            "org": "市政府办", "place": place, "number": f"DP-{serial:03d}", "round": round, "body": body_key(n),
            "happened_on": day, "by": "市长", "strengths": random.choice(("依法决策机制健全", "行政复议工作成效明显", "普法工作有特色")),
            "problem": random.choice(PROBLEMS), "correct_by": day + timedelta(days=60), "corrected_on": corrected,
        }  # fmt: skip
