"""Who has a case in hand: given, handed on, told in the journal, and proved by it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from fazhi.casework.api import (
    Case,
    NotPermitted,
    Stale,
    act,
    assign,
    assignable,
    events,
    hand_offs,
    open_case,
    read,
    retract,
)
from fazhi.casework.verifying import case_discrepancies
from fazhi.journal.api import verify
from fazhi.people.api import Mandate, NotAllowed, Post, User

from .conftest import sound

TODAY = timezone.localdate()


@pytest.fixture
def colleague(appoint, town):
    return appoint("另一承办人", "officer", town.justice, reconsideration="officer")


def test_a_case_is_given_and_handed_on(accepted, officer, colleague, clerk):
    before = (accepted.state, list(accepted.deadlines.values_list("run", "due_on", "open")), accepted.version)
    entry = assign(accepted, colleague.user, "原承办人出差", by=clerk)
    assert accepted.officer_id == colleague.user == Case.objects.get(pk=accepted.pk).officer_id
    assert entry.kind == "reconsideration.assigned" and entry.actor == clerk.who
    assert entry.data["answers"] == {"officer": colleague.user, "before": None, "reason": "原承办人出差"}
    assign(accepted, officer.user, "交还", by=colleague)
    assert (accepted.state, list(accepted.deadlines.values_list("run", "due_on", "open"))) == before[:2]
    assert accepted.version == before[2] + 2
    sound(accepted)
    assert list(case_discrepancies()) == [] and verify().sound


def test_steps_go_on_after_it_and_are_taken_back_across_it(accepted, officer, colleague, clerk):
    act(accepted, "serve_copy", by=officer, on=date(2024, 3, 12))
    assign(accepted, colleague.user, "轮岗", by=clerk)
    assert read(accepted)[0].latest_step.name == "serve_copy"
    retract(accepted, "误登记", by=officer)
    assert read(accepted)[0].latest_step.name == "accept" and accepted.officer_id == colleague.user
    act(accepted, "serve_copy", by=officer, on=date(2024, 3, 13))
    sound(accepted)
    assert list(case_discrepancies()) == []


def test_who_may(accepted, town, appoint, officer, colleague, clerk, chief, organ, stranger):
    head = appoint("司法局局长", "head", town.justice)
    for who, to in ((clerk, officer), (head, colleague), (chief, officer), (officer, colleague)):
        assign(accepted, to.user, "分工", by=who)
    neighbours = appoint("公安局局长", "head", town.police)
    contact = appoint("司法局联络员", "department", town.justice)
    auditor = appoint("审计", "auditor", town.government)
    for who in (stranger, neighbours, contact, auditor):
        with pytest.raises(NotAllowed, match="分派"):
            assign(accepted, officer.user, "分工", by=who)
    assert accepted.officer_id == colleague.user


def test_to_whom(accepted, town, appoint, officer, colleague, chief, clerk, stranger):
    gone = appoint("离任者", "officer", town.justice, reconsideration="officer")
    Post.objects.filter(user=gone.user).update(until=TODAY)
    idle = appoint("停用者", "officer", town.justice, reconsideration="officer")
    User.objects.filter(pk=idle.user).update(is_active=False)
    other = appoint("处罚承办人", "officer", town.justice, penalty="handler")
    assert {user.pk for user in assignable([accepted])} == {officer.user, colleague.user, chief.user}
    for person in (gone, idle, other, clerk, stranger):
        with pytest.raises(NotPermitted, match="没有办理.*授权"):
            assign(accepted, person.user, "分工", by=clerk)
    Mandate.objects.filter(post__user=colleague.user).delete()
    with pytest.raises(NotPermitted):
        assign(accepted, colleague.user, "分工", by=clerk)
    assert Case.objects.get(pk=accepted.pk).officer_id is None


def test_what_is_refused_leaves_nothing(accepted, opened, officer, colleague, clerk):
    assign(accepted, officer.user, "分工", by=clerk)
    version = accepted.version
    for reason in ("", "  ", "由" * 201):
        with pytest.raises(NotPermitted, match="原因"):
            assign(accepted, colleague.user, reason, by=clerk)
    with pytest.raises(NotPermitted, match="已经是"):
        assign(accepted, officer.user, "分工", by=clerk)
    with pytest.raises(Stale):
        assign(accepted, colleague.user, "分工", by=clerk, expected=version - 1)
    closed = opened("2024-04-01")
    act(closed, "withdraw_before_acceptance", by=officer, on=date(2024, 4, 2))
    with pytest.raises(NotPermitted, match="办结"):
        assign(closed, officer.user, "分工", by=clerk)
    assert [len(events(case)) for case in (accepted, closed)] == [version, 2]


def test_a_repeated_call_assigns_once(accepted, officer, colleague, clerk):
    first = assign(accepted, officer.user, "分工", by=clerk, key="k")
    assert assign(accepted, officer.user, "分工", by=clerk, key="k") == first
    assert len(hand_offs(events(accepted))) == 2
    with pytest.raises(Stale):
        act(accepted, "serve_copy", by=officer, on=date(2024, 3, 12), key="k")


def test_the_ledger_says_who_held_it_how_long(intake, officer, colleague, clerk, monkeypatch):
    given = intake("2024-03-04")
    object.__setattr__(given, "officer", officer.user)
    case = open_case(given, by=officer)
    for day, to in ((date(2024, 3, 14), colleague), (date(2024, 4, 3), officer)):
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *_, day=day: day)
        assign(case, to.user, f"{day}起", by=clerk)
    held = hand_offs(events(case))
    assert [(each.officer, each.days(date(2024, 4, 10)), each.reason) for each in held] == [
        (officer.user, 10, ""), (colleague.user, 20, "2024-03-14起"), (officer.user, 7, "2024-04-03起")]  # fmt: skip
    assert hand_offs(events(case), date(2024, 4, 5))[-1].days(date(2024, 4, 10)) == 2
    assert held[1].by == clerk.who and held[-1].until is None


@pytest.mark.parametrize("assigned", [False, True])
def test_an_officer_put_in_behind_the_journal_is_found(accepted, officer, colleague, clerk, assigned):
    if assigned:
        assign(accepted, officer.user, "分工", by=clerk)
    assert list(case_discrepancies()) == []
    Case.objects.filter(pk=accepted.pk).update(officer=colleague.user)
    [found] = case_discrepancies()
    assert found.pk == accepted.pk and "“承办人”" in found.sentence


def test_a_child_case_begins_with_the_officer_of_the_day(accepted, officer, colleague, clerk):
    assign(accepted, colleague.user, "轮岗", by=clerk)
    act(accepted, "request_annex_review", by=officer, on=TODAY - timedelta(days=1), data={"document": "办法"})
    child = Case.objects.get(parent=accepted)
    assert child.officer_id == colleague.user and list(case_discrepancies()) == []
