"""What businesses there are, and what each asks for: enough to build a form without reading this program."""

from typing import Any

from fazhi.casework.api import business
from fazhi.feeds.columns import step_shape
from fazhi.feeds.operation import ROOT, Answer, Call, Operation
from fazhi.feeds.operations.opening import intake_shape, openable
from fazhi.feeds.problems import missing
from fazhi.feeds.told import DAY, FLAG, LABELLED, OBJECT, TEXT, arr, maybe, obj, titled
from fazhi.procedure import LAW, Limit, Procedure, State, Step, procedures
from fazhi.procedure.periods import cited, length_of

SHORT = obj(
    code=TEXT, title=TEXT, edition=TEXT, since=DAY, until=maybe(DAY), opens=titled(FLAG, "能否直接登记"), url=TEXT
)
STEP = obj(
    step=TEXT, label=TEXT, actor=TEXT, by_law=FLAG, from_=arr(TEXT), article=TEXT, outcomes=arr(LABELLED),
    data=titled(OBJECT, "内容的JSON Schema"),
)  # fmt: skip
FULL = obj(
    **SHORT["properties"],
    states=arr(obj(value=TEXT, label=TEXT, start=FLAG, final=FLAG, desk=maybe(TEXT))),
    steps=arr(STEP),
    limits=arr(obj(limit=TEXT, label=TEXT, clock=TEXT, length=TEXT, article=TEXT)),
    outcomes=arr(LABELLED),
    intake=maybe(titled(OBJECT, "登记所需内容的JSON Schema")),
)


def operations() -> list[Operation]:
    return [
        Operation(
            "GET", "/procedures", "list_procedures", "业务", "全部业务程序", listing, {200: obj(items=arr(SHORT))}, public=True
        ),
        Operation(
            "GET", "/procedures/{code}", "read_procedure", "业务", "一个业务程序：状态、步骤、期限和所需内容", reading,
            {200: FULL}, problems=(404,), public=True, note="有几个版本的，为最新版本。",
        ),
    ]  # fmt: skip


def listing(call: Call) -> Answer:
    codes = {each.code for each in openable()}
    return Answer({"items": [_short(each, codes) for each in procedures()]})


def reading(call: Call) -> Answer:
    editions = [each for each in procedures() if each.code == call.path["code"]]
    if not editions:
        raise missing(f"本系统没有业务“{call.path['code']}”。")
    procedure, codes = editions[-1], {each.code for each in openable()}
    table = business(procedure.code).facts
    told = {
        **_short(procedure, codes),
        "states": [_state(each) for each in procedure.states.values()],
        "steps": [_step(each, procedure, table) for each in procedure.steps.values()],
        "limits": [_limit(each) for each in procedure.limits.values()],
        "outcomes": [{"value": each.name, "label": each.label} for each in procedure.outcomes.values()],
        "intake": intake_shape(procedure.code).schema() if procedure.code in codes else None,
    }
    return Answer(told)


def _short(procedure: type[Procedure], openable_codes: set[str]) -> dict[str, Any]:
    return {
        "code": procedure.code,
        "title": procedure.title,
        "edition": procedure.edition(),
        "since": procedure.since.isoformat(),
        "until": procedure.until.isoformat() if procedure.until else None,
        "opens": procedure.code in openable_codes,
        "url": f"{ROOT}/procedures/{procedure.code}",
    }


def _state(state: State) -> dict[str, Any]:
    desk = state.desk.label if state.desk is not None else None
    return {"value": state.name, "label": state.label, "start": state.start, "final": state.final, "desk": desk}


def _limit(limit: Limit) -> dict[str, Any]:
    clock = limit.clock
    told = {"limit": limit.name, "label": limit.label, "clock": clock.id}
    return {**told, "length": length_of(clock), "article": cited(clock.citations)}


def _step(step: Step, procedure: type[Procedure], table: Any) -> dict[str, Any]:
    return {
        "step": step.name,
        "label": step.label,
        "actor": step.actor.label,
        "by_law": step.actor is LAW,
        "from": [state.name for state in step.sources],
        "article": cited(step.citations),
        "outcomes": [{"value": each.name, "label": each.label} for each in step.outcomes],
        "data": step_shape(step, table).schema(),
    }
