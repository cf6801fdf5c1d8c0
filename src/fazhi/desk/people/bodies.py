"""Bodies: their tree, one body with its people and its former names, and what may be done with it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fazhi.desk.bodies import BodyField, PlaceField, suggestions
from fazhi.desk.people.acts import REFUSED, Act, Fold, OrderForm, Values, carried_out, folds
from fazhi.desk.people.door import administrator, bodies_within, the_body
from fazhi.desk.people.history import history
from fazhi.desk.people.orders import BasisForm
from fazhi.look.api import PlainForm, page_by_id, sight, whole
from fazhi.people.api import (
    Kind,
    NewBody,
    NotAllowed,
    NotPossible,
    Organisation,
    Post,
    Sight,
    abolish_body,
    correct_body,
    found_body,
    may_hold_body,
    move_body,
    rename_body,
)
from fazhi.registers.codes import uscc_complaint

MOST_PEOPLE = 100
KIND_PAIRS = [("", "请选择"), *Kind.choices]


def checked_code(text: str) -> str:
    """A 统一社会信用代码 whose check character fits, or nothing; ValidationError otherwise."""
    code = text.strip().upper()
    if code and (problem := uscc_complaint(code)):
        raise ValidationError(problem)
    return code


class FoundForm(OrderForm[Organisation | None]):
    name = forms.CharField(label="单位名称", max_length=120)
    short = forms.CharField(label="简称", max_length=40, required=False, help_text="台账和列表中使用")
    kind = forms.ChoiceField(label="类别", choices=KIND_PAIRS)
    parent = BodyField(label="上级单位", required=False, help_text="没有上级的单位留空，只能由市级系统管理员设立")
    place = PlaceField(label="所在地", help_text="单位所属的行政区划；市级单位填本市")
    code = forms.CharField(label="统一社会信用代码", max_length=18, required=False)
    since = forms.DateField(label="成立日期", required=False)
    basis = forms.CharField(label="依据", max_length=200, help_text="写明设立的文号或者决定")

    def prepare(self) -> None:
        if self.thing is not None:
            self.fields["parent"].initial = str(self.thing)
            self.fields["place"].initial = self.thing.place

    def clean_code(self) -> str:
        return checked_code(self.cleaned_data["code"])


class RenameForm(BasisForm):
    name = forms.CharField(label="新名称", max_length=120)
    short = forms.CharField(label="新简称", max_length=40, required=False)
    on = forms.DateField(label="更名日期")
    field_order = ("name", "short", "on", "basis")

    def prepare(self) -> None:
        self.fields["name"].initial, self.fields["short"].initial = self.thing.name, self.thing.short
        self.fields["on"].initial = timezone.localdate()


class CorrectForm(BasisForm):
    short = forms.CharField(label="简称", max_length=40, required=False)
    kind = forms.ChoiceField(label="类别", choices=Kind.choices)
    place = PlaceField(label="所在地")
    code = forms.CharField(label="统一社会信用代码", max_length=18, required=False)
    since = forms.DateField(label="成立日期", required=False)
    field_order = ("short", "kind", "place", "code", "since", "basis")

    def prepare(self) -> None:
        for name in ("short", "kind", "place", "code", "since"):
            self.fields[name].initial = getattr(self.thing, name)

    def clean_code(self) -> str:
        return checked_code(self.cleaned_data["code"])


class MoveForm(BasisForm):
    parent = BodyField(label="新的上级单位")
    on = forms.DateField(label="调整日期")
    field_order = ("parent", "on", "basis")

    def prepare(self) -> None:
        self.fields["on"].initial = timezone.localdate()


class AbolishForm(BasisForm):
    on = forms.DateField(label="撤销日期", help_text="自该日起撤销")
    successor = BodyField(label="职能划入", required=False, help_text="没有承接单位的留空")
    transfer = forms.BooleanField(label="在任人员连同授权一并转入承接单位", required=False)
    field_order = ("on", "successor", "transfer", "basis")

    def prepare(self) -> None:
        self.fields["on"].initial = timezone.localdate()


def do_correct(by: Sight, body: Organisation, values: Values) -> None:
    changes = {name: values[name] for name in ("short", "kind", "place", "code", "since")}
    correct_body(by, body, values["basis"], **changes)


def do_abolish(by: Sight, body: Organisation, values: Values) -> None:
    abolish_body(by, body, values["on"], values["basis"], values["successor"], values["transfer"])


def _changeable(by: Sight, body: Organisation) -> bool:
    return body.until is None and may_hold_body(by, body)


ACTS: tuple[Act[Organisation], ...] = (
    Act("rename", "更名", "pencil", RenameForm,
        lambda by, body, v: rename_body(by, body, v["name"], v["short"], v["on"], v["basis"]), "已更名，原名称保留在历史中。",
        "名称登记有误的也在此更改，依据写明“更正”。", _changeable),
    Act("move", "调整隶属", "building", MoveForm, lambda by, body, v: move_body(by, body, v["parent"], v["on"], v["basis"]),
        "已调整隶属。", "连同下级单位一并调整；上级单位的人员随即可以查看其记录。", _changeable),
    Act("correct", "更正", "refresh", CorrectForm, do_correct, "已更正，原内容保留在历史中。", "", _changeable),
    Act("abolish", "撤销或者并入", "ban", AbolishForm, do_abolish, "已撤销，此前的记录仍在原单位名下。",
        "此前登记的案件和记录仍在该单位名下；在任岗位到该日为止。", _changeable, danger=True),
)  # fmt: skip


class BodyFilter(PlainForm):
    q = forms.CharField(label="名称、简称、原名称或者代码", required=False, max_length=60)
    kind = forms.ChoiceField(label="类别", required=False, choices=[("", "全部类别"), *Kind.choices])
    gone = forms.BooleanField(label="包括已撤销", required=False)

    def applied(self, rows: QuerySet[Organisation]) -> QuerySet[Organisation]:
        self.is_valid()
        values = self.cleaned_data
        if text := values.get("q"):
            names = Q(name__icontains=text) | Q(short__icontains=text) | Q(code__iexact=text)
            rows = rows.filter(names | Q(former_names__name__icontains=text)).distinct()
        if kind := values.get("kind"):
            rows = rows.filter(kind=kind)
        return rows if values.get("gone") else rows.filter(until__isnull=True)


def with_counts(rows: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Each body with how many stand under it and how many people serve in it today, in the same statement."""
    today = timezone.localdate()
    serving = Q(posts__since__lte=today) & (Q(posts__until__isnull=True) | Q(posts__until__gt=today))
    return rows.select_related("place").annotate(
        under=Count("branches", filter=Q(branches__until__isnull=True), distinct=True),
        serving=Count("posts__user", filter=serving, distinct=True),
    )


