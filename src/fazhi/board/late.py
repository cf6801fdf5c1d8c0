"""What is late: cases past a limit, and rows of any table that declares a day by which it was to be done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from fazhi.casework.api import Case, open_cases
from fazhi.look.api import whole
from fazhi.people.api import Organisation, Sight
from fazhi.registers.api import Entry, Recorded


@dataclass(frozen=True)
class Late:
    """One body with what it has not done in time."""

    body: Organisation
    count: int
    oldest: date
    days: int


@dataclass(frozen=True)
class Duty:
    """A table whose rows are due: `due` is the column of the day, `done` the column that is empty until it is done.

    `title` reads a row's name, `url` where it opens ("" for nowhere).
    """

    label: str
    model: type[Recorded]
    due: str
    done: str
    title: Callable[[Any], str]
    url: Callable[[Any], str]


_DUTIES: dict[str, Duty] = {}


def register_duty(duty: Duty) -> None:
    """Called by a domain whose rows are neither cases nor to be forgotten (重点任务)."""
    _DUTIES[duty.model._meta.label_lower] = duty


def duties() -> list[tuple[str, Duty]]:
    return list(_DUTIES.items())


def late_cases(by: Sight) -> QuerySet[Case]:
    """Open cases past their nearest limit, the oldest first."""
    rows = open_cases(by).filter(city=settings.CITY, next_due__lt=timezone.localdate())
    return rows.order_by("next_due", "pk").select_related("org")


def late_rows(duty: Duty, by: Sight) -> QuerySet[Any]:
    """Rows of a table past their day and not done, the oldest first."""
    undone = Q(**{f"{duty.done}__isnull": True})
    rows = duty.model._default_manager.filter(undone, city=settings.CITY, voided_on__isnull=True)
    rows = rows.filter(**{f"{duty.due}__lt": timezone.localdate()})
    if issubclass(duty.model, Entry):
        rows = rows.filter(Q(of__isnull=True))
    return by.rows(rows).order_by(duty.due, "pk").select_related("org")


def by_body(rows: QuerySet[Any], due: str = "next_due") -> list[Late]:
    """Bodies with something late, whose oldest is the oldest first."""
    grouped = rows.order_by().values("org").annotate(count=Count("pk"), oldest=Min(due))
    found = list(grouped.order_by("oldest", "-count"))
    bodies = Organisation.objects.in_bulk([line["org"] for line in found])
    today = timezone.localdate()
    return [Late(bodies[line["org"]], line["count"], line["oldest"], (today - line["oldest"]).days) for line in found]


def after(rows: QuerySet[Any], due: str, mark: str) -> QuerySet[Any]:
    """The rows that follow a mark `day~id`; all of them for a mark that is none."""
    day, _, number = mark.partition("~")
    last = whole(number)
    try:
        bound = date.fromisoformat(day)
    except ValueError:
        return rows
    if last is None:
        return rows
    return rows.filter(Q(**{f"{due}__gt": bound}) | Q(**{due: bound, "pk__gt": last}))
