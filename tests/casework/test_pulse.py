"""The pulse: each consequence once, whatever happens; and its command."""

import json
from datetime import date, timedelta

import pytest
from click.testing import CliRunner
from django.utils import timezone

from fazhi.casework.api import Case, act, pulse, settle
from fazhi.casework.command import notice_command, pulse_command
from fazhi.journal.api import Checkpoint, Entry
from fazhi.registers.api import strike_out

DEEMED = "reconsideration.deem_accepted"


def fired(kind: str = DEEMED) -> list[date]:
    return list(Entry.objects.filter(kind=kind).order_by("subject").values_list("on", flat=True))


def test_days_off_are_made_up_each_with_its_own_date(opened, is_sound):
    """Received on four days; the pulse was off for a month. Strangers: one answered in time, one not yet due."""
    cases = [opened(on) for on in ("2024-02-07", "2024-02-19", "2024-03-04", "2024-03-05")]
    not_due = opened("2024-03-29")
    report = pulse(date(2024, 4, 1))
    assert (report.fired, report.failed, report.total) == ({DEEMED: 4}, [], 4)
    assert fired() == [date(2024, 2, 20), date(2024, 2, 26), date(2024, 3, 11), date(2024, 3, 12)]
    not_due.refresh_from_db()
    assert not_due.state == "received"
    for case in cases:
        is_sound(case)


def test_it_fires_once_however_often_it_beats(opened):
    opened("2024-02-07")
    assert [
        pulse(day).total for day in (date(2024, 2, 20), date(2024, 2, 21), date(2024, 2, 21), date(2024, 2, 22))
    ] == [0, 1, 0, 0]


def test_a_chain_of_consequences_in_their_order(accepted, officer, is_sound):
    """Overdue on 7 May, the right to sue over it gone on 23 May: one pulse, two events."""
    act(accepted, "serve_copy", by=officer, on=date(2024, 3, 12))
    report = pulse(date(2024, 6, 3))
    assert report.fired == {
        f"reconsideration.{step}": 1 for step in ("no_answer", "decision_overdue", "no_suit_without_decision")
    }
    entries = Entry.objects.filter(stream="case", subject=accepted.pk).order_by("seq")
    assert [(e.kind.rpartition(".")[2], e.on) for e in entries][3:] == [
        ("no_answer", date(2024, 3, 27)),
        ("decision_overdue", date(2024, 5, 7)),
        ("no_suit_without_decision", date(2024, 5, 23)),
    ]
    assert {e.actor for e in entries[3:]} == {"law"}
    is_sound(accepted)


def test_it_walks_on_past_a_case_it_cannot_settle(opened, is_sound):
    first, broken, last = (opened("2024-02-07") for _ in range(3))
    Case.objects.filter(pk=broken.pk).update(edition="reconsideration@1900-01-01")
    report = pulse(date(2024, 3, 1))
    assert (report.total, report.failed) == (2, [broken.number])
    is_sound(first)
    is_sound(last)
    Case.objects.filter(pk=broken.pk).update(edition=first.edition)
    assert pulse(date(2024, 3, 1)).total == 1


def test_cases_struck_out_are_left_alone(opened, importer):
    strike_out(opened("2024-02-07"), importer, "重复登记")
    assert pulse(date(2024, 3, 1)).total == 0


def test_more_cases_than_one_stride(opened, monkeypatch):
    monkeypatch.setattr("fazhi.casework.pulse.STRIDE", 2)
    for _ in range(5):
        opened("2024-02-07")
    told: list[int] = []
    assert pulse(date(2024, 3, 1), progress=told.append).total == 5
    assert told == [1, 2, 3, 4, 5]


def test_a_day_to_come_is_refused(opened):
    with pytest.raises(ValueError, match="尚未到来"):
        pulse(timezone.localdate() + timedelta(days=1))


def test_settling_brings_the_callers_case_up_to_date(opened):
    case = opened("2024-02-07")
    assert [entry.kind for entry in settle(case, date(2024, 3, 1))] == [DEEMED]
    assert (case.state, case.version, settle(case, date(2024, 3, 1))) == ("ordinary", 2, [])


def test_the_command(opened):
    opened("2024-02-07")
    run = CliRunner()
    said = run.invoke(pulse_command, ["--today", "2024-03-01", "--json"])
    assert (said.exit_code, json.loads(said.output)) == (0, {"fired": {DEEMED: 1}, "failed": []})
    assert run.invoke(pulse_command, ["--today", "2024-03-01"]).output == "没有届满的期限。\n"
    assert Checkpoint.objects.exists()
    refused = run.invoke(pulse_command, ["--today", "2099-01-01"])
    assert refused.exit_code != 0 and "尚未到来" in refused.output
    assert run.invoke(notice_command, ["/no/such/file"]).exit_code != 0
