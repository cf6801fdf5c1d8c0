"""规范性文件的2024年: clean-ups, legality reviews and opinions. The demonstration's builder reads it."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from fazhi.casework.api import Dossier
from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import DISTRICT_NAMES, company, district, later, person, workday, workdays
from fazhi.city.zhenjiang.year import Sheet, dossiers
from fazhi.city.zhenjiang.years._normative_texts import (
    AGREEMENTS,
    DEPARTMENTS,
    NATURES,
    REGULATIONS,
    REVIEWED,
    RULES,
    TOPICS,
)

NORMATIVE = 109  # F039; F037 and F038 are the lists of regulations and rules
POLICIES = 1742  # F040
NORMATIVE_CLEANED = 6  # F041
POLICIES_CLEANED = 46  # F042
REVIEWS = 36  # F057
OPINIONS, REVIEW_OPINIONS = 70, 11  # F058, F059

CITY, JUSTICE = "321100", "市司法局"
LISTED_ON = date(2024, 5, 8)
Row = dict[str, Any]


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    yield Sheet("normative.cleanupitem", _cleanups(random))
    yield Sheet("normative.legalopinion", _papers(random))


def histories(ground: Ground, random: Random) -> Iterator[Dossier]:
    """The 36 concluded in the year; then those set aside or withdrawn, of districts, of other years."""
    results = ["LAWFUL"] * 24 + ["AMEND"] * 10 + ["UNLAWFUL"] * 2
    random.shuffle(results)
    days = [date(2023, 12, 26), *workdays(random, 2024, REVIEWS - 1)]
    made = [_review(random, min(day, date(2024, 12, 4)), result) for day, result in zip(days, results, strict=True)]
    made += [_review(random, date(2024, 12, 27), "LAWFUL") for _ in range(2)]
    made += [_review(random, workday(random, 2024, (3, 6, 9)), "NOT_NORMATIVE") for _ in range(5)]
    made += [_review(random, workday(random, 2024, (4, 8)), "WITHDRAWN") for _ in range(3)]
    made += [_review(random, workday(random, 2023, (2, 4, 6, 8, 10)), "AMEND") for _ in range(21)]
    made += [_review(random, workday(random, 2024, (2, 5, 7, 10)), "LAWFUL", district(random)) for _ in range(18)]
    for number, row in enumerate(made, start=1):
        row["register_no"] = f"HS{row['received_on'].year}-{number:03d}"
    yield from dossiers("normative.legalityreviewcase", made, ground)


def _review(random: Random, received: date, result: str, code: str = CITY) -> Row:
    returned = random.random() < 0.3
    sent_back, came_back = later(received, 2), later(received, random.randint(4, 8))
    start = came_back if returned else received
    topic, own = random.choice(TOPICS), DISTRICT_NAMES.get(code, "镇江市")
    document = (
        random.choice(REVIEWED)
        if code == CITY and random.random() < 0.5
        else f"{own}关于{topic}的{random.choice(NATURES[:5])}"
    )
    return {
        "org": JUSTICE if code == CITY else f"{own}司法局", "place": code, "document": document,
        "maker": "district" if code != CITY else random.choice(("government", "office", "department")),
        "drafter": random.choice(DEPARTMENTS), "concerns_enterprises": random.random() < 0.6,
        "comment_days": random.choice((30, 30, 31, 35)),
        "urgent": False, "fair_competition_reviewed": True, "received_on": received, "returned_on": sent_back if returned else None,
        "resubmitted_on": came_back if returned else None, "missing": "补充制定依据对照表和公开征求意见采纳情况" if returned else None,
        "concluded_on": later(start, random.randint(5, 12)), "result": result,
        "opinion": "主体适格，内容和程序合法" if result == "LAWFUL" else "第五条增设的前置条件没有上位法依据，建议删除",
    }  # fmt: skip


def _cleanups(random: Random) -> list[Row]:
    """The 1,887 documents of the year's campaign; then other documents, other campaigns, other years."""
    rows = [_item(random, "local_regulation", title, "市人大常委会", CITY) for title in REGULATIONS]
    rows += [_item(random, "municipal_rule", title, "市政府", CITY) for title in RULES]
    normative = [_named(random, "normative_document", number) for number in range(NORMATIVE)]
    policies = [_named(random, "policy_document", number) for number in range(POLICIES)]
    for several, how_many in ((normative, NORMATIVE_CLEANED), (policies, POLICIES_CLEANED)):
        chosen = random.sample(several, how_many + 4)
        for row in chosen[:how_many]:
            _deal_with(random, row, workday(random, 2024, (9, 10, 11, 12)))
        for row in chosen[how_many:]:
            _deal_with(random, row, date(2025, 2, random.randint(10, 27)))
    rows += normative + policies
    rows += [
        _named(random, "policy_document", number) | {"concerns_enterprises": False} for number in range(2000, 2035)
    ]
    rows += _of_other_campaigns(random)
    return [row | {"number": f"QL{row['happened_on'].year}-{number:05d}"} for number, row in enumerate(rows, start=1)]


