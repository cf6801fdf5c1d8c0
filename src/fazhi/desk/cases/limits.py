"""The limits of a case: each as a line, and one counted out on a page to print."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from fazhi.casework.api import Case, Deadline, current_calendar, read
from fazhi.days import DayLine
from fazhi.desk.cases.finding import the_case
from fazhi.desk.worklist import limit_label
from fazhi.look.api import Left, left_of, sight, staff
from fazhi.procedure import Course, Limit, Procedure, Running
from fazhi.procedure.periods import Explanation, cited, explain, length_of

NO_LIMIT = "该事项没有这一期限，请从事项页面重新进入。"
WEEKDAYS = "一二三四五六日"
FOLD_FROM = 3  # shorter runs of equal days are shown day by day


@dataclass(frozen=True)
class LimitLine:
    """One run of one limit, in words."""

    run: int
    label: str
    length: str
    article: str
    deadline: Deadline
    left: Left | None
    done: str
    late: bool


def limit_lines(case: Case, course: Course, today: date) -> list[LimitLine]:
    """Running limits first, nearest first; then those that have been met or have ended."""
    rows = list(case.deadlines.order_by("run"))
    found = [_line(row, course.procedure, today) for row in rows]
    return sorted(found, key=lambda line: (not line.deadline.open, line.deadline.due_on or date.max, line.run))


def _line(row: Deadline, procedure: type[Procedure], today: date) -> LimitLine:
    limit = procedure.limits[row.limit]
    clock, label = limit.clock, limit_label(procedure, limit)
    late = row.met_on is not None and row.due_on is not None and row.met_on > row.due_on and not limit.earliest
    left = _left(row, limit, today, presses=procedure.presses(limit)) if row.open else None
    return LimitLine(row.run, label, length_of(clock), cited(clock.citations), row, left, _done(row, late), late)


def _left(row: Deadline, limit: Limit, today: date, *, presses: bool) -> Left:
    if row.due_on is None and not limit.clock.has_number:
        return Left("无数字期限", "none")
    if limit.earliest and row.due_on is not None:
        return Left("期满后方可办理" if today < row.due_on else "期间已满", "calm")
    left = left_of(row.due_on, limit.clock.unit, today, current_calendar(), paused=row.paused)
    if presses or row.due_on is None:
        return left
    return Left("期间已过" if today > row.due_on else left.words, "calm")  # a party's own time: nobody here is late


def _done(row: Deadline, late: bool) -> str:
    if row.open:
        return ""
    if row.met_on is not None:
        return f"{row.met_on}{'逾期完成' if late else '按期完成'}"
    return "已终结"


@dataclass(frozen=True)
class DayRange:
    """Days of a derivation that count, or do not, for one and the same reason."""

    first: DayLine
    last: DayLine
    reason: str

    @property
    def days(self) -> str:
        if self.first.day == self.last.day:
            return f"{self.first.day} 星期{WEEKDAYS[self.first.day.weekday()]}"
        return f"{self.first.day} 至 {self.last.day}"

    @property
    def counted(self) -> str:
        first, last = self.first.counted, self.last.counted
        if first is None or last is None:
            return "不计入"
        return f"第{first}日" if first == last else f"第{first}—{last}日"


def folded(lines: tuple[DayLine, ...], unit: str) -> Iterator[DayRange]:
    """Equal neighbours as one range. In calendar days all plainly counted days are equal, weekends among them."""

    def kind(line: DayLine) -> tuple[bool, str]:
        plain = unit == "calendar_day" and line.counted is not None and "；" not in line.reason
        return line.counted is not None, "逐日计入" if plain else line.reason

    for (_, reason), run in groupby(lines, key=kind):
        same = list(run)
        if len(same) >= FOLD_FROM:
            yield DayRange(same[0], same[-1], reason)
        else:
            yield from (DayRange(line, line, line.reason) for line in same)


@staff
@require_GET
def limit_page(request: HttpRequest, pk: int, run: int) -> HttpResponseBase:
    """How one limit is counted, to be read, checked by hand and printed."""
    case = the_case(sight(request), pk)
    course, _ = read(case)
    if not 1 <= run <= len(course.runs):
        raise Http404(NO_LIMIT)
    running = course.runs[run - 1]
    row = case.deadlines.get(run=run)
    found = _explained(course, running)
    every_day = request.GET.get("days") == "all"
    days = () if found is None else _days(found, every_day)
    today = timezone.localdate()
    return render(
        request,
        "desk/limit.html",
        {
            "case": case,
            "procedure": course.procedure,
            "line": _line(row, course.procedure, today),
            "row": row,
            "clock": running.limit.clock,
            "running": running,
            "pauses": course.pauses(running),
            "found": found,
            "days": days,
            "every_day": every_day,
            "today": today,
        },
    )


def _days(found: Explanation, every_day: bool) -> list[DayRange]:
    if every_day:
        return [DayRange(line, line, line.reason) for line in found.days]
    return list(folded(found.days, found.unit))


def _explained(course: Course, run: Running) -> Explanation | None:
    """The count; None where the organ fixed the day or the article gives no number."""
    if run.given is not None or not run.limit.clock.has_number:
        return None
    start = run.moment if run.limit.clock.unit == "hour" and run.moment else run.started_on
    pauses = course.pauses(run)
    return explain(run.clock, start, calendar=current_calendar(), pauses=pauses, extended=run.extended)
