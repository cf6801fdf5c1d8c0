"""The worker: takes jobs one at a time and does each in one transaction with its completion."""

import logging
from collections.abc import Callable
from contextlib import nullcontext

from django.db import DatabaseError, transaction

from fazhi.jobs.kinds import NoSuchKind, Outcome, Unfinished, kind_of
from fazhi.jobs.leasing import complete, fail, put_back, take, try_again
from fazhi.jobs.models import Job
from fazhi.jobs.progress import Interrupted, Lease, LeaseLost, Task, never
from fazhi.people.api import NotAllowed, sight_of

log = logging.getLogger(__name__)

#: what a faulty or unlucky run raises; anything else ends the process, and the lease brings the job to the next one
FAULTS = (
    ArithmeticError, AssertionError, AttributeError, DatabaseError, LookupError, MemoryError, OSError, RuntimeError,
    TypeError, ValueError,
)  # fmt: skip


def run_next(lease: Lease, stopping: Callable[[], bool] = never) -> Job | None:
    """Do the next job; None when none waits. The job comes back as it was taken, its row says how it ended."""
    job = take(lease)
    if job is None:
        return None
    task = Task(job, sight_of(job.asked_by), lease, stopping)
    task.close()  # what a killed worker may have left there
    try:
        outcome = _done(task)
    except Unfinished as refused:
        fail(job, lease, str(refused), refused.address)
    except (NotAllowed, NoSuchKind) as refused:
        fail(job, lease, str(refused))
    except Interrupted:
        put_back(job, lease)
    except LeaseLost:
        log.warning("job %s was taken over by another worker; nothing was written here", job.pk)
    except FAULTS:
        log.exception("job %s (%s) could not be done", job.pk, job.kind)
        try_again(job, lease)
    else:
        if outcome.afterwards is not None:
            outcome.afterwards()
    finally:
        task.close()
    return job


def _done(task: Task) -> Outcome:
    """Work and completion, together or not at all."""
    job = task.job
    kind = kind_of(job.kind)
    if not job.asked_by.is_active:
        raise NotAllowed(f"{job.asked_by}的账号已停用，任务不再办理。")
    with transaction.atomic() if kind.atomic else nullcontext():
        kind.admit(task.by, job.arguments)
        outcome = kind.run(task)
        complete(job, task.lease, outcome)
    return outcome


def run_all(lease: Lease, stopping: Callable[[], bool] = never) -> int:
    """Do every job that waits now; returns how many were taken."""
    count = 0
    while not stopping() and run_next(lease, stopping) is not None:
        count += 1
    return count
