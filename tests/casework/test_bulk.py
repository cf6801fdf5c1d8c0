"""Bulk entry: the same result as step by step, the same refusals, all or nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from fazhi.casework.api import (
    Case,
    Dossier,
    Participant,
    Refused,
    Taken,
    act,
    check_many,
    enter_many,
    facts_mapping,
    facts_of,
    open_case,
    settle,
)
from fazhi.journal.api import Entry
from fazhi.people.api import NotAllowed
from fazhi.procedure import Office, edition_on

HEARD = {"record": "当面听取"}


def taken(*steps: tuple) -> tuple[Taken, ...]:
    found = []
    for name, day, *rest in steps:
        data = next((each for each in rest if isinstance(each, dict)), {})
        outcome = next((each for each in rest if isinstance(each, str)), None)
        found.append(Taken(name, date.fromisoformat(day), data, outcome))
    return tuple(found)


HISTORIES = {
    "decided": ("2024-03-04", {}, taken(("accept", "2024-03-08"), ("serve_copy", "2024-03-12"), ("answer", "2024-03-20"),
        ("hear_opinions", "2024-04-01", HEARD), ("extend", "2024-05-06", {"extend_days": 30, "reason": "复杂"}),
        ("decide", "2024-05-20", "REVOKE", {"remake_ordered": True}), ("serve", "2024-05-22"), ("remake", "2024-07-01"),
        ("publish", "2024-07-02"),
        ("archive", "2024-07-10"))),
    "deemed accepted, unanswered, overdue": ("2024-02-07", {"major": False}, taken(("serve_copy", "2024-02-26"),
        ("hear_opinions", "2024-03-20", HEARD), ("decide", "2024-06-03", "UNLAWFUL"))),
    "abandoned": ("2024-04-01", {}, taken(("require_correction", "2024-04-03", {"missing": "身份证明"}),
        ("deliver_correction", "2024-04-07"))),
    "suspended and still so": ("2024-03-04", {}, taken(("accept", "2024-03-08"), ("suspend", "2024-03-20", {"cause": "other_case"}))),
    "no successor": ("2024-03-04", {}, taken(("accept", "2024-03-08"), ("suspend", "2024-04-10", {"cause": "death"}))),
    "converted": ("2024-03-04", {"simple_ground": "disclosure", "act": "disclosure"}, taken(("accept_simplified", "2024-03-08"),
        ("serve_copy_simplified", "2024-03-12"), ("convert", "2024-03-25", {"reason": "复杂"}), ("answer", "2024-03-26"))),
    "served by notice": ("2024-03-04", {}, taken(("accept", "2024-03-08"), ("permit_withdrawal", "2024-04-08", "SETTLED"),
        ("serve_by_notice", "2024-04-10"))),
}  # fmt: skip


@pytest.fixture
def everyone(town, appoint):
    offices = [n for n, a in edition_on("reconsideration", date(2024, 1, 1)).actors.items() if isinstance(a, Office)]
    return appoint("全权", "officer", town.justice, reconsideration=" ".join(offices))


def _said(data: dict) -> dict:
    """What an event says, but for numbers that no two cases share."""
    said = {name: value for name, value in data.items() if name != "sealed"}
    if "case" in said:
        said["case"] = {name: value for name, value in said["case"].items() if name not in {"number", "parent_id"}}
    return said


def picture(case: Case) -> dict:
    """Everything that is derived or kept, but for ids, numbers and who entered it."""
    case = Case.objects.get(pk=case.pk)
    own = {"id", "number", "source_cell", "batch", "recorded_at"}
    columns = {f.name: getattr(case, f.attname) for f in Case._meta.concrete_fields if f.name not in own}
    rows = case.deadlines.order_by("run").values()
    limits = [{name: value for name, value in row.items() if name not in {"id", "case_id"}} for row in rows]
    facts = {name: value for name, value in facts_mapping(facts_of(case)).items() if name != "case"}
    entries = Entry.objects.filter(stream="case", subject=case.pk).order_by("seq")
    events = [(e.seq, e.kind, e.on, _said(e.data)) for e in entries]
    return {"case": columns, "limits": limits, "facts": facts, "events": events}


@pytest.mark.parametrize("name", HISTORIES)
def test_the_same_as_step_by_step(name, intake, importer, everyone, is_sound):
    on, facts, steps = HISTORIES[name]
    given = intake(on, **facts)
    stepwise = open_case(given, by=everyone)
    for each in steps:
        act(stepwise, each.step, by=everyone, on=each.on, data=each.data, outcome=each.outcome)
    settle(stepwise, timezone.localdate())
    assert enter_many([Dossier(given, steps, "表1!A5")], by=importer, batch=None) == 1
    imported = Case.objects.exclude(pk=stepwise.pk).get()
    assert picture(imported) == picture(stepwise)
    assert (imported.source_cell, imported.number) == ("表1!A5", "〔2024〕镇行复第2号")
    is_sound(imported)


def test_cases_opened_beside_come_with_their_own_history(intake, importer, is_sound):
    beside = taken(("take_up", "2024-03-21"), ("handle", "2024-04-12", "LAWFUL", {"finding": "合法"}))
    asked = Taken("request_annex_review", date(2024, 3, 20), {"document": "某细则"}, beside=beside)
    steps = (*taken(("accept", "2024-03-08")), asked, *taken(("resume", "2024-04-15")))
    enter_many([Dossier(intake("2024-03-04"), steps)], by=importer)
    parent = Case.objects.get(procedure="reconsideration")
    child = parent.children.get()
    assert (child.state, child.outcome, child.title) == ("closed", "LAWFUL", f"{parent.number}：规范性文件附带审查")
    assert facts_of(child).document == "某细则"
    is_sound(parent)
    is_sound(child)
    early = (*taken(("accept", "2024-03-08")), asked, *taken(("resume", "2024-04-11")))
    assert "附带审查尚未办结" in check_many([Dossier(intake("2024-03-04"), early)], by=importer)[0].message


def test_marks_of_the_law_are_seen_by_the_next_step(intake, importer):
    """The lapse of 27 March closes the copy's receipt; a condition that reads facts sees its mark."""
    steps = taken(("accept", "2024-03-08"), ("serve_copy", "2024-03-12"), ("deliver_copy", "2024-03-28"))
    assert "已经答复、期限已经届满" in check_many([Dossier(intake("2024-03-04"), steps)], by=importer)[0].message
    major = taken(("accept", "2024-03-08"), ("find_major", "2024-03-11"), ("hear_opinions", "2024-03-12", HEARD),
                  ("decide", "2024-04-01", "MAINTAIN"))  # fmt: skip
    assert "听证" in check_many([Dossier(intake("2024-03-04"), major)], by=importer)[0].message


