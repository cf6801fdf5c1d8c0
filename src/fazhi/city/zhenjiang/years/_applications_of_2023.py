"""The reconsideration cases of 2023, walked under the law of 2017: what the figures of 2024 are compared with.

All of them end within 2023. That law knew neither the simplified track nor copies of decisions sent up.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from fazhi.casework.api import Dossier, Taken
from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.years._applications import (
    CITY_SHARE,
    SETTLED_OUTCOMES,
    Plan,
    filing_day,
    intake,
    later,
)

ENDS = {"settled": 231, "decided": 585, "dismissed": 16, "withdrawn": 21, "refused": 74, "abandoned": 13}
ONLINE, CORRECTED_ONCE = 15, 70
TRIED = ("settled", "decided", "dismissed", "withdrawn")
DECIDED = {"MAINTAIN": 62, "DISMISSED": 14, "REVOKE": 10, "UNLAWFUL": 8, "PERFORM": 4, "VARY": 2}
MISSING = {"missing": "身份证明复印件；具体的行政复议请求和理由"}
LAST_DAY = date(2023, 12, 29)


def cases_of_2023(ground: Ground, random: Random) -> Iterator[Dossier]:
    """In the order in which they were received."""
    for plan in sorted(_plans(random), key=lambda each: each.received):
        yield Dossier(intake(plan, ground, random), tuple(_steps(plan, random)))


def _plans(random: Random) -> list[Plan]:
    plans = []
    for end, number in ENDS.items():
        span = 288 if end in TRIED else 330  # what is tried may take two months, and ends before the new law
        plans += [
            Plan(filing_day(random, date(2023, 1, 3), span), end, random.random() < CITY_SHARE) for _ in range(number)
        ]
    for plan in random.sample(plans, ONLINE):
        plan.online = True
    for plan in random.sample([each for each in plans if each.end in ("settled", "decided")], CORRECTED_ONCE):
        plan.corrected = True
    return plans


def _steps(plan: Plan, random: Random) -> Iterator[Taken]:
    day = plan.received
    if plan.corrected or plan.end == "abandoned":
        day = later(day, random.randrange(1, 4))
        yield Taken("require_correction", day, {**MISSING, "correct_by": later(day, 8)})
        if plan.end == "abandoned":
            return
        day = later(day, random.randrange(2, 8))
        yield Taken("correct", day)
    if plan.end == "refused":
        day = later(day, random.randrange(2, 6))
        yield Taken("refuse", day, {"reason": "不属于行政复议受案范围或者超过法定申请期限"})
        yield Taken("serve", later(day, 2))
        return
    day = later(day, random.randrange(0, 3))
    yield Taken("accept", day)
    copied = later(day, random.randrange(0, 3))
    yield Taken("serve_copy", copied)
    yield Taken("answer", copied + timedelta(days=random.randrange(4, 11)))
    ended = min(plan.received + timedelta(days=random.randrange(36, 58)), LAST_DAY)
    yield from _ended(plan, ended, random)


def _ended(plan: Plan, day: date, random: Random) -> Iterator[Taken]:
    outcome = ""
    if plan.end == "settled":
        step, outcome, _ = random.choices(SETTLED_OUTCOMES, [weight for *_, weight in SETTLED_OUTCOMES])[0]
        if step == "mediate":
            yield Taken("draft_mediation", day)
        yield Taken(step, day, outcome=outcome)
    elif plan.end == "withdrawn":
        yield Taken("permit_withdrawal", day, outcome="WITHDRAWN")
    else:
        dismissed = plan.end == "dismissed"
        outcome = "DISMISSED" if dismissed else random.choices(list(DECIDED), list(DECIDED.values()))[0]
        yield Taken("decide", day, {"remake_ordered": False}, outcome)
    served = later(day, random.randrange(1, 4))
    if outcome != "MEDIATED":  # a mediation paper binds when both have signed it
        yield Taken("serve", served)
    if outcome == "PERFORM":
        yield Taken("perform", served + timedelta(days=12))
    elif plan.end == "decided" and random.random() < 0.24:
        yield Taken("sue", served + timedelta(days=random.randrange(3, 15)))
        return
    yield Taken("archive", later(served, 25))
