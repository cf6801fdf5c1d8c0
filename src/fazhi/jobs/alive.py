"""Whether anybody does the jobs: each worker leaves a sign every few seconds."""

import os
import socket
from datetime import timedelta

from django.utils import timezone

from fazhi.jobs.models import Job, State, Worker
from fazhi.jobs.progress import told_lately
from fazhi.registers.api import this_city

EVERY = timedelta(seconds=5)
SILENT = timedelta(seconds=30)


def name_of_this_process() -> str:
    return f"{socket.gethostname()[:60]}:{os.getpid()}"


def beat(name: str) -> None:
    """This worker is alive; those silent for a day are forgotten."""
    now = timezone.now()
    Worker.objects.update_or_create(name=name, defaults={"seen_at": now})
    Worker.objects.filter(seen_at__lt=now - timedelta(days=1)).delete()


def leave(name: str) -> None:
    """This worker has ended in good order."""
    Worker.objects.filter(name=name).delete()


def somebody_works() -> bool:
    """A worker was seen lately; while a long write on SQLite keeps it from saying so, its job's progress says it."""
    now = timezone.now()
    if Worker.objects.filter(city=this_city(), seen_at__gte=now - SILENT).exists():
        return True
    running = Job.objects.filter(city=this_city(), state=State.RUNNING).values_list("pk", flat=True)
    return any(told_lately(pk, 2 * SILENT) for pk in running)
