"""From a row of the dispute ledger to the steps that made it what it is; an import walks them one by one."""

from collections.abc import Iterator
from datetime import date

from fazhi.casework.api import Dossier, Intake, Taken
from fazhi.domains.mediation.choices import Channel, DisputeKind, Door, Risk
from fazhi.domains.mediation.procedure import DisputeMediation
from fazhi.ledgers.api import Column, Values

COLUMNS = (
    Column("number", "登记编号", "text", required=True, aliases=("编号", "受理编号"), max_length=30),
    Column("received_on", "登记日期", "date", required=True, aliases=("收到日期",)),
    Column("title", "纠纷简况", "text", required=True, aliases=("简要情况", "纠纷事由"), max_length=200),
    Column("kind", "纠纷类型", "choice", required=True, choices=tuple(DisputeKind.choices)),
    Column("door", "来源", "choice", required=True, choices=tuple(Door.choices), aliases=("来源渠道",)),
    Column("centre_code", "受理中心编码", "text", required=True, max_length=60),
    Column("risk", "风险等级", "choice", choices=tuple(Risk.choices)),
    Column("people", "涉及人数", "whole", least=2),
    Column("amount", "涉及金额（元）", "money", aliases=("标的额",)),
    Column("accepted_on", "受理日期", "date", note="进入调解的填写"),
    Column("mediator_code", "调解员编码", "text", max_length=60),
    Column(
        "outcome", "结果", "choice",
        choices=tuple((each.name, each.label) for each in DisputeMediation.Outcome), aliases=("调解结果",),
    ),
    Column("ended_on", "终结日期", "date", note="达成协议、调解不成、转出或者终止的日期", aliases=("结案日期",)),
    Column("channel", "转出途径", "choice", choices=tuple(Channel.choices), note="结果为转其他途径的填写"),
    Column("performed_on", "履行日期", "date"),
    Column("confirmation_on", "申请司法确认日期", "date"),
    Column("confirmed_on", "司法确认日期", "date"),
    Column("sued_on", "起诉日期", "date"),
    Column("archived_on", "归档日期", "date"),
)  # fmt: skip

ENDINGS = {"WRITTEN": "agree", "ORAL": "agree_orally", "FAILED": "fail", "WITHDRAWN": "withdraw"}
FEN = 100


def dossier(row: Values) -> Dossier:
    """Later steps that the row leaves blank have not been taken."""
    facts = {
        "number": row["number"],
        "kind": row["kind"],
        "door": row["door"],
        "centre_code": row["centre_code"],
        "risk": row.get("risk") or Risk.LOW.value,
        "people": row.get("people") or 2,
        "amount": None if row.get("amount") is None else int(row["amount"] * FEN),
        "refused": row.get("outcome") == "REFUSED",
    }
    intake = Intake("dispute", row["title"], row["org"], row["place"], row["received_on"], facts)
    return Dossier(intake, tuple(_steps(row)))


def _steps(row: Values) -> Iterator[Taken]:
    outcome, ended = row.get("outcome"), row.get("ended_on")
    if row.get("accepted_on") is not None:
        yield Taken("accept", row["accepted_on"], {"mediator_code": row.get("mediator_code")})
    if outcome is None or ended is None:
        return
    if outcome == "REFUSED":
        yield Taken("decline", ended, {"reason": "一方当事人明确拒绝调解"})
    elif outcome == "REFERRED":
        yield Taken("refer", ended, {"channel": row.get("channel") or Channel.NON_LITIGATION.value})
        yield Taken("file_referral", ended)
    else:
        yield Taken(ENDINGS[outcome], ended, {"told": "仲裁、行政、司法途径"} if outcome == "FAILED" else {})
        yield from _after_agreement(row)


def _after_agreement(row: Values) -> Iterator[Taken]:
    """What followed the agreement, in the order of its days."""
    found: list[tuple[date, Taken]] = []
    if row.get("confirmation_on") is not None:
        found.append((row["confirmation_on"], Taken("apply_confirmation", row["confirmation_on"])))
    for column, step in (
        ("confirmed_on", "confirm"),
        ("performed_on", "perform"),
        ("sued_on", "sue"),
        ("archived_on", "archive"),
    ):
        if row.get(column) is not None:
            found.append((row[column], Taken(step, row[column])))
    yield from (taken for _, taken in sorted(found, key=lambda pair: pair[0]))
