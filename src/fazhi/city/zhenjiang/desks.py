"""What lies on the desks on the day the demonstration is built: fresh applications at every stage, some due soon, some late.

They are received in the weeks before that day, so they belong to no year that the report speaks of unless it is built then.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from fazhi.casework.api import Dossier, Intake, Taken
from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import later, person
from fazhi.registers.codes import make_id_card

#: title, kind of act, respondent, field
MATTERS = (
    ("不服超速行驶行政处罚决定", "penalty", "市公安局", "交通管理"),
    ("不服食品标签违法行政处罚决定", "penalty", "市市场监管局", "市场监管"),
    ("不服占道经营行政处罚决定", "penalty", "市城管局", "城市管理"),
    ("不服工伤认定决定", "injury", "市人社局", "人力资源社会保障"),
    ("不服规划信息公开答复", "disclosure", "市自然资源和规划局", "自然资源"),
    ("请求履行查处违法建设职责", "inaction", "市城管局", "城市管理"),
    ("不服不予办理施工许可决定", "licence", "市住建局", "住房城乡建设"),
    ("不服扣押车辆行政强制措施", "coercion", "市交通运输局", "交通运输"),
)
#: calendar days since the application arrived, and how far the case has come
AGES = (
    (1, 0), (2, 0), (4, 0), (6, 1), (8, 1), (9, 2), (11, 2), (13, 2), (16, 3), (18, 3), (21, 3), (25, 4), (29, 4), (34, 4), (39, 4),
    (44, 4), (50, 4), (57, 4), (60, 4), (64, 4), (70, 4), (78, 4),
)  # fmt: skip


def fresh(ground: Ground, today: date, officer: int) -> Iterator[Dossier]:
    """Open cases of the city's own organ, assigned to one officer, each walked as far as its age allows."""
    chance = Random("desks")
    for number, (age, stage) in enumerate(AGES):
        title, act, respondent, field = MATTERS[number % len(MATTERS)]
        received = today - timedelta(days=age)
        name = person(chance)
        intake = Intake(
            "reconsideration",
            f"{name[0]}某{title}",
            ground.body("市司法局"),
            ground.city,
            received,
            {
                "channel": chance.choice(["counter", "post", "internet"]),
                "act": act,
                "field": field,
                "respondent": ground.body(respondent),
                "against_department": True,
                "known_on": received - timedelta(days=chance.randrange(3, 40)),
                "applied_on": received,
            },
            participants=[_applicant(name, number, chance)],
            officer=officer,
        )
        yield Dossier(intake, tuple(_steps(received, stage, today)))


def _applicant(name: str, number: int, chance: Random) -> dict[str, object]:
    return {
        "party": "applicant",
        "kind": "person",
        "name": name,
        "number": make_id_card(number, "321102"),
        "contact": f"1390000{chance.randrange(1000, 9999)}",
    }


def _steps(received: date, stage: int, today: date) -> Iterator[Taken]:
    """Accepted on the second working day, the copy served on the fourth, answered on the tenth, heard on the fourteenth."""
    days = [later(received, working) for working in (2, 4, 10, 14)]
    taken = [
        Taken("accept", days[0]),
        Taken("serve_copy", days[1]),
        Taken("answer", days[2]),
        Taken("hear_opinions", days[3], {"record": "电话听取申请人意见，记录在卷。"}),
    ]
    for step in taken[:stage]:
        if step.on <= today:
            yield step
