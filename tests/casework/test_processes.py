"""Several processes on one database: every step once, every consequence once, killed or not.

On a SQLite file (slow), and on the PostgreSQL server of the settings (postgres).
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from random import Random
from signal import SIGKILL
from typing import Any

import pytest

CASES = 60
START = "import django; django.setup()\n"
PREPARE = """
import sys
from datetime import date
from django.core.management import call_command
call_command("migrate", verbosity=0)
from fazhi.casework.api import Intake, open_case
from fazhi.people.api import Ability, Kind, Level, Organisation, Place, Sight
city = Place.objects.create(code="321100", city="C321100", name="镇江市", level=Level.CITY)
org = Organisation.objects.create(city="C321100", name="镇江市司法局", short="市司法局", kind=Kind.DEPARTMENT, place=city,
                                  since=date(2000, 1, 1))
by = Sight(who="user:1", everything=True, abilities=frozenset(Ability))
day = date(2024, 2, 7)
facts = {"channel": "post", "act": "penalty", "respondent": org, "applied_on": day}
for _ in range(int(sys.argv[1])):
    open_case(Intake("reconsideration", "不服行政处罚决定", org, "321100", day, facts), by=by)
"""
PULSE = """
from datetime import date
from fazhi.casework.api import pulse
print("go", flush=True)
print(pulse(date(2024, 3, 1)).total, flush=True)
"""
RACE = """
import json, sys
from datetime import date
from fazhi.casework.api import Case, NotPermitted, Stale, act
from fazhi.people.api import Organisation, Sight
path = Organisation.objects.get().path
by = Sight(who=sys.argv[1], mandates=frozenset({("reconsideration", "officer", path)}))
print("go", flush=True)
sys.stdin.readline()
won = []
for case in Case.objects.order_by("pk"):
    try:
        act(case, "negotiate", by=by, on=date(2024, 2, 8), expected=1, key=f"{sys.argv[1]}-{case.pk}")
        won.append(case.pk)
    except Stale:
        pass
    try:
        act(case, "ask_designation", by=by, on=date(2024, 2, 9), key=f"same-{case.pk}")
    except NotPermitted:
        pass
print(json.dumps(won), flush=True)
"""
LOOK = """
import json
from collections import Counter
from fazhi.casework.api import Case, current_calendar, read
from fazhi.casework.deriving import COLUMNS, deadlines_of
from fazhi.journal.api import Entry, verify
kinds = Counter((e.subject, e.kind.rpartition(".")[2]) for e in Entry.objects.filter(stream="case"))
whole = verify().sound
for case in Case.objects.all():
    course, entries = read(case)
    derived = [dict(zip(COLUMNS, (case.pk, *run[:-1]))) for run in deadlines_of(case, course, current_calendar())]
    whole = whole and list(case.deadlines.order_by("run").values(*COLUMNS)) == derived
    whole = whole and (case.state, case.version) == (course.state.name, len(entries))
fired = [kinds[case.pk, "deem_accepted"] for case in Case.objects.order_by("pk")]
both = [(kinds[case.pk, "negotiate"], kinds[case.pk, "ask_designation"]) for case in Case.objects.order_by("pk")]
print(json.dumps({"whole": whole, "fired": fired, "both": both}))
"""
Run = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def run(own_database: dict[str, str]) -> Run:
    """Starts a process that runs some code against a database of its own, in which CASES applications wait."""

    def start(code: str, *arguments: str) -> subprocess.Popen[str]:
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        return subprocess.Popen([sys.executable, "-c", START + code, *arguments], env=own_database, **pipes)

    prepared = start(PREPARE, str(CASES))
    assert prepared.wait(300) == 0
    return start


def told(process: subprocess.Popen[str]) -> list[str]:
    said, _ = process.communicate("\n", timeout=300)
    assert process.returncode == 0
    return said.splitlines()


def look(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(run(LOOK))[-1])
    return found


def test_a_pulse_killed_again_and_again_fires_each_once(run: Run) -> None:
    random = Random(20240301)
    progress = []
    for _ in range(8):
        process = run(PULSE)
        assert process.stdout is not None and process.stdout.readline() == "go\n"
        time.sleep(random.random() * 0.12)
        os.kill(process.pid, SIGKILL)
        process.communicate()
        progress.append(sum(look(run)["fired"]) if len(progress) % 3 == 0 else 0)
    assert max(progress) > 0, "no pulse was killed in the middle"
    told(run(PULSE))
    assert look(run) == {"whole": True, "fired": [1] * CASES, "both": [[0, 0]] * CASES}
    assert told(run(PULSE))[-1] == "0"


def test_two_pulses_at_once_fire_each_once(run: Run) -> None:
    fired = [int(told(each)[-1]) for each in [run(PULSE), run(PULSE)]]
    assert sum(fired) == CASES
    assert look(run)["fired"] == [1] * CASES and look(run)["whole"]


def test_two_officers_at_once_take_each_step_once(run: Run) -> None:
    """One wins each case, the other is told; a key that both send is one event."""
    racers = [run(RACE, "user:1"), run(RACE, "user:2")]
    for each in racers:
        assert each.stdout is not None and each.stdout.readline() == "go\n"
    won = [json.loads(told(each)[-1]) for each in racers]
    assert len(won[0]) + len(won[1]) == CASES and not set(won[0]) & set(won[1])
    assert look(run) == {"whole": True, "fired": [0] * CASES, "both": [[1, 1]] * CASES}


def test_a_pulse_beside_an_officer(run: Run) -> None:
    """The officer's step of 8 February comes before the expiry of the 20th, or the law's comes first: never both."""
    officer, law = run(RACE, "user:1"), run(PULSE)
    for each in (officer, law):
        assert each.stdout is not None and each.stdout.readline() == "go\n"
    told(officer)
    told(law)
    found = look(run)
    assert found["whole"]
    assert all(fired + negotiated == 1 for fired, (negotiated, _) in zip(found["fired"], found["both"], strict=True))
