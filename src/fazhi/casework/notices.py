"""A new holiday notice arrives: open cases are counted again by it, and every date that moves is listed."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from fazhi.casework.calendars import current_calendar, forget
from fazhi.casework.deriving import deadlines_of, set_columns, store_deadlines
from fazhi.casework.models import Case, Deadline, HolidayNotice
from fazhi.casework.reading import read
from fazhi.days import read_notice
from fazhi.people.api import Sight
from fazhi.registers.api import BadChange


@dataclass(frozen=True)
class Moved:
    """One limit of one open case whose last day is not what it was."""

    case: str
    limit: str
    before: date | None
    after: date | None


def add_notice(text: str, *, by: Sight) -> list[Moved]:
    """Take in a notice (TOML, see the manual) and re-derive every open case that counted on its year provisionally."""
    notice = read_notice(text)
    if HolidayNotice.objects.filter(year=notice.year).exists() or current_calendar().covers(date(notice.year, 1, 1)):
        raise BadChange(f"{notice.year}年的放假通知已经登记({notice.year}年),不能重复登记。")
    with transaction.atomic():
        HolidayNotice.objects.create(year=notice.year, number=notice.number, text=text, added_by=by.who)
        forget()
        moved = rederive()
    return moved


def rederive() -> list[Moved]:
    """Count every provisional limit of an open case again; only derived rows change, never an event."""
    ids = Deadline.objects.filter(open=True, provisional=True).values_list("case_id", flat=True).distinct()
    return [change for case in Case.objects.filter(pk__in=ids).iterator(500) for change in _again(case)]


def _again(case: Case) -> list[Moved]:
    before = {row.run: row for row in case.deadlines.all()}
    course, _ = read(case)
    rows = deadlines_of(case, course, current_calendar())
    set_columns(case, course, rows)
    case.save(update_fields=["next_due", "year"])
    store_deadlines(rows)
    return [
        Moved(case.number, course.procedure.limits[row.limit].label, before[row.run].due_on, row.due_on)
        for row in rows
        if row.run in before and before[row.run].due_on != row.due_on
    ]
