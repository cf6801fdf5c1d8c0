"""Today's list: what lies on my desk and in my body, nearest limit first; filtered, counted, paged, exported."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from fazhi.casework.api import Case, Counts, businesses, counts, current_calendar, page
from fazhi.desk.cases.assigning import AssignForm, assigns
from fazhi.desk.sheets import MOST_ROWS, list_as_sheet
from fazhi.desk.worklist import Line, all_lines, all_open, lines, on_my_desk, visible
from fazhi.ledgers.api import Column
from fazhi.look.api import Page, PlainForm, first_page, page_by_column, query_with, sight, soon_day, staff, whole
from fazhi.look.words import day
from fazhi.people.api import Sight
from fazhi.procedure import procedures

SIZE = 50
NO_LIMIT = "none"
URGENCIES = (("", "全部"), ("late", "已逾期"), ("soon", "三个工作日内届满"))


def _closed(by: Sight) -> QuerySet[Case]:
    return visible(by).filter(closed_on__isnull=False)


@dataclass(frozen=True)
class View:
    """One of the lists that the page can show."""

    code: str
    label: str
    rows: Callable[[Sight], QuerySet[Case]]
    empty: str


VIEWS = (
    View("mine", "我的待办", on_my_desk, "没有由您承办或者待您职责处理的在办事项。"),
    View("all", "本单位在办", all_open, "您所在单位及下属单位没有在办事项。"),
    View("closed", "已办结", _closed, "没有已办结的事项。"),
)


class Filter(PlainForm):
    q = forms.CharField(label="案号或者事项", required=False, max_length=60)
    business = forms.ChoiceField(label="业务", required=False)
    state = forms.ChoiceField(label="状态", required=False)
    urgency = forms.ChoiceField(label="期限", required=False, choices=URGENCIES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = str(self.data.get("business", ""))
        self.choices("business", [("", "全部业务"), *((each.code, each.title) for each in businesses())])
        self.choices("state", [("", "全部状态"), *_states(chosen)])
        self.fields["q"].widget.attrs["type"] = "search"

    def choices(self, name: str, pairs: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = pairs

    def applied(self, rows: QuerySet[Case], today: date) -> QuerySet[Case]:
        """The rows that meet the filter; a value it does not know filters nothing."""
        rows = self.but_for_urgency(rows)
        urgency = self.cleaned_data.get("urgency")
        if urgency == "late":
            return rows.filter(next_due__lt=today)
        if urgency == "soon":
            return rows.filter(next_due__gte=today, next_due__lte=soon_day(today, current_calendar()))
        return rows

    def but_for_urgency(self, rows: QuerySet[Case]) -> QuerySet[Case]:
        """What the counts by urgency are taken over."""
        self.is_valid()
        values = self.cleaned_data
        if text := values.get("q"):
            rows = rows.filter(Q(number__icontains=text) | Q(title__icontains=text))
        if code := values.get("business"):
            rows = rows.filter(procedure=code)
        if state := values.get("state"):
            rows = rows.filter(state=state)
        return rows


def _states(code: str) -> list[tuple[str, str]]:
    """States of one business, in the order of its course; none until a business is chosen, for they are told apart by it."""
    found = {name: state.label for each in procedures() if each.code == code for name, state in each.states.items()}
    return list(found.items())


@staff
@require_GET
def today(request: HttpRequest) -> HttpResponseBase:
    by, now = sight(request), timezone.localdate()
    view = _view(request, by)
    form = Filter(request.GET)
    rows = form.applied(view.rows(by), now).select_related("officer", "org")
    if "export" in request.GET:
        return _export(view, rows, now)
    open_rows = view.code != "closed"
    found = _open_page(request, rows) if open_rows else page_by_column(request, rows, "closed_on", SIZE)
    mine = [case for case in found.rows if assigns(by, case)] if open_rows else []
    return render(
        request,
        "desk/today.html",
        {
            "views": [(each, query_with(request, view=each.code, after="", state="")) for each in VIEWS],
            "view": view,
            "form": form,
            "today": now,
            "counts": _counts(form, view, by, now) if open_rows else None,
            "page": found,
            "lines": lines(found.rows, now),
            "assigned_by_me": {case.pk for case in mine},
            "assign_form": AssignForm(mine, auto_id="assign-%s") if mine else None,
            "query": request.GET.urlencode(),
            "urgencies": [(code, query_with(request, urgency=code, after="")) for code, _ in URGENCIES],
            "export_url": query_with(request, export="xlsx", after=""),
            "filtered": any(request.GET.get(name) for name in form.fields),
        },
    )


def _view(request: HttpRequest, by: Sight) -> View:
    """The list asked for; at first one's own, or the body's for those who handle nothing themselves."""
    first = "mine" if by.mandates else "all"
    asked = request.GET.get("view", first)
    return next((view for view in VIEWS if view.code == asked), VIEWS[0])


def _counts(form: Filter, view: View, by: Sight, now: date) -> Counts:
    """Counts of the list without the filter by urgency, which they offer."""
    return counts(form.but_for_urgency(view.rows(by)), now, soon_day(now, current_calendar()))


def _open_page(request: HttpRequest, rows: QuerySet[Case]) -> Page[Case]:
    found = page(rows, _mark(request.GET.get("after", "")), SIZE + 1)
    more = None
    if len(found) > SIZE:
        last = found[SIZE - 1]
        more = f"{last.next_due or NO_LIMIT}~{last.pk}"
    return Page(found[:SIZE], query_with(request, after=more), first_page(request))


def _mark(text: str) -> tuple[date | None, int] | None:
    """Where the page before ended; None for a mark that cannot be read, which begins again."""
    due, _, number = text.partition("~")
    last = whole(number)
    if last is None:
        return None
    try:
        return (None if due == NO_LIMIT else date.fromisoformat(due)), last
    except ValueError:
        return None


COLUMNS = (
    Column("number", "案号"), Column("title", "事项"), Column("business", "业务"), Column("state", "状态"),
    Column("outcome", "结论"), Column("limit", "最近期限"), Column("due", "届满日期"), Column("left", "剩余"),
    Column("org", "承办单位"), Column("officer", "承办人"), Column("received", "收到日期"), Column("closed", "办结日期"),
)  # fmt: skip


def _export(view: View, rows: QuerySet[Case], now: date) -> HttpResponseBase:
    cases = rows.select_related("org", "officer")[:MOST_ROWS].iterator(500)
    return list_as_sheet(f"{view.label}事项清单", COLUMNS, (_cells(line) for line in all_lines(cases, now)))


def _cells(line: Line) -> Sequence[object]:
    case = line.case
    left = "" if case.closed_on else line.left.words
    return (
        case.number, case.title, line.business, line.state, line.outcome, line.limit, day(case.next_due), left,
        str(case.org), str(case.officer or ""), day(case.received_on), day(case.closed_on),
    )  # fmt: skip
