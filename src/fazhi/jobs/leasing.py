"""Taking a job and letting go of it. Every change is made on the condition that the lease still holds."""

import logging
from datetime import timedelta

from django.db import connection, models, transaction
from django.utils import timezone

from fazhi.jobs.kinds import Outcome
from fazhi.jobs.models import OVER, Job, State
from fazhi.jobs.progress import Lease, LeaseLost
from fazhi.registers.api import this_city

log = logging.getLogger(__name__)
MOST_ATTEMPTS = 3
PAUSE = timedelta(seconds=5)  # before the second attempt; twice as long before the third
KEPT = timedelta(days=90)
BROKEN_OFF = f"后台程序连续{MOST_ATTEMPTS}次在办理中中断，任务未完成，没有写入任何内容。请稍后重试；仍不能完成的，请告知系统管理员。"


def ready() -> models.QuerySet[Job]:
    """Jobs that a worker may take: waiting ones, and running ones whose lease has ended; oldest first."""
    now = timezone.now()
    waiting = models.Q(state=State.WAITING, not_before__lte=now)
    left = models.Q(state=State.RUNNING, until__lt=now)
    return Job.objects.filter(waiting | left, city=this_city()).order_by("pk")


def take(lease: Lease) -> Job | None:
    """The next job, now held under this lease; None when there is nothing to do."""
    while ready().exists():  # asked without the write lock: a worker that only waits disturbs nobody
        with transaction.atomic():
            job = _locked()
            if job is None:
                return None
            if job.attempts < MOST_ATTEMPTS:
                _hold(job, lease)
                return job
            log.error("job %s was broken off %s times", job.pk, job.attempts)
            _end(Job.objects.filter(pk=job.pk), State.FAILED, complaint=BROKEN_OFF)
    return None


def _locked() -> Job | None:
    """On PostgreSQL a row that another worker is just taking is passed over; on SQLite this transaction is alone."""
    jobs = ready()
    if connection.features.has_select_for_update_skip_locked:
        jobs = jobs.select_for_update(skip_locked=True)
    return jobs.first()


def _hold(job: Job, lease: Lease) -> None:
    job.state, job.holder, job.until = State.RUNNING, lease.holder, lease.end()
    job.attempts += 1
    job.done, job.total, job.label = 0, None, ""
    job.save(update_fields=["state", "holder", "until", "attempts", "done", "total", "label"])


def held(job: Job, lease: Lease) -> models.QuerySet[Job]:
    return Job.objects.filter(pk=job.pk, state=State.RUNNING, holder=lease.holder)


def complete(job: Job, lease: Lease, outcome: Outcome) -> None:
    """The last act of the transaction in which the work was done; LeaseLost undoes it."""
    result = {"said": outcome.said, "address": outcome.address}
    if not _end(held(job, lease), State.DONE, result=result, complaint=""):
        raise LeaseLost


def fail(job: Job, lease: Lease, sentence: str, address: str = "") -> None:
    _end(held(job, lease), State.FAILED, complaint=sentence, result={"said": "", "address": address})


def try_again(job: Job, lease: Lease) -> None:
    """After a fault: wait a little, then again; after the last attempt it has failed."""
    if job.attempts >= MOST_ATTEMPTS:
        fail(
            job, lease, f"程序出错，{MOST_ATTEMPTS}次均未完成，没有写入任何内容。请告知系统管理员（任务编号{job.pk}）。"
        )
        return
    later = timezone.now() + PAUSE * 2 ** (job.attempts - 1)
    held(job, lease).update(state=State.WAITING, holder="", until=None, not_before=later)


def put_back(job: Job, lease: Lease) -> None:
    """A worker that is stopped leaves the job to the next, as if it had not begun."""
    held(job, lease).update(state=State.WAITING, holder="", until=None, attempts=job.attempts - 1)


def _end(jobs: models.QuerySet[Job], state: State, **values: object) -> int:
    return jobs.update(state=state, holder="", until=None, finished_at=timezone.now(), **values)


def prune(kept: timedelta = KEPT) -> int:
    """Forget jobs that ended long ago; what they did stands in its own tables and in the journal."""
    old = Job.objects.filter(city=this_city(), state__in=OVER, finished_at__lt=timezone.now() - kept)
    return old.delete()[0]
