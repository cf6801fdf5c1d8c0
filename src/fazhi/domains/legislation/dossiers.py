"""A row of the suggestions sheet as a matter with its steps. The ledger and the synthetic year call it."""

from collections.abc import Iterator
from typing import Any

from fazhi.casework.api import Dossier, Intake, Taken
from fazhi.ledgers.api import Column, Values

CHANNELS = (
    ("online", "立法民意直通车"),
    ("point", "立法联系点"),
    ("letter", "来信"),
    ("hotline", "12345热线"),
    ("meeting", "座谈会"),
)
RESULTS = (
    ("ADOPTED", "采纳"), ("PARTLY", "部分采纳"), ("NOT_ADOPTED", "未采纳"), ("DUPLICATE", "重复建议"),
    ("ELSEWHERE", "不属于立法事项"), ("WITHDRAWN", "建议人撤回"),
)  # fmt: skip
AT_INTAKE = {"DUPLICATE": ("join", "same_as"), "ELSEWHERE": ("redirect", "to")}

COLUMNS = (
    Column("number", "建议编号", required=True),
    Column("channel", "来源", "choice", True, CHANNELS, ("征集渠道",)),
    Column("author", "建议人", required=True, personal=True),
    Column("regulation", "所涉立法项目", required=True, aliases=("法规规章名称",)),
    Column("article", "所涉条款"),
    Column("gist", "建议要点", required=True, aliases=("建议内容",), max_length=200),
    Column("drafter", "起草单位"),
    Column("received_on", "收到日期", "date", True),
    Column("forwarded_on", "转送日期", "date"),
    Column("decided_on", "研究意见日期", "date", note="并案、转送、撤回的填办理日期"),
    Column("told_on", "反馈日期", "date"),
    Column("result", "采纳情况", "choice", choices=RESULTS),
    Column("reason", "理由", note="并案的写已有建议编号，转送的写转送单位"),
)
FACTS = ("number", "channel", "regulation", "article", "gist", "drafter")


def suggestion_dossier(values: Values) -> Dossier:
    """`values` by the columns above, with `org` a body and `place` a code."""
    intake = Intake(
        "legislative_suggestion",
        f"对{values['regulation']}的建议",
        values["org"],
        values["place"],
        values["received_on"],
        {name: values.get(name) or "" for name in FACTS},
        ({"party": "建议人", "kind": "person", "name": values["author"]},),
    )
    return Dossier(intake, tuple(_steps(values)))


def _steps(values: Values) -> Iterator[Taken]:
    result, reason = values.get("result"), values.get("reason")
    if result in AT_INTAKE:
        step, asked = AT_INTAKE[result]
        yield Taken(step, values["decided_on"], {asked: reason}, result)
        return
    if values.get("forwarded_on"):
        yield Taken("acknowledge", values["forwarded_on"])
        yield Taken("forward", values["forwarded_on"])
    if result == "WITHDRAWN":
        yield Taken("withdraw", values["decided_on"], {}, result)
    elif result:
        data: dict[str, Any] = {"reason": reason}
        yield Taken("decide", values["decided_on"], data, result)
        if values.get("told_on"):
            yield Taken("tell", values["told_on"])
