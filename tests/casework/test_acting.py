"""act(): who, when, once, and nothing half-written."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from fazhi.casework.api import (
    BadAnswers,
    Case,
    NotPermitted,
    Participant,
    Stale,
    UnknownStep,
    act,
    facts_mapping,
    facts_of,
    open_case,
    read,
)
from fazhi.journal.api import Entry
from fazhi.journal.api import opened as unsealed
from fazhi.people.api import WHOLE_CITY, NotAllowed
from fazhi.registers.api import strike_out

MARCH = date(2024, 3, 12)


def state_of(case: Case) -> tuple:
    fresh = Case.objects.get(pk=case.pk)
    return (
        *(getattr(fresh, field.attname) for field in Case._meta.concrete_fields),
        *fresh.deadlines.order_by("run").values_list(),
        *facts_mapping(facts_of(fresh)).values(),
        Entry.objects.count(),
    )


def test_a_step_is_one_event_and_all_its_consequences(accepted, officer, is_sound):
    entry = act(accepted, "serve_copy", by=officer, on=MARCH)
    assert (entry.kind, entry.seq, entry.on, entry.actor) == ("reconsideration.serve_copy", 3, MARCH, officer.who)
    assert (accepted.version, accepted.next_due) == (3, date(2024, 3, 26))
    is_sound(accepted)


def test_strangers_and_the_public_may_not(accepted, stranger, clerk, chief):
    before = state_of(accepted)
    for by in (stranger, clerk, chief, WHOLE_CITY):
        with pytest.raises(NotAllowed, match="行政复议机构承办人"):
            act(accepted, "serve_copy", by=by, on=MARCH)
    assert state_of(accepted) == before


def test_a_party_acts_for_itself_and_for_nobody_else(accepted, appoint, town, officer):
    applicant, other = appoint("申请人甲", "citizen", town.police), appoint("申请人乙", "citizen", town.police)
    Participant.objects.create(case=accepted, party="applicant", kind="person", name="甲", user_id=applicant.user)
    asked = {"document": "某规定"}
    for by, step in ((other, "request_annex_review"), (applicant, "answer"), (applicant, "serve_copy")):
        with pytest.raises(NotAllowed):
            act(accepted, step, by=by, on=MARCH, data=asked if step == "request_annex_review" else None)
    entry = act(accepted, "request_annex_review", by=applicant, on=MARCH, data=asked)
    assert entry.actor == applicant.who


def test_a_stale_page_is_told_so(accepted, officer):
    seen = accepted.version
    act(Case.objects.get(pk=accepted.pk), "serve_copy", by=officer, on=MARCH)
    before = state_of(accepted)
    with pytest.raises(Stale, match="已被他人办理"):
        act(accepted, "answer", by=officer, on=MARCH, expected=seen)
    assert state_of(accepted) == before
    act(accepted, "answer", by=officer, on=MARCH, expected=seen + 1)


def test_a_key_repeats_nothing_and_serves_one_purpose(accepted, opened, officer):
    first = act(accepted, "serve_copy", by=officer, on=MARCH, key="form-1")
    act(accepted, "answer", by=officer, on=date(2024, 3, 20))
    before = state_of(accepted)
    again = act(accepted, "serve_copy", by=officer, on=MARCH, key="form-1", expected=2)
    assert again.pk == first.pk and state_of(accepted) == before
    with pytest.raises(Stale, match="form-1"):
        act(accepted, "answer", by=officer, on=date(2024, 3, 21), key="form-1")
    other = opened("2024-03-05")
    with pytest.raises(Stale, match="form-1"):
        act(other, "accept", by=officer, on=date(2024, 3, 6), key="form-1")
    assert other.version == 1


def test_an_opening_has_its_key_too(intake, officer, accepted):
    first = open_case(intake("2024-03-04"), by=officer, key="open-1")
    assert open_case(intake("2024-03-04"), by=officer, key="open-1").pk == first.pk
    assert Case.objects.count() == 2
    act(accepted, "serve_copy", by=officer, on=MARCH, key="form-1")
    with pytest.raises(Stale):
        open_case(intake("2024-03-04"), by=officer, key="form-1")
    third = open_case(intake("2024-03-04"), by=officer)
    assert third.number == "〔2024〕镇行复第3号"  # refused openings use up no number


def test_tomorrow_cannot_be_entered_nor_hastened(accepted, officer):
    """A date to come must not fire the lapses of the days between."""
    before = state_of(accepted)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(BadAnswers, match="晚于今天"):
        act(accepted, "serve_copy", by=officer, on=tomorrow)
    assert state_of(accepted) == before


def test_a_moment_belongs_to_its_day(accepted, officer):
    with pytest.raises(BadAnswers, match="不是同一天"):
        act(accepted, "serve_copy", by=officer, on=MARCH, moment=timezone.now())


@pytest.mark.parametrize("step", ["no_such_step", "decision_overdue", "opened", "retracted", ""])
def test_only_steps_of_people_can_be_asked_for(accepted, officer, step):
    with pytest.raises(UnknownStep):
        act(accepted, step, by=officer, on=MARCH)


def test_bad_answers_are_all_named_with_their_labels(accepted, organ, officer):
    with pytest.raises(BadAnswers) as refused:
        act(accepted, "suspend", by=organ, on=MARCH, data={"cause": "boredom", "mood": "x"})
    assert set(refused.value.complaints) == {"cause", "mood"}
    assert "“中止原因”" in refused.value.complaints["cause"]
    for data, name in (({}, "reason"), ({"reason": "a\0b"}, "reason")):
        with pytest.raises(BadAnswers) as refused:
            act(accepted, "note_unheard", by=officer, on=MARCH, data=data)
        assert set(refused.value.complaints) == {name} and "理由" in str(refused.value)
    with pytest.raises(BadAnswers, match="不能得出结论“REVOKE”"):
        act(accepted, "note_unheard", by=officer, on=MARCH, data={"reason": "电话不通"}, outcome="REVOKE")


def test_the_outcome_must_be_chosen_where_there_are_several(accepted, organ, officer):
    act(accepted, "hear_opinions", by=officer, on=MARCH, data={"record": "当面听取"})
    act(accepted, "serve_copy", by=officer, on=MARCH)
    act(accepted, "answer", by=officer, on=date(2024, 3, 18))
    with pytest.raises(BadAnswers, match="须选择结论"):
        act(accepted, "decide", by=organ, on=date(2024, 3, 20))
    with pytest.raises(BadAnswers, match="不能得出"):
        act(accepted, "decide", by=organ, on=date(2024, 3, 20), outcome="MEDIATED")


def test_personal_answers_stay_out_of_the_journal(accepted, officer):
    entry = act(accepted, "hear_opinions", by=officer, on=MARCH, data={"record": "张三，电话13800000000"})
    assert "张三" not in str(list(Entry.objects.values_list("data", flat=True)))
    assert unsealed(entry) == {"record": "张三，电话13800000000"}
    assert "record" not in read(accepted)[0].answers


def test_a_case_struck_out_moves_no_more(accepted, officer, importer, is_sound):
    strike_out(accepted, importer, "重复登记")
    with pytest.raises(NotPermitted, match="已于.*作废"):
        act(accepted, "serve_copy", by=officer, on=date(2024, 6, 12))
    assert Entry.objects.filter(stream="case", subject=accepted.pk).count() == 2  # nor does the law move it


def test_the_law_comes_first_whatever_becomes_of_the_step(opened, stranger):
    case = opened("2024-02-07")
    with pytest.raises(NotAllowed):
        act(case, "serve_copy", by=stranger, on=date(2024, 2, 22))
    assert (case.state, case.version) == ("ordinary", 2)


def test_openings_are_refused_whole(intake, officer, clerk, chief, town, appoint):
    department = appoint("公安局联络员", "department", town.police)
    auditor = appoint("审计人员", "auditor", town.government)
    for by in (department, auditor, appoint("市民", "citizen", town.justice)):
        with pytest.raises(NotAllowed):
            open_case(intake("2024-03-04"), by=by)
    for facts, name in (
        ({"channel": "pigeon"}, "申请方式"),
        ({"no_column": 1}, "no_column"),
        ({"respondent": None}, "被申请人"),
    ):
        with pytest.raises(BadAnswers, match=name):
            open_case(intake("2024-03-04", **facts), by=officer)
    with pytest.raises(BadAnswers, match="晚于今天"):
        open_case(intake((timezone.localdate() + timedelta(days=1)).isoformat()), by=officer)
    assert not Case.objects.exists() and not Entry.objects.exists()
    assert open_case(intake("2024-03-04"), by=clerk).number == "〔2024〕镇行复第1号"


def test_facts_of_a_day_to_come_are_refused_at_the_opening(intake, officer):
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(BadAnswers, match="“申请日期”.*晚于收到日期"):
        open_case(intake("2024-03-04", applied_on=tomorrow), by=officer)
    assert not Case.objects.exists()
