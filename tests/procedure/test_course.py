"""A course is a pure function of its events: limits against a naive count of days, states against a naive walk."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi.days import calendar
from fazhi.law import clock
from fazhi.law.statutes import RECONSIDERATION_LAW as ARL
from fazhi.procedure import (
    BACK,
    ON,
    STAY,
    Ask,
    Course,
    Happened,
    Limit,
    Office,
    Outcomes,
    Party,
    Procedure,
    Situation,
    State,
    open_steps,
    refusal,
)

DAY = timedelta(days=1)
START = date(2024, 3, 8)


def complex_enough(case: Situation) -> bool:
    """第六十二条：案情不复杂"""
    return bool(case.facts.get("complex"))


class Example(Procedure, code="course_example", title="示例", since="2024-01-01"):
    """Two tracks, a detour, a party's desk, and a duty that outlives its limit."""

    officer, asker = Office("承办人"), Party("申请人")
    here, quick, away = State("办理中", start=True), State("简易", desk=officer), State("中止")
    asked, done = State("待补正", desk=asker), State("已办结", final=True)

    class Outcome(Outcomes):
        DONE = "办结", ARL[68]
        LEFT = "视为放弃", ARL[31, 2]

    reply = Limit(clock("RC-DECIDE-ORD"), runs_in=here, not_counting={away: ARL[39]})
    short = Limit(clock("RC-DECIDE-SIM"), since=("hasten",), runs_in=quick, not_counting={away: ARL[39]})
    correction = Limit(clock("RC-CORRECT-REPLY"))
    report = Limit(clock("RC-OPINION-REPORT"), when=complex_enough)
    named = Limit(ARL[77, 2], label="责令履行", given="by_day")

    hasten = officer.may("转简易", here >> quick, ARL[53])
    slow = officer.may("转普通", quick >> here, ARL[55])
    stop = officer.may("中止", (here | quick) >> away, ARL[39, 1])
    go_on = officer.may("恢复", away >> BACK, ARL[39, 2])
    extend = officer.may("延期", here >> STAY, ARL[62, 1], extends=reply)
    ask = officer.may("补正", here >> asked, ARL[31, 1])
    supply = asker.may("提交", asked >> here, ARL[31, 3], within=correction)
    leave = correction.lapsing("视为放弃", asked >> done, ARL[31, 2], outcome=Outcome.LEFT)
    judge = officer.may("认定复杂", here >> STAY, ARL[62], asks={"complex": Ask("复杂", "flag")}, marks={"judged": ON})
    opine = officer.may("意见书", here >> STAY, ARL[76], starts=(report,))
    tell = asker.may("报送", here >> STAY, ARL[76], within=report)
    order = officer.may("责令", here >> STAY, ARL[77, 2], starts=(named,), asks={"by_day": Ask("履行期限", "day")})
    obey = asker.may("履行", here >> STAY, ARL[77, 1], within=named)
    late = reply.lapsing("逾期", here >> STAY, ARL[62, 1], dated="expiry", closes=False)
    answer = officer.may("答复", (here | quick) >> done, ARL[61], within=(reply, short), outcome=Outcome.DONE)


def course(*events: tuple) -> Course:
    taken = [Happened(step, date.fromisoformat(on), data=dict(*rest)) for step, on, *rest in events]
    return Course.of(Example, Happened("opened", START), taken)


def naive_end(start: date, days: int, paused: set[date]) -> date:
    day, counted = start, 0
    while counted < days or not calendar().is_working(day) or day in paused:
        day += DAY
        counted += day not in paused and counted < days
    return day


@settings(deadline=None, max_examples=150)
@given(st.lists(st.integers(0, 25), min_size=0, max_size=9), st.integers(0, 1))
def test_pauses_and_extension_against_a_naive_count(gaps, extended):
    """Stops and goes alternate; the day of the stop is out, the day of going on is in."""
    walked, day, paused = Course(Example, Happened("opened", START)), START, set()
    if extended:
        walked.take(Happened("extend", day))
    for number, gap in enumerate(gaps):
        before, day = day, day + gap * DAY
        if number % 2:
            paused |= {before + n * DAY for n in range((day - before).days)}
        walked.take(Happened("go_on" if number % 2 else "stop", day))
    run = walked.running(Example.reply)
    expected = naive_end(START, 90 if extended else 60, paused)
    if len(gaps) % 2 and day <= expected:
        assert walked.last_day(run) is None
    else:
        assert walked.last_day(run) == expected
    assert [run.limit.name for run in walked.runs] == ["reply"]  # detours end nothing and begin nothing


