"""From a course to the rows that lists are drawn from: the case's columns and its deadlines."""

from datetime import date, datetime

from fazhi.casework.models import Case, Deadline
from fazhi.days import Calendar
from fazhi.procedure import Course, Running


def set_columns(case: Case, course: Course, deadlines: list[Deadline]) -> None:
    """Bring the case's columns up to its course."""
    case.state = course.state.name
    if course.outcome and not case.outcome:
        case.concluded_on = course.latest
    case.outcome = course.outcome or ""
    case.closed_on = course.latest if course.closed else None
    dues = [d.due_on for d in deadlines if d.open and d.due_on is not None and _to_be_met(course, d)]
    case.next_due = min(dues) if dues else None


def _to_be_met(course: Course, deadline: Deadline) -> bool:
    clock = course.procedure.limits[deadline.limit].clock
    return clock.most is not None


def deadlines_of(case: Case, course: Course, calendar: Calendar) -> list[Deadline]:
    """Every run of every limit as a row (unsaved), in the order in which they started."""
    return [_deadline(case, course, number, run, calendar) for number, run in enumerate(course.runs, start=1)]


def _deadline(case: Case, course: Course, number: int, run: Running, calendar: Calendar) -> Deadline:
    due = course.due(run, calendar)
    original = course.due(run, calendar, original=True) if run.extended else due
    last = course.last_day(run, calendar)
    return Deadline(
        case=case,
        city=case.city,
        year=case.year,
        run=number,
        limit=run.limit.name,
        clock=run.limit.clock.id,
        started_on=run.started_on,
        due_on=last,
        due_at=due.on if due is not None and isinstance(due.on, datetime) else None,
        original_on=_day(original.on) if original is not None and not original.paused else last,
        paused=due is not None and due.paused and run.open,
        provisional=due is not None and due.provisional,
        lapses_on=_lapses_on(course, run, last),
        met_on=run.met_on,
        open=run.open,
    )


def _lapses_on(course: Course, run: Running, last: date | None) -> date | None:
    """The day a limit with a consequence is past: the pulse looks at nothing else."""
    has_lapse = any(course.state in step.sources for step in course.procedure.lapses(run.limit))
    return last if run.open and has_lapse else None


def _day(on: date | datetime) -> date:
    return on.date() if isinstance(on, datetime) else on


CHANGING = [
    "due_on", "due_at", "original_on", "paused", "provisional", "lapses_on", "met_on", "open", "started_on",
]  # fmt: skip


def store_deadlines(deadlines: list[Deadline]) -> None:
    """Write the derived rows: one statement, inserting new runs and bringing old ones up to date."""
    if deadlines:
        Deadline.objects.bulk_create(
            deadlines, update_conflicts=True, unique_fields=["case", "run"], update_fields=CHANGING
        )
