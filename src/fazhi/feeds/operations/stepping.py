"""Taking a step of a case, and taking the last one back."""

from typing import Any

from fazhi.casework.api import BadAnswers, Case, Stale, act, business, retract
from fazhi.feeds.cases import BRIEF, brief, tag_of, the_case
from fazhi.feeds.columns import as_keys, step_shape
from fazhi.feeds.operation import VERSION, Answer, Call, Operation
from fazhi.feeds.problems import Problem, missing, wrong
from fazhi.feeds.shapes import Day, Moment, Open, Record, Text, Wrong
from fazhi.feeds.told import WHOLE, obj, titled
from fazhi.procedure import edition_named

TAKEN = obj(seq=titled(WHOLE, "该步骤在办理经过中的序号"), case=BRIEF)
STEP = Record(
    "办理步骤",
    {
        "on": Day("办理日期", "不写为今天"),
        "moment": Moment("办理时刻", "期限按小时计算的须写"),
        "outcome": Text("结论", 40, note="步骤有几种结论的须写，见outcomes"),
        "data": Open("内容", "各步骤所需内容见案件steps中的data"),
    },
)
BACK = Record("撤回步骤", {"reason": Text("撤回原因", 500)}, frozenset({"reason"}))
KEYED = (
    "同一Idempotency-Key再次提交，答复先前的结果，不重复办理。If-Match所列版本已过时的答复412，程序不允许的答复409。"
)


def operations() -> list[Operation]:
    problems = (403, 404, 409, 412)
    return [
        Operation(
            "POST", "/cases/{id}/steps/{step}", "take_step", "办理", "办理一个步骤", take, {200: TAKEN}, body=lambda: STEP,
            problems=problems, note=KEYED, keyed=True, versioned=True,
        ),
        Operation(
            "POST", "/cases/{id}/retraction", "retract_step", "办理", "撤回上一步骤", take_back, {200: TAKEN}, body=lambda: BACK,
            problems=problems, note=f"撤回的步骤留在经过中，注明原因。{KEYED}", keyed=True, versioned=True,
        ),
    ]  # fmt: skip


def take(call: Call) -> Answer:
    case = the_case(call.by, call.number("id"))
    expected = _expected(call)
    step = edition_named(case.edition).steps.get(call.path["step"])
    if step is None:
        raise missing(f"该程序没有步骤“{call.path['step']}”，请对照案件的steps核对。")
    given = call.body
    data = _data(step_shape(step, business(case.procedure).facts), given.get("data", {}))
    moment, on = given.get("moment"), given.get("on")
    try:
        entry = act(
            case, step.name, by=call.by, on=on, data=data, outcome=given.get("outcome"), moment=moment, expected=expected,
            key=call.key,
        )  # fmt: skip
    except BadAnswers as bad:
        asked = step.asks
        raise wrong(
            {f"data.{name}" if name in asked else name: told for name, told in bad.complaints.items()}
        ) from None
    except Stale as stale:
        raise _stale(case, expected, stale) from None
    return _taken(case, entry.seq)


def take_back(call: Call) -> Answer:
    case = the_case(call.by, call.number("id"))
    expected = _expected(call)
    try:
        entry = retract(case, call.body["reason"], by=call.by, expected=expected, key=call.key)
    except Stale as stale:
        raise _stale(case, expected, stale) from None
    return _taken(case, entry.seq)


def _taken(case: Case, seq: int) -> Answer:
    return Answer({"seq": seq, "case": brief(case)}, headers={"ETag": tag_of(case)})


def _data(shape: Record, given: Any) -> dict[str, Any]:
    complaints: Wrong = {}
    taken = shape.take(given, "data", complaints)
    if complaints:
        raise wrong(complaints)
    return as_keys(taken)


def _expected(call: Call) -> int | None:
    """The version in If-Match: `"3"`; None for none, or for `*`."""
    text = call.request.headers.get(VERSION)
    if text is None or text.strip() == "*":
        return None
    number = text.strip().removeprefix("W/").strip('"')
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        raise Problem(400, "bad_header", f'{VERSION}请照抄案件的ETag，例如"3"。')
    return int(number)


def _stale(case: Case, expected: int | None, stale: Stale) -> Problem:
    """412 when the version named is not the case's, 409 for anything else that has moved."""
    now = Case.objects.values_list("version", flat=True).get(pk=case.pk)
    if expected is not None and expected != now:
        return Problem(
            412, "stale", f"{case.number}已是第{now}版，If-Match所列第{expected}版已过时，请重新读取后再办理。"
        )
    return Problem(409, "conflict", str(stale))
