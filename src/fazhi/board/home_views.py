"""The leader's page: a few figures, what is late and whose, districts side by side, the months of the year."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from fazhi.board.access import open_to, whose
from fazhi.board.asked import Asked, asked, years
from fazhi.board.cuts import bars, months, places
from fazhi.board.headlines import candidates, headlines
from fazhi.board.late import Duty, after, by_body, duties, late_cases, late_rows
from fazhi.board.wording import YUAN, Move, change, exact_amount, value_in_words
from fazhi.figures.api import BY_YEAR, Figure, Result, by_year, evaluate, shown
from fazhi.look.api import query_with, sight
from fazhi.people.api import Ability

OLDEST = 8
SIZE = 50


@dataclass(frozen=True)
class Headline:
    """One card."""

    figure: Figure
    number: str
    unit: str
    exact: str
    value: str
    last_year: str
    move: Move | None
    url: str
    current: bool


@open_to(Ability.SEE_BOARD)
def home(request: HttpRequest) -> HttpResponse:
    """Cards choose which figure the two charts draw."""
    at = asked(request)
    cards, drawn = _cards(request, at)
    by = at.scope.sight
    late = late_cases(by)
    context: dict[str, Any] = {
        "at": at,
        "years": years(),
        "whose": whose(by),
        "today": timezone.localdate(),
        "cards": cards,
        "drawn": drawn,
        "late_count": late.count(),
        "bodies": by_body(late),
        "oldest": [(case, (timezone.localdate() - _due(case.next_due)).days) for case in late[:OLDEST]],
        "duties": [_duty(code, duty, by_body(late_rows(duty, by), duty.due)) for code, duty in duties()],
    }
    if drawn is not None:
        lines, by_month = places(drawn, at), months(drawn, at)
        context |= {
            "lines": lines,
            "place_chart": bars(drawn, lines, at.year),
            "month_lines": by_month,
            "by_year": BY_YEAR if by_year(drawn) else "",
            "month_chart": bars(drawn, by_month, at.year, "line"),
        }
    return render(request, "board/home.html", context)


def _duty(code: str, duty: Duty, bodies: list[Any]) -> dict[str, Any]:
    return {"code": code, "label": duty.label, "bodies": bodies, "count": sum(each.count for each in bodies)}


def _cards(request: HttpRequest, at: Asked) -> tuple[list[Headline], Figure | None]:
    now = evaluate(candidates(), at.scope)
    listed = headlines(now)
    before = evaluate(listed, at.before)
    wanted = request.GET.get("figure", "")
    drawn = next((each for each in listed if each.id == wanted), listed[0] if listed else None)
    return [
        Headline(
            each,
            *_number(now[each.id]),
            value_in_words(now[each.id]),
            value_in_words(before[each.id]),
            change(now[each.id], before[each.id]),
            str(query_with(request, figure=each.id)),
            each is drawn,
        )
        for each in listed
    ], drawn


def _number(result: Result) -> tuple[str, str, str]:
    """The number in large type, its unit in small, and the exact amount where money is rounded."""
    if result.figure.unit != YUAN or result.value is None:
        return shown(result), result.figure.unit, ""
    words = value_in_words(result)
    number = words.rstrip("万亿元")
    return number, words[len(number) :], exact_amount(result)


def _due(day: Any) -> Any:
    assert day is not None, "late cases have a limit"
    return day


@open_to(Ability.SEE_BOARD)
def late(request: HttpRequest) -> HttpResponse:
    """Everything late, of one body or of all, oldest first; a case opens with one click."""
    by = sight(request)
    at = asked(request)
    code = request.GET.get("of", "")
    found = dict(duties())
    if code and code not in found:
        raise Http404("没有这类到期事项，请从总览页面进入。")
    rows: Any = late_rows(found[code], by) if code else late_cases(by)
    due = found[code].due if code else "next_due"
    if at.org is not None:
        rows = rows.filter(org__path__startswith=at.org.path)
    page = list(after(rows, due, request.GET.get("after", ""))[: SIZE + 1])
    shown_rows = page[:SIZE]
    mark = f"{getattr(shown_rows[-1], due)}~{shown_rows[-1].pk}" if len(page) > SIZE else None
    context = {
        "at": at,
        "whose": whose(by),
        "label": found[code].label if code else "案件",
        "count": rows.count(),
        "lines": [_late_line(row, found.get(code), due) for row in shown_rows],
        "next_url": query_with(request, after=mark),
        "first_url": query_with(request, after="") if request.GET.get("after") else None,
    }
    return render(request, "board/late.html", context)


def _late_line(row: Any, duty: Duty | None, due: str) -> dict[str, Any]:
    day = getattr(row, due)
    days = (timezone.localdate() - day).days
    if duty is None:
        return {
            "number": row.number,
            "title": row.title,
            "url": f"/desk/cases/{row.pk}/",
            "org": row.org,
            "due": day,
            "days": days,
        }
    return {"number": "", "title": duty.title(row), "url": duty.url(row), "org": row.org, "due": day, "days": days}
