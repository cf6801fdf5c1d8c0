"""Bodies, the cadre roster and the handbooks of 2024. For the year of leadership."""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random
from typing import Any

from fazhi.city.zhenjiang import map as atlas
from fazhi.city.zhenjiang.invented import later, person, workday
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years._leading_bodies import MERGED, NEW, bodies

Row = Mapping[str, Any]

CITY = atlas.CITY[0]
APPRAISED_CADRES = 1378  # F011
JUST_APPOINTED = 8  # in post at the end of 2024, too late for the round; they hold the handbook (F004)
LEFT = 17  # retired during 2024, without the new handbook
SECTION_RANK = 46  # below the county rank: neither appraised as such nor on the list of F004
NOT_YET = 6  # appointed in 2025
POSITIONS = (
    "主要负责人",
    "副职",
    "副职",
    "副职",
    "副职",
    "纪检组长",
    "总工程师（总规划师）",
    "一级调研员",
    "二级调研员",
    "三级调研员",
    "四级调研员",
)


def body_key(n: int) -> str:
    return f"BZ{n:03d}"


def cadre_key(n: int) -> str:
    return f"GB{n:05d}"


def roster_sheets(random: Random) -> Iterator[Sheet]:
    yield Sheet("leadership.leadingbody", list(_bodies(random)))
    yield Sheet("leadership.cadre", list(_cadres(random)))


def _bodies(random: Random) -> Iterator[Row]:
    listed: list[tuple[str, str, str, date, date | None]] = [(*each, date(2019, 3, 1), None) for each in bodies()]
    listed += [(name, "department", CITY, date(2019, 3, 1), date(2024, 3, 20)) for name in MERGED]
    listed += [(name, "institution", CITY, date(2024, 12, 10), None) for name in NEW]
    for n, (name, kind, place, since, until) in enumerate(listed, start=1):
        yield {
            "org": "市委组织部", "place": place, "key": body_key(n), "valid_from": since, "valid_to": until,
            "basis": "机构改革方案", "name": name, "kind": kind, "head": person(random), "posts": random.randrange(5, 12),
        }  # fmt: skip


def _cadres(random: Random) -> Iterator[Row]:
    """Keys 1..1378 were appraised; then those who came late, left, are of lower rank, or come later."""
    places = [place for _, _, place in bodies()]
    weights = [3 if place != CITY else 2 for place in places]
    groups = (
        (APPRAISED_CADRES, (2017, 2023), None, ""),
        (JUST_APPOINTED, (2024, 2024), None, ""),
        (LEFT, (2016, 2019), 2024, ""),
        (SECTION_RANK, (2018, 2023), None, "section"),
        (NOT_YET, (2025, 2025), None, ""),
    )
    serial = 0
    for number, (first, last), left, rank in groups:
        for _ in range(number):
            serial += 1
            body = serial % len(places) if serial <= 6 * len(places) else random.choices(range(len(places)), weights)[0]
            since = _since(first, last, random)
            yield {
                **_post(serial, body, rank, random), "place": places[body], "valid_from": since,
                "valid_to": date(left, random.randrange(2, 10), 1) if left else None,
            }  # fmt: skip


def _since(first: int, last: int, random: Random) -> date:
    year = random.randrange(first, last + 1)
    months = (1,) if year == 2025 else (12,) if year == 2024 else tuple(range(1, 13))
    return workday(random, year, months) if year >= 2023 else date(year, random.choice(months), random.randrange(2, 28))


def _post(serial: int, body: int, rank: str, random: Random) -> Row:
    position = "主要负责人" if serial <= len(bodies()) else random.choice(POSITIONS[1:])
    ordinary = "principal" if position == "主要负责人" else "non_leading" if position.endswith("调研员") else "deputy"
    return {
        "org": "市委组织部", "key": cadre_key(serial), "basis": "任职文件", "name": person(random), "body": body_key(body + 1),
        "position": "科长" if rank else position, "rank": rank or ordinary, "joined_body": not rank and ordinary != "non_leading",
        "law_degree": random.random() < 0.09,
    }  # fmt: skip


def handbook_sheets(random: Random) -> Iterator[Sheet]:
    yield Sheet("leadership.handbookedition", _editions())
    yield Sheet("leadership.handbookreceipt", list(_receipts(random)))


def _editions() -> list[Row]:
    common = {"org": "市司法局", "place": CITY, "basis": "关于建立领导干部应知应会党内法规和国家法律清单制度的意见"}
    return [
        {**common, "key": "SC2022", "valid_from": date(2022, 5, 1), "valid_to": date(2024, 3, 1), "name": "领导干部学法读本（2022年版）",
         "party_rules": 12, "laws": 20, "printed": 1500},
        {**common, "key": "SC2024", "valid_from": date(2024, 3, 1), "valid_to": None,
         "name": "镇江市领导干部应知应会党内法规和国家法律共性综合清单学习手册", "party_rules": 25, "laws": 41, "printed": 2000},
    ]  # fmt: skip


def _receipts(random: Random) -> Iterator[Row]:
    """Everyone in post at the end of 2024 signed for the edition of 2024; those who left hold the old one or signed nothing."""
    in_post = APPRAISED_CADRES + JUST_APPOINTED
    for n in range(1, in_post + 1):
        late = n > APPRAISED_CADRES
        yield _receipt(n, "SC2024", date(2024, 12, 30) if late else workday(random, 2024, (3, 4, 5)), True, random)
    for n in random.sample(range(1, APPRAISED_CADRES), 240):
        yield _receipt(n, "SC2022", workday(random, 2023, (5, 6)), True, random)
    for n in range(in_post + 1, in_post + LEFT + 1):
        yield _receipt(n, "SC2024" if n % 3 else "SC2022", workday(random, 2024, (3, 4)), n % 3 == 0, random)
    for n in range(in_post + LEFT + 1, in_post + LEFT + 12):
        yield _receipt(n, "SC2024", workday(random, 2024, (6,)), True, random)


def _receipt(n: int, edition: str, day: date, signed: bool, random: Random) -> Row:
    return {
        "org": "市司法局", "place": CITY, "number": f"{edition}-{n:05d}", "edition": edition, "cadre": cadre_key(n),
        "happened_on": day, "copies": 1, "signed": signed, "signed_on": later(day, random.randrange(1, 6)) if signed else None,
    }  # fmt: skip
