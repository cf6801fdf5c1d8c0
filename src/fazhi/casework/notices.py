"""A holiday notice arrives, or turns out wrong: open cases are counted again by it, and every date that moves is listed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from fazhi.casework.calendars import calendar_without, current_calendar, forget
from fazhi.casework.deriving import Derived, deadlines_of, set_columns, store_deadlines
from fazhi.casework.models import Case, Deadline, HolidayNotice
from fazhi.casework.reading import open_file, read
from fazhi.days import Calendar, Notice, read_notice
from fazhi.journal.api import Fact, append
from fazhi.people.api import WHOLE_CITY, Ability, NotAllowed, Sight
from fazhi.procedure import Course
from fazhi.registers.api import BadChange, this_city

LONGEST_REASON = 200


@dataclass(frozen=True)
class Moved:
    """One limit of one open case whose last day is not what it was."""

    case: str
    limit: str
    before: date | None
    after: date | None


@dataclass(frozen=True)
class NoticeChange:
    """What is to be done to a year: its notice as text (None: withdrawn), and why, where one stands already."""

    year: int
    text: str | None
    reason: str = ""

    @property
    def notice(self) -> Notice | None:
        return None if self.text is None else read_notice(self.text)


def may_keep_calendar(by: Sight) -> None:
    """NotAllowed unless the person keeps the calendar, which all of the city counts by."""
    if by == WHOLE_CITY:
        return
    by.must(Ability.KEEP_CALENDAR)
    if not by.everything and not any(settings.CITY[1:].startswith(place) for place in by.places):
        raise NotAllowed(f"{by.name}不能登记放假通知：放假通知用于全市的案件，请由市级法治工作机构办理。")


def add_notice(text: str, *, by: Sight) -> list[Moved]:
    """Take in a notice (TOML, see the manual) for a year that has none."""
    return change_notices(NoticeChange(read_notice(text).year, text), by=by)


def replace_notice(text: str, reason: str, *, by: Sight) -> list[Moved]:
    """Take in a notice in place of the one known for its year, shipped or registered."""
    return change_notices(NoticeChange(read_notice(text).year, text, stated(reason)), by=by)


def withdraw_notice(year: int, reason: str, *, by: Sight) -> list[Moved]:
    """Count by a registered notice no longer: the year is provisional again, or as shipped with the software."""
    return change_notices(NoticeChange(year, None, stated(reason)), by=by)


def preview_notices(change: NoticeChange) -> list[Moved]:
    """The dates that the change would move; nothing is written. Refuses what `change_notices` refuses."""
    _check(change)
    after = _calendar_after(change)
    cases = Case.objects.filter(pk__in=_touched(change).values("case_id")).order_by("pk")
    found: list[Moved] = []
    for case in cases.iterator(500):
        course, _ = read(case)
        found += _differences(case, course, deadlines_of(case, course, after))
    return found


def change_notices(change: NoticeChange, *, by: Sight) -> list[Moved]:
    """Do it, tell the journal, and count the open cases of that time again: only derived rows change, never an event."""
    may_keep_calendar(by)
    try:
        with transaction.atomic():
            standing = _check(change)
            touched = _cases(_touched(change))
            if standing is not None:
                _withdraw(standing, change.reason, by)
            if change.text is not None:
                _register(change.text, change.reason, by)
            forget()
            return _count_again(touched)
    finally:
        forget()  # also when the transaction failed: the calendar must not know what the database does not


def catch_up() -> list[Moved]:
    """Count again what another process derived in the moment before it learned of a notice."""
    through = current_calendar().known_through
    if through is None:
        return []
    late = Deadline.objects.filter(open=True, provisional=True, case__voided_on__isnull=True, due_on__lte=through)
    return _count_again(_cases(late))


def stated(reason: str) -> str:
    """The reason of a correction or withdrawal; BadChange without one."""
    if not reason.strip():
        raise BadChange("更正或者撤销放假通知须写明原因。")
    if len(reason) > LONGEST_REASON:
        raise BadChange(f"更正或者撤销的原因不超过{LONGEST_REASON}字。")
    return reason.strip()


def _check(change: NoticeChange) -> HolidayNotice | None:
    """The registered notice that now stands for the year. BadChange when the change does not fit it."""
    standing = HolidayNotice.objects.filter(year=change.year, withdrawn_at__isnull=True).first()
    if change.text is None and standing is None:
        shipped = current_calendar().covers(date(change.year, 1, 1))
        how = "是随系统提供的，不能撤销；有误的请登记更正后的通知" if shipped else "没有登记，无须撤销"
        raise BadChange(f"{change.year}年的放假通知{how}。")
    if not change.reason and (standing is not None or current_calendar().covers(date(change.year, 1, 1))):
        raise BadChange(f"{change.year}年的放假通知已经登记，不能重复登记；有误的请写明原因，登记更正后的通知。")
    return standing


def _calendar_after(change: NoticeChange) -> Calendar:
    notice = change.notice
    return calendar_without(change.year) if notice is None else current_calendar().with_notice(notice)


def _withdraw(row: HolidayNotice, reason: str, by: Sight) -> None:
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_reason = timezone.now(), by.who, reason
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    _write_down(row, "withdrawn", by, reason)


def _register(text: str, reason: str, by: Sight) -> None:
    notice = read_notice(text)
    row = HolidayNotice.objects.create(year=notice.year, number=notice.number, text=text, added_by=by.who)
    _write_down(row, "added", by, reason)


def _write_down(row: HolidayNotice, action: str, by: Sight, reason: str) -> None:
    label = row._meta.label_lower
    data = {"year": row.year, "number": row.number, "text": row.text, "reason": reason}
    now = timezone.now()
    append(Fact(label, row.pk, None, f"{label}.{action}", timezone.localdate(now), now, by.who, data, city=this_city()))


def _touched(change: NoticeChange) -> models.QuerySet[Deadline]:
    """The running limits of open cases that may count a day of which the old notice or the new one speaks."""
    days = [date(change.year, 1, 1), date(change.year, 12, 31)]
    for known in (current_calendar(), _calendar_after(change)):
        days += [day for notice in known.notices if notice.year == change.year for day in notice.days()]
    ends = Q(due_on__gte=min(days)) | Q(due_on__isnull=True)
    return Deadline.objects.filter(ends, open=True, started_on__lte=max(days), case__voided_on__isnull=True)


def _cases(rows: models.QuerySet[Deadline]) -> list[int]:
    return sorted(set(rows.values_list("case_id", flat=True)))


def _count_again(cases: list[int]) -> list[Moved]:
    moved: list[Moved] = []
    for pk in cases:
        with transaction.atomic():
            file = open_file(Case(pk=pk))
            rows = deadlines_of(file.case, file.course, current_calendar())
            moved += _differences(file.case, file.course, rows)
            set_columns(file.case, file.course, rows)
            file.case.save(update_fields=["next_due", "year"])
            store_deadlines(file.case, rows, file.case.deadlines.count())
    return moved


def _differences(case: Case, course: Course, rows: Sequence[Derived]) -> Iterator[Moved]:
    before = dict(case.deadlines.values_list("run", "due_on"))
    for row in rows:
        if row.run in before and before[row.run] != row.due_on:
            yield Moved(case.number, course.procedure.limits[row.limit].label, before[row.run], row.due_on)


def standing_notices() -> models.QuerySet[HolidayNotice]:
    """The registered notices that are counted by, the latest year first."""
    return HolidayNotice.objects.filter(withdrawn_at__isnull=True).order_by("-year")


def withdrawn_notices() -> models.QuerySet[HolidayNotice]:
    """Those no longer counted by, the last withdrawn first."""
    return HolidayNotice.objects.filter(withdrawn_at__isnull=False).order_by("-withdrawn_at")
