"""项目法律服务与法律顾问的2024年. The demonstration's builder reads it."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import DISTRICT_NAMES, company, district, later, person, workday, workdays
from fazhi.city.zhenjiang.year import Sheet

SERVED = 174  # F061
BILLIONS = 12  # F063
ADVICE = 1736  # F064: 1700余条
MATTERS = 105  # F065

CITY, JUSTICE = "321100", "市司法局"
BILLION = 1_000_000_000
Row = dict[str, Any]

INDUSTRIES = ("高端装备制造", "新材料", "新能源", "航空航天", "生命健康", "数字经济", "海工装备", "汽车及零部件")
FACILITIES = ("智能工厂", "研发总部", "生产基地", "扩建", "产业园", "中试基地", "零部件加工", "储能电站", "数据中心")
STAGES = ("lead", "signing", "building", "operating")
CONTENTS = (
    "审查招商引资投资协议", "参与项目洽谈并提示风险", "起草厂房代建协议", "协助办理项目公司设立", "用工合规辅导", "处理工程款支付争议",
    "审查设备采购合同", "土地出让合同条款核对", "知识产权归属条款论证", "环保“三同时”合规提示",
)  # fmt: skip
ADVICE_TEXTS = (
    "补充投资强度和税收约定的违约责任", "明确固定资产投资的认定口径和时限", "增加政策兑现的前提条件和退出条款",
    "核实投资主体资信和实际控制人",
    "约定代建厂房回购价格和付款节点", "增加不可抗力和情势变更条款", "补充知识产权瑕疵担保", "规范劳务分包，防范农民工工资风险",
    "完善竣工验收和质量保证金条款", "按公平竞争审查要求调整奖补表述", "明确争议管辖和送达地址", "避免承诺税收返还",
)  # fmt: skip
MATTER_TEXTS = (
    ("agreement", "{0}与{1}合作框架协议"), ("agreement", "{0}政府购买服务合同"), ("decision", "{0}关于{2}的决策方案"),
    ("document", "《镇江市{2}管理办法》征求意见稿"), ("litigation", "{1}诉{0}行政协议案应诉"), ("dispute", "{1}停工欠薪纠纷处置"),
    ("other", "{0}国有资产划转法律论证"),
)  # fmt: skip
SUBJECTS = (
    "老旧小区改造",
    "城市更新",
    "公共停车",
    "农村公路养护",
    "住房保障",
    "户外广告设置",
    "生活垃圾分类",
    "特许经营",
)
UNITS = (
    "市政府办",
    "市财政局",
    "市住建局",
    "市自然资源和规划局",
    "市交通运输局",
    "市水利局",
    "市商务局",
    "市城管局",
    "市教育局",
)
FIRMS = (
    "江苏江成律师事务所",
    "江苏南昆仑律师事务所",
    "江苏南山律师事务所",
    "江苏汇典律师事务所",
    "江苏金荣恒顺律师事务所",
    "江苏唯悦律师事务所",
)


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    yield Sheet("counsel.studio", _studios(random))
    projects = _projects(random)
    yield Sheet("counsel.industrialproject", projects)
    yield Sheet("counsel.servicerecord", _services(random, projects))
    yield Sheet("counsel.adviceitem", _advice(random, projects))
    advisers = _advisers(random)
    yield Sheet("counsel.adviser", advisers)
    matters = _matters(random)
    yield Sheet("counsel.advisermatter", matters)
    yield Sheet("counsel.adviserparticipation", _participations(random, matters, advisers))


def _studios(random: Random) -> list[Row]:
    listed = [
        ("GZS001", date(2024, 3, 20), "镇江新区产业项目法律服务工作室", "industrial", "321171"),
        ("GZS002", date(2024, 9, 12), "丹阳市产业项目法律服务工作室", "industrial", "321181"),
        ("GZS003", date(2025, 1, 16), "句容市产业项目法律服务工作室", "industrial", "321183"),
        ("GZS004", date(2021, 5, 18), "镇江新区园区法律服务工作站", "park", "321171"),
        ("GZS005", date(2022, 11, 2), "京口区律师工作室", "lawyer", "321102"),
        ("GZS006", date(2023, 4, 26), "扬中市园区法律服务工作站", "park", "321182"),
    ]
    return [
        {"org": f"{DISTRICT_NAMES[code]}司法局", "place": code, "key": key, "valid_from": day, "name": name, "kind": kind,
         "address": f"{DISTRICT_NAMES[code]}企业服务中心{number}楼", "firm": FIRMS[number % len(FIRMS)], "head": person(random),
         "lawyers": random.randint(3, 9), "basis": "司法局批复"}
        for number, (key, day, name, kind, code) in enumerate(listed, start=1)
    ]  # fmt: skip


def _projects(random: Random) -> list[Row]:
    """The first 174 are served; of those, 12 reach a billion: one exactly, and one of the others misses it by 分."""
    made = [_project(random, number) for number in range(1, SERVED + 1)]
    for place, row in enumerate(made[:BILLIONS]):
        row.update(investment=BILLION + place * random.randrange(20, 480) * 1_000_000, size="billion")
    made[BILLIONS].update(investment=BILLION - 1, size="half")
    served_last_year = _project(random, 801) | {"investment": 3 * BILLION, "size": "billion"}
    never_served = _project(random, 802) | {"investment": 2 * BILLION, "size": "billion"}
    not_major = [
        _project(random, number) | {"major": False, "investment": 30_000_000, "size": "below"}
        for number in range(803, 815)
    ]
    not_major[0].update(investment=BILLION, size="billion")
    return [*made, served_last_year, never_served, *not_major]


def _project(random: Random, number: int) -> Row:
    firm = company(5000 + number)
    investment = random.randrange(105, 990) * 1_000_000
    year = random.choice((2022, 2023, 2024))
    return {
        "org": f"{DISTRICT_NAMES[firm.district]}司法局", "place": firm.district, "key": f"CYXM{number:04d}",
        "valid_from": workday(random, year, (1, 2, 3)), "name": f"{firm.name.removesuffix('有限公司')}{random.choice(FACILITIES)}项目",
        "investor": firm.name, "uscc": firm.uscc, "industry": random.choice(INDUSTRIES), "major": True, "investment": investment,
        "size": "half" if investment >= BILLION // 2 else "hundred", "stage": random.choice(STAGES),
    }  # fmt: skip


def _services(random: Random, projects: list[Row]) -> list[Row]:
    served, last_year, *_ = projects[:SERVED], projects[SERVED]
    planned: list[tuple[Row, int, str]] = [(row, 2024, "done") for row in served]
    planned += [(random.choice(served), 2024, "done") for _ in range(430)]
    planned += [(random.choice(served), 2023, "done") for _ in range(120)] + [(last_year, 2023, "done")] * 3
    planned += [(projects[SERVED + 1], 2024, "cancelled"), (projects[SERVED + 1], 2025, "done")]
    planned += [(row, 2024, "done") for row in projects[SERVED + 2 :]]
    rows = []
    for number, (project, year, status) in enumerate(planned, start=1):
        months = (1,) if year == 2025 else (4, 5, 6, 7, 8, 9, 10, 11, 12)
        rows.append(
            {"org": project["org"], "place": project["place"], "number": f"XMFW{year}{number:04d}",
             "happened_on": workday(random, year, months), "project": project["key"],
             "studio": "GZS001" if project["place"] == "321171" and year == 2024 else None, "lawyer": person(random),
             "stage": project["stage"], "content": random.choice(CONTENTS), "status": status}
        )  # fmt: skip
    return rows


def _advice(random: Random, projects: list[Row]) -> list[Row]:
    counted: list[tuple[Row, int, bool]] = [(random.choice(projects[:SERVED]), 2024, False) for _ in range(ADVICE)]
    beside = [(projects[number], 2024, True) for number in range(17)]
    beside += [(random.choice(projects[:SERVED]), 2023, False) for _ in range(1120)]
    beside += [(random.choice(projects[:SERVED]), 2025, False) for _ in range(22)]
    beside += [(row, 2024, False) for row in projects[SERVED + 2 :]]
    rows = []
    for number, (project, year, withdrawn) in enumerate([*counted, *beside], start=1):
        rows.append(
            {"org": project["org"], "place": project["place"], "number": f"YJ{year}{number:05d}",
             "happened_on": workday(random, year, (1,) if year == 2025 else tuple(range(1, 13))), "project": project["key"],
             "form": random.choice(("opinion", "review", "sheet", "oral")), "stage": project["stage"],
             "content": random.choice(ADVICE_TEXTS), "lawyer": person(random),
             "adopted": random.choices(("full", "part", "none"), (70, 22, 8))[0], "withdrawn": withdrawn}
        )  # fmt: skip
    return rows


def _advisers(random: Random) -> list[Row]:
    return [
        {"org": JUSTICE if number < 19 else "丹阳市司法局", "place": CITY if number < 19 else "321181", "key": f"GW{number:03d}",
         "valid_from": date(2022, 3, 1) if number < 19 else date(2024, 6, 1),
         "valid_to": date(2024, 4, 30) if number == 18 else date(2025, 3, 1), "name": person(random), "firm": random.choice(FIRMS),
         "unit": "镇江市人民政府" if number < 19 else "丹阳市人民政府",
         "fields": random.choice(("行政法", "民商法", "建设工程", "金融", "劳动")),
         "chief": number >= 19,
         "basis": "市政府法律顾问委员会聘任通知"}
        for number in range(1, 23)
    ]  # fmt: skip


def _matters(random: Random) -> list[Row]:
    """105 with advisers at the city, then matters without any, of a district, of other years."""
    rows = [
        _matter(random, f"SF2024-{number:03d}", day)
        for number, day in enumerate(workdays(random, 2024, MATTERS), start=1)
    ]
    for number, day in enumerate(workdays(random, 2024, 21), start=1):
        rows.append(_matter(random, f"SF2024-N{number:02d}", day))
    for number, day in enumerate(workdays(random, 2024, 14), start=1):
        code = district(random)
        rows.append(
            _matter(random, f"SF2024-X{number:02d}", day) | {"org": f"{DISTRICT_NAMES[code]}司法局", "place": code}
        )
    rows += [_matter(random, f"SF2023-{number:03d}", workday(random, 2023)) for number in range(1, 88)]
    rows += [_matter(random, f"SF2025-{number:03d}", workday(random, 2025, (1,))) for number in range(1, 7)]
    return rows


def _matter(random: Random, number: str, day: date) -> Row:
    kind, text = random.choice(MATTER_TEXTS)
    unit = random.choice(UNITS)
    title = text.format(unit, company(random.randrange(7000, 9000)).name, random.choice(SUBJECTS))
    return {
        "org": JUSTICE, "place": CITY, "number": number, "happened_on": day, "title": title, "kind": kind, "unit": unit,
        "due_on": later(day, 7), "finished_on": later(day, random.randint(3, 9)),
        "adopted": random.choices(("full", "part", "none"), (75, 20, 5))[0],
    }  # fmt: skip


def _participations(random: Random, matters: list[Row], advisers: list[Row]) -> list[Row]:
    rows = []
    for matter in matters:
        alone = matter["number"].startswith("SF2024-N")
        if alone and int(matter["number"][-2:]) > 5:
            continue
        for adviser in random.sample(advisers, 1 if alone else random.choice((1, 1, 2, 3))):
            rows.append(
                {"org": matter["org"], "place": matter["place"], "number": f"{matter['number']}/{adviser['key']}",
                 "happened_on": later(matter["happened_on"], 2), "matter": matter["number"], "adviser": adviser["key"],
                 "manner": random.choice(("书面审查", "参加论证会", "出庭应诉", "现场处置")),
                 "opinion": "与对方当事人有利益关系，申请回避" if alone else random.choice(ADVICE_TEXTS), "recused": alone}
            )  # fmt: skip
    return rows
