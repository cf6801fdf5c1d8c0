"""Applications for reconsideration: what is asked, of whom, against whom. For the years of the law of 2023 and of 2017."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from fazhi.casework.api import Intake
from fazhi.city.zhenjiang.ground import Ground
from fazhi.days import calendar
from fazhi.people.api import Organisation

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
#: bodies of the city's bureaus that stand in the districts proper: they act in their own name, and the city hears
#: the cases against them (24(4)); a decision against one is not copied up, for it is no department
OUTPOSTS = {"公安局", "资规局"}
URBAN = {"321112", "321102", "321111", "321171", "3211Z1"}
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
    organ, place, respondent, own = _heard(plan, kind, district, ground)
    channel = "internet" if plan.online else random.choices(["counter", "post", "oral"], [55, 42, 3])[0]
    known_on = plan.received - timedelta(days=random.randrange(5, 45))
    facts = {
        "channel": channel,
        "act": act,
        "field": FIELDS[kind],
        "respondent": respondent,
        "against_department": own,
        "known_on": known_on,
        "applied_on": plan.received,
        "must_come_first": act in {"disclosure", "inaction"},
        "simple_ground": "disclosure" if act == "disclosure" else "",
    }
    if act == "inaction":  # the sixty days to perform, then the sixty to apply
        facts["requested_on"] = known_on - timedelta(days=60)
    else:
        facts["acted_on"] = known_on - timedelta(days=3)
    return Intake("reconsideration", title, organ, place, plan.received, facts)


def _heard(plan: Plan, kind: str, district: str, ground: Ground) -> tuple[Organisation, str, Organisation, bool]:
    """Who hears the case, where, against whom, and whether that is the hearing government's own department.

    Every decision against a department is copied up, and the city copied as many as its report says: its other decisions
    are on county governments and on its bureaus' outposts, the rest of its share is heard by the counties.
    """
    city = ground.body("市司法局")
    spared = plan.end in {"decided", "late"} and not plan.copied
    if plan.at_city and kind == "政府":
        return city, ground.city, ground.district_body(district, kind), False
    if plan.at_city and not spared:
        return city, ground.city, ground.body(CITY_BODY.get(kind, f"市{kind}")), True
    if plan.at_city and kind in OUTPOSTS and district in URBAN:
        return city, ground.city, ground.district_body(district, kind), False
    return ground.district_body(district, "司法局"), district, ground.district_body(district, kind), kind != "政府"
