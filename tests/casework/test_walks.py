"""Random walks of reconsideration through act(): whatever is tried, by whomever, what is stored holds together."""

from datetime import date, timedelta
from random import Random

import pytest

from fazhi.casework.api import (
    BadAnswers,
    Case,
    NotPermitted,
    act,
    children_of,
    facts_mapping,
    facts_of,
    open_case,
    pulse,
    read,
    retract,
)
from fazhi.journal.api import Entry
from fazhi.people.api import NotAllowed
from fazhi.procedure import LAW, Office, edition_on, refusal

RECONSIDERATION = edition_on("reconsideration", date(2024, 1, 1))
DATA = {
    "missing": "身份证明", "reason": "情况复杂", "cause": "other_case", "record": "当面听取", "document": "某细则", "matter": "不规范",
}  # fmt: skip


@pytest.fixture
def hands(town, appoint) -> dict:
    """One person for each office, and a stranger who holds them all elsewhere."""
    names = [name for name, actor in RECONSIDERATION.actors.items() if isinstance(actor, Office)]
    people = {name: appoint(name, "officer", town.justice, reconsideration=name) for name in names}
    people["stranger"] = appoint("外人", "officer", town.west_justice, reconsideration=" ".join(names))
    return people


def answers(step, day: date, random: Random) -> dict:
    found = {name: DATA[name] for name in step.asks if name in DATA}
    if "cause" in found:
        found["cause"] = random.choice(["death", "other_case", "mediation"])
    found |= {
        name: (day + timedelta(days=random.randrange(-2, 40))).isoformat() for name in step.asks if name.endswith("_by")
    }
    if "remake_ordered" in step.asks:
        found["remake_ordered"] = random.random() < 0.5
    return found


def attempt(case: Case, random: Random, hands: dict, allowed: set[tuple[str, str]]) -> None:
    course = read(case)[0]
    here = course.procedure.leaving(course.state)
    step = random.choice(here if here and random.random() < 0.7 else list(RECONSIDERATION.steps.values()))
    day = course.latest + timedelta(days=random.choice([-1, 0, 1, 2, 5, 9, 20, 45]))
    who = (
        random.choice(list(hands))
        if random.random() < 0.3
        else step.actor.name
        if isinstance(step.actor, Office)
        else "officer"
    )
    outcome = random.choice(step.outcomes).name if step.outcomes else None
    before = Entry.objects.count(), case.version
    try:
        entry = act(case, step.name, by=hands[who], on=day, data=answers(step, day, random), outcome=outcome)
    except (NotPermitted, NotAllowed, BadAnswers, LookupError, ValueError) as refused:
        assert str(refused).strip("'")
        lapses = Entry.objects.count() - before[0]
        assert case.version - before[1] == lapses  # nothing but what the law did before
    else:
        assert step.actor is not LAW
        assert entry.actor == hands[who].who
        assert (who, step.name) in allowed


@pytest.mark.parametrize("seed", range(12))
def test_any_walk_holds_together(seed, intake, officer, hands, is_sound):
    random = Random(seed)
    offices = {name for name in hands if name != "stranger"}
    allowed = {
        (who, step.name)
        for step in RECONSIDERATION.steps.values()
        for who in ({step.actor.name} if isinstance(step.actor, Office) else offices)
    }
    facts = {"simple_ground": "warning", "against_department": seed % 2 == 0, "must_come_first": seed % 3 == 0}
    case = open_case(intake("2024-01-15", **facts), by=officer)
    for _ in range(22):
        attempt(case, random, hands, allowed)
        if random.random() < 0.06 and case.version > 1:
            try:
                retract(case, "误录", by=officer)
            except (NotPermitted, NotAllowed):
                pass
    pulse(date(2025, 6, 1))
    is_sound(case)
    course, entries = read(case)
    kinds = [(entry.kind, entry.on) for entry in entries]
    assert all(
        course.procedure.steps.get(kind.rpartition(".")[2]) or kind.endswith(("opened", "retracted"))
        for kind, _ in kinds
    )
    for step in course.procedure.steps.values():
        if step.lapses is not None:
            fired = [run for run in course.runs if run.limit is step.lapses and run.lapsed_on is not None]
            assert len({run.started_on for run in fired}) == len(fired)
    assert pulse(date(2025, 6, 1)).total == 0
    facts_now = facts_mapping(facts_of(case))
    for name in ("accepted_on", "served_on", "answered_on", "sued_on", "track"):
        said = course.answers.get(name)
        assert facts_now[name] == (
            said if said is not None else type(facts_of(case))._meta.get_field(name).get_default()
        )
    assert not any(refusal(course, step, course.latest, facts_now, children_of(case)) is None for step in course.procedure.steps.values()
                   if course.closed)  # fmt: skip
