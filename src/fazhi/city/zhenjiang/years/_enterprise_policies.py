"""Policies of the enterprise year, with what explains them and what may be applied for under them."""

from datetime import date
from random import Random
from typing import Any

from fazhi.city.zhenjiang.invented import DISTRICT_NAMES, district, later, person, workday
from fazhi.city.zhenjiang.years._enterprise_texts import CLAUSES, POLICY_DOCUMENTS

POLICIES = 1471  # F045
INTERPRETATIONS = 232  # F046
APPLICATION_ITEMS = 33  # F047

CITY, SERVICES = "321100", "市政务办"
Row = dict[str, Any]


def policies(random: Random) -> list[Row]:
    """Published since the platform opened in April 2022; the first 40 lapsed before the end of 2024 and still count."""
    years = [2022] * 420 + [2023] * 529 + [2024] * (POLICIES - 949)
    rows = [_policy(random, number, year) for number, year in enumerate(years, start=1)]
    for row in rows[:40]:
        row["valid_to"] = date(2024, 6, 30)
    for number in range(1, 20):
        rows.append({**_policy(random, 5000 + number, 2025), "valid_from": date(2025, 1, 2 + number)})
    for number in range(1, 12):
        status = "draft" if number % 2 else "withdrawn"
        rows.append({**_policy(random, 6000 + number, 2024), "status": status})
    return rows


def _policy(random: Random, number: int, year: int) -> Row:
    document, kind, department = random.choice(POLICY_DOCUMENTS)
    level = random.choices(("national", "province", "city", "district"), (12, 22, 46, 20))[0]
    code = district(random) if level == "district" else CITY
    head = {"national": "国家", "province": "江苏省", "city": "镇江市"}.get(level) or DISTRICT_NAMES[code]
    months = tuple(range(4, 13)) if year == 2022 else tuple(range(1, 13))
    return {
        "org": f"{DISTRICT_NAMES[code]}政府" if level == "district" else SERVICES, "place": code,
        "key": f"HQ{year}{number:05d}", "valid_from": workday(random, min(year, 2024), months), "valid_to": None,
        "title": f"{head}{document}·{random.choice(CLAUSES)}", "number": f"镇政发〔{year}〕{number % 60 + 1}号", "level": level,
        "kind": kind, "department": department, "audience": random.choice(("规上工业企业", "中小微企业", "高新技术企业", "各类企业")),
        "status": "published",
    }  # fmt: skip


def interpretations(random: Random, published: list[Row]) -> list[Row]:
    own = [policy for policy in published[:POLICIES] if policy["level"] in {"city", "district"}]
    chosen = random.sample(own, INTERPRETATIONS)
    rows = [_interpretation(random, policy, number) for number, policy in enumerate(chosen, start=1)]
    early = [policy for policy in own if policy not in chosen][:9]
    for number, policy in enumerate(early, start=901):
        rows.append({**_interpretation(random, policy, number), "happened_on": date(2025, 1, 3 + number % 20)})
    rows += [
        {**_interpretation(random, early[0], 950), "status": "draft"},
        {**_interpretation(random, early[1], 951), "status": "withdrawn"},
    ]
    return rows


def _interpretation(random: Random, policy: Row, number: int) -> Row:
    day = min(later(policy["valid_from"], random.randint(0, 10)), date(2024, 12, 31))
    return {
        "org": policy["org"], "place": policy["place"], "number": f"JD{number:04d}", "happened_on": day, "policy": policy["key"],
        "title": f"一图读懂：{policy['title']}" if number % 3 == 0 else f"《{policy['title']}》解读",
        "form": "picture" if number % 3 == 0 else random.choice(("text", "text", "video", "questions")),
        "department": policy["department"], "status": "published",
    }  # fmt: skip


def application_items(random: Random, published: list[Row]) -> list[Row]:
    chosen = random.sample(
        [policy for policy in published[:POLICIES] if policy["level"] == "city"], APPLICATION_ITEMS + 4
    )
    rows = []
    for number, policy in enumerate(chosen, start=1):
        rows.append(
            {"org": SERVICES, "place": CITY, "key": f"SB{number:03d}", "valid_from": policy["valid_from"],
             "valid_to": date(2024, 10, 31) if number % 5 == 0 else None, "policy": policy["key"],
             "name": policy["title"].partition("·")[2] + f"申报（{policy['valid_from'].year}年第{number}批）",
             "department": policy["department"], "cap": random.choice((50_000, 200_000, 500_000, 1_000_000)),
             "without_application": number % 4 == 0, "status": "published"}
        )  # fmt: skip
    for row in rows[APPLICATION_ITEMS : APPLICATION_ITEMS + 2]:
        row.update(valid_from=date(2025, 1, 20), valid_to=None)
    for row in rows[APPLICATION_ITEMS + 2 :]:
        row["status"] = "draft"
    return rows


def officers(random: Random) -> list[Row]:
    departments = sorted({department for _, _, department in POLICY_DOCUMENTS})
    return [
        {"org": department, "place": CITY, "key": f"ZCG{number:02d}", "valid_from": date(2023, 9, 1),
         "valid_to": date(2024, 3, 1) if number == 3 else None, "name": person(random), "department": department, "title": "副局长",
         "field": "本部门惠企政策的制定、解读和兑现", "basis": "镇江市首席政策官制度实施办法"}
        for number, department in enumerate(departments, start=1)
    ]  # fmt: skip