def _of_other_campaigns(random: Random) -> list[Row]:
    before = [
        _named(random, "policy_document" if number % 5 else "normative_document", number)
        for number in range(3000, 3260)
    ]
    for row in before:
        row.update(
            subject="unified_market",
            happened_on=date(2023, 7, 3),
            reviewed_on=workday(random, 2023, (7, 8, 9)),
            second_review_on=None,
        )
    for row in before[::12]:
        row.update(finding="access", outcome="repeal", completed_on=workday(random, 2023, (10, 11)))
    ecology = [_named(random, "normative_document", number) | {"subject": "ecology"} for number in range(3300, 3340)]
    for row in ecology[:5]:
        _deal_with(random, row, workday(random, 2024, (8, 9)))
    after = [
        _named(random, "policy_document", number)
        | {"happened_on": date(2025, 1, 13), "reviewed_on": None, "second_review_on": None}
        for number in range(3400, 3412)
    ]
    return [*before, *ecology, *after]


def _deal_with(random: Random, row: Row, completed: date) -> None:
    row.update(
        finding=random.choice(("access", "movement", "cost", "conduct")), outcome=random.choice(("amend", "repeal", "repeal", "lapse")),
        completed_on=completed,
    )  # fmt: skip


def _named(random: Random, kind: str, number: int) -> Row:
    code = district(random) if number % 3 == 0 and kind == "policy_document" else CITY
    maker = f"{DISTRICT_NAMES[code]}政府" if code != CITY else random.choice(DEPARTMENTS)
    own = DISTRICT_NAMES.get(code, "镇江市")
    title = f"{own}关于{TOPICS[number % len(TOPICS)]}的{NATURES[number // len(TOPICS) % len(NATURES)]}"
    issue = f"{own[:1]}政规〔{random.randint(2015, 2023)}〕{number % 90 + 1}号"
    return _item(random, kind, title, maker, code) | {"document_number": issue}


def _item(random: Random, kind: str, title: str, maker: str, code: str) -> Row:
    reviewed = workday(random, 2024, (5, 6, 7, 8))
    if reviewed < LISTED_ON:
        reviewed = later(LISTED_ON, random.randint(3, 15))
    return {
        "org": f"{DISTRICT_NAMES[code]}司法局" if code != CITY else JUSTICE, "place": code, "happened_on": LISTED_ON,
        "subject": "unequal", "kind": kind, "title": title, "maker": maker,
        "issued_on": date(random.randint(2015, 2023), random.randint(1, 12), random.randint(1, 28)),
        "concerns_enterprises": True, "reviewed_on": reviewed, "finding": "none", "second_review_on": later(reviewed, 10),
        "outcome": "keep", "completed_on": None,
    }  # fmt: skip


def _papers(random: Random) -> list[Row]:
    """Numbered without a gap in the year, the two withdrawn after the counted; then districts and other years."""
    rows = [
        _paper(random, f"镇司意〔2024〕{n}号", "opinion", day)
        for n, day in enumerate(workdays(random, 2024, OPINIONS), start=1)
    ]
    rows += [
        _paper(random, f"镇司审〔2024〕{n}号", "review_opinion", day)
        for n, day in enumerate(workdays(random, 2024, REVIEW_OPINIONS), start=1)
    ]
    rows.append(_paper(random, "镇司意〔2024〕71号", "opinion", date(2024, 12, 30)) | {"withdrawn": True})
    rows.append(_paper(random, "镇司审〔2024〕12号", "review_opinion", date(2024, 12, 30)) | {"withdrawn": True})
    rows += [
        _paper(random, f"镇司意〔2023〕{n}号", "opinion", day)
        for n, day in enumerate(workdays(random, 2023, 58), start=1)
    ]
    rows += [_paper(random, f"镇司意〔2025〕{n}号", "opinion", date(2025, 1, 6 + n)) for n in range(1, 5)]
    for number, day in enumerate(workdays(random, 2024, 30), start=1):
        code = district(random)
        own = _paper(random, f"{DISTRICT_NAMES[code]}司意〔2024〕{number}号", "opinion", day)
        rows.append(own | {"org": f"{DISTRICT_NAMES[code]}司法局", "place": code})
    return rows


def _paper(random: Random, number: str, kind: str, day: date) -> Row:
    subject = (
        "document"
        if kind == "review_opinion"
        else random.choice(("document", "agreement", "agreement", "decision", "meeting"))
    )
    requester = random.choice(DEPARTMENTS)
    title = {
        "agreement": f"{requester}与{company(random.randrange(9000, 11000)).name}{random.choice(AGREEMENTS)}",
        "meeting": f"关于{random.choice(TOPICS)}有关事项的请示",
        "decision": f"关于{random.choice(TOPICS)}的决策草案",
    }.get(subject) or random.choice(REVIEWED)
    return {
        "org": JUSTICE, "place": CITY, "number": number, "happened_on": day, "kind": kind, "subject": subject, "title": title,
        "requester": requester, "drafter": person(random), "signer": person(random), "adverse": random.random() < 0.2,
        "withdrawn": False,
    }  # fmt: skip
