"""A year of leadership: what executive meetings studied and decided, handbooks, and duties done in person."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import later, person, workday, working_days
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years._agenda import LAW_STUDIES, OTHER_ITEMS, RULE_OF_LAW, STUDIES_FIRST
from fazhi.city.zhenjiang.years._appraisals import appraisal_sheets
from fazhi.city.zhenjiang.years._cadres import CITY, handbook_sheets, roster_sheets

Row = Mapping[str, Any]

MEETINGS = 24  # F001: each began with the study item
STUDY_SESSIONS = 6  # F002
RULE_OF_LAW_ITEMS = 8  # F003
FIRST_NUMBER = 42  # of the first executive meeting of 2024
STUDIED_AT = (2, 5, 9, 13, 17, 21)
MEETINGS_OF_2023, HEARD_IN_2023, STUDIED_IN_2023 = 20, (2, 4, 9, 12), (3, 6, 11)
HEARD_AT = (1, 3, 3, 7, 10, 14, 18, 22)  # two at the fourth meeting

OFFICE = {"org": "市政府办", "place": CITY}
DUTIES = {
    "deploy": ("部署{year}年法治政府建设重点任务", "市委全面依法治市委员会会议纪要"),
    "inquire": ("过问重大行政争议案件化解情况", "市政府领导批示"),
    "coordinate": ("协调解决综合行政执法力量下沉问题", "专题会议纪要"),
    "supervise": ("督办行政执法突出问题整改", "督办通知单"),
}


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    meetings = _meetings(random)
    yield Sheet("leadership.governmentmeeting", [_meeting(each, random) for each in meetings])
    items = list(_items(meetings, random))
    yield Sheet("leadership.agendaitem", items)
    yield Sheet("leadership.lawstudy", list(_studies(items, random)))
    yield from roster_sheets(random)
    yield from handbook_sheets(random)
    leaders = _leaders(ground, random)
    yield Sheet("leadership.principalleader", leaders)
    yield Sheet("leadership.dutyrecord", list(_duties(leaders, random)))
    yield from appraisal_sheets(random)


Meeting = tuple[str, str, date, str]


def _meetings(random: Random) -> list[Meeting]:
    """(number, kind, day, status): two executive meetings a month, and the meetings that are none."""
    found: list[Meeting] = []
    for month in range(1, 13):
        days = sorted(random.sample(working_days(2024, month), MEETINGS // 12))
        found += [("", "executive", day, "held") for day in days]
    named = [(f"市九届政府第{FIRST_NUMBER + n}次常务会议", *each[1:]) for n, each in enumerate(found)]
    year_before = [day for month in range(1, 13) for day in working_days(2023, month)]
    named += [
        (f"市九届政府第{FIRST_NUMBER - n}次常务会议", "executive", day, "held")
        for n, day in enumerate(sorted(random.sample(year_before, MEETINGS_OF_2023), reverse=True), start=1)
    ]
    named.append((f"市九届政府第{FIRST_NUMBER + MEETINGS}次常务会议", "executive", date(2025, 1, 14), "held"))
    named.append(("市九届政府常务会议（原定7月下旬）", "executive", date(2024, 7, 29), "cancelled"))
    named += [
        ("市九届政府第6次全体会议", "plenary", date(2024, 2, 21), "held"),
        ("市九届政府第7次全体会议", "plenary", date(2024, 8, 2), "held"),
    ]
    named += [
        (f"2024年第{n}次市长办公会议", "mayors_office", workday(random, 2024, (n,)), "held") for n in range(1, 12)
    ]
    return sorted(named, key=lambda each: each[2])


def _meeting(meeting: Meeting, random: Random) -> Row:
    number, kind, day, status = meeting
    held = status == "held"
    return {
        **OFFICE, "number": number, "kind": kind, "happened_on": day, "chair": "市长" if kind != "mayors_office" else "副市长",
        "attendees": random.randrange(8, 12) if held else 0, "observers": random.randrange(15, 48) if held else 0,
        "status": status, "minutes_number": f"{day.year}年第{random.randrange(1, 60)}号" if held else "",
        "published_on": later(day, random.randrange(1, 6)) if held and kind == "executive" else None,
    }  # fmt: skip


def _items(meetings: list[Meeting], random: Random) -> Iterator[Row]:
    executive = [m for m in meetings if m[1] == "executive" and m[2].year == 2024 and m[3] == "held"]
    for place, meeting in enumerate(executive):
        yield from _agenda(meeting, _of_year(place, random))
    for meeting in meetings:
        if meeting not in executive and meeting[3] == "held":
            yield from _agenda(meeting, _elsewhere(meeting, random))


Item = tuple[str, str, str, str]


def _of_year(place: int, random: Random) -> list[Item]:
    """(kind, title, unit, outcome) of one executive meeting: the study item comes first, always."""
    items: list[Item] = [("study_first", random.choice(STUDIES_FIRST), "市政府办", "studied")]
    if place in STUDIED_AT:
        law, unit = LAW_STUDIES[STUDIED_AT.index(place)]
        items.append(("law_study", f"专题学法：{law}", unit, "studied"))
    for topic, at in zip(RULE_OF_LAW, HEARD_AT, strict=True):
        if at == place:
            items.append(("rule_of_law", *topic))
    if place in (8, 15):
        items.append(("rule_of_law", "研究政府规章清理工作", "市司法局", "withdrawn" if place == 8 else "returned"))
    return items + _ordinary(random.randrange(3, 7), place // 2 + 1, random)


def _elsewhere(meeting: Meeting, random: Random) -> list[Item]:
    """Meetings of other years, and meetings of 2024 that are no executive meetings."""
    _, kind, day, _ = meeting
    items = _ordinary(random.randrange(2, 5), day.month, random)
    if kind != "mayors_office" and (day.year != 2023 or day.month in HEARD_IN_2023):
        items.insert(1, ("rule_of_law", "听取法治政府建设工作情况汇报", "市司法局", "heard"))
    if kind != "mayors_office" and (day.year != 2023 or day.month in STUDIED_IN_2023):
        items.insert(1, ("law_study", "专题学法：中华人民共和国民法典", "市司法局", "studied"))
    return items


def _ordinary(number: int, month: int, random: Random) -> list[Item]:
    chosen = random.sample(OTHER_ITEMS, number)
    return [(kind, title.format(month=month), unit, outcome) for kind, title, unit, outcome in chosen]


def _agenda(meeting: Meeting, items: list[Item]) -> Iterator[Row]:
    number, kind, day, _ = meeting
    head = {"executive": "CW", "plenary": "QT", "mayors_office": "BG"}[kind]
    for position, (item_kind, title, unit, outcome) in enumerate(items, start=1):
        studying = item_kind in ("study_first", "law_study")
        draft = title.startswith("审议") and not studying
        yield {
            **OFFICE, "number": f"{head}{day:%Y%m%d}-{position:02d}",
            "meeting": number, "happened_on": day, "position": position, "kind": item_kind, "title": title,
            "material": title.removeprefix("学习").removeprefix("专题学法：") if studying else "", "submitted_by": unit,
            "legality_opinion": f"镇司审〔{day.year}〕{day.month * 3 + position}号" if draft else "", "outcome": outcome,
        }  # fmt: skip


def _studies(items: list[Row], random: Random) -> Iterator[Row]:
    for row in items:
        if row["kind"] == "law_study":
            yield _study(row, "held", random)
    planned = next(row for row in items if row["kind"] == "study_first" and row["happened_on"].year == 2024)
    yield {**_study(planned, "postponed", random), "number": "XF-2024-延1", "law": "中华人民共和国行政许可法"}


def _study(item: Row, status: str, random: Random) -> Row:
    return {
        **OFFICE, "number": f"XF-{item['number']}", "item": item["number"], "happened_on": item["happened_on"],
        "law": item["title"].removeprefix("专题学法："), "lecturer": person(random), "lecturer_unit": item["submitted_by"],
        "attendance": random.randrange(38, 62) if status == "held" else 0, "planned": True, "status": status,
    }  # fmt: skip


def _leaders(ground: Ground, random: Random) -> list[Row]:
    """Two for the city, two for each district; one mayor of the city left in January."""
    found = [
        _leader("ZR-321100-1", CITY, "party", "市委书记", random),
        _leader("ZR-321100-2", CITY, "government", "市长", random),
    ]
    former = _leader("ZR-321100-0", CITY, "government", "市长", random)
    found.append({**former, "valid_from": date(2021, 12, 1), "valid_to": date(2024, 1, 18)})
    for code in ground.districts:
        name = ground.name(code)
        found.append(
            _leader(f"ZR-{code}-1", code, "party", f"{name}委书记" if name[-1] in "市区" else "党工委书记", random)
        )
        found.append(_leader(f"ZR-{code}-2", code, "government", f"{name}政府主要负责人", random))
    return found


def _leader(key: str, place: str, role: str, position: str, random: Random) -> Row:
    since = date(2024, 1, 19) if key == "ZR-321100-2" else date(2021, random.randrange(6, 12), 15)
    return {
        "org": "市委依法治市办", "place": place, "key": key, "valid_from": since, "valid_to": None, "basis": "干部任免文件",
        "name": person(random), "role": role, "position": position,
    }  # fmt: skip


def _duties(leaders: list[Row], random: Random) -> Iterator[Row]:
    serial = 0
    for leader in leaders:
        for duty, day in _days_of(leader, random):
            serial += 1
            matter, evidence = DUTIES[duty]
            yield {
                "org": "市委依法治市办", "place": leader["place"], "number": f"LZ-{serial:04d}", "leader": leader["key"],
                "duty": duty, "happened_on": day, "matter": matter.format(year=day.year),
                "evidence": f"{evidence}〔{day.year}〕{random.randrange(1, 90)}号",
                "follow_up": random.choice(("已落实", "已落实", "正在推进", "")),
            }  # fmt: skip


def _days_of(leader: Row, random: Random) -> Iterator[tuple[str, date]]:
    """F009: leaders of the city did all four kinds in 2024; three district leaders lack one; the former mayor lacks two."""
    if leader["valid_to"] is not None:
        yield from (("deploy", date(2024, 1, 5)), ("supervise", date(2024, 1, 11)), ("inquire", date(2023, 9, 6)))
        return
    lacking = {"ZR-321112-2": "inquire", "ZR-321171-1": "coordinate", "ZR-3211Z1-2": "supervise"}.get(leader["key"])
    for duty in DUTIES:
        times = random.randrange(1, 4) if leader["place"] != CITY else random.randrange(2, 6)
        if duty != lacking:
            yield from ((duty, workday(random, 2024, tuple(range(2, 13)))) for _ in range(times))
        yield duty, workday(random, 2023, (10, 11, 12))
    yield "deploy", date(2025, 1, 2) + timedelta(days=random.randrange(1, 20))
