"""From a row of the order ledger to the steps that made it what it is; an import walks them one by one."""

from collections.abc import Iterator

from django.utils.timezone import localdate

from fazhi.casework.api import Dossier, Intake, Taken
from fazhi.domains.hotline.choices import Channel, OrderKind, Satisfaction
from fazhi.domains.hotline.procedure import HotlineOrderHandling
from fazhi.ledgers.api import Column, Values

COLUMNS = (
    Column("number", "工单编号", "text", required=True, aliases=("工单号", "编号"), max_length=30),
    Column("received_at", "接收时间", "moment", required=True, aliases=("来电时间", "登记时间")),
    Column("title", "诉求内容", "text", required=True, aliases=("诉求标题", "主要内容"), max_length=200),
    Column("kind", "诉求类型", "choice", required=True, choices=tuple(OrderKind.choices)),
    Column("channel", "受理渠道", "choice", required=True, choices=tuple(Channel.choices)),
    Column("field", "诉求领域", "text", required=True, max_length=30, aliases=("诉求分类",)),
    Column("urgent", "紧急", "flag"),
    Column("assigned_at", "交办时间", "moment", aliases=("派发时间", "派单时间")),
    Column("unit", "承办单位", "text", max_length=60),
    Column("responded_at", "首次响应时间", "moment", note="紧急件填写"),
    Column("returned_on", "退单日期", "date"),
    Column("signed_on", "签收日期", "date"),
    Column("extended_until", "延期至", "date"),
    Column("replied_on", "答复日期", "date"),
    Column("reworked_on", "重办日期", "date", note="回访不满意发回重办的填写"),
    Column("replied_again_on", "重办答复日期", "date"),
    Column("visited_on", "回访日期", "date", aliases=("办结日期",)),
    Column("satisfaction", "满意度", "choice", choices=tuple(Satisfaction.choices)),
    Column(
        "outcome", "办理结果", "choice", choices=tuple((each.name, each.label) for each in HotlineOrderHandling.Outcome)
    ),
    Column("police_number", "关联警单编号", "text", max_length=30),
)  # fmt: skip

DONE = {"answer": "已答复"}


def dossier(row: Values) -> Dossier:
    """Later steps that the row leaves blank have not been taken."""
    facts = {name: row[name] for name in ("number", "kind", "channel", "field", "received_at")}
    facts |= {"urgent": bool(row.get("urgent")), "police_number": row.get("police_number") or ""}
    intake = Intake(
        "hotline_order", row["title"], row["org"], row["place"], localdate(row["received_at"]), facts,
        moment=row["received_at"],
    )  # fmt: skip
    return Dossier(intake, tuple(_steps(row)))


def _steps(row: Values) -> Iterator[Taken]:
    outcome, day = row.get("outcome"), localdate(row["received_at"])
    if outcome == "ANSWERED":
        yield Taken("answer_at_once", day)
    elif outcome == "NOT_ACCEPTED":
        yield Taken("decline", day, {"reason": "不属于热线受理范围，已告知渠道"})
    elif outcome == "TRANSFERRED":
        yield Taken("transfer", day, {"police_number": row.get("police_number")})
    elif row.get("assigned_at") is not None:
        yield from _handled(row)


def _handled(row: Values) -> Iterator[Taken]:
    assigned = row["assigned_at"]
    step = "dispatch_urgent" if row.get("urgent") else "dispatch_consult" if row["kind"] == "consult" else "dispatch"
    yield Taken(step, localdate(assigned), {"assigned_at": assigned, "unit": row.get("unit")}, moment=assigned)
    responded = row.get("responded_at")
    if row.get("urgent") and responded is not None:
        yield Taken("respond", localdate(responded), moment=responded)
    if row.get("returned_on") is not None:
        yield Taken("send_back", row["returned_on"], {"reason": "不属于本单位职责"})
        yield Taken("designate", row["returned_on"], {"unit": row.get("unit")})
    elif row.get("signed_on") is not None:
        yield Taken("sign", row["signed_on"])
    if row.get("extended_until") is not None:
        yield Taken(
            "extend", row.get("signed_on") or row["returned_on"], {"until": row["extended_until"], "reason": "情况复杂"}
        )
    yield from _answered(row)


def _answered(row: Values) -> Iterator[Taken]:
    if row.get("replied_on") is None:
        return
    yield Taken("answer", row["replied_on"], DONE)
    if row.get("reworked_on") is not None:
        yield Taken("rework", row["reworked_on"], {"satisfaction": Satisfaction.DISSATISFIED.value})
        if row.get("replied_again_on") is None:
            return
        yield Taken("answer", row["replied_again_on"], DONE)
    if row.get("visited_on") is not None:
        outcome = row.get("outcome") or "RESOLVED"
        yield Taken("call_back", row["visited_on"], {"satisfaction": row.get("satisfaction")}, outcome)
