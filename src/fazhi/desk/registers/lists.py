"""The lists and records: an overview, one table filtered or as it stood on a day, two days compared, exported."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import CharField, Count, Max, Min, Q, QuerySet, TextField, Value
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from fazhi.desk.registers.tables import is_list, label_of_table, list_columns, live, tables, the_table
from fazhi.desk.sheets import MOST_ROWS, list_as_sheet
from fazhi.desk.shown import Column, columns_of, label_of, related, shown, text_of
from fazhi.ledgers.api import Column as SheetColumn
from fazhi.look.api import PlainForm, first_page, page_by_column, query_with, sight, staff
from fazhi.people.api import Level, Place, Sight, within
from fazhi.registers.api import IdCardField, Recorded, difference, this_city

STRIDE = 100  # tables counted by one statement; SQLite joins at most 500
LIST_YEARS = 10
ORDER = {True: "valid_from", False: "happened_on"}


class RowFilter(PlainForm):
    """Year, district and words; for lists also the day on which they are to be seen."""

    q = forms.CharField(label="文字", required=False, max_length=60)
    year = forms.TypedChoiceField(label="年度", required=False, coerce=int, empty_value=None)
    place = forms.ChoiceField(label="所在地", required=False)
    on = forms.DateField(label="截至日期", required=False)

    def __init__(self, model: type[Recorded], by: Sight, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.model = model
        self._choices("year", [("", "全部年度"), *((str(each), f"{each}年") for each in years_seen(model, by))])
        districts = Place.objects.filter(city=this_city(), level=Level.DISTRICT).order_by("code")
        self._choices("place", [("", "全市"), *((each.pk, each.name) for each in districts)])
        if is_list(model):
            self.fields["year"].label = "当年有效"
        else:
            del self.fields["on"]

    def _choices(self, name: str, pairs: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = pairs

    def applied(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that meet the filter; a value it does not know filters nothing."""
        self.is_valid()
        values = self.cleaned_data
        if text := values.get("q"):
            rows = rows.filter(words_in(self.model, text))
        if year := values.get("year"):
            rows = rows.filter(in_year(self.model, year))
        if place := values.get("place"):
            rows = rows.filter(within(place))
        if on := values.get("on"):
            rows = rows.filter(valid_from__lte=on).filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on))
        return rows


def years_seen(model: type[Recorded], by: Sight) -> list[int]:
    """The years to choose from, newest first: of records those with rows that the person sees.

    Lines of a list hold for years on end (a school since 1952), so the last ten are offered, from the first line on.
    """
    rows = by.rows(live(model))
    if not is_list(model):
        return list(rows.order_by("-year").values_list("year", flat=True).distinct())
    found = rows.order_by().aggregate(first=Min("year"), last=Max("year"))
    if found["first"] is None:
        return []
    last = max(found["last"], timezone.localdate().year)
    return list(range(last, max(found["first"] - 1, last - LIST_YEARS), -1))


def in_year(model: type[Recorded], year: int) -> Q:
    """Records of a year; lines of a list that held on some day of it."""
    if not is_list(model):
        return Q(year=year)
    ends = Q(valid_to__isnull=True) | Q(valid_to__gt=date(year, 1, 1))
    return Q(valid_from__lte=date(year, 12, 31)) & ends


def words_in(model: type[Recorded], text: str) -> Q:
    """Rows in which a column of text holds the words; personal numbers are not searched."""
    found = Q(org__name__icontains=text) | Q(org__short__icontains=text)
    for column in columns_of(model):
        if isinstance(column, CharField | TextField) and not column.choices and not isinstance(column, IdCardField):
            found |= Q(**{f"{column.name}__icontains": text})
    return found


@staff
@require_GET
def overview(request: HttpRequest) -> HttpResponseBase:
    """Every table by domain, with how many rows of it the person sees."""
    text = request.GET.get("q", "").strip()
    named = {
        domain: [model for model in found if text in str(model._meta.verbose_name)]
        for domain, found in tables().items()
    }
    counted = _counts([model for found in named.values() for model in found], sight(request))
    groups = [(domain, [_tile(model, counted) for model in found]) for domain, found in named.items() if found]
    return render(request, "desk/registers.html", {"groups": groups, "q": text})


