"""From a form to the job that it asked for: every face leads to the one page on which the desk shows jobs."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from fazhi.jobs.api import AlreadyAsked, Arguments, Job, ask
from fazhi.look.seeing import sight

PAGE = "desk:job"
FORWARD = "forward"  # in the query: whoever waits here goes on to the result by themselves


def ask_and_watch(
    request: HttpRequest, kind: str, arguments: Arguments, *, key: str, title: str, back: str
) -> HttpResponseRedirect:
    """Ask for a job in the sight of who is here and go where it can be watched; `back` when another has asked already."""
    try:
        job = ask(kind, arguments, by=sight(request), key=key, title=title)
    except AlreadyAsked as other:
        messages.error(request, str(other))
        return redirect(back)
    return watch(job)


def watch(job: Job) -> HttpResponseRedirect:
    return redirect(f"{reverse(PAGE, args=[job.pk])}?{FORWARD}=1")
