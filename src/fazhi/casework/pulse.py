"""The pulse: lets the law take its course where a limit has expired. One command, run as often as one likes.

Each case is settled in a transaction of its own, so a kill at any point loses nothing and repeats nothing; after days
of being off it fires what those days owed, each with its own legal date.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.db import DatabaseError
from django.utils import timezone

from fazhi.casework.acting import settle
from fazhi.casework.models import Case, Deadline
from fazhi.casework.notices import catch_up

log = logging.getLogger(__name__)
STRIDE = 500


@dataclass
class PulseReport:
    """What one pulse did: consequences by step, and the cases it could not settle (tried again next time)."""

    fired: dict[str, int] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(self.fired.values())


def pulse(today: date | None = None, progress: Callable[[int], None] | None = None) -> PulseReport:
    """Settle every case with a limit that expired before today; ValueError for a day that has not come."""
    day = today or timezone.localdate()
    if day > timezone.localdate():
        raise ValueError(f"{day}尚未到来，期限不能提前届满，请改用今天或者更早的日期。")
    report = PulseReport()
    catch_up()
    after = 0
    while cases := _next(day, after):
        for case in cases:
            after = case.pk
            _settle(case, day, report)
            if progress is not None:
                progress(report.total)
    return report


def _next(day: date, after: int) -> list[Case]:
    due = Deadline.objects.filter(open=True, lapses_on__lt=day, case_id__gt=after, case__voided_on__isnull=True)
    ids = due.order_by("case_id").values_list("case_id", flat=True).distinct()[:STRIDE]
    return list(Case.objects.filter(pk__in=list(ids)).order_by("pk"))


def _settle(case: Case, day: date, report: PulseReport) -> None:
    try:
        entries = settle(case, day)
    except (ValueError, LookupError, DatabaseError):  # one broken case must not keep the law from the others
        log.exception("case %s could not be settled", case.number)
        report.failed.append(case.number)
        return
    for entry in entries:
        report.fired[entry.kind] = report.fired.get(entry.kind, 0) + 1
