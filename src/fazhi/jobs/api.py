"""The one door of the room."""

from fazhi.jobs.alive import EVERY, beat, leave, name_of_this_process, somebody_works
from fazhi.jobs.asking import AlreadyAsked, NotNow, ask, ask_again, call_off, seen_jobs
from fazhi.jobs.kinds import Arguments, Kind, Outcome, Unfinished, register_kind
from fazhi.jobs.leasing import prune
from fazhi.jobs.models import Job, State
from fazhi.jobs.progress import Interrupted, Lease, Task, with_progress
from fazhi.jobs.working import run_all, run_next

__all__ = [
    "EVERY", "AlreadyAsked", "Arguments", "Interrupted", "Job", "Kind", "Lease", "NotNow", "Outcome", "State", "Task",
    "Unfinished", "ask", "ask_again", "beat", "call_off", "leave", "name_of_this_process", "prune", "register_kind", "run_all",
    "run_next", "seen_jobs", "somebody_works", "with_progress",
]  # fmt: skip
