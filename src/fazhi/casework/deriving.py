"""From a course to the rows that lists are drawn from: the case's columns and its deadlines."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from fazhi.casework.answers import BadAnswers
from fazhi.casework.inserting import insert
from fazhi.casework.models import Case, Deadline
from fazhi.days import BadPeriod, Calendar
from fazhi.procedure import Course, Running


class Derived(NamedTuple):
    """A run of a limit as its row in the table has it (see Deadline), but for the case; `presses` is not stored."""

    city: str
    year: int
    run: int
    limit: str
    clock: str
    started_on: date
    due_on: date | None
    due_at: datetime | None
    original_on: date | None
    paused: bool
    provisional: bool
    lapses_on: date | None
    met_on: date | None
    open: bool
    presses: bool


COLUMNS = ("case_id", *(name for name in Derived._fields if name != "presses"))
CHANGING = tuple(name for name in COLUMNS if name not in {"case_id", "city", "year", "run"})


def deadlines_of(case: Case, course: Course, calendar: Calendar) -> list[Derived]:
    """Every run of every limit, in the order in which they started. BadAnswers where an hour is missing to count from."""
    try:
        return [_derived(case, course, number, run, calendar) for number, run in enumerate(course.runs, start=1)]
    except BadPeriod as error:
        raise BadAnswers({"moment": str(error)}) from None


def _derived(case: Case, course: Course, number: int, run: Running, calendar: Calendar) -> Derived:
    due = course.due(run, calendar)
    on = run.given if run.given is not None else None if due is None else due.on
    last = _day(on)
    original = course.due(run, calendar, original=True) if run.extended else None
    clock = run.limit.clock
    return Derived(
        case.city,
        case.year,
        number,
        run.limit.name,
        clock.id,
        run.started_on,
        last,
        on if isinstance(on, datetime) else None,
        last if original is None else _day(original.on),
        run.open and due is not None and due.on is None,
        due is not None and due.provisional,
        last if course.lapse(run) is not None else None,
        run.met_on,
        run.open,
        course.procedure.presses(run.limit),
    )


def set_columns(case: Case, course: Course, deadlines: Sequence[Derived]) -> None:
    """Bring the case's columns up to its course; the nearest limit is a public body's own, for it says who is late."""
    case.state = course.state.name
    case.outcome = course.outcome or ""
    case.concluded_on = course.concluded_on
    case.closed_on = course.latest if course.closed else None
    case.next_due = min((d.due_on for d in deadlines if d.open and d.due_on and d.presses), default=None)


def store_deadlines(case: Case, deadlines: Sequence[Derived], before: int) -> None:
    """Write the derived rows of a saved case: one statement; `before` is how many rows it had."""
    insert_deadlines([(case.pk, deadlines)])
    if before > len(deadlines):
        Deadline.objects.filter(case=case, run__gt=len(deadlines)).delete()


def insert_deadlines(deadlines: Iterable[tuple[int, Sequence[Derived]]]) -> None:
    """Insert new runs of cases, by their id, and bring old ones up to date."""
    settings = ", ".join(f'"{name}" = excluded."{name}"' for name in CHANGING)
    rows = ((case, *run[:-1]) for case, runs in deadlines for run in runs)
    insert(Deadline, COLUMNS, rows, f"ON CONFLICT (case_id, run) DO UPDATE SET {settings}")


def _day(on: date | datetime | None) -> date | None:
    return on.date() if isinstance(on, datetime) else on
