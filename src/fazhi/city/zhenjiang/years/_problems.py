"""Prominent problems of enforcement: those of 2024, all put right within it, and those of the years beside it."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from fazhi.casework.api import Dossier, Taken
from fazhi.city.zhenjiang.ground import Ground
from fazhi.city.zhenjiang.invented import later, workday
from fazhi.domains.enforcement.dossiers import problem_dossier

PROBLEMS = 33  # F067, F068: all closed and verified within the year
JUSTICE = "市司法局"
TEXTS = (
    (
        "arbitrary",
        "market",
        "对同一企业同一事项重复检查，未落实检查计划备案",
        "清理检查计划，执行扫码入企和年度频次上限",
    ),
    ("documents", "transport", "处罚案卷缺少现场照片和送达回证", "开展案卷自查，补齐缺失材料并组织培训"),
    ("unequal", "market", "同类标签瑕疵案件罚款数额差异过大", "修订裁量权基准，对近三年同类案件开展复核"),
    ("procedure", "urban", "当场处罚未出示执法证件、未告知陈述申辩权利", "全员轮训，执法记录仪全程记录"),
    ("rough", "urban", "对占道摊贩执法语言生硬，未先行劝导", "推行首次劝导、二次警示、三次处罚"),
    ("inaction", "environment", "对群众反映的夜间噪声问题未按时回应", "建立夜间值守和限时反馈制度"),
    ("personnel", "emergency", "无执法资格人员单独开展现场检查", "清理执法人员名册，重新核发执法证件"),
    ("profit", "transport", "将罚没收入与部门经费挂钩", "取消考核指标，罚没收入全额上缴"),
    ("procedure", "housing", "责令停工决定未履行法制审核程序", "完善法制审核目录清单，补办审核"),
    ("documents", "labour", "监察文书引用法律条款错误", "统一文书样式，设置文书校核岗"),
    ("unequal", "environment", "对主动整改企业未适用从轻减轻规定", "制定轻罚清单并公开"),
)
KIND_OF_BODY = {
    "market": "市场监管局", "transport": "交通运输局", "urban": "城管局", "environment": "生态环境局", "emergency": "应急局",
    "housing": "住建局", "labour": "人社局",
}  # fmt: skip
SOURCES = ("file_review", "enterprises", "hotline", "reconsideration", "inspection", "self")
Row = dict[str, Any]


def problem_cases(ground: Ground, random: Random) -> Iterator[Dossier]:
    for number in range(1, PROBLEMS + 1):
        row = _row(ground, random, number, workday(random, 2024, tuple(range(3, 9))))
        dossier = problem_dossier(_put_right(random, row))
        yield _sent_back(dossier) if number % 11 == 0 else dossier
    for number in range(41, 47):  # looked into and found to be none
        row = _row(ground, random, number, workday(random, 2024, tuple(range(3, 9))))
        yield problem_dossier(row | {"dropped_on": later(row["received_on"], 5)})
    for number in range(51, 63):  # registered in 2023; half of them put right in 2024, two not at all
        row = _row(ground, random, number, workday(random, 2023, (10, 11)))
        yield problem_dossier(_put_right(random, row) if number < 61 else _assigned(random, row))
    for number in range(71, 74):
        row = _row(ground, random, number, workday(random, 2025, (1,)))
        yield problem_dossier(_assigned(random, row))


def _row(ground: Ground, random: Random, number: int, received: date) -> Row:
    kind, field, content, measure = TEXTS[number % len(TEXTS)]
    code = ground.districts[number % 7]
    body = ground.district_body(code, KIND_OF_BODY[field])
    return {
        "org": body, "place": code, "number": f"TCWT{received.year}-{number:03d}", "received_on": received, "kind": kind,
        "field": field, "source": random.choice(SOURCES), "content": content, "responsible": body.short, "measure": measure,
    }  # fmt: skip


def _assigned(random: Random, row: Row) -> Row:
    assigned = later(row["received_on"], random.randint(2, 5))
    return row | {"assigned_on": assigned, "rectify_by": later(assigned, 45)}


def _put_right(random: Random, row: Row) -> Row:
    row = _assigned(random, row)
    submitted = later(row["assigned_on"], random.randint(18, 44))
    verified = later(submitted, random.randint(3, 12))
    return row | {
        "submitted_on": submitted, "verifier": JUSTICE, "verified_on": verified, "closed_on": later(verified, random.randint(1, 5)),
    }  # fmt: skip


def _sent_back(dossier: Dossier) -> Dossier:
    """The first report was not accepted: the second came later, and was."""
    assign, submit, verify, close = dossier.steps
    back = later(submit.on, 3)
    again, passed = later(back, 10), later(back, 15)
    steps = (
        assign,
        submit,
        Taken("send_back", back, {"finding": "佐证材料不足，未提供制度文本", "rectify_by": later(back, 15)}),
        Taken("submit", again, submit.data),
        Taken("verify", passed, verify.data),
        Taken("close", later(passed, 2), close.data),
    )
    return Dossier(dossier.intake, steps)
