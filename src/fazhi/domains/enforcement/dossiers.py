"""From a row of the penalty or problem ledger to the steps that made it what it is; an import walks them one by one."""

from collections.abc import Iterator
from datetime import date

from fazhi.casework.api import Dossier, Intake, Taken
from fazhi.domains.enforcement.models.cases import CaseSource, Field, PartyKind, Penalty, ProblemKind, ProblemSource
from fazhi.domains.enforcement.procedure import PenaltyProcedure
from fazhi.ledgers.api import Column, Values

OUTCOMES = tuple((each.name, each.label) for each in PenaltyProcedure.Outcome)
PENALTY_COLUMNS = (
    Column("number", "案件编号", "text", required=True, aliases=("案号", "决定书文号", "编号"), max_length=60),
    Column("received_on", "案源登记日期", "date", required=True, aliases=("登记日期", "受案日期")),
    Column("field", "执法领域", "choice", required=True, choices=tuple(Field.choices)),
    Column("cause", "案由", "text", required=True, aliases=("违法行为",), max_length=200),
    Column("clause", "违反条款", "text", max_length=200),
    Column("party", "当事人", "text", required=True, aliases=("当事人名称", "被处罚人"), max_length=120, personal=True),
    Column("party_kind", "当事人类别", "choice", required=True, choices=tuple(PartyKind.choices)),
    Column("uscc", "统一社会信用代码", "text", max_length=18),
    Column("source", "案件来源", "choice", required=True, choices=tuple(CaseSource.choices)),
    Column("violated_on", "违法行为日期", "date"),
    Column("discovered_on", "发现日期", "date"),
    Column("filed_on", "立案日期", "date", note="当场处罚、不予立案的留空"),
    Column("told_on", "告知日期", "date", aliases=("事先告知日期",)),
    Column("reviewed_on", "法制审核日期", "date"),
    Column("decided_on", "决定日期", "date", aliases=("处罚决定日期", "作出决定日期")),
    Column("outcome", "处理结果", "choice", choices=OUTCOMES, aliases=("结论",)),
    Column("list_item", "免罚轻罚清单编码", "text", max_length=60),
    Column("penalty", "处罚种类", "choice", choices=tuple(Penalty.choices)),
    Column("fine", "罚款（元）", "money", aliases=("罚款金额",)),
    Column("confiscated", "没收金额（元）", "money"),
    Column("served_on", "送达日期", "date"),
    Column("published_on", "公开日期", "date", aliases=("公示日期",)),
    Column("paid_on", "缴款日期", "date"),
    Column("closed_on", "结案日期", "date"),
)
PROBLEM_COLUMNS = (
    Column("number", "问题编号", "text", required=True, aliases=("编号", "序号"), max_length=40),
    Column("received_on", "登记日期", "date", required=True),
    Column("kind", "问题类别", "choice", required=True, choices=tuple(ProblemKind.choices)),
    Column("field", "执法领域", "choice", required=True, choices=tuple(Field.choices)),
    Column("source", "问题来源", "choice", required=True, choices=tuple(ProblemSource.choices)),
    Column("content", "问题描述", "text", required=True, aliases=("存在问题", "问题表现"), max_length=200),
    Column("responsible", "责任单位名称", "text", required=True, max_length=60),
    Column("dropped_on", "认定不属于突出问题日期", "date"),
    Column("assigned_on", "交办日期", "date"),
    Column("measure", "整改措施", "text", max_length=200),
    Column("rectify_by", "整改期限", "date", aliases=("完成时限",)),
    Column("submitted_on", "报送整改日期", "date"),
    Column("verifier", "核查单位", "text", max_length=60),
    Column("verified_on", "核查通过日期", "date"),
    Column("closed_on", "销号日期", "date"),
    Column("relapse_of", "原问题编号", "text", max_length=40),
)
EXEMPT = {"EXEMPT_MINOR", "EXEMPT_FIRST", "EXEMPT_NO_FAULT"}
REASON = "详见案卷"
FEN = 100


