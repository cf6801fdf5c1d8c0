"""Publishing a year's report and restating it, each after seeing what is about to be made public."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from fazhi.board.access import DRAFT, open_to
from fazhi.board.reporting.confirming import standings
from fazhi.board.reporting.drafting import draft
from fazhi.board.reporting.handling import PUBLISH, RESTATE
from fazhi.board.reporting.pages import framed
from fazhi.board.reporting.publishing import published
from fazhi.board.reporting.restating import differences
from fazhi.figures.api import Publication, latest
from fazhi.look.api import PlainForm, ask_and_watch, sight
from fazhi.people.api import Ability
from fazhi.registers.api import this_city

LAST = (12, 31)


class PublishForm(PlainForm):
    """The cut-off, and the publisher's word that unconfirmed figures may go out."""

    cutoff = forms.DateField(label="数据截止日期", help_text="此日之后发生的事项不计入。")
    unconfirmed = forms.BooleanField(label="仍有数据未经责任单位确认，同意照此发布", required=False)

    def __init__(self, *args: Any, year: int, waiting: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.year = year
        if not waiting:
            del self.fields["unconfirmed"]
        else:
            self.fields["unconfirmed"].required = True
            self.fields["unconfirmed"].error_messages["required"] = (
                f"有{waiting}项数据未经责任单位确认，同意照此发布的，请勾选。"
            )

    def clean_cutoff(self) -> date:
        return within_year(self.cleaned_data["cutoff"], self.year)


class RestateForm(PlainForm):
    """Why the published report is corrected: published with it."""

    cutoff = forms.DateField(label="数据截止日期", help_text="一般与原发布一致。")
    reason = forms.CharField(
        label="更正原因", max_length=200, widget=forms.Textarea(attrs={"rows": 4}), help_text="随更正后的报告公开。"
    )

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.year = year

    def clean_cutoff(self) -> date:
        return within_year(self.cleaned_data["cutoff"], self.year)


def within_year(cutoff: date, year: int) -> date:
    """A cut-off inside the year and not to come."""
    if not date(year, 1, 1) <= cutoff <= date(year, *LAST):
        raise forms.ValidationError(f"数据截止日期应在{year}年之内。")
    if cutoff > timezone.localdate():
        raise forms.ValidationError("数据截止日期不能晚于今天。")
    return cutoff


@open_to(Ability.PUBLISH_REPORT, whole_city=True)
def publish_report(request: HttpRequest, year: int) -> HttpResponse:
    """Shows what will be frozen; asks for the publication on confirmation."""
    if published(year):
        return redirect("board:restate", year=year)
    cutoff = min(date(year, *LAST), timezone.localdate())
    written = draft(year)
    listed = standings(written.composed.results, year, sight(request)) if written.composed else []
    waiting = [each for each in listed if each.confirmed is None]
    form = PublishForm(request.POST or None, year=year, waiting=len(waiting), initial={"cutoff": cutoff})
    if request.method == "POST" and written.composed and form.is_valid():
        return _ask(request, PUBLISH, year, form.cleaned_data)
    context = {"form": form, "complaint": written.complaint, "figure_count": len(listed), "waiting": waiting}
    return render(request, "board/report/publish.html", framed(request, year, "publish", **context))


@open_to(*DRAFT, whole_city=True)
def restate_report(request: HttpRequest, year: int) -> HttpResponse:
    """What differs from the last publication, and why; a new publication with the reason for it."""
    last = latest(year)
    if last is None:
        messages.info(request, f"{year}年度报告尚未发布。")
        return redirect("board:report", year=year)
    by = sight(request)
    may = by.may(Ability.PUBLISH_REPORT)
    form = RestateForm(request.POST or None, year=year, initial={"cutoff": last.cutoff})
    if request.method == "POST":
        by.must(Ability.PUBLISH_REPORT)
        if form.is_valid():
            return _ask(request, RESTATE, year, form.cleaned_data)
    context = {"last": last, "differences": differences(last), "form": form if may else None}
    return render(request, "board/report/restate.html", framed(request, year, "restate", **context))


def _ask(request: HttpRequest, kind: str, year: int, cleaned: dict[str, Any]) -> HttpResponse:
    """Ask for the next publication of the year: whoever asks a second time asks for the same one."""
    number = Publication.objects.filter(city=this_city(), year=year).count() + 1
    arguments = {"year": year, "cutoff": cleaned["cutoff"].isoformat(), "reason": cleaned.get("reason", "")}
    title = f"{'更正' if kind == RESTATE else '发布'}{year}年度报告"
    back = reverse("board:history", args=[year])
    return ask_and_watch(request, kind, arguments, key=f"publication:{year}:{number}", title=title, back=back)
