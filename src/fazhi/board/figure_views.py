"""Pages of figures: the list of all, and each with its definition, its cuts and the rows it counts."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from fazhi.board.access import FIGURES, open_to, sees_city, whose
from fazhi.board.asked import Asked, asked, years
from fazhi.board.columns import Column, case_of, columns_of, fetched, plain_columns_of
from fazhi.board.cuts import Line, bars, bodies_of, months, organisations, place_names, places
from fazhi.board.reporting.confirming import as_owner, owns
from fazhi.board.reporting.restating import Standing, standing
from fazhi.board.rows import MOST, file_name, row_sets, rows_of, write_sheet
from fazhi.board.wording import Move, area, change, exact_amount, value_in_words
from fazhi.figures.api import (
    BY_YEAR,
    Figure,
    NoSuchFigure,
    NotComputed,
    Result,
    all_figures,
    by_year,
    computed,
    definition,
    evaluate,
    evaluate_together,
    figure,
    fingerprint,
    made_of,
)
from fazhi.look.api import page_by_id, query_with
from fazhi.people.api import Ability, Sight

TABS = (("rows", "明细"), ("places", "按地区"), ("orgs", "按单位"), ("months", "按月份"), ("last", "与上年比较"))
SHOWN_COLUMNS = 9
WHOLE = "whole"  # in the address: the owner checks what the figure counts over the whole city


@dataclass(frozen=True)
class Item:
    """A line of the list."""

    figure: Figure
    area: str
    value: str
    exact: str
    last_year: str
    move: Move | None


@open_to(*FIGURES)
def figures(request: HttpRequest) -> HttpResponse:
    """Every figure, filtered by words, owner, business and kind; names and unprovable claims stand among them."""
    at = asked(request)
    listed = [each for each in all_figures() if _wanted(each, request)]
    provable = [each for each in listed if not isinstance(each, NotComputed)]
    now, before = evaluate_together(provable, [at.scope, at.before])
    items = [_item(each, now.get(each.id), before.get(each.id)) for each in listed]
    every = all_figures()
    context = {
        "at": at,
        "items": items,
        "all_count": len(every),
        "computed_count": len(computed()),
        "years": years(),
        "whose": whose(at.scope.sight),
        "owners": sorted({each.owner for each in every if each.owner}),
        "areas": sorted({area(each) for each in every} - {"不计算", ""}),
        "kinds": sorted({each.kind for each in every}),
    }
    return render(request, "board/figures.html", context)


def _wanted(each: Figure, request: HttpRequest) -> bool:
    words = request.GET.get("q", "").strip().lower()
    text = f"{each.id}{each.name}{each.owner}{each.note}".lower()
    return (
        all(word in text for word in words.split())
        and request.GET.get("owner", "") in {"", each.owner}
        and request.GET.get("area", "") in {"", area(each)}
        and request.GET.get("kind", "") in {"", each.kind}
    )


def _item(each: Figure, now: Result | None, before: Result | None) -> Item:
    last_year = value_in_words(before) if before else ""
    return Item(each, area(each), value_in_words(now), exact_amount(now), last_year, change(now, before))


@open_to(*FIGURES)
def figure_page(request: HttpRequest, id: str) -> HttpResponse:
    """One figure: value, definition, other readings, cuts and rows."""
    each = _figure(id)
    at, own = _asked_as(request, each)
    context: dict[str, Any] = {
        "figure": each,
        "at": at,
        "years": years(),
        "whose": whose(at.scope.sight),
        "as_owner": at.scope.sight != own,
        "switch": _switch(request, each, own),
        "definition": definition(each),
        "version": fingerprint(each),
        "area": area(each),
        "crumbs": _crumbs(at),
        "readings": _readings(each, at),
    }
    if isinstance(each, NotComputed):
        return render(request, "board/figure_not_computed.html", context)
    tab = request.GET.get("tab", "rows")
    if tab not in dict(TABS) or tab == "months" and by_year(each):
        raise Http404("没有这个栏目，请从页面上的栏目中选择。")
    now, before = (found[each.id] for found in evaluate_together([each], [at.scope, at.before]))
    context |= {
        "now": now,
        "value": value_in_words(now),
        "exact": exact_amount(now),
        "parts": made_of(now),
        "last_year": value_in_words(before),
        "move": change(now, before),
        "worst": _span(now.worst),
        "tab": tab,
        "tabs": [
            (name, label, query_with(request, tab=name, after="", set=""))
            for name, label in TABS
            if name != "months" or not by_year(each)
        ],
        "published": _published(each, at, own),
        "by_year": BY_YEAR if by_year(each) else "",
        "whole_url": f"?{urlencode({'year': str(at.year), 'tab': tab} | ({WHOLE: '1'} if request.GET.get(WHOLE) else {}))}",
    }
    context |= (
        _rows(request, each, at, at.scope.sight != own) if tab == "rows" else _cut(request, each, at, tab, now, before)
    )
    return render(request, "board/figure.html", context)


def _asked_as(request: HttpRequest, each: Figure) -> tuple[Asked, Sight]:
    """What is asked for, and the asker's own sight; ?whole=1 widens it to the city for the figure's owner alone."""
    at = asked(request)
    if at.scope.month and by_year(each):
        raise Http404(f"“{each.name}”{BY_YEAR}")
    own = at.scope.sight
    if not request.GET.get(WHOLE) or sees_city(own):
        return at, own
    return replace(at, scope=replace(at.scope, sight=as_owner(own, each))), own


def _switch(request: HttpRequest, each: Figure, own: Sight) -> list[tuple[str, str, bool]]:
    """[(label, address, current)]: own records or the whole city, for the owner who does not see it all anyway."""
    if isinstance(each, NotComputed) or sees_city(own) or not owns(own, each):
        return []
    whole = bool(request.GET.get(WHOLE))
    clean = {"after": "", "place": "", "org": ""}
    return [
        (whose(own), str(query_with(request, **{WHOLE: ""}, **clean)), not whole),
        ("全市（供确认）", str(query_with(request, **{WHOLE: "1"}, **clean)), whole),
    ]


def _crumbs(at: Asked) -> list[tuple[str, str]]:
    listed = ("数据", f"{reverse('board:figures')}?year={at.year}")
    return [("总览", reverse("board:home")), listed] if at.scope.sight.may(Ability.SEE_BOARD) else [listed]


def _figure(id: str) -> Figure:
    try:
        return figure(id)
    except NoSuchFigure as error:
        raise Http404(str(error)) from None


def _readings(each: Figure, at: Asked) -> list[tuple[Figure, str, str]]:
    """The other definitions under the same name, each with its own value: shown beside, never added."""
    others = [other for other in all_figures() if other.code == each.code and other.id != each.id]
    results = evaluate([other for other in others if not isinstance(other, NotComputed)], at.scope)
    return [(other, value_in_words(results.get(other.id)), definition(other)) for other in others]


def _published(each: Figure, at: Asked, own: Sight) -> Standing | None:
    """What was published beside what is known now: for who sees the whole city, whose number was published."""
    cut = at.scope.month or at.place or at.org
    return None if cut or not sees_city(own) else standing(each.id, at.year)


def _span(seconds: int | None) -> str:
    """The worst case of a limit, kept in seconds."""
    if seconds is None:
        return ""
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    parts = ((hours, "小时"), (minutes, "分"), (rest, "秒"))
    return "".join(f"{amount}{unit}" for amount, unit in parts if amount) or "0秒"


def _rows(request: HttpRequest, each: Figure, at: Asked, plain: bool) -> dict[str, Any]:
    sets = row_sets(each, at.scope)
    chosen = next((one for one in sets if one.name == request.GET.get("set")), sets[0])
    found = rows_of(each, chosen.name, at.scope)
    page = page_by_id(request, fetched(found))
    columns = plain_columns_of(found.model) if plain else columns_of(found.model)
    return {
        "sets": [(one, query_with(request, set=one.name, tab="rows", after="")) for one in sets],
        "chosen": chosen,
        "table": str(found.model._meta.verbose_name),
        "columns": columns[:SHOWN_COLUMNS],
        "hidden_count": 0 if plain else max(0, len(columns) - SHOWN_COLUMNS),
        "page": page,
        "lines": [("" if plain else _case_url(row), _cells(row, columns[:SHOWN_COLUMNS])) for row in page.rows],
        "sheet_url": "" if plain else _sheet_url(request, each, chosen.name),
        "place_choices": place_names(at.whole()).items(),
        "org_choices": bodies_of(each, at.whole()),
    }


def _cells(row: Any, columns: list[Column]) -> list[tuple[Column, str]]:
    return [(column, column.read(row)) for column in columns]


def _case_url(row: Any) -> str:
    case = case_of(row)
    return f"/desk/cases/{case.pk}/" if case else ""


def _sheet_url(request: HttpRequest, each: Figure, name: str) -> str:
    return reverse("board:sheet", args=[each.id]) + str(query_with(request, set=name, tab="", after=""))


def _cut(request: HttpRequest, each: Figure, at: Asked, tab: str, now: Result, before: Result) -> dict[str, Any]:
    if tab == "last":
        whole = Line(f"{at.scope.month}月" if at.scope.month else "全年", "", now, before)
        lines = months(each, at)
        return {"lines": [(line, "") for line in [whole, *lines]], "head": "期间", "chart": bars(each, lines, at.year)}
    if tab == "months":
        lines = months(each, at)
        chart = bars(each, lines, at.year, "line")
    else:
        lines = places(each, at) if tab == "places" else organisations(each, at)
        chart = bars(each, lines, at.year)
    head, mark = {"months": ("月份", "month"), "places": ("地区", "place"), "orgs": ("单位", "org")}[tab]
    return {"lines": [(line, _line_url(request, mark, line)) for line in lines], "head": head, "chart": chart}


def _line_url(request: HttpRequest, mark: str, line: Line) -> str:
    """Where a line of a cut leads: into its parts, or to its rows."""
    if not line.mark:
        return ""
    return str(query_with(request, **{mark: line.mark, "tab": "places" if line.deeper else "rows", "after": ""}))


@open_to(*FIGURES)
def sheet(request: HttpRequest, id: str) -> HttpResponseBase:
    """The rows of one measure as .xlsx; a sheet too long to open is refused, not cut."""
    each, at = _figure(id), asked(request)
    name = request.GET.get("set", "")
    if name not in each.measures():
        raise Http404("没有这组明细，请从数据页面导出。")
    rows = rows_of(each, name, at.scope)
    count = rows.count()
    if count > MOST:
        messages.error(request, f"共{count:,}行，一次最多导出{MOST:,}行，请先按地区、单位或者月份筛选。")
        return redirect(f"{reverse('board:figure', args=[each.id])}{query_with(request, set=name)}")
    title = f"{each.name}{at.year}年{each.measures()[name].label}"
    return FileResponse(write_sheet(rows, each.id), as_attachment=True, filename=file_name(title))
