"""W1 and W2: steps in bulk and one by one, the pulse of one intake, beside a state machine library that stores as little."""

import sqlite3
from dataclasses import replace
from datetime import date, timedelta

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from statemachine import State, StateMachine

from bench.city import DATA
from bench.measuring import Line, cpu, line
from fazhi.casework.api import Case, Intake, act, enter_many, open_case
from fazhi.city.zhenjiang.build import MOVER
from fazhi.city.zhenjiang.ground import Ground, lay, random_for
from fazhi.city.zhenjiang.years import reconsideration
from fazhi.people.api import User
from fazhi.project.schema import prepare

SINGLE = 200


class Peer(StateMachine):
    """Five transitions, as W2 has them."""

    received = State(initial=True)
    accepted, served, answered, heard = State(), State(), State(), State()
    decided = State(final=True)
    go = received.to(accepted) | accepted.to(served) | served.to(answered) | answered.to(heard) | heard.to(decided)


def measure() -> list[Line]:
    DATA.mkdir(exist_ok=True)
    if connection.vendor == "sqlite":
        file = DATA / "casework.sqlite3"
        file.unlink(missing_ok=True)
        connection.close()
        connection.settings_dict["NAME"] = file
    prepare()
    ground = lay()
    peer = _peer()
    return [_bulk(ground, peer), *_one_by_one(ground, peer)]


def _bulk(ground: Ground, peer: float) -> Line:
    dossiers = list(reconsideration.histories(ground, random_for("reconsideration", 2024)))
    steps = sum(len(dossier.steps) + 1 for dossier in dossiers)

    def enter() -> None:
        with transaction.atomic():
            enter_many(dossiers, by=MOVER)
            transaction.set_rollback(True)

    rate = steps / cpu(enter, 3)
    note = f"{steps:,} steps; limits, chain and facts included"
    name = "python-statemachine, row and event stored"
    return line(
        "W2", "steps of whole histories in bulk", rate, "steps/CPU-s", 20_000, peer=name, theirs=peer, note=note
    )


def _one_by_one(ground: Ground, peer: float) -> list[Line]:
    officer = User.objects.create(username="bench")
    today = date.today()
    intake = Intake(
        "reconsideration", "不服行政处罚决定", ground.body("市司法局"), ground.city, today - timedelta(days=3),
        {"channel": "post", "act": "penalty", "respondent": ground.body("市公安局"), "applied_on": today - timedelta(days=3)},
        officer=officer.pk,
    )  # fmt: skip
    with CaptureQueriesContext(connection) as opening:
        open_case(intake, by=MOVER)
    cost = cpu(lambda: [open_case(intake, by=MOVER) for _ in range(SINGLE)], 3) / SINGLE * 1000
    holder = replace(MOVER, mandates=frozenset({("reconsideration", "officer", ground.body("市司法局").path)}))
    cases = iter(Case.objects.order_by("pk")[: 3 * SINGLE])
    step = cpu(lambda: [act(next(cases), "accept", by=holder, on=today) for _ in range(SINGLE)], 3) / SINGLE
    writes = [query["sql"] for query in opening if query["sql"].split()[0] in {"INSERT", "UPDATE"}]
    return [
        line("W1", "one intake (room, without HTTP)", cost, "CPU-ms", 3.0, note=f"{len(writes)} writing statements"),
        line("W2", "one step by act()", 1 / step, "steps/CPU-s", None, peer="python-statemachine", theirs=peer),
    ]


def _peer() -> float:
    """Transitions per CPU second: load, move, store row and event, as the peer's own figure was taken."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, state TEXT)")
    base.execute("CREATE TABLE event (one INTEGER, state TEXT)")
    base.executemany("INSERT INTO one VALUES (?, 'received')", [(n,) for n in range(200)])

    def walk() -> None:
        base.execute("UPDATE one SET state = 'received'")
        for number in range(200):
            for _ in range(5):
                (state,) = base.execute("SELECT state FROM one WHERE id = ?", (number,)).fetchone()
                machine = Peer(start_value=state)
                machine.send("go")
                stored = next(iter(machine.configuration)).id
                base.execute("UPDATE one SET state = ? WHERE id = ?", (stored, number))
                base.execute("INSERT INTO event VALUES (?, ?)", (number, stored))
            base.commit()

    return 1000 / cpu(walk, 3)
