"""One's background tasks: how far each is, where its result is, and trying again what failed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRedirect

from fazhi.desk.ledgers.door import whoever_keeps_ledgers
from fazhi.jobs.api import Job, NotNow, State, ask_again, call_off, seen_jobs, somebody_works, with_progress
from fazhi.look.api import FORWARD, page_by_id, sight, watch
from fazhi.people.api import Ability, Sight

NOT_FOUND = "没有找到该后台任务，或者该任务不是您提出的。结束满90天的任务记录会自动清除。"
IMPATIENT = 5  # seconds in which most small tasks end
SOON, LATER = 400, 1500  # milliseconds until the page asks again
TASKS = (Ability.IMPORT_LEDGER, Ability.ADMINISTER, Ability.REVERSE_BATCH, Ability.PUBLISH_REPORT, Ability.SEE_JOBS)


def has_tasks(by: Sight) -> bool:
    return any(by.may(ability) for ability in TASKS)


def _seen(request: HttpRequest, pk: int) -> Job:
    job = seen_jobs(sight(request)).filter(pk=pk).first()
    if job is None:
        raise Http404(NOT_FOUND)
    return with_progress(job)


@whoever_keeps_ledgers
@require_GET
def job_list(request: HttpRequest) -> HttpResponseBase:
    """One's own tasks, newest first; everybody's for who supervises."""
    by = sight(request)
    page = page_by_id(request, seen_jobs(by))
    rows = [with_progress(job) for job in page.rows]
    unfinished = any(not job.over for job in rows)
    context = {
        "page": page,
        "rows": rows,
        "everybody": by.may(Ability.SEE_JOBS),
        "nobody_works": unfinished and not somebody_works(),
    }
    return render(request, "desk/jobs.html", context)


@whoever_keeps_ledgers
@require_GET
def job_page(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A task; whoever waits here for their own goes on to the result once it is there."""
    job = _seen(request, pk)
    address = job.result.get("address", "")
    if job.state == State.DONE and address and _forwards(request) and _own(request, job):
        messages.success(request, job.result["said"])
        return redirect(address)
    return render(request, "desk/job.html", _context(request, job))


@whoever_keeps_ledgers
@require_GET
def job_progress(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The part of the page that changes, asked for again and again; once all is over, the whole page."""
    job = _seen(request, pk)
    if job.over:
        return HttpResponseClientRedirect(reverse("desk:job", args=[pk]) + _query(request))
    return render(request, "desk/job_progress.html", _context(request, job))


def _context(request: HttpRequest, job: Job) -> dict[str, Any]:
    waited = (timezone.now() - job.asked_at).total_seconds()
    before = seen_in_line(job) if job.state == State.WAITING else 0
    return {
        "job": job,
        "own": _own(request, job),
        "seconds": int(waited),
        "delay": SOON if waited < IMPATIENT else LATER,
        "query": _query(request),
        "before": before,
        "nobody_works": not job.over and not somebody_works(),
    }


def seen_in_line(job: Job) -> int:
    """How many tasks of the city come before this one."""
    line = Job.objects.filter(city=job.city, state__in=[State.WAITING, State.RUNNING], pk__lt=job.pk)
    return line.count()


def _own(request: HttpRequest, job: Job) -> bool:
    return job.asked_by_id == sight(request).user


def _forwards(request: HttpRequest) -> bool:
    return FORWARD in request.GET


def _query(request: HttpRequest) -> str:
    return f"?{FORWARD}=1" if _forwards(request) else ""


@whoever_keeps_ledgers
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponseBase:
    job = _seen(request, pk)
    try:
        ask_again(job, sight(request))
    except NotNow as refused:
        messages.error(request, str(refused))
    return watch(job)


@whoever_keeps_ledgers
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    job = _seen(request, pk)
    try:
        call_off(job, sight(request))
    except NotNow as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "已取消，任务没有办理。")
    return redirect("desk:job", pk=pk)
