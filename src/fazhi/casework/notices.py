"""A new holiday notice arrives: open cases are counted again by it, and every date that moves is listed."""

from dataclasses import dataclass
from datetime import date

from django.db import models, transaction

from fazhi.casework.calendars import current_calendar, forget
from fazhi.casework.deriving import deadlines_of, set_columns, store_deadlines
from fazhi.casework.models import Case, Deadline, HolidayNotice
from fazhi.casework.reading import File, open_file
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
        raise BadChange(f"{notice.year}年的放假通知已经登记（{notice.year}年），不能重复登记。")
    try:
        with transaction.atomic():
            HolidayNotice.objects.create(year=notice.year, number=notice.number, text=text, added_by=by.who)
            forget()
            return rederive()
    finally:
        forget()  # also when the transaction failed: the calendar must not know what the database does not


def rederive() -> list[Moved]:
    """Count every provisional limit of an open case again; only derived rows change, never an event."""
    return _count_again(_provisional())


def catch_up() -> list[Moved]:
    """Count again what another process derived in the moment before it learned of a notice."""
    through = current_calendar().known_through
    return _count_again(_provisional().filter(due_on__lte=through)) if through is not None else []


def _provisional() -> models.QuerySet[Deadline]:
    return Deadline.objects.filter(open=True, provisional=True, case__voided_on__isnull=True)


def _count_again(rows: models.QuerySet[Deadline]) -> list[Moved]:
    ids = sorted(set(rows.values_list("case_id", flat=True)))
    moved: list[Moved] = []
    for pk in ids:
        with transaction.atomic():
            moved += _again(open_file(Case(pk=pk)))
    return moved


def _again(file: File) -> list[Moved]:
    case, course = file.case, file.course
    before = dict(case.deadlines.values_list("run", "due_on"))
    rows = deadlines_of(case, course, current_calendar())
    set_columns(case, course, rows)
    case.save(update_fields=["next_due", "year"])
    store_deadlines(case, rows, len(before))
    return [
        Moved(case.number, course.procedure.limits[row.limit].label, before[row.run], row.due_on)
        for row in rows
        if row.run in before and before[row.run] != row.due_on
    ]
