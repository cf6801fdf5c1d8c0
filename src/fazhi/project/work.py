"""`fazhi work`: everything that goes on beside the website, in one process: jobs, the pulse, the journal's checkpoints."""

import logging
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from types import FrameType

import click
from django.db import DatabaseError, OperationalError, close_old_connections

from fazhi.casework.api import pulse
from fazhi.jobs.api import EVERY, Lease, beat, leave, name_of_this_process, prune, run_all
from fazhi.journal.api import JournalError, checkpoint
from fazhi.terminal import as_json

log = logging.getLogger(__name__)
LOOK = 0.3  # seconds between two looks for a waiting job: a small import then feels immediate
STEP = 1.0  # seconds between two looks at the clock
CHECKPOINT = timedelta(seconds=30)  # promised: at least every minute
PRUNE = timedelta(days=1)


@click.command()
@click.option("--pulse-every", type=click.IntRange(1), default=3600, show_default=True, help="每隔若干秒处理届满的期限")
@click.option(
    "--lease", type=click.IntRange(1), default=120, show_default=True, help="进程中断后，若干秒由其他进程接办"
)
@click.option("--once", is_flag=True, help="办完正在等待的任务即结束")
@click.option("--json", "as_data", is_flag=True, help="输出JSON")
def work(pulse_every: int, lease: int, once: bool, as_data: bool) -> None:
    """在后台办理任务、处理届满的期限并建立日志检查点，直到停止；可以同时运行几个。"""
    name = name_of_this_process()
    held = Lease(name, timedelta(seconds=lease))
    if once:
        done = run_all(held)
        click.echo(as_json({"process": name, "jobs": done}) if as_data else f"办理了{done}项任务。")
        return
    if as_data:
        click.echo(as_json({"process": name}))
    stopping = threading.Event()
    _stop_on_signals(stopping)
    clock = Clock(name, timedelta(seconds=pulse_every), stopping)
    clock.start()
    while not stopping.is_set():
        _guarded(lambda: run_all(held, stopping.is_set))
        stopping.wait(LOOK)
    clock.join(timeout=5)


def _stop_on_signals(stopping: threading.Event) -> None:
    def stop(number: int, frame: FrameType | None) -> None:
        stopping.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)


@dataclass
class Duty:
    """Something done again and again; `due` is a reading of the monotonic clock, and the first is at once."""

    every: timedelta
    do: Callable[[], object]
    due: float = 0.0


class Clock(threading.Thread):
    """What is done by the clock, beside the jobs: a long job must not keep a limit from lapsing."""

    def __init__(self, name: str, pulse_every: timedelta, stopping: threading.Event) -> None:
        super().__init__(daemon=True)
        self.worker, self.stopping = name, stopping
        self.quick = (Duty(EVERY, lambda: beat(name)), Duty(CHECKPOINT, checkpoint), Duty(PRUNE, prune))
        # a pulse that settles thousands of cases lets the quick duties through between two of them
        self.slow = Duty(pulse_every, lambda: pulse(progress=lambda _: self.turn(self.quick)))

    def run(self) -> None:
        while not self.stopping.is_set():
            self.turn((*self.quick, self.slow))
            self.stopping.wait(STEP)
        _guarded(lambda: leave(self.worker))

    def turn(self, duties: tuple[Duty, ...]) -> None:
        """Do each duty whose time has come."""
        for duty in duties:
            if duty.due <= time.monotonic():
                duty.due = time.monotonic() + duty.every.total_seconds()
                _guarded(duty.do)


def _guarded(duty: Callable[[], object]) -> None:
    """A database that is busy or away, or a log that is refused, is told, and the next turn tries again."""
    try:
        duty()
    except OperationalError as error:
        log.warning("background work waits for the database: %s", error)
    except (DatabaseError, JournalError):
        log.exception("background work was not done this time")
    close_old_connections()  # what the server dropped overnight is opened anew
