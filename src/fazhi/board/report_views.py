"""Staff pages of the report: the years, the draft with its downloads, the owners' confirmations, the history."""

import json
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from fazhi.board.access import DRAFT, FIGURES, open_to, sees_city
from fazhi.board.asked import years
from fazhi.board.reporting.confirming import Standing, confirm, standings
from fazhi.board.reporting.drafting import STAFF, Draft, as_html, draft
from fazhi.board.reporting.pages import framed
from fazhi.figures.api import Publication
from fazhi.look.api import sight
from fazhi.papers.api import render_docx, render_pdf
from fazhi.people.api import Sight
from fazhi.registers.api import this_city
from fazhi.report.api import as_json

FILES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "json": "application/json; charset=utf-8",
}


@open_to(*FIGURES, *DRAFT)
def reports(request: HttpRequest) -> HttpResponse:
    """Each year with what has been published of it."""
    rows = Publication.objects.filter(city=this_city()).defer("document").select_related("by").order_by("number")
    latest = {row.year: row for row in rows}
    lines = [(year, latest.get(year)) for year in sorted({*years(), *latest}, reverse=True)]
    return render(request, "board/report/years.html", {"lines": lines, "drafts": sees_city(sight(request))})


@open_to(*DRAFT, whole_city=True)
def report(request: HttpRequest, year: int) -> HttpResponse:
    """The draft as composed now; every number opens."""
    written = draft(year)
    context: dict[str, Any] = {"complaint": written.complaint}
    if written.composed is not None:
        listed = standings(written.composed.results, year, sight(request))
        context |= {
            # our own renderer's output: every run of text is escaped there
            "paper": mark_safe(as_html(written.composed.document, year, STAFF)),
            "figure_count": len(listed),
            "waiting": [each for each in listed if each.confirmed is None],
        }
    return render(request, "board/report/draft.html", framed(request, year, "draft", **context))


@open_to(*DRAFT, whole_city=True)
def report_file(request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """The draft as .docx, .pdf or .json."""
    if kind not in FILES:
        raise Http404("只提供Word、PDF和JSON三种格式。")
    composed = draft(year).composed
    if composed is None:
        raise Http404("报告草稿还不能生成，请先在草稿页面查看原因。")
    if kind == "json":
        content = json.dumps(as_json(composed), ensure_ascii=False, indent=1).encode()
    else:
        document = composed.document
        content = render_docx(document) if kind == "docx" else render_pdf(document, fonts=settings.FONTS).content
    name = f"{composed.document.plain_title}（草稿）.{kind}"
    return HttpResponse(content, headers={"Content-Disposition": attached(name), "Content-Type": FILES[kind]})


def attached(name: str) -> str:
    return f"attachment; filename*=UTF-8''{quote(name)}"


@open_to(*FIGURES, *DRAFT)
def confirmations(request: HttpRequest, year: int) -> HttpResponse:
    """The figures of the draft and who has confirmed them; whoever does not see the city sees only their own."""
    written = draft(year)
    context: dict[str, Any] = {"complaint": written.complaint, "listed": _listed(written, year, sight(request))}
    listed: list[Standing] = context["listed"]
    context["mine"] = [each for each in listed if each.mine and each.confirmed is None]
    context["sees_city"] = sees_city(sight(request))
    context["waiting_count"] = sum(each.confirmed is None for each in listed)
    return render(request, "board/report/confirmations.html", framed(request, year, "confirm", **context))


def _listed(written: Draft, year: int, by: Sight) -> list[Standing]:
    if written.composed is None:
        return []
    listed = standings(written.composed.results, year, by)
    shown = listed if sees_city(by) else [each for each in listed if each.mine]
    return sorted(shown, key=lambda each: (each.confirmed is not None, not each.mine))


@require_POST
@open_to(*FIGURES)
def confirm_figures(request: HttpRequest, year: int) -> HttpResponse:
    """Confirm what was ticked, each at the value the person saw; a value that has changed since is not confirmed."""
    by = sight(request)
    ticked = dict(item.split("|", 1) for item in request.POST.getlist("item") if "|" in item)
    known = {each.figure.id: each for each in _listed(draft(year), year, by)}
    done, moved = 0, []
    for id, seen in ticked.items():
        standing = known.get(id)
        if standing is None:
            continue
        if standing.value != seen:
            moved.append(standing.figure.name)
        elif standing.confirmed is None:
            confirm(standing, year, by)
            done += 1
    _tell(request, done, moved)
    return redirect("board:confirmations", year=year)


def _tell(request: HttpRequest, done: int, moved: list[str]) -> None:
    if done:
        messages.success(request, f"已确认{done}项数据。")
    if moved:
        messages.warning(request, f"下列数据在您查看之后有变化，请按新的数值核对后再确认：{'、'.join(moved)}。")
    if not done and not moved:
        messages.error(request, "没有选中可以确认的数据，请勾选后再确认。")


@open_to(*FIGURES, *DRAFT)
def history(request: HttpRequest, year: int) -> HttpResponse:
    """Every publication of the year, with the journal head it stands under."""
    rows = Publication.objects.filter(city=this_city(), year=year).defer("document").select_related("by")
    found = [(row, row.figures.count()) for row in rows.order_by("-number")]
    return render(request, "board/report/history.html", framed(request, year, "history", publications=found))
