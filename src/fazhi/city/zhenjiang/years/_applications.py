"""Applications for reconsideration: what is asked, of whom, against whom. For the years of the law of 2023 and of 2017."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from fazhi.casework.api import Intake
from fazhi.city.zhenjiang.ground import Ground
from fazhi.days import calendar

CITY_SHARE = 0.42
#: where districts' applications come from, roughly by population
WEIGHTS = {"321181": 30, "321183": 18, "321182": 10, "321112": 10, "321102": 12, "321111": 10, "321171": 7, "3211Z1": 3}
ACTS = {
    "penalty": ("不服行政处罚决定", 36, ("公安局", "市场监管局", "城管局", "交通运输局")),
    "disclosure": ("不服政府信息公开答复", 18, ("资规局", "住建局", "政府")),
    "injury": ("不服工伤认定决定", 17, ("人社局",)),
    "inaction": ("请求履行法定职责", 14, ("市场监管局", "公安局", "城管局")),
    "expropriation": ("不服征收补偿决定", 7, ("政府",)),
    "coercion": ("不服行政强制措施", 4, ("公安局", "城管局")),
    "licence": ("不服行政许可决定", 3, ("住建局", "市场监管局")),
    "resources": ("不服自然资源确权决定", 1, ("资规局",)),
}
FIELDS = {"公安局": "治安和交通管理", "市场监管局": "市场监管", "城管局": "城市管理", "交通运输局": "交通运输", "资规局": "自然资源",
          "住建局": "住房城乡建设", "人社局": "人力资源社会保障", "政府": "征收补偿"}  # fmt: skip
CITY_BODY = {"资规局": "市自然资源和规划局"}
SETTLED_OUTCOMES = (
    ("mediate", "MEDIATED", 45),
    ("permit_withdrawal", "SETTLED", 35),
    ("permit_withdrawal", "CORRECTED", 20),
)


def later(day: date, working_days: int) -> date:
    return calendar().working_day_after(day, working_days) if working_days else day


@dataclass
class Plan:
    """What is to become of one application."""

    received: date
    end: str  # settled, decided, dismissed, refused, abandoned, withdrawn, pending
    at_city: bool
    online: bool = False
    corrected: bool = False
    copied: bool = False


def filing_day(random: Random, start: date, span: int) -> date:
    """A working day of the span (Mondays are busier than Fridays)."""
    while True:
        day = start + timedelta(days=random.randrange(span))
        if calendar().is_working(day) and random.random() < 1 - day.weekday() * 0.06:
            return day


def intake(plan: Plan, ground: Ground, random: Random) -> Intake:
    """One application: `facts["act"]` is what it is against."""
    act = random.choices(list(ACTS), [weight for _, weight, _ in ACTS.values()])[0]
    if plan.copied:  # only decisions against a government's own department are copied up
        act = random.choice(["penalty", "injury"])
    title, _, respondents = ACTS[act]
    kind = random.choice(respondents)
    district = random.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    if plan.at_city:
        organ, place = ground.body("市司法局"), ground.city
        respondent = ground.body("市政府" if kind == "政府" else CITY_BODY.get(kind, f"市{kind}"))
        if kind == "政府":
            respondent = ground.district_body(district, "政府")
    else:
        organ, place, respondent = (
            ground.district_body(district, "司法局"),
            district,
            ground.district_body(district, kind),
        )
    facts = {
        "channel": "internet" if plan.online else random.choices(["counter", "post", "oral"], [55, 42, 3])[0],
        "act": act,
        "field": FIELDS[kind],
        "respondent": respondent,
        "against_department": kind != "政府",
        "known_on": plan.received - timedelta(days=random.randrange(5, 45)),
        "applied_on": plan.received,
        "must_come_first": act in {"disclosure", "inaction"},
        "simple_ground": "disclosure" if act == "disclosure" else "",
    }
    return Intake("reconsideration", title, organ, place, plan.received, facts)
