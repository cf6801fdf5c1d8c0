"""One row: what it says, what it said before, where it came from; and, for those who may, its correction."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fazhi.desk.bodies import suggestions
from fazhi.desk.cases.answering import column_field
from fazhi.desk.cases.timeline import names_of
from fazhi.desk.registers.tables import is_list, label_of_table, live, the_table
from fazhi.desk.shown import Column, columns_of, label_of, plain_text, related, shown, source_of
from fazhi.journal.api import Entry as JournalEntry
from fazhi.journal.api import stream
from fazhi.look.api import PlainForm, dress, sight, staff
from fazhi.people.api import Ability, Sight
from fazhi.registers.api import BadChange, Entry, Recorded, amend, end, strike_out

NOT_FOUND = "没有找到该行，或者该行不在您的查看范围内。"
ACTIONS = {"entered": "登记", "amended": "更正", "struck_out": "作废"}
FIXED = ("org", "place", "key", "basis", "case")
REFUSED = 422


@dataclass(frozen=True)
class Change:
    """One line of a row's history in the journal."""

    action: str
    on: Any
    at: Any
    who: str
    basis: str
    pairs: list[tuple[str, str, str]]


def the_row(by: Sight, model: type[Recorded], pk: int) -> Recorded:
    """Raises Http404 with the sentence that the page shows."""
    rows = by.rows(live(model)).select_related("batch", *related(columns_of(model)))
    found: Recorded | None = rows.filter(pk=pk).first()
    if found is None:
        raise Http404(NOT_FOUND)
    return found


@staff
@require_GET
def row_page(request: HttpRequest, label: str, pk: int) -> HttpResponseBase:
    model, by = the_table(label), sight(request)
    row = the_row(by, model, pk)
    context = {**_about(model, row), "may_edit": may_edit(by, row), "history": _history(model, row)}
    return render(request, "desk/row.html", context)


def _about(model: type[Recorded], row: Recorded) -> dict[str, Any]:
    return {
        "title": model._meta.verbose_name,
        "label": label_of_table(model),
        "is_list": is_list(model),
        "row": row,
        "name": str(row),
        "source": source_of(row),
        "values": shown(row, columns_of(model)),
    }


def may_edit(by: Sight, row: Recorded) -> bool:
    """Whether corrections are offered; the registers ask again, and have the last word."""
    if row.voided_on is not None or not by.may(Ability.EDIT_REGISTER):
        return False
    return by.reaches(row.org, str(row.place_id))


def _history(model: type[Recorded], row: Recorded) -> list[Change]:
    entries = list(stream(label_of_table(model), row.pk).order_by("-seq"))
    names = names_of(entry.actor for entry in entries)
    return [_change(model, entry, names) for entry in entries]


def _change(model: type[Recorded], entry: JournalEntry, names: dict[str, str]) -> Change:
    action = entry.kind.rpartition(".")[2]
    data = entry.data
    before, after = data.get("before", {}), data.get("after", {})
    columns = {c.name: c for c in model._meta.concrete_fields}
    pairs = [
        (label_of(columns[name]), _said(columns[name], before.get(name)), _said(columns[name], value))
        for name, value in after.items()
        if name in columns
    ]
    basis = data.get("basis") or data.get("reason") or ""
    who = names.get(entry.actor, entry.actor)
    return Change(ACTIONS.get(action, action), entry.on, entry.at, who, str(basis), pairs)


def _said(column: Column, value: Any) -> str:
    if isinstance(column, ForeignKey) and column.related_model is not None:
        table: Any = column.related_model
        return str(table._default_manager.filter(pk=value).first() or "") if value is not None else "空"
    return plain_text(column, column.to_python(value)) or "空"


