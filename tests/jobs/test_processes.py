"""Several workers on one database, killed or not: every job's work stands exactly once.

On a SQLite file (slow), and on the PostgreSQL server of the settings (postgres).
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from random import Random
from signal import SIGKILL, SIGTERM
from typing import Any

import pytest

JOBS = 12
START = """
import sys, time, json
from datetime import date, timedelta
import django; django.setup()
from fazhi.jobs.api import Job, Kind, Lease, Outcome, State, ask, name_of_this_process, register_kind, run_all, with_progress
from fazhi.people.api import Kind as BodyKind, Level, Organisation, Place, Post, User, sight_of
def fill(task):
    for row in range(8):
        Organisation.objects.create(city="C321100", name=f"{task.arguments['name']}-{row}", kind=BodyKind.DEPARTMENT,
                                    place_id="321100", since=date(2024, 1, 1))
        task.tell(f"第{row}行", row, 8)
        time.sleep(task.arguments["pause"])
    return Outcome(task.arguments["name"], "/")
register_kind(Kind("test.fill", "填", lambda by, arguments: None, fill))
"""
PREPARE = """
from fazhi.project.schema import prepare
prepare()
city = Place.objects.create(code="321100", city="C321100", name="镇江市", level=Level.CITY)
org = Organisation.objects.create(city="C321100", name="镇江市司法局", kind=BodyKind.DEPARTMENT, place=city, since=date(2000, 1, 1))
user = User.objects.create(username="clerk", name="周敏", city="C321100")
Post.objects.create(user=user, org=org, title="经办人", role="clerk", since=date(2020, 1, 1))
for number in range(int(sys.argv[1])):
    ask("test.fill", {"name": f"n{number}", "pause": float(sys.argv[2])}, by=sight_of(user), key=f"k{number}", title="填")
"""
WORK = """
lease = Lease(name_of_this_process(), timedelta(seconds=1))
print("go", flush=True)
end = time.monotonic() + 120
while Job.objects.exclude(state=State.DONE).exists() and time.monotonic() < end:
    run_all(lease)
    time.sleep(0.05)
"""
LOOK = """
from collections import Counter
rows = Counter(name.partition("-")[0] for name in Organisation.objects.filter(name__contains="-").values_list("name", flat=True))
jobs = [[job.state, job.attempts, job.holder, with_progress(job).done] for job in Job.objects.order_by("pk")]
print(json.dumps({"rows": rows, "jobs": jobs}))
"""
Run = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def run(own_database: dict[str, str]) -> Run:
    """Starts a process that runs some code against a database of its own; what it says comes by its standard output."""

    def start(code: str, *arguments: str) -> subprocess.Popen[str]:
        pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "text": True}
        command = [sys.executable, "-m", code] if code == "fazhi.project" else [sys.executable, "-c", START + code]
        return subprocess.Popen([*command, *arguments], env=own_database, **pipes)

    return start


def told(process: subprocess.Popen[str]) -> list[str]:
    said, _ = process.communicate(timeout=300)
    assert process.returncode == 0
    return said.splitlines()


def look(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(run(LOOK))[-1])
    return found


def begun(run: Run) -> subprocess.Popen[str]:
    process = run(WORK)
    assert process.stdout is not None and process.stdout.readline() == "go\n"
    return process


def all_once(found: dict[str, Any]) -> None:
    assert found["rows"] == {f"n{number}": 8 for number in range(len(found["jobs"]))}
    assert {state for state, *_ in found["jobs"]} == {"done"}


def test_a_worker_killed_in_the_middle_is_replaced_and_the_work_stands_once(run: Run) -> None:
    assert told(run(PREPARE, "1", "0.2")) == []
    first = begun(run)
    time.sleep(0.7)
    os.kill(first.pid, SIGKILL)
    first.communicate()
    found = look(run)
    assert found["rows"] == {}, "nothing half done is seen"
    [(state, attempts, holder, done)] = found["jobs"]
    assert (state, attempts) == ("running", 1) and holder and done > 0, "it was killed after it had told its progress"
    told(begun(run))
    found = look(run)
    all_once(found)
    assert found["jobs"][0][1] == 2


def test_workers_killed_at_any_point_lose_and_repeat_nothing(run: Run) -> None:
    told(run(PREPARE, str(JOBS), "0.01"))
    random = Random(20241128)
    for _ in range(5):
        process = begun(run)
        time.sleep(random.random() * 0.4)
        os.kill(process.pid, SIGKILL)
        process.communicate()
    told(begun(run))
    all_once(look(run))


def test_two_workers_at_once_do_each_job_once(run: Run) -> None:
    told(run(PREPARE, str(JOBS), "0.01"))
    for each in [begun(run), begun(run)]:
        told(each)
    found = look(run)
    all_once(found)
    assert {attempts for _, attempts, *_ in found["jobs"]} == {1}


def test_the_command_works_until_it_is_stopped(run: Run) -> None:
    """`fazhi work` of another version does not know this kind: it says so in the row, and ends when it is asked to."""
    told(run(PREPARE, "1", "0"))
    process = run("fazhi.project", "work")
    end = time.monotonic() + 60
    while look(run)["jobs"][0][0] != "failed" and time.monotonic() < end:
        time.sleep(0.2)
    process.send_signal(SIGTERM)
    told(process)
    assert look(run)["jobs"][0][0] == "failed"