def test_every_complaint_is_told_and_nothing_entered(intake, importer):
    good = Dossier(intake("2024-03-04"), taken(("accept", "2024-03-08")), "表1!A2")
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    bad = [
        (Dossier(intake("2024-03-04"), taken(("decide", "2024-03-08", "MAINTAIN")), "表1!A3"), "只能在"),
        (Dossier(intake("2024-03-04"), taken(("accept", tomorrow)), "表1!A4"), "晚于今天"),
        (Dossier(intake("2024-03-04"), taken(("accept", "2024-03-01")), "表1!A5"), "早于收到日期"),
        (Dossier(intake("2024-03-04", channel="x"), (), "表1!A6"), "申请方式"),
        (Dossier(intake("1990-03-04"), (), "表1!A7"), "没有可以适用的程序"),
        (Dossier(replace(intake("2024-03-04"), procedure="cooking"), (), "表1!A8"), "没有业务"),
        (Dossier(intake("2024-03-04"), taken(("deem_accepted", "2024-03-11")), "表1!A9"), "没有可由人办理"),
    ]
    with pytest.raises(Refused) as refused:
        enter_many([good, *(dossier for dossier, _ in bad)], by=importer)
    complaints = refused.value.complaints
    assert [(each.index, each.source) for each in complaints] == [(n, f"表1!A{n + 2}") for n in range(1, len(bad) + 1)]
    assert all(says in each.message for each, (_, says) in zip(complaints, bad, strict=True))
    assert not Case.objects.exists() and not Entry.objects.exists()
    assert check_many([good, *(dossier for dossier, _ in bad)], by=importer) == complaints


def test_the_importer_needs_leave_and_stays_within_reach(intake, officer, town, appoint):
    dossier = Dossier(intake("2024-03-04"), taken(("accept", "2024-03-08")))
    outsider, auditor = appoint("公安", "department", town.police), appoint("审计", "auditor", town.government)
    for by in (outsider, auditor):
        with pytest.raises((Refused, NotAllowed)):
            enter_many([dossier], by=by)
    assert enter_many([dossier], by=officer) == 1
    assert set(Entry.objects.filter(stream="case").values_list("actor", flat=True)) >= {officer.who}


def test_many_chunks_number_on_without_gaps(intake, importer, monkeypatch):
    monkeypatch.setattr("fazhi.casework.bulk.CHUNK", 100)
    seen: list[int] = []
    given = replace(intake("2024-03-04"), participants=({"party": "applicant", "kind": "person", "name": "张三"},))
    assert enter_many((Dossier(given) for _ in range(105)), by=importer, progress=seen.append) == 105
    numbers = {int(n.partition("第")[2].removesuffix("号")) for n in Case.objects.values_list("number", flat=True)}
    assert (numbers, seen) == (set(range(1, 106)), [100, 105])
    assert Participant.objects.count() == 105
    assert "张三" not in str(list(Entry.objects.values_list("data", flat=True)[:5]))