def test_each_track_has_its_own_limit_and_conversion_ends_the_other():
    walked = course(("hasten", "2024-03-11"))
    assert [(run.limit.name, run.open) for run in walked.runs] == [("reply", False), ("short", True)]
    walked.take(Happened("slow", date(2024, 3, 20)))
    assert [(run.limit.name, run.open, run.started_on) for run in walked.runs] == [
        ("reply", False, START),
        ("short", False, date(2024, 3, 11)),
        ("reply", True, date(2024, 3, 20)),
    ]


def test_a_limit_met_in_an_earlier_stay_begins_anew_on_the_next():
    walked = course(("ask", "2024-03-11"), ("supply", "2024-03-12"), ("ask", "2024-03-13"))
    assert [(run.met_on, run.open) for run in walked.runs if run.limit is Example.correction] == [
        (date(2024, 3, 12), False),
        (None, True),
    ]


def test_back_leads_to_where_the_detour_began_however_often():
    walked = course(
        ("hasten", "2024-03-11"),
        ("stop", "2024-03-12"),
        ("go_on", "2024-03-13"),
        ("stop", "2024-03-14"),
        ("go_on", "2024-03-15"),
    )
    assert walked.state is Example.quick


def test_a_limit_with_a_ground_begins_only_on_it():
    assert course(("opine", "2024-03-11")).latest_run(Example.report) is None
    walked = course(("judge", "2024-03-11", {"complex": True}), ("opine", "2024-03-12"))
    assert walked.running(Example.report).started_on == date(2024, 3, 12)
    assert walked.answers == {"complex": True, "judged": date(2024, 3, 11)}


def test_beginning_again_takes_the_place_of_the_open_run():
    walked = course(("judge", "2024-03-11", {"complex": True}), ("opine", "2024-03-12"), ("opine", "2024-03-20"))
    runs = [run for run in walked.runs if run.limit is Example.report]
    assert [(run.started_on, run.ended_on) for run in runs] == [
        (date(2024, 3, 12), date(2024, 3, 20)),
        (date(2024, 3, 20), None),
    ]


def test_the_organ_names_the_day():
    walked = course(("order", "2024-03-11", {"by_day": "2024-04-01"}))
    run = walked.running(Example.named)
    assert (walked.last_day(run), walked.due(run)) == (date(2024, 4, 1), None)


def test_a_duty_outlives_its_limit():
    walked = course()
    assert walked.expired(date(2024, 5, 7)) is None
    event = walked.expired(date(2024, 5, 8))
    assert event == Happened("late", date(2024, 5, 7))
    walked.take(event)
    run = walked.running(Example.reply)
    assert (run.open, run.lapsed_on, walked.expired(date(2025, 1, 1))) == (True, date(2024, 5, 7), None)
    walked.take(Happened("answer", date(2024, 6, 3), "DONE"))
    assert (run.open, run.met_on, walked.closed, walked.concluded_on) == (
        False,
        date(2024, 6, 3),
        True,
        date(2024, 6, 3),
    )


