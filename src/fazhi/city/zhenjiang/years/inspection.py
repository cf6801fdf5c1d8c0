"""行政检查的2024年: joint lists, random draws, visits, graded supervision. Members of the list are invented."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import Company, company, later, person, workday
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years._inspection_visits import (
    FIELDS,
    PILOT_AREA,
    PILOT_FIELDS,
    spared,
    visits_and_plans,
)

JOINT = 186  # F026: how many joint inspections, each drawn twice and published
CITY, MARKET, JUSTICE = "321100", "市市场监管局", "市司法局"
CITIES = (
    ("镇江市", "江苏省"),
    ("南京市", "江苏省"),
    ("扬州市", "江苏省"),
    ("滁州市", "安徽省"),
    ("马鞍山市", "安徽省"),
)  # F024
COUNTIES = (
    ("丹阳市", "江苏省"), ("句容市", "江苏省"), ("扬中市", "江苏省"), ("仪征市", "江苏省"), ("高邮市", "江苏省"), ("天长市", "安徽省"),
    ("来安县", "安徽省"), ("和县", "安徽省"),
)  # fmt: skip  # F025
NOT_LISTED = (
    ("芜湖市", "city", "安徽省", "listed", date(2023, 5, 12), date(2024, 9, 1)),
    ("泰州市", "city", "江苏省", "proposed", date(2024, 11, 20), None),
    ("宝应县", "county", "江苏省", "listed", date(2025, 1, 10), None),
    ("全椒县", "county", "安徽省", "proposed", date(2024, 8, 6), None),
    ("含山县", "county", "安徽省", "listed", date(2023, 5, 12), date(2024, 12, 31)),
)
INDUSTRIES = (
    ("餐饮服务", "市市场监管局", "市场监管、消防救援、城管", 3, "merged"),
    ("加油站", "市应急局", "应急、市场监管、商务、生态环境", 4, "merged"),
    ("药店", "市市场监管局", "市场监管、医保、卫生健康", 3, "merged"),
    ("宾馆酒店", "市文广旅局", "文旅、公安、消防救援、卫生健康", 4, "twice"),
    ("建筑工地", "市住建局", "住建、城管、生态环境、人社", 4, "separate"),
    ("校外培训", "市教育局", "教育、消防救援、市场监管", 3, "separate"),
    ("机动车维修", "市交通运输局", "交通运输、生态环境、市场监管", 3, "separate"),
    ("养老机构", "市卫生健康委", "民政、消防救援、市场监管", 3, "not yet"),
    ("汽车销售", "市商务局", "商务、税务", 2, "not yet"),
    ("印刷", "市文广旅局", "文旅", 1, "merged"),
)
PARTNER_GRADES = {"A": "低", "B": "中", "C": "较高", "D": "高"}
Row = dict[str, Any]


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    """Lists come before what refers to them."""
    yield Sheet("inspection.jointregion", list(_regions()))
    companies = (company(serial) for serial in count(4000))
    yield Sheet("inspection.risksignal", [_signal(random, next(companies), n) for n in range(1, 24)])
    yield Sheet("inspection.creditrecognition", [_grade(random, next(companies), n) for n in range(1, 61)])
    yield Sheet("inspection.commonitem", list(_common()))
    yield Sheet("inspection.randominspection", list(_drawn(random, ground, companies)))
    plans, visits = visits_and_plans(ground, random)
    yield Sheet("inspection.plannedcheck", plans)
    yield Sheet("inspection.enterprisevisit", visits)
    members, exempt = spared(random, companies)
    yield Sheet("inspection.whitelistmember", members)
    yield Sheet("inspection.exemptionperiod", exempt)
    yield Sheet("inspection.gradedarea", list(_areas(ground, random)))
    yield Sheet("inspection.pilotfield", list(_pilots(ground)))
    yield Sheet("inspection.enterprisegrade", [_graded(random, n) for n in range(1, 201)])
    yield Sheet("inspection.industry", list(_industries()))
    yield Sheet("inspection.industryinspection", list(_industry_visits(random)))


def _regions() -> Iterator[Row]:
    named = [(name, "city", province, "listed", date(2024, 4, 18), None) for name, province in CITIES]
    named += [(name, "county", province, "listed", date(2024, 4, 18), None) for name, province in COUNTIES]
    for number, (name, level, province, status, since, until) in enumerate([*named, *NOT_LISTED], start=1):
        yield {
            "org": MARKET, "place": CITY, "key": f"CSJ-{number:02d}", "valid_from": since, "valid_to": until, "name": name,
            "basis": "长三角跨区域跨部门“双随机、一公开”联合抽查合作备忘录", "level": level, "province": province,
            "status": status, "contact_unit": f"{name}市场监督管理局", "contact": None,
            "matters": "特种设备使用、食品生产经营、危险化学品经营、检验检测机构",
        }  # fmt: skip


def _signal(random: Random, chosen: Company, number: int) -> Row:
    day = workday(random, 2024 if number < 20 else 2023)
    answered = later(day, random.randint(3, 9)) if number % 7 else None
    return {
        "org": MARKET, "place": CITY, "number": f"FXYJ{day.year}-{number:03d}", "happened_on": day, "enterprise": chosen.name,
        "uscc": chosen.uscc, "risk": ("quality", "food", "safety", "pollution", "credit")[number % 5],
        "content": ("产品监督抽查不合格，同批次产品销往贵地", "异地门店被列入经营异常名录", "跨区域运输危险货物存在隐患")[number % 3],
        "region": random.choice(CITIES[1:])[0], "acknowledge_by": later(day, 2), "acknowledged_on": later(day, random.randint(1, 3)),
        "measure": "已下达责令改正通知书并复查" if answered else None, "answered_on": answered,
    }  # fmt: skip


def _grade(random: Random, chosen: Company, number: int) -> Row:
    day = workday(random, 2024)
    grade = random.choices("ABCD", (50, 32, 14, 4))[0]
    return {
        "org": MARKET, "place": CITY, "number": f"XYHR2024-{number:03d}", "happened_on": day, "enterprise": chosen.name,
        "uscc": chosen.uscc, "region": random.choice(CITIES[1:])[0], "partner_grade": PARTNER_GRADES[grade],
        "grade": grade, "table_edition": "2024年第1版", "valid_until": day + timedelta(days=365),
    }  # fmt: skip


def _common() -> Iterator[Row]:
    texts = (
        ("食品经营检查", "从业人员健康证明", "现场核对全部在岗人员", "抽查不少于5人", ""),
        ("食品经营检查", "进货查验记录", "查近6个月", "查近6个月", "查近6个月"),
        ("特种设备使用检查", "电梯维护保养记录", "每15日一次", "每15日一次", "每15日一次"),
        ("特种设备使用检查", "作业人员持证", "逐人核对", "抽查30%", "在岗人员逐人核对"),
        ("检验检测机构检查", "原始记录保存", "保存6年", "保存6年", "保存6年"),
        ("危险化学品经营检查", "安全距离", "现场测量", "核对评价报告", ""),
    )
    for number, (matter, item, own, theirs, agreed) in enumerate(texts, start=1):
        yield {
            "org": MARKET, "place": CITY, "key": f"TCBZ-{number:02d}", "valid_from": date(2024, 6, 3), "matter": matter, "item": item,
            "own_standard": own, "region": CITIES[1 + number % 4][0], "partner_standard": theirs,
            "alignment": "aligned" if agreed else "open", "agreed": agreed or None,
        }  # fmt: skip


def _drawn(random: Random, ground: Ground, companies: Iterator[Company]) -> Iterator[Row]:
    """Joint inspections of the year; beside them single ones, cancelled ones and those of other years, not all published."""
    spans = [(2024, True, "done")] * JOINT + [(2024, False, "done")] * 120 + [(2024, True, "cancelled")] * 9
    spans += [(2024, True, "planned")] * 4 + [(2023, True, "done")] * 70 + [(2025, True, "done")] * 8
    for number, (year, joint, status) in enumerate(spans, start=1):
        chosen = next(companies)
        day = workday(random, year, (1,) if year == 2025 else tuple(range(3, 13)))
        counted = joint and status == "done" and year == 2024
        lacking = not counted and number % 3 == 0
        field = random.choice(list(FIELDS))
        yield {
            "org": MARKET, "place": chosen.district, "number": f"SJCC{year}-{number:04d}", "happened_on": day, "joint": joint,
            "plan": f"{year}年度{'部门联合' if joint else '部门内部'}“双随机、一公开”抽查计划",
            "region": random.choice(CITIES[1:])[0] if joint and number % 6 == 0 else None, "field": field,
            "departments": f"市场监管局、{FIELDS[field][0]}" if joint and field != "market" else FIELDS[field][0],
            "enterprise": chosen.name, "uscc": chosen.uscc, "risk_grade": random.choices("ABCD", (30, 36, 24, 10))[0],
            "subject_drawn_on": day - timedelta(days=random.randint(6, 15)),
            "inspectors": f"{person(random)}、{person(random)}",
            "inspectors_drawn_on": None if lacking and number % 2 else day - timedelta(days=random.randint(1, 5)),
            "recused": person(random) if number % 23 == 0 else None, "draw_record": f"CQ{year}{number:04d}",
            "finding": random.choices(("nothing", "corrected", "pending", "no_business"), (70, 20, 6, 4))[0] if status == "done" else None,
            "published_on": None if lacking or status != "done" else later(day, random.randint(3, 18)), "status": status,
        }  # fmt: skip


def _areas(ground: Ground, random: Random) -> Iterator[Row]:
    """F103: at the end of 2024 only the pilot area applies graded supervision; the others follow in 2025."""
    for number, code in enumerate(ground.districts, start=1):
        body = ground.district_body(code, "司法局").short
        common = {"org": body, "place": code, "key": f"FJFL-{number:02d}", "grades": 4, "contact": person(random)}
        if code == PILOT_AREA:
            yield {
                **common,
                "valid_from": date(2023, 3, 1),
                "valid_to": date(2024, 1, 2),
                "stage": "preparing",
                "fields": None,
            }
            yield {
                **common, "valid_from": date(2024, 1, 2), "stage": "pilot", "fit_checked_on": date(2023, 11, 21),
                "fields": "生态环境、交通运输、市场监管、税务", "document": "扬中市分级分类监管执法试点工作方案",
            }  # fmt: skip
            continue
        prepared = number <= 3
        begun = date(2025, 1, 20) if prepared else None
        yield {
            **common, "valid_from": date(2024, 3, 1), "valid_to": begun, "stage": "preparing" if prepared else "not_started",
            "fit_checked_on": date(2024, 11, 12) if prepared else None, "fields": None, "document": None,
        }  # fmt: skip
        if prepared:
            yield {
                **common,
                "valid_from": begun,
                "stage": "in_force",
                "fields": "市场监管、生态环境",
                "document": "分级分类监管实施方案",
            }
    town = next(code for code in ground.towns if code.startswith(PILOT_AREA))
    yield {
        "org": "扬中市司法局", "place": town, "key": "FJFL-ZJ-01", "valid_from": date(2024, 5, 6), "stage": "in_force", "grades": 3,
        "fields": "综合执法", "document": "镇（街道）综合执法分级检查办法", "contact": person(random),
    }  # fmt: skip


def _pilots(ground: Ground) -> Iterator[Row]:
    for number, field in enumerate(PILOT_FIELDS, start=1):
        body = ground.district_body(PILOT_AREA, FIELDS[field][0]).short
        yield {
            "org": body, "place": PILOT_AREA, "key": f"SD-{number:02d}", "valid_from": date(2024, 1, 2), "field": field,
            "department": body, "status": "running", "basis": "扬中市分级分类监管执法试点工作方案",
        }  # fmt: skip
    yield {
        "org": "扬中市应急局", "place": PILOT_AREA, "key": "SD-05", "valid_from": date(2024, 1, 2), "field": "emergency",
        "department": "扬中市应急局", "status": "dropped", "basis": "扬中市分级分类监管执法试点工作方案（征求意见稿）",
    }  # fmt: skip


def _graded(random: Random, number: int) -> Row:
    chosen = next(each for each in map(company, count(number * 60)) if each.district == PILOT_AREA)
    score = min(100, max(40, round(random.gauss(82, 11))))
    grade = "A" if score >= 90 else "B" if score >= 75 else "C" if score >= 60 else "D"
    return {
        "org": "扬中市司法局", "place": PILOT_AREA, "key": f"FJ-{number:04d}", "valid_from": workday(random, 2024, (1, 2, 3)),
        "enterprise": chosen.name, "uscc": chosen.uscc, "field": PILOT_FIELDS[number % 4],
        "category": ("重点监管", "一般监管", "信用监管")[number % 3], "score": score, "grade": grade,
        "visits_a_year": {"A": 0, "B": 1, "C": 2, "D": 4}[grade],
    }  # fmt: skip


def _industries() -> Iterator[Row]:
    for number, (name, lead, departments, how_many, done) in enumerate(INDUSTRIES, start=1):
        yield {
            "org": lead, "place": CITY, "key": f"HY-{number:02d}", "valid_from": date(2024, 2, 1), "name": name, "lead": lead,
            "departments": departments, "department_count": how_many, "basis": "行业综合检查工作安排",
            "checklist": f"一业一查表单{number:02d}" if done == "merged" else None, "items": 12 + number if done == "merged" else 0,
        }  # fmt: skip


def _industry_visits(random: Random) -> Iterator[Row]:
    """F105: three of the seven industries visited are visited once a year, together; the others still several times."""
    serial = count(1)
    for number, (_, lead, _, how_many, done) in enumerate(INDUSTRIES, start=1):
        times = {"merged": [True], "twice": [True, False], "separate": [False] * how_many, "not yet": []}[done]
        for merged in times:
            yield _industry_visit(
                random, f"HY-{number:02d}", lead, how_many if merged else 1, merged, 2024, next(serial), "done"
            )
        yield _industry_visit(random, f"HY-{number:02d}", lead, 1, False, 2023, next(serial), "done")
        if done == "not yet":
            yield _industry_visit(random, f"HY-{number:02d}", lead, how_many, True, 2024, next(serial), "cancelled")


def _industry_visit(
    random: Random, industry: str, lead: str, how_many: int, merged: bool, year: int, serial: int, status: str
) -> Row:
    enterprises = random.randint(20, 140)
    return {
        "org": lead, "place": CITY, "number": f"HYJC{year}-{serial:03d}", "happened_on": workday(random, year), "industry": industry,
        "merged": merged, "department": lead, "department_count": how_many, "enterprises": enterprises,
        "visits_avoided": enterprises * (how_many - 1) if status == "done" else 0, "status": status,
    }  # fmt: skip
