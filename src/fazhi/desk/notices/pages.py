"""The pages of the holiday notices: a year as it is counted, a notice entered or withdrawn after a look at what would move."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from fazhi.casework.api import (
    Moved,
    NoticeChange,
    change_notices,
    current_calendar,
    may_keep_calendar,
    preview_notices,
    standing_notices,
    withdrawn_notices,
)
from fazhi.days import BadNotice, Calendar, Notice
from fazhi.desk.cases.timeline import names_of
from fazhi.desk.notices.form import NoticeForm, WithdrawForm, known_notice, words_of
from fazhi.desk.notices.months import months
from fazhi.look.api import sight, staff, year_in
from fazhi.people.api import NotAllowed, Sight
from fazhi.registers.api import BadChange

REFUSED = 422
SHOWN = 200  # of the dates that move, so many are listed


@staff
@require_GET
def notice_list(request: HttpRequest) -> HttpResponseBase:
    """Every year with a notice, one of them as a calendar, and the withdrawn ones."""
    known = current_calendar()
    years = [each.year for each in reversed(known.notices)]
    asked = year_in(request.GET.get("year"))
    this_year = timezone.localdate().year
    year = asked if asked in years else this_year if this_year in years else years[0]
    registered = {row.year: row for row in standing_notices()}
    gone = list(withdrawn_notices())
    actors = [row.added_by for row in (*registered.values(), *gone)] + [row.withdrawn_by for row in gone]
    names = names_of(actors)
    chosen = registered.get(year)
    context = {
        "years": years,
        "year": year,
        "notice": known_notice(year),
        "row": chosen,
        "added_by": names.get(chosen.added_by, chosen.added_by) if chosen else "",
        "months": months(year, known),
        "next_year": years[0] + 1,
        "gone": [
            (row, names.get(row.added_by, row.added_by), names.get(row.withdrawn_by, row.withdrawn_by)) for row in gone
        ],
        "may_keep": _may_keep(sight(request)),
    }
    return render(request, "desk/notices.html", context)


def _may_keep(by: Sight) -> bool:
    try:
        may_keep_calendar(by)
    except NotAllowed:
        return False
    return True


@staff
@require_http_methods(["GET", "POST"])
def add_page(request: HttpRequest) -> HttpResponseBase:
    """Enter a notice: first what it says and which dates would move, then, on confirmation, the same thing done."""
    by = sight(request)
    may_keep_calendar(by)
    form = NoticeForm(request.POST or None, initial=_initial(year_in(request.GET.get("year"))))
    back = request.method != "POST" or "edit" in request.POST
    if not back and form.is_valid():
        return _confirmed(request, form, form.change, by) or _form_page(request, form, REFUSED)
    return _form_page(request, form, 200 if back else REFUSED)


def _initial(year: int | None) -> dict[str, Any]:
    if year is None:
        return {}
    notice = known_notice(year)
    if notice is None:
        return {"year": year}
    return {
        "year": notice.year,
        "number": notice.number,
        "issued": notice.issued,
        "words": words_of(notice),
        "unseen": not notice.seen,
    }


def _form_page(request: HttpRequest, form: NoticeForm, status: int) -> HttpResponseBase:
    return render(request, "desk/notice_add.html", {"form": form}, status=status)


@staff
@require_http_methods(["GET", "POST"])
def withdraw_page(request: HttpRequest, year: int) -> HttpResponseBase:
    """Withdraw a registered notice: the reason, the dates that would move, and then the deed."""
    by = sight(request)
    may_keep_calendar(by)
    row = standing_notices().filter(year=year).first()
    if row is None:
        raise Http404("该年份没有可以撤销的通知；随系统提供的通知有误的，请登记更正后的通知。")
    form = WithdrawForm(request.POST or None)
    back = request.method != "POST" or "edit" in request.POST
    status = 200 if back else REFUSED
    if not back and form.is_valid():
        change = NoticeChange(year, None, form.cleaned_data["reason"].strip())
        if (answer := _confirmed(request, form, change, by)) is not None:
            return answer
    return render(request, "desk/notice_withdraw.html", {"form": form, "row": row}, status=status)


def _confirmed(request: HttpRequest, form: Any, change: NoticeChange, by: Sight) -> HttpResponseBase | None:
    """The preview, or after confirmation what was done; None when it is refused, the form then saying why."""
    done = "confirm" in request.POST
    try:
        moved = change_notices(change, by=by) if done else preview_notices(change)
    except (BadChange, BadNotice) as refused:
        form.add_error("reason" if "原因" in str(refused) else None, str(refused))
        return None
    if done and not moved:
        messages.success(request, f"{_deed(change)}，没有期限因此变动。")
        return redirect("desk:notices")
    context = {"form": form, "done": done, "deed": _deed(change), "change": change, **_told(moved)}
    if change.notice is not None:
        context |= {"notice": change.notice, "months": months(change.year, _alone(change.notice))}
    return render(request, "desk/notice_preview.html", context)


def _deed(change: NoticeChange) -> str:
    return f"已撤销{change.year}年的放假通知" if change.text is None else f"已登记{change.year}年的放假通知"


def _told(moved: list[Moved]) -> dict[str, Any]:
    return {"moved": moved[:SHOWN], "count": len(moved), "more": max(0, len(moved) - SHOWN)}


def _alone(notice: Notice) -> Calendar:
    """The current calendar with the notice as entered, for its picture."""
    return current_calendar().with_notice(notice)
