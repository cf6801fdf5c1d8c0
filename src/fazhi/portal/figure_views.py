"""Public pages of figures: the list of what a year's report states, and each figure as it was published."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from fazhi.figures.api import Frozen, Publication
from fazhi.look.api import year_in
from fazhi.portal.released import (
    PublicFigure,
    cells_of,
    current,
    figures_of,
    parts_of,
    public_figure,
    release,
    releases,
    row_counts,
)

CLAIM = "判断"  # its cells are shares of the rows that meet it


def figures(request: HttpRequest) -> HttpResponse:
    """Published figures of a year, found by words."""
    years = [each.year for each in current()]
    year = year_in(request.GET.get("year"))
    chosen = year if year in years else years[0] if years else None
    publication = release(chosen) if chosen is not None else None
    words = request.GET.get("q", "").strip()
    listed = figures_of(publication, words) if publication else []
    context = {"publication": publication, "years": years, "listed": listed, "q": words}
    return render(request, "portal/figures.html", context)


def figure(request: HttpRequest, id: str, year: int) -> HttpResponseBase:
    """One figure as published last, every earlier publication of it beside it."""
    publication = release(year)
    frozen = publication.figures.filter(figure=id).first()
    if frozen is None:
        return _other_reading(publication, id)
    cells, one = cells_of(publication, id), public_figure(publication, frozen)
    context: dict[str, Any] = {
        "publication": publication,
        "one": one,
        "made_of": row_counts(frozen),
        "parts": parts_of(frozen),
        "versions": _versions(year, id),
        "readings": _readings(publication, frozen),
        "districts": cells.get("districts", []),
        "months": cells.get("months", []),
        "charts": {name: _chart(frozen, one.kind, cells.get(name, []), name) for name in ("districts", "months")},
        "crumbs": [("年度报告", reverse("portal:reports")), (f"{year}年度", reverse("portal:report", args=[year]))],
    }
    return render(request, "portal/figure.html", context)


def _other_reading(publication: Publication, id: str) -> HttpResponseBase:
    """A bare code leads to the reading that was published."""
    found = publication.figures.filter(figure__startswith=f"{id}·").order_by("pk").first()
    if found is None:
        raise Http404(f"{publication.year}年度报告没有公布编号为“{id}”的数据，请从公开数据列表中查找。")
    return redirect("portal:figure", id=found.figure, year=publication.year)


def _versions(year: int, id: str) -> list[tuple[Publication, PublicFigure | None]]:
    """The figure in each publication of the year, newest first: as published, and as known now."""
    listed = []
    for each in Publication.objects.filter(pk__in=releases(year).values("pk")).order_by("-number"):
        frozen = each.figures.filter(figure=id).first()
        listed.append((each, public_figure(each, frozen) if frozen else None))
    return listed


def _readings(publication: Publication, frozen: Frozen) -> list[PublicFigure]:
    """The same name under another definition, where both were published."""
    code = frozen.figure.partition("·")[0]
    rows = publication.figures.filter(figure__startswith=code).exclude(pk=frozen.pk)
    return [public_figure(publication, row) for row in rows if row.figure.partition("·")[0] == code]


def _chart(frozen: Frozen, kind: str, cells: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return {
        "kind": "line" if name == "months" else "bar",
        "unit": "%" if kind == CLAIM else frozen.unit,
        "name": frozen.name,
        "labels": [cell["label"] for cell in cells],
        "series": [{"name": f"{frozen.year}年", "values": [cell["value"] for cell in cells]}],
    }
