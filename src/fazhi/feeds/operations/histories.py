"""Whole histories in bulk: matters with what has been done in them, all entered or none."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from fazhi.casework.api import Dossier, Taken, business, check_many, enter_many
from fazhi.feeds.columns import as_keys, step_shape
from fazhi.feeds.operation import LARGE, Answer, Call, Operation
from fazhi.feeds.operations.opening import intake_of, intake_shape, openable, received_of
from fazhi.feeds.problems import wrong
from fazhi.feeds.shapes import Day, Flag, Listed, Moment, Open, Record, Shape, Text, Wrong
from fazhi.feeds.told import FLAG, TEXT, WHOLE, arr, obj
from fazhi.journal.api import AlreadyRecorded, Fact, append
from fazhi.people.api import Ability, ApiClient
from fazhi.procedure import NoSuchProcedure, Procedure, edition_on

MOST, MOST_STEPS, LONGEST_SOURCE = 1000, 200, 60
KIND = "people.apiclient.histories"
ENTERED = obj(entered=WHOLE, checked=FLAG, complaints=arr(obj(index=WHOLE, source=TEXT, message=TEXT)))


def taken_shape(beside: bool = True) -> Record:
    """One step of a history; `beside` are the steps of the case that it opens."""
    members: dict[str, Shape] = {
        "step": Text("步骤", 80),
        "on": Day("日期"),
        "moment": Moment("时刻"),
        "outcome": Text("结论", 40),
        "data": Open("内容", note="各步骤所需内容见 /api/v1/procedures/{code}"),
    }
    if beside:
        members["beside"] = Listed("所立案件的步骤", taken_shape(beside=False), MOST_STEPS)
    return Record("步骤", members, frozenset({"step", "on"}))


def histories_shape(code: str) -> Record:
    one = intake_shape(code)
    members = {
        **one.members,
        "source": Text("来源编号", LONGEST_SOURCE, filled=False, note="接入方自己的编号，可据以查询"),
        "steps": Listed("步骤", taken_shape(), MOST_STEPS),
    }
    dossier = Record(one.title, members, one.required | {"received_on"})
    return Record("成批登记", {"items": Listed("事项", dossier, MOST, least=1)}, frozenset({"items"}))


def operations() -> list[Operation]:
    return [
        Operation(
            "POST",
            f"/procedures/{each.code}/histories",
            f"enter_{each.code}",
            "登记",
            f"成批登记{each.title}的办理经过",
            partial(run, each.code),
            {201: ENTERED, 200: ENTERED},
            query={"check": Flag("只核对，不登记")},
            body=partial(histories_shape, each.code),
            problems=(403, 409),
            note=(
                f"一次最多{MOST}件，全部登记或者一件也不登记；每一步都经过与逐件办理相同的核对。"
                "同一Idempotency-Key再次提交，答复200，不重复登记。"
            ),
            keyed=True,
            most=LARGE,
        )
        for each in openable()
    ]


def run(code: str, call: Call) -> Answer:
    assert call.client is not None
    call.by.must(Ability.IMPORT_LEDGER)
    dossiers = _dossiers(code, call.body["items"], call.client)
    if call.query.get("check"):
        found = check_many(dossiers, by=call.by)
        return Answer({"entered": 0, "checked": True, "complaints": [each.__dict__ for each in found]})
    try:
        with transaction.atomic():
            _note(code, call, call.client, len(dossiers))
            entered = enter_many(dossiers, by=call.by)
    except AlreadyRecorded as repeated:
        told = repeated.entry.data
        if repeated.entry.kind != KIND or (told["procedure"], told["count"]) != (code, len(dossiers)):
            raise wrong({"Idempotency-Key": "该Idempotency-Key已用于另一次登记，请换一个。"}) from None
        return Answer(
            {"entered": told["count"], "checked": False, "complaints": []}, 200, {"Idempotent-Replayed": "true"}
        )
    return Answer({"entered": entered, "checked": False, "complaints": []}, 201)


def _note(code: str, call: Call, client: ApiClient, count: int) -> None:
    """The entry of a batch in the journal; its key makes a second sending harmless."""
    now = timezone.now()
    data = {"procedure": code, "count": count}
    append(
        Fact(
            stream="people.apiclient", subject=client.pk, seq=None, kind=KIND, on=timezone.localdate(now), at=now,
            actor=call.by.who, data=data, key=call.key, city=client.city,
        )
    )  # fmt: skip


def _dossiers(code: str, items: Sequence[Mapping[str, Any]], client: ApiClient) -> list[Dossier]:
    complaints: Wrong = {}
    found = []
    for number, item in enumerate(items):
        steps = _steps(_edition(code, item), item.get("steps", ()), f"items[{number}].steps", complaints)
        found.append(Dossier(intake_of(code, item, client.post.org), steps, item.get("source", "")))
    if complaints:
        raise wrong(complaints)
    return found


def _edition(code: str, item: Mapping[str, Any]) -> type[Procedure] | None:
    try:
        return edition_on(code, received_of(item))
    except NoSuchProcedure:
        return None  # casework says so, of this item


def _steps(
    procedure: type[Procedure] | None, steps: Sequence[Mapping[str, Any]], at: str, complaints: Wrong
) -> list[Taken]:
    found = []
    for number, each in enumerate(steps):
        place = f"{at}[{number}]"
        step = procedure.steps.get(each["step"]) if procedure is not None else None
        data: dict[str, Any] = {}
        beside: list[Taken] = []
        if step is not None and procedure is not None:
            shape = step_shape(step, business(procedure.code).facts)
            data = as_keys(shape.take(each.get("data", {}), f"{place}.data", complaints))
            opened = edition_on(step.opens, each["on"]) if step.opens and each["on"] else None
            beside = _steps(opened, each.get("beside", ()), f"{place}.beside", complaints)
        found.append(Taken(each["step"], each["on"], data, each.get("outcome"), each.get("moment"), beside))
    return found