def penalty_dossier(row: Values) -> Dossier:
    """Later steps that the row leaves blank have not been taken. Without a filing date it was punished on the spot."""
    facts = {
        name: row.get(name) or "" for name in ("number", "field", "cause", "clause", "party_kind", "uscc", "source")
    }
    facts |= {name: row.get(name) for name in ("violated_on", "discovered_on")}
    kind = {"self_employed": "other"}.get(row["party_kind"], row["party_kind"])
    party = {"party": "party", "kind": kind, "name": row["party"], "number": row.get("uscc") or ""}
    intake = Intake("penalty", row["cause"], row["org"], row["place"], row["received_on"], facts, (party,))
    return Dossier(intake, tuple(_penalty_steps(row)))


def _penalty_steps(row: Values) -> Iterator[Taken]:
    outcome, decided = row.get("outcome"), row.get("decided_on")
    if row.get("filed_on") is not None:
        yield Taken("file", row["filed_on"])
        if row.get("told_on") is not None:
            yield Taken("tell", row["told_on"])
        if row.get("reviewed_on") is not None:
            yield Taken("review", row["reviewed_on"])
    if outcome is None or decided is None:
        return
    yield _decision(row, outcome, decided)
    if outcome in {"NOT_FILED", "TIME_BARRED", "TRANSFERRED"}:
        return
    if row.get("filed_on") is not None and row.get("served_on") is not None:
        yield Taken("serve" if row.get("fine") else "deliver", row["served_on"])
    yield from _in_order(row, (("published_on", "publish"), ("paid_on", "pay"), ("closed_on", "close")))


def _decision(row: Values, outcome: str, on: date) -> Taken:
    fen = {name: int(row[name] * FEN) for name in ("fine", "confiscated") if row.get(name)}
    item = {"list_item": row.get("list_item") or ""}
    if outcome == "NOT_FILED":
        return Taken("decline", on, {"reason": REASON})
    if outcome == "TIME_BARRED":
        return Taken("find_barred", on)
    if outcome == "TRANSFERRED":
        return Taken("transfer", on, {"reason": REASON})
    if outcome == "NOT_ESTABLISHED":
        return Taken("find_nothing", on, {"reason": REASON})
    if outcome in EXEMPT:
        return Taken("exempt", on, {**item, "education": "已当面教育并责令改正"}, outcome)
    if row.get("filed_on") is None:
        return Taken("fine_on_the_spot", on, {**fen, **item}, outcome) if fen else Taken("warn_on_the_spot", on)
    return Taken("decide", on, {"penalty": row.get("penalty") or "", **fen, **item}, outcome)


def problem_dossier(row: Values) -> Dossier:
    """A problem as far as its dates say it has come."""
    names = ("number", "kind", "field", "source", "content", "responsible", "relapse_of")
    facts = {name: row.get(name) or "" for name in names}
    intake = Intake("enforcement_problem", row["content"], row["org"], row["place"], row["received_on"], facts)
    return Dossier(intake, tuple(_problem_steps(row)))


def _problem_steps(row: Values) -> Iterator[Taken]:
    if row.get("dropped_on") is not None:
        yield Taken("drop", row["dropped_on"], {"reason": REASON})
        return
    if row.get("assigned_on") is not None:
        asked = {"measure": row.get("measure") or "", "rectify_by": row.get("rectify_by")}
        yield Taken("assign", row["assigned_on"], asked)
    if row.get("submitted_on") is not None:
        yield Taken("submit", row["submitted_on"], {"evidence": "整改报告和佐证材料已报送"})
    if row.get("verified_on") is not None:
        yield Taken("verify", row["verified_on"], {"verifier": row.get("verifier") or ""})
    if row.get("closed_on") is not None:
        yield Taken("close", row["closed_on"])


def _in_order(row: Values, steps: tuple[tuple[str, str], ...]) -> Iterator[Taken]:
    """Steps in the order of their days; the last named comes last on one day."""
    found = [Taken(step, row[column]) for column, step in steps if row.get(column) is not None]
    yield from sorted(found, key=lambda taken: taken.on)
