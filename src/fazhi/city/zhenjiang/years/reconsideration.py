"""A year of reconsideration: applications to the city and county governments, walked to their ends, and the letters sent."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from fazhi.casework.api import Dossier, Taken
from fazhi.city.zhenjiang.ground import Ground, random_for
from fazhi.city.zhenjiang.year import Sheet
from fazhi.city.zhenjiang.years._applications import (
    CITY_SHARE,
    FIELDS,
    SETTLED_OUTCOMES,
    Plan,
    filing_day,
    intake,
    later,
)
from fazhi.city.zhenjiang.years._applications_of_2023 import cases_of_2023

CONCLUDED = 1187  # F072: 412 of 1187 is 34.7 %
SETTLED = 412
LETTERS, LETTERS_OF_2023 = 37, 24  # F073
COPIED = 73  # F074
ONLINE = 34  # F076
CORRECTED_ONCE = 96  # F075: how many needed a correction notice

DECIDED_OUTCOMES = (("MAINTAIN", 58), ("REJECTED", 17), ("REVOKE", 9), ("UNLAWFUL", 8), ("PERFORM", 4), ("VARY", 2),
                    ("UNLAWFUL_KEPT", 1), ("INVALID", 1))  # fmt: skip


def histories(ground: Ground, random: Random) -> Iterator[Dossier]:
    """Those of 2023 under the law of 2017, then those of 2024 and of January 2025."""
    yield from cases_of_2023(ground, random_for("reconsideration", 2023))
    for plan in sorted(_plans(random), key=lambda each: each.received):
        applied = intake(plan, ground, random)
        facts = applied.facts
        yield Dossier(applied, tuple(_steps(plan, facts["act"], facts["against_department"], random)))


def _plans(random: Random) -> list[Plan]:
    ends = ["settled"] * SETTLED + ["decided"] * (CONCLUDED - SETTLED - 41) + ["dismissed"] * 18 + ["withdrawn"] * 23
    random.shuffle(ends)
    plans = [Plan(filing_day(random, date(2024, 1, 2), 262), end, random.random() < CITY_SHARE) for end in ends]
    strangers = ["refused"] * 118 + ["abandoned"] * 21
    plans += [Plan(filing_day(random, date(2024, 1, 3), 300), end, random.random() < CITY_SHARE) for end in strangers]
    plans += [Plan(filing_day(random, date(2024, 11, 20), 38), "late", random.random() < CITY_SHARE) for _ in range(87)]
    plans += [
        Plan(filing_day(random, date(2025, 1, 6), 60), "decided", random.random() < CITY_SHARE, online=True)
        for _ in range(9)
    ]
    _mark(plans, random)
    return plans


def _mark(plans: list[Plan], random: Random) -> None:
    """Which applications came online, needed a correction, or were copied up."""
    of_year = [plan for plan in plans if plan.received.year == 2024]
    for plan in random.sample(of_year, ONLINE):
        plan.online = True
    can_be_corrected = [plan for plan in of_year if plan.end in {"settled", "decided"}]
    for plan in random.sample(can_be_corrected, CORRECTED_ONCE):
        plan.corrected = True
    early = [p for p in of_year if p.end == "decided" and p.received < date(2024, 8, 15)]
    for plan in random.sample([p for p in early if p.at_city], COPIED):
        plan.copied = True
    for plan in random.sample([p for p in early if not p.at_city], 31):
        plan.copied = True  # county copies are not the city's


def _steps(plan: Plan, act: str, own: bool, random: Random) -> Iterator[Taken]:
    day = plan.received
    if plan.corrected:
        day = later(day, random.randrange(1, 4))
        yield Taken("require_correction", day, {"missing": "身份证明复印件；具体的行政复议请求和理由"})
        yield Taken("deliver_correction", later(day, 1))
        day = later(day, random.randrange(2, 9))
        yield Taken("correct", day)
    if plan.end == "abandoned":
        yield Taken("require_correction", later(day, 2), {"missing": "明确的被申请人；行政行为存在的证据"})
        yield Taken("deliver_correction", later(day, 4))
        return
    if plan.end == "refused":
        day = later(day, random.randrange(2, 6))
        yield Taken("refuse", day, {"ground": "scope", "reason": "所诉事项不属于行政复议范围"})
        yield Taken("serve_refusal", later(day, 2))
        yield Taken("archive", later(day, 20))
        return
    yield from _tried(plan, day, act, own, random)


def _tried(plan: Plan, day: date, act: str, own: bool, random: Random) -> Iterator[Taken]:
    simple = act == "disclosure" and not plan.copied
    day = accepted = later(day, random.randrange(1, 5))
    yield Taken("accept_simplified" if simple else "accept", day)
    day = later(day, random.randrange(1, 3 if simple else 6))
    yield Taken("serve_copy_simplified" if simple else "serve_copy", day)
    day = later(day, random.randrange(3, 6 if simple else 10))
    yield Taken("answer", day)
    if not simple:
        day = later(day, random.randrange(2, 6))
        yield Taken("hear_opinions", day, {"record": "通过电话听取申请人意见，记录在卷"})
    if plan.end == "late":
        end = max(accepted + timedelta(days=50), date(2025, 1, 6))
        if not simple:
            yield Taken(
                "extend", max(day, accepted + timedelta(days=40)), {"extend_days": 30, "reason": "案件情况复杂"}
            )
        yield from _ended("decided", end, plan, own, random)
        return
    limit = accepted + timedelta(days=28 if simple else random.randrange(38, 59))
    yield from _ended(plan.end, min(max(day, limit), date(plan.received.year, 12, 31)), plan, own, random)


def _ended(end: str, day: date, plan: Plan, own: bool, random: Random) -> Iterator[Taken]:
    outcome = ""
    if end == "settled":
        step, outcome, _ = random.choices(SETTLED_OUTCOMES, [weight for *_, weight in SETTLED_OUTCOMES])[0]
        if step == "mediate":
            yield Taken("draft_mediation", day)
        yield Taken(step, day, outcome=outcome)
    elif end == "withdrawn":
        yield Taken("permit_withdrawal", day, outcome="WITHDRAWN")
    elif end == "dismissed":
        yield Taken("dismiss", day, {"reason": "受理后发现申请人与行政行为没有利害关系"})
    else:
        outcome = random.choices([name for name, _ in DECIDED_OUTCOMES], [weight for _, weight in DECIDED_OUTCOMES])[0]
        outcome = "REVOKE" if plan.copied else outcome
        named = {"perform_by": (day + timedelta(days=30)).isoformat()} if outcome == "PERFORM" else {}
        yield Taken("decide", day, {"remake_ordered": False, **named}, outcome)
    day = later(day, random.randrange(1, 4))
    if outcome != "MEDIATED":  # a mediation paper binds when it is signed and sealed
        yield Taken("serve_refusal" if end == "dismissed" else "serve", day)
    if end != "decided":
        yield Taken("archive", later(day, 25))
        return
    yield from sorted(_followed(day, outcome, plan, own, random), key=lambda taken: taken.on)


def _followed(served: date, outcome: str, plan: Plan, own: bool, random: Random) -> Iterator[Taken]:
    """What the law asks once a decision has taken effect; whoever sues keeps the file open."""
    copied, sued = later(served, 3), False
    if plan.copied:
        copied = later(served, random.randrange(15, 25))
    elif random.random() < 0.22:
        sued = True
        yield Taken("sue", served + timedelta(days=random.randrange(3, 15)))
    if own:
        yield Taken("copy_up", copied)
    yield Taken("publish", later(served, 10))
    if outcome == "PERFORM":
        yield Taken("perform", served + timedelta(days=20))
    if not sued:
        yield Taken("archive", later(copied if plan.copied else served, 25))


RISKS = (
    "处罚决定前未充分告知陈述申辩权利",
    "送达方式不规范",
    "信息公开答复超过法定期限",
    "裁量基准适用未说明理由",
    "工伤认定调查取证不充分",
    "举报处理结果未告知举报人",
    "征收补偿评估报告未送达",
    "现场检查记录缺少执法人员签名",
)


def sheets(ground: Ground, random: Random) -> Iterator[Sheet]:
    yield Sheet("reconsideration.riskalertletter", list(_letters(ground, random)))


def _letters(ground: Ground, random: Random) -> Iterator[dict[str, object]]:
    bodies = ["市公安局", "市市场监管局", "市人社局", "市自然资源和规划局", "市城管局", "市住建局", "市交通运输局"]
    spans = [
        (LETTERS, 2024, "市司法局", ground.city, False),
        (3, 2024, "市司法局", ground.city, True),
        (LETTERS_OF_2023, 2023, "市司法局", ground.city, False),
    ]
    spans += [(3, 2024, f"{ground.name(code)}司法局", code, False) for code in ("321181", "321183", "321111")]
    for count, year, org, place, withdrawn in spans:
        for serial in range(1, count + 1):
            day = date(year, 1, 8) + timedelta(days=int(serial * 350 / (count + 1)))
            head = "收回" if withdrawn else "险提"
            yield {
                "org": org,
                "place": place,
                "number": f"{org.removesuffix('司法局')}{head}〔{year}〕{serial}号",
                "happened_on": day,
                "addressee": random.choice(bodies),
                "field": random.choice(list(FIELDS.values())),
                "risk": random.choice(RISKS),
                "case_count": random.randrange(2, 9),
                "replied_on": day + timedelta(days=random.randrange(10, 45)),
                "withdrawn": withdrawn,
            }
