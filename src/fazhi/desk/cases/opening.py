"""Opening a case: choose the business, then one form drawn from its facts, its parties and what every case has."""

from __future__ import annotations

import secrets
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import models
from django.forms import BaseFormSet, formset_factory
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from fazhi.casework.api import BadAnswers, Business, Intake, Participant, business, businesses, open_case
from fazhi.desk.bodies import BodyField, PlaceField, suggestions
from fazhi.desk.cases.answering import as_given, column_field, counts_hours
from fazhi.look.api import PlainForm, dress, sight, staff
from fazhi.people.api import Ability, Organisation, Sight
from fazhi.procedure import FACT, NoSuchProcedure, Office, Party, Procedure, edition_on, procedures

KEY, MOMENT = "intake_key", "intake_moment"
OWN = ("title", "body", "place", "received_on")
PARTY_ROWS, MOST_PARTIES = 2, 20
REFUSED = 422
MOST_LAWS = 2


class IntakeForm(PlainForm):
    """What every case has, then the columns of the business's facts that no later step fills."""

    title = forms.CharField(label="事项名称", max_length=200, help_text="写明何人因何事，便于日后查找")
    body = BodyField(label="承办单位")
    place = PlaceField(label="所在地")
    received_on = forms.DateField(label="收到日期")

    def __init__(self, procedure: type[Procedure], by: Sight, *args: Any, **kwargs: Any) -> None:
        self.procedure, self.by = procedure, by
        super().__init__(*args, **kwargs)
        self.fields[KEY] = forms.CharField(max_length=64, widget=forms.HiddenInput, initial=secrets.token_hex(16))
        self.fields["received_on"].initial = timezone.localdate()
        if counts_hours(procedure):
            self.fields[MOMENT] = forms.DateTimeField(label="收到时间", initial=timezone.localtime())
        for column in fact_columns(procedure):
            self.fields[column.name] = column_field(column)
        for field in self.fields.values():
            dress(field)

    @property
    def own(self) -> list[forms.BoundField]:
        return [self[name] for name in (*OWN, MOMENT) if name in self.fields]

    @property
    def peculiar(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in (*OWN, KEY, MOMENT)]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        body, place = values.get("body"), values.get("place")
        if body is not None and place is not None and not self.by.reaches(body, place.pk):
            self.add_error("body", f"您不能为{body}登记事项，请由该单位人员登记。")
        return values

    @property
    def facts(self) -> dict[str, Any]:
        """Columns by the names a facts row is made with."""
        columns = {column.name: column for column in fact_columns(self.procedure)}
        given = {name: as_given(self.cleaned_data.get(name)) for name in columns}
        return {columns[name].attname: value for name, value in given.items() if value not in (None, "")}


class PartyForm(PlainForm):
    """One person or body on a side of the matter."""

    party = forms.ChoiceField(label="身份", required=False)
    kind = forms.ChoiceField(label="类别", required=False)
    name = forms.CharField(label="姓名或者名称", max_length=120, required=False)
    number = forms.CharField(label="证件号码", max_length=18, required=False)
    contact = forms.CharField(label="联系方式", max_length=60, required=False)

    def __init__(self, *args: Any, parties: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = Participant._meta.get_field("kind").flatchoices
        for name, choices in (("party", parties), ("kind", list(kinds))):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if not values.get("name") and (values.get("number") or values.get("contact")):
            self.add_error("name", "填写了证件号码或者联系方式的，请一并填写姓名或者名称。")
        return values


Parties = formset_factory(PartyForm, extra=PARTY_ROWS, max_num=MOST_PARTIES)


def fact_columns(procedure: type[Procedure]) -> list[models.Field[Any, Any]]:
    """Columns of the facts that are known on arrival: those that no step asks for or marks."""
    table = business(procedure.code).facts
    if table is None:
        return []
    later = {name for step in procedure.steps.values() for name, ask in step.asks.items() if ask is FACT}
    later |= {name for step in procedure.steps.values() for name in step.marks}
    columns = [c for c in table._meta.concrete_fields if c.editable and not c.primary_key]
    return [c for c in columns if c.name not in later or not (c.blank or c.null or c.has_default())]


@dataclass(frozen=True)
class Choice:
    """A business as it is offered to one who is new to it; `laws` are those most relied upon, `offices` who handles it."""

    business: Business
    laws: str
    offices: str

    @classmethod
    def of(cls, business: Business, edition: type[Procedure]) -> Choice:
        cited = Counter(each.statute.name for step in edition.steps.values() for each in step.citations)
        offices = [actor.label for actor in edition.actors.values() if isinstance(actor, Office)]
        laws = "、".join(name for name, _ in cited.most_common(MOST_LAWS))
        return cls(business, laws, "、".join(offices))


def openable() -> list[Business]:
    """Businesses that begin with an arrival: not those that only a step of another opens."""
    opened = {step.opens for each in procedures() for step in each.steps.values() if step.opens}
    return [each for each in businesses() if each.code not in opened and _in_force(each.code)]


def _in_force(code: str) -> type[Procedure] | None:
    try:
        return edition_on(code, timezone.localdate())
    except NoSuchProcedure:
        return None


@staff
@require_GET
def choose(request: HttpRequest) -> HttpResponseBase:
    sight(request).must(Ability.OPEN_CASE)
    found = [Choice.of(each, edition) for each in openable() if (edition := _in_force(each.code)) is not None]
    return render(request, "desk/open_choose.html", {"found": found})


@staff
@require_http_methods(["GET", "POST"])
def open_page(request: HttpRequest, code: str) -> HttpResponseBase:
    """The form, and the opening; a form that is refused comes back as it was filled in."""
    by = sight(request)
    by.must(Ability.OPEN_CASE)
    procedure = edition_on(business(code).code, timezone.localdate())
    sides = [(actor.name, actor.label) for actor in procedure.actors.values() if isinstance(actor, Party)]
    data = request.POST or None
    form = IntakeForm(procedure, by, data, initial=_first_body(by))
    parties = Parties(data, prefix="party", form_kwargs={"parties": sides})
    if request.method == "POST" and form.is_valid() and parties.is_valid():
        try:
            case = open_case(_intake(procedure, form, parties), by=by, key=form.cleaned_data[KEY])
        except BadAnswers as bad:
            for name, sentence in bad.complaints.items():
                form.add_error(name if name in form.fields else None, sentence)
        else:
            messages.success(request, f"已登记{case.number}。")
            return redirect("desk:case", pk=case.pk)
    context = {"form": form, "parties": parties, "procedure": procedure, "sides": sides, "suggestions": suggestions()}
    return render(request, "desk/open.html", context, status=REFUSED if data else 200)


def _first_body(by: Sight) -> dict[str, Any]:
    """The body and place of the person's first post."""
    body = Organisation.objects.filter(pk__in=by.orgs).select_related("place").first()
    return {} if body is None else {"body": body, "place": body.place}


def _intake(procedure: type[Procedure], form: IntakeForm, parties: BaseFormSet[PartyForm]) -> Intake:
    values = form.cleaned_data
    people = [row.cleaned_data for row in parties if row.cleaned_data.get("name")]
    return Intake(
        procedure.code,
        values["title"],
        values["body"],
        values["place"].pk,
        values["received_on"],
        facts=form.facts,
        participants=people,
        moment=values.get(MOMENT),
        officer=form.by.user if any(code == procedure.code for code, _, _ in form.by.mandates) else None,
    )
