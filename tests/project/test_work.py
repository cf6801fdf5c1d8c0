"""The background process: what it does by the clock, and that `fazhi serve` starts it and ends it."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError
from django.utils import timezone

from fazhi.jobs.api import somebody_works
from fazhi.jobs.models import Worker
from fazhi.journal.api import Fact, append, head
from fazhi.project import work
from fazhi.project.work import Clock, Duty

LOOK = (
    "import django; django.setup(); from fazhi.jobs.api import somebody_works; from fazhi.jobs.models import Worker; "
    "print(somebody_works(), Worker.objects.count())"
)


def fact() -> Fact:
    return Fact("case", 1, None, "test.happened", timezone.localdate(), timezone.now(), "user:1", {})


@pytest.fixture
def clock() -> Clock:
    return Clock("here:1", timedelta(hours=1), threading.Event())


def test_the_first_turn_beats_checkpoints_and_pulses(db, clock, monkeypatch):
    pulses = []
    monkeypatch.setattr(work, "pulse", lambda progress: pulses.append(progress))
    append(fact())
    clock.turn((*clock.quick, clock.slow))
    assert head().size == 1 and somebody_works() and len(pulses) == 1
    append(fact())
    clock.turn((*clock.quick, clock.slow))
    assert head().size == 1 and len(pulses) == 1, "no duty is done before its time"


def test_new_entries_are_checkpointed_within_a_minute(db, clock):
    append(fact())
    clock.turn(clock.quick)
    append(fact())
    for duty in clock.quick:
        duty.due -= 60
    clock.turn(clock.quick)
    assert head().size == 2


def test_a_long_pulse_lets_the_quick_duties_through(db, clock, monkeypatch):
    def long_pulse(progress: Callable[[int], None]) -> None:
        Worker.objects.all().delete()
        for duty in clock.quick:
            duty.due = 0
        progress(1)

    monkeypatch.setattr(work, "pulse", long_pulse)
    clock.turn((*clock.quick, clock.slow))
    assert somebody_works()


def test_a_busy_database_puts_off_one_duty_and_stops_none(db, clock):
    done: list[str] = []

    def busy() -> None:
        raise OperationalError("database is locked")

    clock.turn((Duty(timedelta(0), busy), Duty(timedelta(0), lambda: done.append("next"))))
    assert done == ["next"]


@pytest.mark.slow
def test_serve_starts_the_work_and_ends_it(tmp_path: Path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "FAZHI_VAR": str(tmp_path),
        "FAZHI_DATABASE": "sqlite",
        "DJANGO_SETTINGS_MODULE": "fazhi.project.settings",
    }

    def run(code: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
        ).stdout.strip()

    run("import django; django.setup(); from fazhi.project.schema import prepare; prepare()")
    serving = subprocess.Popen(
        [sys.executable, "-m", "fazhi.project", "serve", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    end = time.monotonic() + 60
    while run(LOOK) != "True 1" and time.monotonic() < end:
        time.sleep(0.5)
    assert run(LOOK) == "True 1"
    serving.send_signal(signal.SIGTERM)
    serving.wait(timeout=30)
    assert run(LOOK) == "False 0", "the worker has said that it ends"