def _counts(models: Sequence[type[Recorded]], by: Sight) -> dict[str, int]:
    """How many rows a person sees of each table; one statement for STRIDE tables."""
    found: dict[str, int] = {}
    for start in range(0, len(models), STRIDE):
        first, *others = (_count(model, by) for model in models[start : start + STRIDE])
        found.update(first.union(*others, all=True) if others else first)
    return found


def _count(model: type[Recorded], by: Sight) -> QuerySet[Any, tuple[str, int]]:
    rows: QuerySet[Any] = by.rows(live(model).filter(voided_on__isnull=True)).order_by()
    named = rows.annotate(table=Value(label_of_table(model), output_field=CharField()))
    counted: QuerySet[Any, tuple[str, int]] = named.values("table").annotate(n=Count("pk")).values_list("table", "n")
    return counted


def _tile(model: type[Recorded], counted: Mapping[str, int]) -> dict[str, Any]:
    return {
        "title": model._meta.verbose_name,
        "label": label_of_table(model),
        "kind": "清单" if is_list(model) else "记录",
        "count": counted.get(label_of_table(model), 0),
    }


@staff
@require_GET
def table_page(request: HttpRequest, label: str) -> HttpResponseBase:
    model, by = the_table(label), sight(request)
    form = RowFilter(model, by, request.GET)
    columns = list_columns(model)
    rows = form.applied(by.rows(live(model))).select_related(*related(columns))
    if "export" in request.GET:
        return _export(model, rows.filter(voided_on__isnull=True))
    page = page_by_column(request, rows, ORDER[is_list(model)])
    context = {
        "title": model._meta.verbose_name,
        "label": label_of_table(model),
        "is_list": is_list(model),
        "form": form,
        "columns": columns_shown(columns),
        "rows": [(row, shown(row, columns)) for row in page.rows],
        "page": page,
        "total": rows.filter(voided_on__isnull=True).order_by().count() if first_page(request) is None else None,
        "export_url": query_with(request, export="xlsx", after=""),
        "filtered": any(request.GET.get(name) for name in form.fields),
    }
    return render(request, "desk/table.html", context)


def columns_shown(columns: Sequence[Column]) -> list[str]:
    return [label_of(column) for column in columns]


def _export(model: type[Recorded], rows: QuerySet[Any]) -> HttpResponseBase:
    columns = columns_of(model)
    sheet = [SheetColumn(column.name, label_of(column)) for column in columns]
    found = rows.select_related(*related(columns)).order_by("pk")[:MOST_ROWS].iterator(1000)
    return list_as_sheet(
        str(model._meta.verbose_name), sheet, ([text_of(row, column) for column in columns] for row in found)
    )


class TwoDays(PlainForm):
    earlier = forms.DateField(label="从")
    later = forms.DateField(label="到")

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        earlier, later = values.get("earlier"), values.get("later")
        if earlier and later and earlier > later:
            self.add_error("later", "后一日期早于前一日期，请对调。")
        return values


@staff
@require_GET
def compare(request: HttpRequest, label: str) -> HttpResponseBase:
    """What has gone and what has come in a list between two days, as far as the person sees."""
    model, by = the_table(label), sight(request)
    if not is_list(model):
        raise Http404("只有清单可以比较两个日期，记录请按年度筛选。")
    form = TwoDays(request.GET or None, initial=_this_year())
    columns = list_columns(model)
    gone, come = _differences(model, by, form) if form.is_valid() else ([], [])
    context = {
        "title": model._meta.verbose_name,
        "label": label_of_table(model),
        "form": form,
        "compared": form.is_bound and form.is_valid(),
        "columns": columns_shown(columns),
        "sides": [
            ("减少", [(row, shown(row, columns)) for row in gone]),
            ("增加", [(row, shown(row, columns)) for row in come]),
        ],
    }
    return render(request, "desk/compare.html", context)


def _this_year() -> dict[str, date]:
    today = timezone.localdate()
    return {"earlier": date(today.year, 1, 1), "later": today}


def _differences(model: Any, by: Sight, form: TwoDays) -> tuple[list[Any], list[Any]]:
    """`difference` of the registers, cut down to what the person sees in one further statement."""
    gone, come = difference(model, form.cleaned_data["earlier"], form.cleaned_data["later"])
    wanted = [row.pk for row in (*gone, *come)]
    columns = list_columns(model)
    seen = by.rows(live(model).filter(pk__in=wanted)).select_related(*related(columns)).in_bulk()
    return [seen[row.pk] for row in gone if row.pk in seen], [seen[row.pk] for row in come if row.pk in seen]
