"""Today's list: what lies on whose desk, soonest limit first. A page with its counts costs at most three statements."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Count, F, Q

from fazhi.casework.models import Case
from fazhi.people.api import Sight

PAGE = 50


@dataclass(frozen=True)
class Counts:
    """Open cases of a list by urgency."""

    open: int
    late: int
    soon: int


def open_cases(by: Sight, *, mine: bool = False) -> models.QuerySet[Case]:
    """Open cases that a person may see, or only those assigned to the person, soonest first."""
    rows = Case.objects.filter(closed_on__isnull=True, voided_on__isnull=True)
    rows = rows.filter(officer_id=by.user) if mine else by.rows(rows)
    return rows.order_by(F("next_due").asc(nulls_last=True), "id")


def page(rows: models.QuerySet[Case], after: tuple[date | None, int] | None = None, size: int = PAGE) -> list[Case]:
    """The next `size` cases after (next_due, id): no offset, so the thousandth page costs what the first does."""
    if after is not None:
        due, last = after
        if due is None:
            rows = rows.filter(next_due__isnull=True, id__gt=last)
        else:
            rows = rows.filter(Q(next_due__gt=due) | Q(next_due=due, id__gt=last) | Q(next_due__isnull=True))
    return list(rows.select_related("org")[:size])


def counts(rows: models.QuerySet[Case], today: date, soon: date) -> Counts:
    """One pass over the list."""
    found = rows.order_by().aggregate(
        open=Count("pk"),
        late=Count("pk", filter=Q(next_due__lt=today)),
        soon=Count("pk", filter=Q(next_due__gte=today, next_due__lte=soon)),
    )
    return Counts(**found)
