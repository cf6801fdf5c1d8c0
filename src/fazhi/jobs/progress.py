"""How far a running job is. What its own transaction would hide is written beside it.

The work and the job's completion are one transaction, so until it ends nothing written in it can be seen. On
PostgreSQL the progress goes through a second connection; SQLite has one writer, so it goes into a file, which
every reader is near enough to read: such a database is on one machine.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from fazhi.jobs.models import Job, State
from fazhi.people.api import Sight

FOLDER = "jobs"
SECONDS = 0.5  # no reader looks oftener


class Interrupted(Exception):
    """The worker is being stopped: what was begun is undone and waits for the next worker."""


class LeaseLost(Exception):
    """Another worker has taken the job over: what was done here is undone."""


@dataclass(frozen=True)
class Lease:
    """Who holds a job, and for how long after each sign of life."""

    holder: str
    length: timedelta

    def end(self) -> datetime:
        return timezone.now() + self.length


def never() -> bool:
    return False


@dataclass
class Task:
    """A running job as its kind sees it. `by` is the asker's sight on the day of the run."""

    job: Job
    by: Sight
    lease: Lease
    stopping: Callable[[], bool] = never
    _told: float = field(default=0.0, init=False)
    _beside: BaseDatabaseWrapper | None = field(default=None, init=False)

    @property
    def arguments(self) -> dict[str, Any]:
        found: dict[str, Any] = self.job.arguments
        return found

    def tell(self, label: str, done: int = 0, total: int | None = None) -> None:
        """Say how far the work is and renew the lease. Cheap to call often. Interrupted when the worker must stop."""
        if self.stopping():
            raise Interrupted
        job, now = self.job, time.monotonic()
        if label == job.label and now - self._told < SECONDS:
            return
        self._told = now
        job.label, job.done, job.total = label[:80], done, total
        if connection.vendor == "sqlite":
            write_file(job)  # the one write lock is held: it keeps every other worker away longer than a lease could
        else:
            self._through_another_connection()

    def counting(self, label: str, total: int | None = None) -> Callable[[int], None]:
        """`tell` as the callback of a room below, which only counts."""
        return lambda done: self.tell(label, done, total)

    def close(self) -> None:
        """Leave nothing of the progress beside the row; the task may still go on."""
        if self._beside is not None:
            self._beside.close()
            self._beside = None
        file_of(self.job.pk).unlink(missing_ok=True)

    def _through_another_connection(self) -> None:
        """Whether the lease was lost meanwhile is settled when the job is completed."""
        job = self.job
        if self._beside is None:
            self._beside = connection.copy()
        with self._beside.cursor() as cursor:
            cursor.execute(
                f'UPDATE "{Job._meta.db_table}" SET done = %s, total = %s, label = %s, until = %s '
                "WHERE id = %s AND state = %s AND holder = %s",
                [job.done, job.total, job.label, self.lease.end(), job.pk, State.RUNNING, self.lease.holder],
            )


def file_of(job: int) -> Path:
    return Path(settings.VAR) / FOLDER / f"{job}.json"


def write_file(job: Job) -> None:
    path = file_of(job.pk)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps([job.done, job.total, job.label]), encoding="utf-8")
    part.replace(path)


def with_progress(job: Job) -> Job:
    """The job with what is written beside it, if it is running."""
    if job.state == State.RUNNING and connection.vendor == "sqlite":
        try:
            job.done, job.total, job.label = json.loads(file_of(job.pk).read_text(encoding="utf-8"))
        except FileNotFoundError:
            pass
    return job


def told_lately(job: int, within: timedelta) -> bool:
    """Whether something was written beside the job in that time."""
    try:
        return time.time() - file_of(job).stat().st_mtime < within.total_seconds()
    except FileNotFoundError:
        return False
