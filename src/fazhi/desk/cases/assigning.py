"""Giving cases to officers: from the case's own page, or several at once from the list; and who had a case how long."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from fazhi.casework.api import (
    Case,
    CaseworkError,
    assign,
    assignable,
    hand_offs,
    may_assign,
)
from fazhi.desk.cases.finding import the_case
from fazhi.desk.cases.timeline import names_of
from fazhi.desk.worklist import visible
from fazhi.journal.api import Entry
from fazhi.look.api import PlainForm, sight, staff, whole
from fazhi.people.api import NotAllowed, Sight

MOST = 50  # cases of one page
NOBODY = "未指定"


class AssignForm(PlainForm):
    """To whom, and why."""

    officer = forms.TypedChoiceField(label="承办人", coerce=int, empty_value=None)
    reason = forms.CharField(label="分派原因", max_length=200)

    def __init__(self, cases: Sequence[Case], *args: Any, but: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(user.pk), str(user)) for user in assignable(cases) if user.pk != but]
        field = self.fields["officer"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "请选择"), *people]
        self.fields["reason"].widget.attrs["autocomplete"] = "off"


@dataclass(frozen=True)
class Hold:
    """A line of the hand-off ledger, in words."""

    officer: str
    since: date
    until: date | None
    days: int
    by: str
    reason: str


def assigns(by: Sight, case: Case) -> bool:
    """Whether the form is offered; `assign()` asks again, and has the last word."""
    if case.closed_on is not None:
        return False
    try:
        may_assign(case, by)
    except NotAllowed:
        return False
    return True


def holds(case: Case, entries: list[Entry], today: date) -> list[Hold]:
    """Who had the case how long, the present one first."""
    found = hand_offs(entries, case.closed_on)
    names = names_of([f"user:{each.officer}" for each in found] + [each.by for each in found if each.by])
    return [
        Hold(
            names.get(f"user:{each.officer}", NOBODY),
            each.since,
            each.until,
            each.days(today),
            names.get(each.by, each.by),
            each.reason,
        )
        for each in reversed(found)
    ]


@staff
@require_POST
def assign_case(request: HttpRequest, pk: int) -> HttpResponseBase:
    """From the case's page."""
    by = sight(request)
    case = the_case(by, pk)
    form = AssignForm([case], request.POST)
    if not form.is_valid():
        may_assign(case, by)
        messages.error(request, "请选择承办人，并写明分派的原因。")
        return redirect("desk:case", pk=pk)
    key = request.POST.get("key") or None
    try:
        _assign(case, form, by, expected=whole(request.POST.get("version")), key=key)
    except CaseworkError as refused:
        messages.error(request, str(refused))
    else:
        case.refresh_from_db()
        messages.success(request, f"已由{case.officer}承办。")
    return redirect("desk:case", pk=pk)


def _assign(case: Case, form: AssignForm, by: Sight, **options: Any) -> None:
    assign(case, form.cleaned_data["officer"], form.cleaned_data["reason"], by=by, **options)


@staff
@require_POST
def assign_several(request: HttpRequest) -> HttpResponseBase:
    """From the list: each case for itself, and what is refused is told by its number."""
    by = sight(request)
    wanted = [pk for text in request.POST.getlist("case")[:MOST] if (pk := whole(text)) is not None]
    cases = list(visible(by).filter(pk__in=wanted).select_related("org").order_by("pk"))
    form = AssignForm(cases, request.POST)
    if not cases:
        messages.error(request, "没有选中事项，请勾选后再分派。")
    elif not form.is_valid():
        messages.error(request, "请选择承办人，并写明分派的原因。")
    else:
        _assign_each(request, cases, form, by)
    return _back(request)


def _assign_each(request: HttpRequest, cases: list[Case], form: AssignForm, by: Sight) -> None:
    refused = []
    for case in cases:
        try:
            _assign(case, form, by)
        except (CaseworkError, NotAllowed) as error:
            refused.append(str(error))
    if len(refused) < len(cases):
        messages.success(request, f"已分派{len(cases) - len(refused)}件。")
    for sentence in refused:
        messages.error(request, sentence)


def _back(request: HttpRequest) -> HttpResponseRedirect:
    query = request.POST.get("query", "")
    return HttpResponseRedirect(f"{reverse('desk:today')}{'?' if query else ''}{query}")
