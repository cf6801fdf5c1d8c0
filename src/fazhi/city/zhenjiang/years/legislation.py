"""政府立法的2024年: the register, the contact points and the people's suggestions. The demonstration's builder reads it."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from fazhi.casework.api import Dossier
from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import DISTRICT_NAMES, district, later, person, town, workday, workdays
from fazhi.city.zhenjiang.year import Sheet, dossiers

NEW_POINTS = 7  # F054
SUGGESTED = 28  # F055
ADOPTED, PARTLY = 9, 6  # F056: 15 of 28

CITY, JUSTICE, CONGRESS = "321100", "市司法局", "市人大法工委"
Row = dict[str, Any]

#: title, kind, field, drafter, then the years of survey and of publication
REGISTER = (
    ("镇江市产业科技创新促进条例", "regulation", "science", "市科技局", 2024, None),
    ("镇江市河道管理条例", "regulation", "ecology", "市水利局", 2023, None),
    ("镇江市工业固体废物管理规定", "regulation", "ecology", "市生态环境局", 2023, None),
    ("镇江市城乡网格化社会治理条例", "regulation", "governance", "市委政法委", 2023, None),
    ("镇江市金山焦山北固山南山风景名胜区保护条例", "regulation", "heritage", "市文广旅局", 2016, 2017),
    ("镇江市饮用水源地保护条例", "regulation", "ecology", "市生态环境局", 2016, 2017),
    ("镇江市农村公路条例", "regulation", "construction", "市交通运输局", 2017, 2018),
    ("镇江香醋保护条例", "regulation", "heritage", "市市场监管局", 2018, 2019),
    ("镇江市长江岸线资源保护条例", "regulation", "ecology", "市水利局", 2018, 2020),
    ("镇江市消防条例", "regulation", "governance", "市消防救援支队", 2018, 2020),
    ("镇江市文明行为促进条例", "regulation", "governance", "市委宣传部", 2019, 2020),
    ("镇江市养犬管理条例", "regulation", "governance", "市公安局", 2019, 2021),
    ("镇江市历史文化名城保护条例", "regulation", "heritage", "市自然资源和规划局", 2020, 2022),
    ("镇江市物业管理条例", "regulation", "construction", "市住建局", 2020, 2022),
    ("镇江市科技成果转化资金管理办法", "rule", "science", "市科技局", 2019, 2020),
    ("镇江市户外广告和店招标牌管理办法", "rule", "construction", "市城管局", 2020, 2021),
    ("镇江市停车场管理办法", "rule", "construction", "市城管局", 2021, 2023),
)
HOSTS = (
    "江苏江成律师事务所", "镇江市工商业联合会", "江苏大学法学院", "大市口街道三茅宫社区",
    "云阳街道城河社区", "扬中市电气行业协会", "宝华镇综合服务中心",
    "谏壁街道月湖社区", "茅山镇人大工作委员会", "金山街道风车山社区", "丹阳市眼镜商会",
    "新坝镇企业服务中心", "高资街道居民议事会", "镇江市律师协会",
    "大港街道银山社区", "世业镇先锋村", "白兔镇草莓协会", "四牌楼街道中山社区", "镇江市消费者权益保护委员会",
)  # fmt: skip
GISTS = (
    ("镇江市河道管理条例", "第十二条", "明确村级河长的巡河频次和问题上报时限"),
    ("镇江市河道管理条例", "第十九条", "禁止在河道管理范围内堆放秸秆"),
    ("镇江市河道管理条例", "第三十一条", "罚款幅度与上位法衔接"), ("镇江市工业固体废物管理规定", "第八条", "为小微企业设立集中收集贮存点"),
    ("镇江市工业固体废物管理规定", "第十五条", "电子联单与省平台互通，不重复填报"),
    ("镇江市工业固体废物管理规定", "第二十二条", "细化跨区转移的备案材料"),
    ("镇江市城乡网格化社会治理条例", "第六条", "网格划分征求居民代表意见"),
    ("镇江市城乡网格化社会治理条例", "第十四条", "为网格员减负，实行事项准入"),
    ("镇江市城乡网格化社会治理条例", "第二十条", "保护居民个人信息"), ("镇江市产业科技创新促进条例", "总则", "支持中小企业首购首用"),
)  # fmt: skip
REASON = {
    "ADOPTED": "建议合理可行，已写入草案相应条款",
    "PARTLY": "吸收其中与上位法一致的部分，其余留待配套文件规定",
    "NOT_ADOPTED": "上位法已有明确规定，不作重复规定",
}


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    yield Sheet("legislation.localregulation", _register(random))
    yield Sheet("legislation.contactpoint", _points(random))


def histories(ground: Ground, random: Random) -> Iterator[Dossier]:
    """The 28 of the year; then what does not count: joined, redirected, withdrawn, of other years."""
    results = ["ADOPTED"] * (ADOPTED - 1) + ["PARTLY"] * PARTLY + ["NOT_ADOPTED"] * (SUGGESTED - ADOPTED - PARTLY - 1)
    random.shuffle(results)
    days = [workday(random, 2024, (2, 3, 4, 5, 6, 7, 8, 9, 10)) for _ in results]
    made = [_suggestion(random, day, result) for day, result in zip(sorted(days), results, strict=True)]
    made.append(_suggestion(random, date(2024, 12, 2), "ADOPTED"))
    late = _suggestion(random, date(2024, 12, 23), "ADOPTED")
    made.append(late | {"decided_on": date(2025, 1, 13), "told_on": date(2025, 1, 17)})
    made += [_suggestion(random, workday(random, 2024), "DUPLICATE") for _ in range(5)]
    made += [_suggestion(random, workday(random, 2024), "ELSEWHERE") for _ in range(7)]
    made += [_suggestion(random, workday(random, 2024), "WITHDRAWN") for _ in range(2)]
    made += [_suggestion(random, workday(random, 2023), random.choice(("ADOPTED", "NOT_ADOPTED"))) for _ in range(21)]
    made += [_suggestion(random, workday(random, 2025, (1,)), "PARTLY") for _ in range(3)]
    for number, row in enumerate(made, start=1):
        row["number"] = f"RMJY{row['received_on'].year}-{number:03d}"
    yield from dossiers("legislation.legislativesuggestion", made, ground)


def _suggestion(random: Random, received: date, result: str) -> Row:
    regulation, article, gist = random.choice(GISTS)
    forwarded = later(received, random.randint(1, 6))
    decided = later(forwarded, random.randint(6, 18))
    at_intake = result in {"DUPLICATE", "ELSEWHERE"}
    reason = {"DUPLICATE": "RMJY2024-001", "ELSEWHERE": "市12345热线"}.get(result) or REASON.get(result)
    return {
        "org": JUSTICE, "place": CITY, "channel": random.choice(("online", "online", "point", "letter", "hotline", "meeting")),
        "author": person(random), "regulation": f"《{regulation}》", "article": article, "gist": gist,
        "drafter": next(row[3] for row in REGISTER if row[0] == regulation), "received_on": received,
        "forwarded_on": None if at_intake else forwarded, "decided_on": forwarded if at_intake else decided,
        "told_on": None if at_intake or result == "WITHDRAWN" else later(decided, random.randint(2, 8)), "result": result,
        "reason": reason,
    }  # fmt: skip


def _register(random: Random) -> list[Row]:
    rows = [_regulation(random, number, *listed) for number, listed in enumerate(REGISTER, start=1)]
    rows[3]["model_project"] = True
    for row, (drafted, reviewed, submitted) in zip(rows[1:4], ((3, 6, 8), (4, 7, 9), (2, 5, 6)), strict=True):
        row.update(
            drafted_on=workday(random, 2024, (drafted,)), reviewed_on=workday(random, 2024, (reviewed,)),
            submitted_on=workday(random, 2024, (submitted,)),
        )  # fmt: skip
    repealed = rows[9]
    repealed["valid_to"] = date(2024, 3, 1)
    return rows


def _regulation(
    random: Random, number: int, title: str, kind: str, field: str, drafter: str, surveyed: int, enacted: int | None
) -> Row:
    survey = date(surveyed, random.randint(2, 9), random.randint(1, 28))
    published = date(enacted, random.randint(3, 11), random.randint(1, 28)) if enacted else None
    return {
        "org": JUSTICE, "place": CITY, "key": f"ZJLF{number:03d}", "valid_from": survey, "title": title, "kind": kind, "field": field,
        "drafter": drafter, "plan_year": 2024 if enacted is None else enacted - 1, "surveyed_on": survey,
        "enacted_on": published, "effective_on": date(enacted + 1, 1, 1) if enacted else None, "model_project": False,
    }  # fmt: skip


def _points(random: Random) -> list[Row]:
    """Seven of 2024, two that only moved, and those of other years or of the government."""
    days = workdays(random, 2024, NEW_POINTS)
    rows = [_point(random, number, day, "congress") for number, day in enumerate(days, start=1)]
    for number in (8, 9):
        old = _point(random, number, date(2020, 6, 18), "congress")
        moved = old | {"valid_from": date(2024, 8, 1), "name": f"{old['host']}（新址）立法联系点"}
        rows += [old | {"valid_to": date(2024, 8, 1)}, moved]
    rows += [
        _point(random, number, workday(random, year), "congress")
        for number, year in enumerate((2017, 2019, 2021, 2023), start=10)
    ]
    rows += [_point(random, number, workday(random, 2024), "government") for number in range(14, 18)]
    rows += [_point(random, number, date(2025, 1, 8), "congress") for number in (18, 19)]
    return rows


def _point(random: Random, number: int, day: date, kind: str) -> Row:
    code = district(random)
    host = HOSTS[number - 1]
    return {
        "org": CONGRESS if kind == "congress" else f"{DISTRICT_NAMES[code]}司法局", "place": town(random, code),
        "key": f"LXD{number:03d}", "valid_from": day, "valid_to": None,
        "name": f"{host}{'基层' if kind == 'congress' else '政府'}立法联系点", "kind": kind, "host": host, "coordinator": person(random),
        "field": random.choice(("营商环境", "社区治理", "生态环境", "乡村振兴")), "replies": random.randint(0, 30),
    }  # fmt: skip