@administrator
@require_GET
def body_list(request: HttpRequest) -> HttpResponseBase:
    """The tops of what is administered with what stands directly under them; or whatever is searched for."""
    by = sight(request)
    form = BodyFilter(request.GET)
    rows = form.applied(bodies_within(by))
    searched = any(request.GET.get(name) for name in ("q", "kind"))
    if not searched:
        inner = bodies_within(by).filter(pk=OuterRef("parent_id"))
        tops = rows.exclude(Exists(inner))
        rows = rows.filter(Q(pk__in=tops.values("pk")) | Q(parent__in=tops.values("pk")))
    page = page_by_id(request, with_counts(rows)) if searched else None
    found = page.rows if page else list(with_counts(rows).order_by("path"))
    context = {
        "form": form, "page": page, "rows": [(row, _depth(row, found)) for row in found], "filtered": bool(request.GET),
    }  # fmt: skip
    return render(request, "desk/people/bodies.html", context)


def _depth(row: Organisation, rows: Any) -> int:
    return 1 if any(row.path != other.path and row.path.startswith(other.path) for other in rows) else 0


@administrator
@require_http_methods(["GET", "POST"])
def new_body(request: HttpRequest) -> HttpResponseBase:
    by, under = sight(request), request.GET.get("under", "")
    number = whole(under)
    above = the_body(by, number) if number is not None else None
    form = FoundForm(by, above, request.POST or None)
    if request.method == "POST" and form.is_valid():
        body = _founded(by, form)
        if body is not None:
            messages.success(request, f"已设立“{body}”。")
            return redirect("desk:body", pk=body.pk)
    context = {"form": form, "above": above, "suggestions": suggestions()}
    return render(request, "desk/people/new_body.html", context, status=REFUSED if request.method == "POST" else 200)


def _founded(by: Sight, form: FoundForm) -> Organisation | None:
    values = dict(form.cleaned_data)
    basis = values.pop("basis")
    try:
        return found_body(by, NewBody(**values), basis)
    except (NotPossible, NotAllowed) as refused:
        form.add_error(None, str(refused))
    except ValidationError as bad:
        form.add_error(None, bad.messages)
    return None


@administrator
@require_GET
def body_page(request: HttpRequest, pk: int) -> HttpResponseBase:
    by = sight(request)
    return _page(request, by, the_body(by, pk))


def _page(request: HttpRequest, by: Sight, body: Organisation, tried: Fold | None = None) -> HttpResponse:
    posts = Post.objects.held_on(timezone.localdate()).filter(org=body).select_related("user").order_by("pk")
    context = {
        "body": body,
        "posts": posts[:MOST_PEOPLE],
        "former": body.former_names.all(),
        "branches": with_counts(bodies_within(by).filter(parent=body)).order_by("path"),
        "absorbed": Organisation.objects.filter(successor=body).order_by("until"),
        "folds": folds(ACTS, by, body, tried),
        "act_url": ("desk:body_act", body.pk),
        "history": history(body),
        "suggestions": suggestions(),
    }
    return render(request, "desk/people/body.html", context, status=REFUSED if tried else 200)


@administrator
@require_POST
def body_act(request: HttpRequest, pk: int, act: str) -> HttpResponseBase:
    by = sight(request)
    fold, _, done = carried_out(ACTS, act, by, the_body(by, pk), request.POST)
    if not done:
        return _page(request, by, the_body(by, pk), fold)
    messages.success(request, fold.act.done)
    return redirect("desk:body", pk=pk)
