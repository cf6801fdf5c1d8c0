"""Which cases a person's list holds, and each as a line of it. Three statements a page: the counts, the cases, their limits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Q, QuerySet

from fazhi.casework.api import Case, Deadline, current_calendar, open_cases
from fazhi.days import Calendar
from fazhi.look.api import Left, left_of
from fazhi.people.api import Sight, branch
from fazhi.procedure import Limit, NoSuchProcedure, Office, Procedure, State, edition_named, procedures
from fazhi.registers.api import this_city

STRIDE = 500


@dataclass(frozen=True)
class Line:
    """One case of a list, in words."""

    case: Case
    business: str
    state: str
    outcome: str
    limit: str
    unit: str | None
    left: Left


def visible(by: Sight) -> QuerySet[Case]:
    """Every case that a person may see, open or closed."""
    rows = Case.objects.filter(city=this_city(), voided_on__isnull=True)
    return by.rows(rows)


def all_open(by: Sight) -> QuerySet[Case]:
    return open_cases(by).filter(city=this_city())


def on_my_desk(by: Sight) -> QuerySet[Case]:
    """Open cases assigned to the person, or unassigned ones that lie at an office for which the person has a mandate."""
    mine = Q(officer_id=by.user)
    for procedure, office, path in sorted(by.mandates):
        states = states_at(procedure, office)
        if states:
            mine |= Q(officer_id=None, procedure=procedure, state__in=states) & branch(path)
    return all_open(by).filter(mine)


@cache
def states_at(code: str, office: str) -> tuple[str, ...]:
    """The states of a procedure, in any edition, that wait for an office."""
    found = {
        name
        for edition in procedures()
        if edition.code == code
        for name, state in edition.states.items()
        if state.desk is not None and state.desk.name == office
    }
    return tuple(sorted(found))


def lines(cases: Sequence[Case], today: date) -> list[Line]:
    """One further statement for all of them: the limits by which they were sorted."""
    calendar = current_calendar()
    nearest = _nearest(cases)
    return [_line(case, nearest.get(case.pk), today, calendar) for case in cases]


def all_lines(cases: Iterable[Case], today: date) -> Iterator[Line]:
    """For exports: in strides, so that memory stays small."""
    stride: list[Case] = []
    for case in cases:
        stride.append(case)
        if len(stride) == STRIDE:
            yield from lines(stride, today)
            stride = []
    yield from lines(stride, today)


def _nearest(cases: Sequence[Case]) -> dict[int, Deadline]:
    """For each case the limit that its office is nearest to; without one a limit that is paused, or the party's own."""
    known = {case.pk: case for case in cases}
    rows = Deadline.objects.filter(case_id__in=list(known), open=True).order_by("case_id", "due_on", "run")
    found: dict[int, tuple[int, Deadline]] = {}
    for row in rows:
        rank = _rank(known[row.case_id], row)
        if rank is not None and (row.case_id not in found or rank < found[row.case_id][0]):
            found[row.case_id] = rank, row
    return {case: row for case, (_, row) in found.items()}


def _rank(case: Case, row: Deadline) -> int | None:
    """What stands first in the list: 0 the limit it is sorted by, 1 one at a standstill, 2 one that a party is to keep."""
    if row.paused:
        return 1
    if _presses(case, row):
        return 0 if row.due_on is not None and row.due_on == case.next_due else None
    return 2 if case.next_due is None and row.due_on is not None else None


def _presses(case: Case, row: Deadline) -> bool:
    procedure = edition_of(case)
    limit = limit_of(procedure, row.limit)
    return procedure is None or limit is None or procedure.presses(limit)


def _line(case: Case, deadline: Deadline | None, today: date, calendar: Calendar) -> Line:
    procedure = edition_of(case)
    limit = limit_of(procedure, deadline.limit) if deadline is not None else None
    unit = limit.clock.unit if limit is not None else None
    paused = deadline is not None and deadline.paused and case.next_due is None
    label = limit_label(procedure, limit) if procedure is not None and limit is not None else ""
    due = None if case.closed_on else case.next_due
    left = left_of(due, unit, today, calendar, paused=paused)
    return Line(
        case,
        procedure.title if procedure else case.procedure,
        state_label(procedure, case.state),
        outcome_label(procedure, case.outcome),
        label,
        unit,
        left,
    )


def edition_of(case: Case) -> type[Procedure] | None:
    """The edition that governs a case; None when its domain is no longer installed."""
    try:
        return edition_named(case.edition)
    except NoSuchProcedure:
        return None


def limit_of(procedure: type[Procedure] | None, name: str) -> Limit | None:
    return procedure.limits.get(name) if procedure else None


def limit_label(procedure: type[Procedure], limit: Limit) -> str:
    """The limit's name, and whose it is when no office is to keep it: 补正期限（申请人）."""
    owing = procedure.owed_by[limit]
    return limit.label if owing is None or isinstance(owing, Office) else f"{limit.label}（{owing.label}）"


def state_label(procedure: type[Procedure] | None, name: str) -> str:
    state: State | None = procedure.states.get(name) if procedure else None
    return state.label if state else name


def outcome_label(procedure: type[Procedure] | None, name: str) -> str:
    outcome = procedure.outcomes.get(name) if procedure else None
    return outcome.label if outcome else name
