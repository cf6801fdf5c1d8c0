"""Asking for a job, asking again, calling it off, and who sees which."""

from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from fazhi.jobs.kinds import Arguments, kind_of
from fazhi.jobs.models import Job, State
from fazhi.people.api import Ability, NotAllowed, Sight
from fazhi.registers.api import this_city

AGAIN = (State.FAILED, State.CANCELLED)


class AlreadyAsked(ValueError):
    """Someone else has asked for the very same; the message says who and when."""


class NotNow(ValueError):
    """The job is not in a state in which this can be done."""


def ask(kind: str, arguments: Arguments, *, by: Sight, key: str, title: str) -> Job:
    """Ask for a job in the caller's transaction: it waits if that commits. The same key is the same job.

    Asking for what has failed or was called off puts it to work again with the new arguments. Raises NotAllowed, also
    for who is not logged in, and AlreadyAsked.
    """
    declared = kind_of(kind)
    declared.admit(by, arguments)
    if by.user is None:
        raise NotAllowed("请先登录，再提出后台任务。")
    made = _made(kind, dict(arguments), by.user, key[:120], title[:200])
    if made.asked_by_id != by.user:
        asked = f"{timezone.localtime(made.asked_at):%Y-%m-%d %H:%M}"
        raise AlreadyAsked(f"{made.asked_by}已于{asked}提出同一项任务，请等待其完成，不要重复办理。")
    return made


def _made(kind: str, arguments: dict[str, Any], user: int, key: str, title: str) -> Job:
    """The job under a key: made, found, or put to work again."""
    values = {"kind": kind, "arguments": arguments, "asked_by_id": user, "title": title}
    with transaction.atomic():
        found = Job.objects.select_for_update().filter(city=this_city(), key=key).first()
        if found is None:
            try:
                with transaction.atomic():
                    return Job.objects.create(key=key, **values)
            except IntegrityError:  # asked for twice at the same moment
                return Job.objects.get(city=this_city(), key=key)
        if found.state in AGAIN:
            _renew(found, **values)
        return found


def _renew(job: Job, **values: Any) -> None:
    now = timezone.now()
    fresh = {
        "state": State.WAITING,
        "attempts": 0,
        "complaint": "",
        "result": {},
        "done": 0,
        "total": None,
        "label": "",
    }
    for name, value in {**fresh, **values, "asked_at": now, "not_before": now, "finished_at": None}.items():
        setattr(job, name, value)
    job.save()


def ask_again(job: Job, by: Sight) -> None:
    """Put one's own failed or cancelled job to work again. Raises NotAllowed, NotNow."""
    _own(job, by)
    kind_of(job.kind).admit(by, job.arguments)
    with transaction.atomic():
        locked = Job.objects.select_for_update().get(pk=job.pk)
        if locked.state not in AGAIN:
            raise NotNow(f"任务已是“{locked.get_state_display()}”，不需要重试。")
        _renew(locked)


def call_off(job: Job, by: Sight) -> None:
    """Call one's own job off before a worker takes it. Raises NotAllowed, NotNow."""
    _own(job, by)
    waiting = Job.objects.filter(pk=job.pk, state=State.WAITING)
    if not waiting.update(state=State.CANCELLED, finished_at=timezone.now()):
        raise NotNow("任务已经开始或者已经结束，不能取消。")


def _own(job: Job, by: Sight) -> None:
    if job.asked_by_id != by.user:
        raise NotAllowed(f"该任务由{job.asked_by}提出，只能由本人办理。")


def seen_jobs(by: Sight) -> models.QuerySet[Job]:
    """One's own jobs, newest first; all of the city's for who supervises."""
    jobs = Job.objects.filter(city=this_city()).select_related("asked_by").order_by("-pk")
    return jobs if by.may(Ability.SEE_JOBS) else jobs.filter(asked_by=by.user)
