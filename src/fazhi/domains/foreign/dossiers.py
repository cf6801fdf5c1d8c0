"""A row of a notary office's register as a matter with its steps. The ledger and the synthetic year call it."""

from collections.abc import Iterator
from typing import Any

from fazhi.casework.api import Dossier, Intake, Taken
from fazhi.ledgers.api import Column, Values

RESULTS = (("ISSUED", "出具公证书"), ("REFUSED", "不予办理"), ("TERMINATED", "终止公证"), ("WITHDRAWN", "撤回申请"))
STEPS = {"ISSUED": "issue", "REFUSED": "refuse", "TERMINATED": "terminate", "WITHDRAWN": "withdraw"}
FACTS = ("register_no", "office", "matter", "scope", "destination")

COLUMNS = (
    Column("register_no", "受理登记号", required=True, aliases=("登记号", "案号")),
    Column("office", "公证机构", required=True, aliases=("公证处",)),
    Column("applicant", "申请人", required=True, aliases=("当事人",), personal=True),
    Column("matter", "公证事项", required=True, aliases=("事项",)),
    Column("scope", "公证类别", "choice", True, (("domestic", "国内"), ("foreign", "涉外"), ("hkmt", "涉港澳台")), ("类别",)),
    Column("destination", "使用地", aliases=("使用国家", "使用国家或者地区"), note="涉外和涉港澳台公证必填"),
    Column("received_on", "申请日期", "date", True),
    Column("accepted_on", "受理日期", "date"),
    Column("concluded_on", "办结日期", "date", aliases=("出证日期",)),
    Column("result", "办理结果", "choice", choices=RESULTS),
    Column("certificate_no", "公证书编号", aliases=("证号",)),
    Column("reason", "理由", note="不予办理、终止的写明理由"),
)  # fmt: skip


def notary_dossier(values: Values) -> Dossier:
    """`values` by the columns above, with `org` a body and `place` a code; a matter without a result stays open."""
    intake = Intake(
        "notarisation",
        f"{values['matter']}公证",
        values["org"],
        values["place"],
        values["received_on"],
        {name: values.get(name) or "" for name in FACTS},
        ({"party": "申请人", "kind": "person", "name": values["applicant"]},),
    )
    return Dossier(intake, tuple(_steps(values)))


def _steps(values: Values) -> Iterator[Taken]:
    if values.get("accepted_on"):
        yield Taken("accept", values["accepted_on"])
    result = values.get("result")
    if result:
        data: dict[str, Any] = {}
        if result == "ISSUED":
            data["certificate_no"] = values.get("certificate_no")
        elif result != "WITHDRAWN":
            data["reason"] = values.get("reason")
        yield Taken(STEPS[result], values.get("concluded_on") or values["received_on"], data, result)
