"""The ledger of bundled applications: a row as the counter's system exports it, and the steps that it stands for."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from fazhi.casework.api import Dossier, Intake, Taken
from fazhi.domains.services.models import ApplicantKind, Channel, Pickup, ServiceBundle
from fazhi.domains.services.procedure import OneThing
from fazhi.ledgers.api import Column, Values

OUTCOMES = tuple((name, outcome.label) for name, outcome in OneThing.outcomes.items())
REFERENCES = {"bundle": ServiceBundle}


def _choices(kind: type[ApplicantKind] | type[Channel] | type[Pickup]) -> tuple[tuple[str, str], ...]:
    return tuple((str(value), str(label)) for value, label in kind.choices)


COLUMNS = (
    Column("receipt", "受理编号", required=True, aliases=("办件编号", "流水号"), max_length=40),
    Column("bundle", "“一件事”编码", required=True, aliases=("一件事", "事项编码")),
    Column("title", "申请事项", required=True, max_length=200),
    Column("applicant_kind", "申请人类别", "choice", True, _choices(ApplicantKind)),
    Column("channel", "提交渠道", "choice", True, _choices(Channel), ("申请渠道",)),
    Column("submissions", "提交次数", "whole", True, least=1, note="同一申请让申请人提交的次数，补正材料不另计"),
    Column("departments", "分办部门数", "whole", True, least=1),
    Column("received_on", "收到日期", "date", True, aliases=("申请日期", "提交日期")),
    Column("correction_on", "补正告知日期", "date"),
    Column("corrected_on", "补正日期", "date"),
    Column("accepted_on", "受理日期", "date", note="逾期未告知补正而视为受理的留空"),
    Column("dispatched_on", "分办日期", "date"),
    Column("gathered_on", "汇总日期", "date"),
    Column("concluded_on", "办结日期", "date"),
    Column("outcome", "办理结果", "choice", choices=OUTCOMES),
    Column("delivered_on", "送达日期", "date"),
    Column("pickup", "领取方式", "choice", choices=_choices(Pickup)),
)
AT_THE_DOOR = ("NOT_ACCEPTED", "NOT_NEEDED")


def dossier(row: Values) -> Dossier:
    """A row as a case. Whatever the dates leave out has not happened yet."""
    facts = {name: row[name] for name in ("receipt", "applicant_kind", "channel", "submissions", "departments")}
    intake = Intake(
        "one_thing",
        str(row["title"]),
        row["org"],
        row["place"],
        row["received_on"],
        {**facts, "bundle_id": row["bundle"]},
    )
    return Dossier(intake, tuple(_steps(row)))


def _steps(row: Values) -> Iterator[Taken]:
    outcome: str | None = row.get("outcome")
    if (told := _day(row, "correction_on")) is not None:
        yield Taken("require_correction", told, {"missing": "详见补正告知书"})
    if (corrected := _day(row, "corrected_on")) is not None:
        yield Taken("correct", corrected)
    if (accepted := _day(row, "accepted_on")) is not None:
        yield Taken("accept", accepted)
    yield from _handled(row)
    concluded = _day(row, "concluded_on")
    if concluded is None or outcome is None:
        return
    if outcome in AT_THE_DOOR:
        yield Taken("refuse", concluded, {"reason": "详见不予受理通知书"}, outcome)
    elif outcome == "WITHDRAWN":
        yield Taken("withdraw", concluded, {}, outcome)
    else:
        yield Taken("decide", concluded, {}, outcome)
        if (delivered := _day(row, "delivered_on")) is not None:
            yield Taken("deliver", delivered, {"pickup": row.get("pickup")})


def _handled(row: Values) -> Iterator[Taken]:
    if (dispatched := _day(row, "dispatched_on")) is not None:
        yield Taken("dispatch", dispatched, {"departments": row["departments"]})
    if (gathered := _day(row, "gathered_on")) is not None:
        answers = {"unit": "各责任部门", "result": "已全部反馈", "outstanding": 0}
        yield Taken("report_result", gathered, answers)
        yield Taken("gather", gathered)


def _day(row: Values, name: str) -> date | None:
    value: Any = row.get(name)
    return value if isinstance(value, date) else None
