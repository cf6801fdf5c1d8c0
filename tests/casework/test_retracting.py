"""Steps taken back: an event of its own, facts as before, limits running again."""

from datetime import date

import pytest

from fazhi.casework.api import NotPermitted, Stale, act, facts_of, pulse, read, retract
from fazhi.people.api import NotAllowed


def test_a_mistaken_step_is_taken_back_and_stays_readable(accepted, officer, is_sound):
    retract(accepted, "误将另一件的受理日期录入本件", by=officer, key="r-1")
    assert (accepted.state, accepted.next_due, accepted.version) == ("received", date(2024, 3, 11), 3)
    facts = facts_of(accepted)
    assert (facts.accepted_on, facts.track) == (None, "")
    entries = read(accepted)[1]
    assert [entry.kind.rpartition(".")[2] for entry in entries] == ["opened", "accept", "retracted"]
    assert entries[-1].data["answers"] == {"seq": 2, "reason": "误将另一件的受理日期录入本件"}
    assert not accepted.deadlines.filter(limit="decision").exists()
    is_sound(accepted)
    assert retract(accepted, "误将另一件的受理日期录入本件", by=officer, key="r-1").pk == entries[-1].pk
    act(accepted, "accept", by=officer, on=date(2024, 3, 7))
    assert facts_of(accepted).accepted_on == date(2024, 3, 7)
    is_sound(accepted)


def test_facts_return_to_what_earlier_events_say(accepted, organ, officer):
    act(accepted, "suspend", by=organ, on=date(2024, 3, 12), data={"cause": "death"})
    act(accepted, "resume", by=organ, on=date(2024, 3, 14))
    act(accepted, "suspend", by=organ, on=date(2024, 3, 15), data={"cause": "other"})
    retract(accepted, "原因有误", by=organ)
    assert (facts_of(accepted).cause, accepted.state) == ("death", "ordinary")
    for _ in range(2):
        retract(accepted, "原因有误", by=organ)
    assert (facts_of(accepted).cause, accepted.state) == ("", "ordinary")


def test_a_closing_is_taken_back_with_its_conclusion(opened, officer, is_sound):
    case = opened()
    act(case, "withdraw_before_acceptance", by=officer, on=date(2024, 3, 6))
    retract(case, "申请人并未撤回", by=officer)
    assert (case.state, case.outcome, case.concluded_on, case.closed_on) == ("received", "", None, None)
    is_sound(case)


def test_a_consequence_of_the_law_is_taken_back_by_the_office_alone(opened, officer, organ, stranger):
    case = opened("2024-02-07")
    pulse(date(2024, 3, 1))
    case.refresh_from_db()
    with pytest.raises(NotPermitted, match="请先撤回“视为受理”"):
        act(case, "refuse", by=organ, on=date(2024, 2, 19), data={"ground": "scope", "reason": "不属于复议范围"})
    for by, reason, error in ((stranger, "x", NotAllowed), (officer, " ", NotPermitted)):
        with pytest.raises(error):
            retract(case, reason, by=by)
    retract(case, "2024年2月19日已决定不予受理，登记迟延", by=officer)
    act(case, "refuse", by=organ, on=date(2024, 2, 19), data={"ground": "scope", "reason": "不属于复议范围"})
    assert (case.outcome, pulse().total) == ("NOT_ACCEPTED", 0)


def test_only_who_may_take_it_and_only_what_was_seen(accepted, officer, organ):
    act(accepted, "suspend", by=organ, on=date(2024, 3, 12), data={"cause": "other"})
    with pytest.raises(NotAllowed):
        retract(accepted, "误点", by=officer)
    with pytest.raises(Stale):
        retract(accepted, "误点", by=organ, expected=accepted.version - 1)
    retract(accepted, "误点", by=organ, expected=accepted.version)


def test_there_must_be_a_step(opened, officer):
    with pytest.raises(NotPermitted, match="尚无可以撤回"):
        retract(opened(), "误点", by=officer)
