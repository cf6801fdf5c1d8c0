"""行政执法与监督的2024年: campaigns, supervision at three levels, problems put right and penalty cases."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from fazhi.casework.api import Dossier
from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import later, person, workday, workdays
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years._penalties import penalty_cases
from fazhi.city.zhenjiang.years._problems import problem_cases

CITY, JUSTICE = "321100", "市司法局"
CAMPAIGNS = (
    ("ZX-01", "提升行政执法质量三年行动", date(2023, 8, 9), date(2026, 1, 1), "国办发〔2023〕27号"),  # F066
    ("ZX-02", "行政执法突出问题专项整治", date(2024, 3, 1), date(2025, 2, 1), "镇法治办〔2024〕3号"),
    (
        "ZX-03",
        "道路交通安全和运输执法领域突出问题专项整治“回头看”",
        date(2023, 2, 1),
        date(2023, 12, 1),
        "镇法治办〔2023〕2号",
    ),
)
GOALS = ("完成执法人员全员轮训60学时", "建成行政执法监督工作体系", "修订裁量权基准并公布", "开展案卷评查和优秀案例评选",
         "推进执法信息化平台联通",
         "清理执法主体和人员", "规范涉企行政检查")  # fmt: skip
UNITS = (
    "市市场监管局",
    "市生态环境局",
    "市交通运输局",
    "市城管局",
    "市应急局",
    "市农业农村局",
    "市文广旅局",
    "市住建局",
)
QUESTIONS = (
    "垃圾焚烧异味管辖分工",
    "农村违法建设查处职责",
    "渣土车联合整治",
    "电动自行车违规改装执法协作",
    "餐饮油烟扰民处置",
    "小区违规充电执法主体",
)
TEMPLATES = ("立案审批表", "现场检查笔录", "询问笔录", "责令改正通知书", "行政处罚事先告知书", "行政处罚听证告知书", "行政处罚决定书",
             "不予行政处罚决定书",
             "当场行政处罚决定书", "送达回证", "先行登记保存证据通知书", "结案审批表")  # fmt: skip
Row = dict[str, Any]


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    """Campaigns come before what belongs to them."""
    yield Sheet("enforcement.campaign", [_campaign(*each) for each in CAMPAIGNS])
    yield Sheet("enforcement.campaigntask", list(_tasks(random)))
    yield Sheet("enforcement.campaignmeeting", list(_meetings(random)))
    yield Sheet("enforcement.bulletin", list(_bulletins()))
    yield Sheet("enforcement.supervisionduty", [_duty(ground, code) for code in _units(ground)])
    yield Sheet("enforcement.supervisionbody", list(_bodies(ground, random)))
    yield Sheet("enforcement.supervisionplanitem", list(_plan(ground, random)))
    yield Sheet("enforcement.consultation", list(_consultations(ground, random)))
    matters = list(_matters(ground, random))
    yield Sheet("enforcement.supervisionmatter", matters)
    yield Sheet("enforcement.sealuse", list(_seal(random, matters)))
    yield Sheet("enforcement.documenttemplate", list(_templates()))
    yield Sheet("enforcement.experiencevisit", list(_visits(random)))


def histories(ground: Ground, random: Random) -> Iterator[Dossier]:
    yield from problem_cases(ground, random)
    yield from penalty_cases(ground, random)


def _campaign(key: str, name: str, since: date, until: date, document: str) -> Row:
    return {
        "org": JUSTICE, "place": CITY, "key": key, "valid_from": since, "valid_to": until, "basis": document, "name": name,
        "goal": "行政执法质量和效能显著提升", "lead": JUSTICE, "document": document,
    }  # fmt: skip


def _tasks(random: Random) -> Iterator[Row]:
    for year in (2023, 2024):
        for number, goal in enumerate(GOALS, start=1):
            done = year == 2023 or number != 5
            yield {
                "org": JUSTICE, "place": CITY, "number": f"ZXRW{year}-{number:02d}",
                "happened_on": date(year, 8 if year == 2023 else 3, 15),
                "campaign": "ZX-01", "goal": goal, "unit": UNITS[number], "due_on": date(year, 12, 31),
                "progress": "按期完成" if done else "平台联调中", "finished_on": workday(random, year, (11, 12)) if done else None,
                "status": "done" if done else "running",
            }  # fmt: skip


def _meetings(random: Random) -> Iterator[Row]:
    held = (
        ("progress", date(2024, 4, 10), "部署行政执法突出问题专项整治"), ("progress", date(2024, 7, 18), "通报整改进展、研究难点问题"),
        ("press", date(2024, 9, 26), "通报专项整治阶段性成效"), ("progress", date(2024, 11, 14), "销号验收和长效机制"),
        ("training", date(2024, 5, 22), "行政执法人员通用法律知识培训"), ("progress", date(2023, 9, 5), "三年行动动员"),
    )  # fmt: skip
    for number, (kind, day, agenda) in enumerate(held, start=1):
        decisions = random.randint(3, 7) if kind == "progress" else 0
        yield {
            "org": JUSTICE, "place": CITY, "number": f"ZXHY{day.year}-{number:02d}", "happened_on": day, "kind": kind, "agenda": agenda,
            "campaign": "ZX-01" if day.year == 2023 else "ZX-02", "attended": random.randint(18, 40), "decisions": decisions,
            "outstanding": 1 if number == 4 else 0, "link": None,
        }  # fmt: skip


def _bulletins() -> Iterator[Row]:
    for number, (month, found, rectified) in enumerate(
        ((5, 14, 2), (7, 26, 9), (9, 33, 17), (10, 33, 26), (12, 33, 33)), start=1
    ):
        yield {
            "org": JUSTICE, "place": CITY, "number": f"2024年第{number}期", "happened_on": date(2024, month, 20), "campaign": "ZX-02",
            "title": f"行政执法突出问题专项整治工作通报（第{number}期）", "problems": found, "rectified": rectified, "overdue": 0,
            "examples": "丹阳市市场监管局推行扫码入企，检查计划统一备案", "recipients": 42, "read": 42 - number % 3,
        }  # fmt: skip


def _units(ground: Ground) -> list[str]:
    return [CITY, *ground.districts, *ground.towns]


def _duty(ground: Ground, code: str) -> Row:
    return {
        "org": JUSTICE, "place": code, "key": f"JDYJ-{code}", "valid_from": date(2023, 6, 1), "basis": "行政执法监督工作体系建设方案",
        "place_note": ground.name(code), "planned_on": date(2024, 12, 31),
    }  # fmt: skip


def _bodies(ground: Ground, random: Random) -> Iterator[Row]:
    """F071: one active body at each of 1 + 8 + 56; beside them some under preparation, abolished, or of no unit at all."""
    for code in _units(ground):
        yield _body(ground, random, code, f"JDJG-{code}", later(date(2023, 7, 3), random.randint(0, 340)))
    for code in ground.towns[::9]:
        yield _body(ground, random, code, f"JDJG-{code}-旧", date(2021, 3, 1)) | {"valid_to": date(2023, 7, 1)}
    for code in ground.districts[:2]:
        preparing = {"status": "preparing", "kind": "contact", "name": f"{ground.name(code)}经济开发区监督联系点"}
        yield _body(ground, random, code, f"JDJG-{code}-筹", date(2024, 11, 4)) | preparing
    yield _body(ground, random, ground.towns[0], "JDJG-2025", date(2025, 1, 6)) | {"kind": "contact"}


def _body(ground: Ground, random: Random, code: str, key: str, since: date) -> Row:
    kind = "office" if code == CITY else "bureau" if code in ground.districts else "justice_office"
    tail = {"office": "行政执法监督办公室", "bureau": "行政执法协调监督局", "justice_office": "司法所（行政执法监督）"}[
        kind
    ]
    org = JUSTICE if code == CITY else ground.district_body(code, "司法局").short
    return {
        "org": org, "place": code, "key": key, "valid_from": since, "basis": "行政执法监督工作体系建设方案",
        "name": f"{ground.name(code)}{tail}",
        "kind": kind, "head": person(random), "staff": {"office": 7, "bureau": 4, "justice_office": 2}[kind],
        "has_seal": kind == "office", "phone": f"0511-8{random.randint(1_000_000, 9_999_999)}", "status": "active",
    }  # fmt: skip


def _plan(ground: Ground, random: Random) -> Iterator[Row]:
    for number, day in enumerate(workdays(random, 2024, 24), start=1):
        status = "cancelled" if number == 13 else "done"
        found = random.randint(0, 6) if status == "done" else 0
        yield {
            "org": JUSTICE, "place": CITY, "number": f"JDJC2024-{number:02d}", "happened_on": day, "point": GOALS[number % len(GOALS)],
            "supervised": UNITS[number % len(UNITS)], "done_on": later(day, random.randint(0, 6)) if status == "done" else None,
            "files_read": random.randint(10, 40) if status == "done" else 0, "findings": found,
            "notice": f"镇执监通〔2024〕{number}号" if found else None, "corrected_on": later(day, 30) if found else None, "status": status,
        }  # fmt: skip


def _consultations(ground: Ground, random: Random) -> Iterator[Row]:
    kinds = ("supervision", "grass_roots", "jurisdiction")
    for number, day in enumerate(workdays(random, 2024, 19) + workdays(random, 2023, 5), start=1):
        town = ground.towns[number * 2 % len(ground.towns)]
        held = later(day, random.randint(3, 10))
        yield {
            "org": ground.town_body(town).short, "place": town, "number": f"HS{day.year}-{number:02d}", "happened_on": day,
            "kind": kinds[number % 3], "question": QUESTIONS[number % len(QUESTIONS)], "parties": "、".join(random.sample(UNITS, 3)),
            "held_on": held, "conclusion": "明确牵头单位和配合单位，建立线索双向移送", "obliged": UNITS[number % len(UNITS)],
            "due_on": later(held, 20), "finished_on": later(held, random.randint(8, 25)) if number % 8 else None,
        }  # fmt: skip


def _matters(ground: Ground, random: Random) -> Iterator[Row]:
    contents = (
        "反映处罚程序违法、未送达决定书",
        "反映同一事项多次入企检查",
        "反映举报后逾期未答复",
        "反映执法人员态度粗暴",
        "案卷评查发现事实认定不清",
    )
    for number, day in enumerate(workdays(random, 2024, 46) + workdays(random, 2023, 33), start=1):
        code = ground.districts[number % len(ground.districts)]
        opinion = random.choices(("advice", "decision", "none"), (45, 8, 47))[0]
        closed = later(day, random.randint(8, 40))
        yield {
            "org": ground.district_body(code, "司法局").short, "place": code, "number": f"JDSX{day.year}-{number:03d}", "happened_on": day,
            "source": ("complaint", "referral", "file_review", "complaint")[number % 4],
            "supervised": ground.district_body(code, ("城管局", "市场监管局", "交通运输局")[number % 3]).short,
            "content": contents[number % len(contents)], "assigned_to": f"{ground.name(code)}行政执法协调监督局", "opinion": opinion,
            "opinion_number": None if opinion == "none" else f"执监〔{day.year}〕{number}号", "closed_on": closed,
            "answered_on": closed + timedelta(days=1),
        }  # fmt: skip


def _seal(random: Random, matters: list[Row]) -> Iterator[Row]:
    sealed = [each for each in matters if each["opinion_number"]]
    for number, matter in enumerate(sealed, start=1):
        yield {
            "org": JUSTICE, "place": CITY, "number": f"YY-{number:03d}", "happened_on": matter["closed_on"],
            "document": "行政执法监督意见书" if matter["opinion"] == "advice" else "行政执法监督决定书",
            "document_number": matter["opinion_number"], "copies": random.choice((2, 3)), "applicant": person(random),
            "approver": person(random),
        }  # fmt: skip


def _templates() -> Iterator[Row]:
    for number, name in enumerate(TEMPLATES, start=1):
        common = {
            "org": JUSTICE, "place": CITY, "name": name, "required": "案由、当事人、事实、依据、日期、印章",
            "applies_to": "镇（街道）综合执法",
            "statute": "行政处罚法", "basis": "镇（街道）通用执法文书参考样式",
        }  # fmt: skip
        yield {**common, "key": f"WS-{number:02d}", "valid_from": date(2024, 4, 1), "edition": "2024年版"}
        if number % 4 == 0:
            old = {"valid_from": date(2021, 9, 1), "valid_to": date(2024, 4, 1), "edition": "2021年版"}
            yield {**common, **old, "key": f"WS-{number:02d}-2021"}


def _visits(random: Random) -> Iterator[Row]:
    themes = (
        "跟随交通执法夜查",
        "观摩超限超载治理站",
        "电动自行车执法体验",
        "校车安全联合检查体验",
        "客运站安检执法体验",
    )
    for number, day in enumerate(workdays(random, 2024, 9) + workdays(random, 2023, 3), start=1):
        opinions = random.randint(2, 9)
        yield {
            "org": "市公安局" if number % 2 else "市交通运输局", "place": CITY, "number": f"TY{day.year}-{number:02d}", "happened_on": day,
            "theme": themes[number % len(themes)], "representatives": random.randint(8, 20), "supervisors": random.randint(2, 6),
            "opinions": opinions, "answered": opinions - number % 2, "unit": "市公安局交警支队",
        }  # fmt: skip
