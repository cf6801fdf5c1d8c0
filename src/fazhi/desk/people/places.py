"""Divisions: what lies in the city, level by level; added, renamed, merged and abolished."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fazhi.desk.bodies import PlaceField
from fazhi.desk.bodies import suggestions as all_suggestions
from fazhi.desk.people.acts import REFUSED, Act, Fold, OrderForm, carried_out, folds
from fazhi.desk.people.door import administrator, places_within, the_place
from fazhi.desk.people.history import history
from fazhi.desk.people.orders import BasisForm
from fazhi.look.api import PlainForm, page_by_id, sight, whole
from fazhi.people.api import NotAllowed, NotPossible, Place, Sight, abolish_place, add_place, may_hold, rename_place
from fazhi.registers.codes import area_code_complaint


class AddForm(OrderForm[Place | None]):
    code = forms.CharField(
        label="区划代码",
        max_length=12,
        help_text="县区6位、镇街9位、村居12位；没有法定代码的功能区第5位用字母，如3211Z1",
    )
    name = forms.CharField(label="名称", max_length=60)
    since = forms.DateField(label="设立日期", required=False)
    basis = forms.CharField(label="依据", max_length=200, help_text="写明批复文号或者统计用区划代码的年份")

    def prepare(self) -> None:
        if self.thing is not None:
            self.fields["code"].initial = self.thing.prefix

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"]).strip().upper()
        if whole(code) is not None and (problem := area_code_complaint(code)):
            raise ValidationError(problem)
        return code


class RenameForm(BasisForm):
    name = forms.CharField(label="新名称", max_length=60)
    on = forms.DateField(label="更名日期")
    field_order = ("name", "on", "basis")

    def prepare(self) -> None:
        self.fields["name"].initial, self.fields["on"].initial = self.thing.name, timezone.localdate()


class AbolishForm(BasisForm):
    on = forms.DateField(label="撤销日期", help_text="自该日起撤销")
    successor = PlaceField(label="并入", required=False, help_text="没有并入其他区划的留空")
    field_order = ("on", "successor", "basis")

    def prepare(self) -> None:
        self.fields["on"].initial = timezone.localdate()


ACTS: tuple[Act[Place], ...] = (
    Act("rename", "更名", "pencil", RenameForm,
        lambda by, place, v: rename_place(by, place, v["name"], v["on"], v["basis"]), "已更名，原名称保留在历史中。", "", may_hold),
    Act("abolish", "撤销或者并入", "ban", AbolishForm,
        lambda by, place, v: abolish_place(by, place, v["on"], v["basis"], v["successor"]),
        "已撤销，此前的记录仍在原区划名下。", "此前登记的案件和记录仍在该区划名下；代码变更的，撤销后按新代码登记。",
        may_hold, danger=True),
)  # fmt: skip


class PlaceFilter(PlainForm):
    q = forms.CharField(label="名称、原名称或者代码", required=False, max_length=60)
    gone = forms.BooleanField(label="包括已撤销", required=False)

    def applied(self, rows: QuerySet[Place]) -> QuerySet[Place]:
        self.is_valid()
        values = self.cleaned_data
        if text := values.get("q"):
            names = Q(name__icontains=text) | Q(code__startswith=text.upper())
            rows = rows.filter(names | Q(renamings__former_name__icontains=text)).distinct()
        return rows if values.get("gone") else rows.filter(until__isnull=True)


def with_counts(rows: QuerySet[Place]) -> QuerySet[Place]:
    return rows.annotate(inside=Count("parts", filter=Q(parts__until__isnull=True), distinct=True))


@administrator
@require_GET
def place_list(request: HttpRequest) -> HttpResponseBase:
    """The tops of the territory with what lies directly in them; or whatever is searched for."""
    by = sight(request)
    form = PlaceFilter(request.GET)
    rows = form.applied(places_within(by))
    searched = bool(request.GET.get("q"))
    if not searched:
        tops = places_within(by).exclude(parent__in=places_within(by).values("pk"))
        rows = rows.filter(Q(pk__in=tops.values("pk")) | Q(parent__in=tops.values("pk")))
    page = page_by_id(request, with_counts(rows)) if searched else None
    found = page.rows if page else list(with_counts(rows).order_by("code"))
    shallow = min((len(row.prefix) for row in found), default=0)
    context = {"form": form, "page": page, "rows": [(row, len(row.prefix) > shallow) for row in found],
               "filtered": bool(request.GET)}  # fmt: skip
    return render(request, "desk/people/places.html", context)


@administrator
@require_http_methods(["GET", "POST"])
def new_place(request: HttpRequest) -> HttpResponseBase:
    by, under = sight(request), request.GET.get("under", "")
    above = the_place(by, under) if under else None
    form = AddForm(by, above, request.POST or None)
    if request.method == "POST" and form.is_valid():
        place = _added(by, form)
        if place is not None:
            messages.success(request, f"已登记“{place}”。")
            return redirect("desk:place", code=place.pk)
    context = {"form": form, "above": above}
    return render(request, "desk/people/new_place.html", context, status=REFUSED if request.method == "POST" else 200)


def _added(by: Sight, form: AddForm) -> Place | None:
    try:
        return add_place(by, **form.cleaned_data)
    except (NotPossible, NotAllowed) as refused:
        form.add_error(None, str(refused))
    return None


@administrator
@require_GET
def place_page(request: HttpRequest, code: str) -> HttpResponseBase:
    by = sight(request)
    return _page(request, by, the_place(by, code))


def _page(request: HttpRequest, by: Sight, place: Place, tried: Fold | None = None) -> HttpResponse:
    context = {
        "place": place,
        "former": place.renamings.order_by("-on"),
        "parts": with_counts(place.parts.all()).order_by("code"),
        "may_add": place.until is None and len(place.code) < 12 and by.administers.reaches_place(place.prefix),
        "folds": folds(ACTS, by, place, tried),
        "act_url": ("desk:place_act", place.pk),
        "history": history(place),
        "suggestions": all_suggestions(),
    }
    return render(request, "desk/people/place.html", context, status=REFUSED if tried else 200)


@administrator
@require_POST
def place_act(request: HttpRequest, code: str, act: str) -> HttpResponseBase:
    by = sight(request)
    fold, _, done = carried_out(ACTS, act, by, the_place(by, code), request.POST)
    if not done:
        return _page(request, by, the_place(by, code), fold)
    messages.success(request, fold.act.done)
    return redirect("desk:place", code=code)