class AmendForm(PlainForm):
    """The line's own columns as they are, to be corrected; and the basis, without which nothing is."""

    def __init__(self, row: Entry, *args: Any, **kwargs: Any) -> None:
        self.row = row
        self.columns = [c for c in columns_of(type(row)) if c.editable and c.name not in FIXED]
        kwargs["initial"] = {c.name: getattr(row, c.attname) for c in self.columns}
        super().__init__(*args, **kwargs)
        for column in self.columns:
            self.fields[column.name] = column_field(column)
        self.fields["change_basis"] = forms.CharField(
            label="更正依据", max_length=200, help_text="写明文号、决定或者核实情况", widget=forms.Textarea
        )
        for field in self.fields.values():
            dress(field)

    @property
    def changes(self) -> dict[str, Any]:
        """Only what differs from what is known."""
        given = {column: self._given(column) for column in self.columns}
        return {c.name: value for c, value in given.items() if self._id(value) != getattr(self.row, c.attname)}

    def _given(self, column: Column) -> Any:
        value = self.cleaned_data.get(column.name)
        return "" if value is None and not column.null else value

    @staticmethod
    def _id(value: Any) -> Any:
        return getattr(value, "pk", value)


@staff
@require_http_methods(["GET", "POST"])
def amend_page(request: HttpRequest, label: str, pk: int) -> HttpResponseBase:
    """Correct a line of a list; what was known before stays beside it."""
    model, by = the_table(label), sight(request)
    row = the_row(by, model, pk)
    by.must(Ability.EDIT_REGISTER)
    if not isinstance(row, Entry) or row.voided_on is not None:
        raise Http404("只有现行的清单可以更正；记录有误的，请作废后重新登记。")
    form = AmendForm(row, request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not form.changes:
            form.add_error(None, "没有改动任何内容，请修改后再提交。")
        elif _amended(row, by, form):
            messages.success(request, f"已更正“{row}”，原内容保留在历史中。")
            return redirect("desk:row", label=label, pk=pk)
    status = REFUSED if request.method == "POST" else 200
    context = {**_about(model, row), "form": form, "suggestions": suggestions()}
    return render(request, "desk/amend.html", context, status=status)


def _amended(row: Entry, by: Sight, form: AmendForm) -> bool:
    try:
        amend(row, by, form.cleaned_data["change_basis"], **form.changes)
    except ValidationError as bad:
        for name, texts in bad.message_dict.items():
            form.add_error(name if name in form.fields else None, "".join(texts))
        return False
    return True


class EndForm(PlainForm):
    on = forms.DateField(label="失效日期", help_text="自该日起不再有效")
    basis = forms.CharField(label="依据", max_length=200)


@staff
@require_POST
def end_line(request: HttpRequest, label: str, pk: int) -> HttpResponseBase:
    """A line of a list stops being true on a day."""
    model, by = the_table(label), sight(request)
    row = the_row(by, model, pk)
    form = EndForm(request.POST)
    if not isinstance(row, Entry):
        raise Http404("只有清单可以终止。")
    if form.is_valid():
        _say(request, lambda: end(row, form.cleaned_data["on"], by, form.cleaned_data["basis"]), "已终止该行。")
    else:
        messages.error(request, "；".join(str(texts[0]) for texts in form.errors.values()))
    return redirect("desk:row", label=label, pk=pk)


@staff
@require_POST
def strike(request: HttpRequest, label: str, pk: int) -> HttpResponseBase:
    """Strike a row out: it stays readable and is counted nowhere."""
    model, by = the_table(label), sight(request)
    row = the_row(by, model, pk)
    reason = request.POST.get("reason", "").strip()[:120]
    _say(request, lambda: strike_out(row, by, reason, timezone.localdate()), "已作废该行，该行不再计入任何数据。")
    return redirect("desk:row", label=label, pk=pk)


def _say(request: HttpRequest, change: Any, done: str) -> None:
    try:
        change()
    except (BadChange, ValidationError) as refused:
        sentences = [str(each) for each in refused.messages] if isinstance(refused, ValidationError) else [str(refused)]
        messages.error(request, "；".join(sentences))
    else:
        messages.success(request, done)