def test_a_limit_that_ran_out_elsewhere_lapses_on_return_and_never_before_the_last_event():
    class Elsewhere(Procedure, code="elsewhere", title="示例", since="2024-01-01"):
        officer = Office("承办人")
        here, away = State("办理中", start=True), State("另处")
        done = State("已办结", final=True)

        class Outcome(Outcomes):
            LEFT = "视为放弃", ARL[31, 2]

        reply = Limit(clock("RC-CORRECT-REPLY"))
        stop = officer.may("离开", here >> away, ARL[39])
        go_on = officer.may("回来", away >> BACK, ARL[39])
        leave = reply.lapsing("视为放弃", here >> done, ARL[31, 2], outcome=Outcome.LEFT)

    walked = Course(Elsewhere, Happened("opened", START))
    walked.take(Happened("stop", date(2024, 3, 11)))
    assert walked.expired(date(2024, 5, 1)) is None
    walked.take(Happened("go_on", date(2024, 5, 6)))
    assert walked.expired(date(2024, 5, 7)) == Happened("leave", date(2024, 5, 6), "LEFT")


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(sorted(Example.steps)), st.integers(-3, 40)), max_size=25))
def test_any_walk_keeps_one_state_and_whole_stays(tried):
    """Whatever is tried, lawful steps alone are taken, and the stays join without gap or overlap."""
    walked, day = Course(Example, Happened("opened", START)), START
    for name, gap in tried:
        day += gap * DAY
        step = Example.steps[name]
        offered = step in open_steps(walked, day, {})
        data = {"by_day": (day + DAY).isoformat()} if name == "order" else {}
        if refusal(walked, step, day, {}, data=data) is not None:
            assert not offered or data
            continue
        if step.lapses is None:
            walked.take(Happened(name, day, "DONE" if step.outcomes else None, data))
    assert walked.stays[-1].state is walked.state and walked.stays[-1].left is None
    assert all(
        a.left == b.entered and a.entered <= a.left for a, b in zip(walked.stays, walked.stays[1:], strict=False)
    )
    for run in walked.runs:
        assert not (run.open and walked.closed)
        assert sum(each is not None for each in (run.met_on, run.ended_on)) <= 1
        assert walked.running(run.limit) is None or sum(r.open for r in walked.runs if r.limit is run.limit) == 1


@pytest.mark.parametrize(
    ("steps", "name", "on", "says"),
    [
        ((), "supply", "2024-03-11", "当前状态为“办理中”，“提交”只能在“待补正”时进行"),
        ((), "stop", "2024-03-07", "早于收到日期2024-03-08"),
        ((("stop", "2024-03-20"),), "go_on", "2024-03-19", "早于上一步骤“中止”的日期2024-03-20"),
        ((("extend", "2024-03-20"),), "extend", "2024-03-21", "已延长1次"),
        ((), "extend", "2024-05-08", "已于2024-05-07届满，不能再延长"),
        ((("late", "2024-05-07"),), "stop", "2024-05-06", "不能再补记2024-05-06的“中止”"),
        ((("answer", "2024-03-11"),), "stop", "2024-03-12", "本件已办结"),
    ],
)
def test_what_the_law_does_not_permit_is_said_in_one_sentence(steps, name, on, says):
    said = refusal(course(*steps), Example.steps[name], date.fromisoformat(on), {})
    assert says in said and said.endswith("。") and said.count("。") == 1


class Owing(Procedure, code="course_owing", title="义务人示例", since="2024-01-01"):
    """An office, a person and a public body that is a party, each with a limit; one that either may meet; an at-least one."""

    officer, person, body = Office("承办人"), Party("申请人"), Party("被申请人", organ=True)
    here, done = State("办理中", start=True), State("已办结", final=True)
    decide, suit, answer = Limit(clock("RC-DECIDE-ORD")), Limit(clock("RC-SUE")), Limit(clock("RC-ANSWER-ORD"))
    report, hearing = Limit(clock("RC-OPINION-REPORT")), Limit(clock("RC-HEARING-NOTICE"))

    finish = officer.must("决定", here >> done, ARL[61], within=(decide, report))
    sue = person.may("起诉", here >> STAY, ARL[61], within=(suit, report))
    reply = body.may("答复", here >> STAY, ARL[48], within=answer)
    hear = officer.may("听证", here >> STAY, ARL[50], within=hearing)


def test_who_owes_a_limit_follows_from_who_may_meet_it():
    assert {limit.name: actor.name for limit, actor in Owing.owed_by.items()} == {
        "decide": "officer", "suit": "person", "answer": "body", "report": "officer", "hearing": "officer",
    }  # fmt: skip
    assert [limit.name for limit in Owing.limits.values() if Owing.presses(limit)] == ["decide", "answer", "report"]
