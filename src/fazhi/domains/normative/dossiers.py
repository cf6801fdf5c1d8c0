"""A row of the review register as a matter with its steps. The ledger and the synthetic year call it."""

from collections.abc import Iterator
from typing import Any

from fazhi.casework.api import Dossier, Intake, Taken
from fazhi.ledgers.api import Column, Values

MAKERS = (
    ("government", "市政府"),
    ("office", "市政府办公室"),
    ("department", "市政府部门"),
    ("district", "县（市、区）政府"),
)
RESULTS = (
    ("LAWFUL", "合法"), ("AMEND", "应当修改后提交审议"), ("UNLAWFUL", "不合法"), ("NOT_NORMATIVE", "不属于行政规范性文件"),
    ("WITHDRAWN", "起草单位撤回"),
)  # fmt: skip
STEPS = {
    "LAWFUL": "conclude_lawful", "AMEND": "conclude", "UNLAWFUL": "conclude", "NOT_NORMATIVE": "set_aside", "WITHDRAWN": "withdraw",
}  # fmt: skip
CHECKS = ("authority_checked", "content_checked", "procedure_checked")
FACTS = ("register_no", "document", "maker", "drafter")

COLUMNS = (
    Column("register_no", "送审登记号", required=True, aliases=("登记号",)),
    Column("document", "文件名称", required=True, aliases=("送审文件",)),
    Column("maker", "制定机关", "choice", True, MAKERS),
    Column("drafter", "起草单位", required=True),
    Column("concerns_enterprises", "与市场主体密切相关", "flag"),
    Column("comment_days", "公开征求意见天数", "whole"),
    Column("urgent", "应对紧急情况", "flag"),
    Column("fair_competition_reviewed", "已作公平竞争审查", "flag"),
    Column("received_on", "收到完整送审材料日期", "date", True, aliases=("送审日期",)),
    Column("returned_on", "退回补正日期", "date"),
    Column("resubmitted_on", "重新送审日期", "date"),
    Column("missing", "需要补正的材料和内容"),
    Column("concluded_on", "审查意见日期", "date"),
    Column("result", "审查结论", "choice", choices=RESULTS),
    Column("opinion", "审查意见", max_length=500),
)


def review_dossier(values: Values) -> Dossier:
    """`values` by the columns above, with `org` a body and `place` a code."""
    facts: dict[str, Any] = {name: values[name] for name in FACTS}
    for name in ("concerns_enterprises", "urgent", "fair_competition_reviewed"):
        facts[name] = bool(values.get(name))
    facts["comment_days"] = values.get("comment_days")
    intake = Intake("legality_review", values["document"], values["org"], values["place"], values["received_on"], facts)
    return Dossier(intake, tuple(_steps(values)))


def _steps(values: Values) -> Iterator[Taken]:
    if values.get("returned_on"):
        yield Taken("return_file", values["returned_on"], {"missing": values.get("missing")})
        if values.get("resubmitted_on"):
            yield Taken("resubmit", values["resubmitted_on"])
    result = values.get("result")
    if not result:
        return
    data: dict[str, Any] = {} if result == "WITHDRAWN" else {"opinion": values.get("opinion")}
    if STEPS[result] in {"conclude", "conclude_lawful"}:
        data |= {name: result == "LAWFUL" or name != "content_checked" for name in CHECKS}
    yield Taken(STEPS[result], values["concluded_on"], data, result)
