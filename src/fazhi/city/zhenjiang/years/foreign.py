"""涉外法治与公证的2024年: trainings, people and partners, and a year of notarisation. The demonstration's builder reads it."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from random import Random
from typing import Any

from fazhi.casework.api import Dossier
from fazhi.city.zhenjiang.ground import Ground, random_for
from fazhi.city.zhenjiang.invented import company, later, person, workday, workdays, working_days
from fazhi.city.zhenjiang.year import Sheet
from fazhi.domains.foreign.dossiers import notary_dossier

TRAININGS = 13  # F050: 10余次
TRAINED = 236  # F051: 200余家
FOREIGN_NOTARISED = 4242  # F052
NOTARISED = 22_930  # F053: 4242 of 22930 is 18.5 %
HKMT_NOTARISED = 768
NOTARISED_OF_2023 = {"foreign": 1412, "hkmt": 236, "domestic": 6020}

CITY, JUSTICE = "321100", "市司法局"
Row = dict[str, Any]

TOPICS = (
    ("泰国投资法律风险防范", "泰国"), ("塞尔维亚营商法律环境", "塞尔维亚"), ("欧盟碳关税与出口合规", "欧盟"), ("美国出口管制应对", "美国"),
    ("RCEP原产地规则运用", "东盟"), ("国际贸易合同与争议解决", ""), ("海外知识产权布局", ""), ("跨境用工合规", "越南"),
    ("“一带一路”工程承包法律实务", "中亚"), ("涉外仲裁实务", ""), ("跨境电商合规", ""), ("海外并购尽职调查", "德国"),
    ("出口信用与回款", ""),
)  # fmt: skip
OFFICES = (("镇江公证处", "市司法局", "321100", "镇"),
           ("丹阳公证处", "丹阳市司法局", "321181", "丹"), ("句容公证处", "句容市司法局", "321183", "句"),
           ("扬中公证处", "扬中市司法局", "321182", "扬"))  # fmt: skip
OFFICE_SHARES = (52, 24, 14, 10)
MATTERS = {
    "foreign": ("出生", "无犯罪记录", "学历学位", "亲属关系", "婚姻状况", "驾驶证", "营业执照", "委托书", "声明书", "商业文书副本"),
    "hkmt": ("亲属关系", "继承权声明", "学历学位", "婚姻状况", "委托书"),
    "domestic": ("继承权", "委托书", "声明书", "遗嘱", "赠与合同", "保全证据", "具有强制执行效力的债权文书",
                 "提存", "签名、印鉴", "夫妻财产约定"),
}  # fmt: skip
DESTINATIONS = {
    "foreign": ("美国", "日本", "澳大利亚", "加拿大", "英国", "韩国", "新加坡", "泰国", "德国", "意大利", "马来西亚", "塞尔维亚", "新西兰"),
    "hkmt": ("香港特别行政区", "澳门特别行政区", "台湾地区"),
    "domestic": ("",),
}  # fmt: skip
REASONS = {"REFUSED": "证明材料虚假，不予办理", "TERMINATED": "申请人死亡，继续办理已无意义"}


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    sessions = _sessions(random)
    yield Sheet("foreign.trainingsession", sessions)
    yield Sheet("foreign.trainingattendance", _attendance(random, sessions))
    yield Sheet("foreign.foreigntalent", _talent(random))
    yield Sheet("foreign.partner", _partners())
    yield Sheet("foreign.overseasrequest", _requests(random))
    yield Sheet("foreign.typicalcase", _typical_cases())


def histories(ground: Ground, random: Random) -> Iterator[Dossier]:
    """The certificates of 2024; then those of other years, and matters that ended without one or have not ended."""
    serials = count(1)
    scopes = ["foreign"] * FOREIGN_NOTARISED + ["hkmt"] * HKMT_NOTARISED
    scopes += ["domestic"] * (NOTARISED - len(scopes))
    random.shuffle(scopes)
    days = [(year, month) for year, month in ((2023, 12), *((2024, each) for each in range(1, 13)), (2025, 1))]
    for scope in scopes:
        yield _notarised(ground, random, next(serials), scope, workday(random, 2024))
    for year, month in (days[0], days[-1]):
        for _ in range(320):
            yield _notarised(
                ground, random, next(serials), _any_scope(random), random.choice(working_days(year, month)[:16])
            )
    earlier = random_for("foreign", 2023)  # chance of its own: the year 2024 stays as it is
    for scope, number in NOTARISED_OF_2023.items():
        for _ in range(number):
            yield _notarised(ground, earlier, next(serials), scope, workday(earlier, 2023))
    for result, times in (("REFUSED", 60), ("TERMINATED", 45), ("WITHDRAWN", 110)):
        for _ in range(times):
            yield _notarised(ground, random, next(serials), _any_scope(random), workday(random, 2024), result)


def _any_scope(random: Random) -> str:
    return random.choices(("foreign", "hkmt", "domestic"), (19, 3, 78))[0]


def _notarised(
    ground: Ground, random: Random, serial: int, scope: str, concluded: date, result: str = "ISSUED"
) -> Dossier:
    office, org, place, head = random.choices(OFFICES, OFFICE_SHARES)[0]
    received = later_back(concluded, random.choice((0, 1, 2, 2, 3, 4, 5, 7, 9, 11, 14)))
    row = {
        "org": ground.body(org), "place": place, "register_no": f"GZ{received.year}{serial:06d}", "office": office,
        "applicant": person(random), "matter": random.choice(MATTERS[scope]), "scope": scope,
        "destination": random.choice(DESTINATIONS[scope]), "received_on": received, "accepted_on": received,
        "concluded_on": concluded, "result": result, "reason": REASONS.get(result),
        "certificate_no": f"({concluded.year}){head}证{'外民' if scope == 'foreign' else '民内'}字第{serial}号",
    }  # fmt: skip
    return notary_dossier(row)


def later_back(day: date, working: int) -> date:
    """So many working days before a day, within two months."""
    month = date(day.year - (day.month == 1), (day.month - 2) % 12 + 1, 1)
    known = [*working_days(month.year, month.month), *working_days(day.year, day.month)]
    return known[known.index(day) - working]


def _sessions(random: Random) -> list[Row]:
    rows = []
    for number, day in enumerate(workdays(random, 2024, TRAININGS), start=1):
        title, country = TOPICS[number - 1]
        rows.append(_session(random, f"SWPX2024-{number:02d}", day, title, country, "foreign"))
    rows.append(
        _session(random, "SWPX2024-90", date(2024, 7, 18), "海外税务筹划", "新加坡", "foreign")
        | {"status": "cancelled"}
    )
    rows.append(_session(random, "SWPX2025-01", date(2025, 1, 14), "拉美市场准入", "墨西哥", "foreign"))
    for number, (title, country) in enumerate(TOPICS[5:9], start=1):
        rows.append(_session(random, f"SWPX2023-{number:02d}", workday(random, 2023), title, country, "foreign"))
    for number, kind in enumerate(("domestic", "trade", "domestic"), start=91):
        title = "劳动用工合规" if kind == "domestic" else "跨境结算实务"
        rows.append(_session(random, f"SWPX2024-{number}", workday(random, 2024), title, "", kind))
    return rows


def _session(random: Random, number: str, day: date, title: str, country: str, kind: str) -> Row:
    return {
        "org": JUSTICE, "place": CITY, "number": number, "happened_on": day, "title": title, "kind": kind, "country": country or None,
        "venue": random.choice(("市国际经济贸易促进会会议室", "镇江新区综合保税区", "丹阳市商务局", "市律师协会")),
        "lecturer": person(random),
        "host": "市司法局、市商务局", "satisfaction": random.randint(92, 100), "status": "held",
    }  # fmt: skip


def _attendance(random: Random, sessions: list[Row]) -> list[Row]:
    """Each of the counted enterprises comes once, a third of them again; then those of other sessions and the absent."""
    held = [
        row
        for row in sessions
        if row["kind"] == "foreign" and row["status"] == "held" and row["happened_on"].year == 2024
    ]
    others = [row for row in sessions if row not in held]
    planned = [(serial, held[serial % len(held)], False) for serial in range(TRAINED)]
    planned += [(serial, held[(serial + 5) % len(held)], False) for serial in range(0, TRAINED, 3)]
    planned += [(serial, random.choice(held), True) for serial in range(300, 318)]
    planned += [(serial, others[serial % len(others)], False) for serial in range(200, 420)]
    rows = []
    for serial, session, absent in planned:
        firm = company(11_000 + serial)
        rows.append(
            {"org": JUSTICE, "place": firm.district, "number": f"{session['number']}-{serial:03d}", "happened_on": session["happened_on"],
             "session": session["number"], "enterprise": firm.name, "uscc": firm.uscc, "people": random.randint(1, 3),
             "absent": absent}
        )  # fmt: skip
    return rows


def _talent(random: Random) -> list[Row]:
    employers = (("江苏江成律师事务所", "law_firm"), ("镇江公证处", "notary"), ("江苏大学法学院", "university"), ("市商务局", "organ"),
                 ("江苏汇典律师事务所", "law_firm"), ("大全集团法务部", "enterprise"))  # fmt: skip
    rows = []
    for number in range(1, 44):
        employer, unit = random.choice(employers)
        rows.append(
            {"org": JUSTICE, "place": CITY, "key": f"SWRC{number:03d}",
             "valid_from": date(2025, 1, 6) if number > 40 else workday(random, random.choice((2021, 2022, 2023, 2024))),
             "valid_to": date(2024, 9, 30) if number in {4, 17} else None, "name": person(random), "employer": employer, "unit": unit,
             "level": random.choices(("leading", "backbone", "reserve"), (1, 4, 8))[0],
             "languages": random.choice(("英语", "英语", "英语、日语", "英语、德语", "泰语", "塞尔维亚语")),
             "qualification": random.choice(("法律职业资格", "法律职业资格、注册会计师", None)),
             "fields": random.choice(("国际贸易", "跨境投资", "海事海商", "国际仲裁", "知识产权")), "cases": random.randint(0, 14),
             "training_hours": random.randint(8, 96), "basis": "镇江市涉外法治人才库管理办法"}
        )  # fmt: skip
    return rows


def _partners() -> list[Row]:
    listed = (
        ("HZ01", date(2024, 5, 21), "镇江驻泰国海外法律服务中心", "泰国", "centre", "涉外法律咨询"),
        ("HZ02", date(2024, 8, 6), "贝尔格莱德某律师事务所", "塞尔维亚", "firm", "投资并购"),
        ("HZ03", date(2024, 8, 6), "塞尔维亚中国商会", "塞尔维亚", "chamber", "企业联络"),
        ("HZ04", date(2024, 10, 15), "诺维萨德某大学法学院", "塞尔维亚", "university", "法律研究"),
        ("HZ05", date(2023, 6, 12), "曼谷某律师事务所", "泰国", "firm", "劳动与投资"),
    )
    return [
        {"org": JUSTICE, "place": CITY, "key": key, "valid_from": day, "name": name, "country": country, "kind": kind,
         "agreement": "合作备忘录", "expertise": expertise, "contact": "市律师协会"}
        for key, day, name, country, kind, expertise in listed
    ]  # fmt: skip


def _requests(random: Random) -> list[Row]:
    rows = []
    for number, day in enumerate([*workdays(random, 2024, 24), date(2025, 1, 9)], start=1):
        firm = company(11_000 + number * 7)
        rows.append(
            {"org": JUSTICE, "place": firm.district, "number": f"HW{day.year}-{number:03d}", "happened_on": day, "enterprise": firm.name,
             "uscc": firm.uscc, "country": random.choice(("泰国", "泰国", "越南", "塞尔维亚")),
             "topic": random.choice(("investment", "trade", "labour", "ip", "dispute")), "lawyer": person(random),
             "answered_on": later(day, random.randint(2, 15)), "result": "出具书面法律意见",
             "amount": random.choice((None, 860_000, 2_400_000))}
        )  # fmt: skip
    return rows


def _typical_cases() -> list[Row]:
    titles = (
        "某眼镜企业应对境外商标抢注案",
        "某工具企业买卖合同仲裁案",
        "某光伏企业出口管制合规案",
        "涉外继承公证便民服务案",
        "某船配企业海外用工纠纷案",
    )
    return [
        {"org": JUSTICE, "place": CITY, "number": f"SWAL2024-{number:02d}", "happened_on": date(2024, 11, 28), "title": title,
         "nominated_by": "市律师协会", "occasion": "涉外法治工作典型案例新闻发布会", "anonymised": True,
         "point": "引导企业提前防范境外法律风险"}
        for number, title in enumerate(titles, start=1)
    ]  # fmt: skip
