"""Figures in the caller's sight: value and definition, cuts, and the rows they are made of; and the report computed now."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.conf import settings

from fazhi.casework.api import Facts
from fazhi.feeds.columns import BODY, PLACE
from fazhi.feeds.operation import Answer, Call, Operation
from fazhi.feeds.paging import PAGING, page
from fazhi.feeds.problems import Problem
from fazhi.feeds.shapes import Choice, Shape, Text, Whole
from fazhi.feeds.told import FLAG, NUMBER, TEXT, WHOLE, WHOLES, arr, maybe, obj, page_of, titled
from fazhi.figures.api import (
    Figure,
    NotComputed,
    Result,
    Scope,
    all_figures,
    by_district,
    by_month,
    by_organisation,
    by_place,
    computed,
    evaluate,
    figure,
    fingerprint,
    readings_of,
    selection,
)
from fazhi.people.api import TOWN_DIGITS, Ability, Level, NotAllowed, Organisation, Place, Sight, prefix_of
from fazhi.report.api import as_json, compose, figure_json

SEES = (Ability.SEE_BOARD, Ability.CONFIRM_FIGURE)
DRAFTS = (Ability.SEE_BOARD, Ability.DRAFT_REPORT, Ability.PUBLISH_REPORT)
YEAR = Whole("年度", 2000, 2100)
SCOPE: dict[str, Shape] = {"year": YEAR, "month": Whole("月份", 1, 12), "place": PLACE, "org": BODY}
VALUE = obj(
    code=TEXT, reading=titled(TEXT, "口径"), name=TEXT, value=maybe(NUMBER), shown=TEXT, unit=TEXT, numerator=maybe(WHOLE),
    denominator=maybe(WHOLE), parts=titled(WHOLES, "由哪些数得出"), holds=maybe(FLAG), row_count=WHOLE, definition=TEXT, owner=TEXT,
)  # fmt: skip
FIGURE = obj(
    **VALUE["properties"], id=TEXT, kind=TEXT, note=TEXT, source=TEXT, version=titled(TEXT, "口径版本"), readings=arr(TEXT),
    sets=arr(obj(set=TEXT, label=TEXT)),
)  # fmt: skip
CUT = obj(
    mark=titled(TEXT, "区划代码、单位编号或者月份"),
    label=TEXT,
    value=maybe(NUMBER),
    shown=TEXT,
    numerator=maybe(WHOLE),
    denominator=maybe(WHOLE),
)
ROW = obj(id=WHOLE, table=TEXT, case=maybe(WHOLE), org=maybe(WHOLE), place=maybe(TEXT))
REPORT = obj(year=WHOLE, place=TEXT, figures=arr(VALUE))
CUTS = (("district", "按县（市、区）"), ("town", "按镇（街道）"), ("org", "按单位"), ("month", "按月份"))


def operations() -> list[Operation]:
    one = "/figures/{code}"
    cut = {**SCOPE, "by": Choice("怎样划分", CUTS)}
    rows = {**SCOPE, "set": Text("行集，见sets；不写为第一个", 20), **PAGING}
    return [
        Operation(
            "GET", "/figures", "list_figures", "数据", "全部数据的数值", listing, {200: obj(items=arr(VALUE))}, query=SCOPE,
            problems=(403,), note="按查看范围计算。须写年度。",
        ),
        Operation("GET", one, "read_figure", "数据", "一项数据", reading, {200: FIGURE}, query=SCOPE, problems=(403, 404)),
        Operation(
            "GET", f"{one}/cuts", "cut_figure", "数据", "一项数据的划分", cuts, {200: obj(items=arr(CUT))}, query=cut,
            problems=(403, 404),
        ),
        Operation(
            "GET", f"{one}/rows", "list_figure_rows", "数据", "一项数据计入的各行", counted, {200: page_of(ROW)}, query=rows,
            problems=(403, 404), note="只有编号；内容到案件或者清单和记录中查看。",
        ),
        Operation(
            "GET", "/reports/{year}", "compute_report", "数据", "年度报告的数据，按现在的记录计算", report, {200: REPORT},
            problems=(403, 404, 409), note="只对能查看全市的岗位开放。已发布的见“公开”。",
        ),
    ]  # fmt: skip


def listing(call: Call) -> Answer:
    scope = _scope(call)
    found = evaluate(computed(), scope)
    return Answer({"items": [figure_json(_result(each, scope, found)) for each in all_figures()]})


def reading(call: Call) -> Answer:
    scope, each = _scope(call), figure(call.path["code"])
    found = evaluate([each], scope) if not isinstance(each, NotComputed) else {}
    told = {
        **figure_json(_result(each, scope, found)),
        "id": each.id,
        "kind": each.kind,
        "note": each.note,
        "source": each.source,
        "version": fingerprint(each),
        "readings": [other.id for other in readings_of(each.code)],
        "sets": [{"set": name, "label": measure.label} for name, measure in each.measures().items()],
    }
    return Answer(told)


def cuts(call: Call) -> Answer:
    scope, each, by = _scope(call), _computed(call), call.query.get("by", "district")
    if by == "month":
        results = by_month(each, replace(scope, month=None))
        return _cuts({str(n): result for n, result in enumerate(results, 1)}, {str(n): f"{n}月" for n in range(1, 13)})
    if by == "org":
        found = {str(pk): cells[each.id] for pk, cells in by_organisation([each], scope).items()}
        bodies = Organisation.objects.filter(pk__in=[int(pk) for pk in found])
        return _cuts(found, {str(body.pk): str(body) for body in bodies})
    groups = by_place([each], scope, TOWN_DIGITS) if by == "town" else by_district([each], scope)
    found = {code: cells[each.id] for code, cells in groups.items()}
    return _cuts(found, dict(Place.objects.filter(code__in=found).values_list("code", "name")))


def _cuts(found: Mapping[str, Result], names: Mapping[str, str]) -> Answer:
    told = {mark: figure_json(result) for mark, result in found.items()}
    kept = ("value", "shown", "numerator", "denominator")
    items = [
        {"mark": mark, "label": names.get(mark, mark), **{name: each[name] for name in kept}}
        for mark, each in told.items()
    ]
    return Answer({"items": items})


def counted(call: Call) -> Answer:
    scope, each = _scope(call), _computed(call)
    measures = each.measures()
    name = call.query.get("set", next(iter(measures)))
    if name not in measures:
        message = f"该数据没有行集“{name}”，有：{'、'.join(measures)}。"
        raise Problem(400, "bad_query", message, {"set": message})
    measure = measures[name]
    rows = selection(measure.rows, scope.base() if measure.base else scope)
    is_case = issubclass(rows.model, Facts)
    return page(call, rows.select_related("case") if is_case else rows, _row)


def _row(row: Any) -> dict[str, Any]:
    """The address of a row: whoever may see what it says reads it there."""
    held = row.case if isinstance(row, Facts) else row
    table, case = row._meta.label_lower, held.pk if isinstance(row, Facts) else None
    org, place = getattr(held, "org_id", None), getattr(held, "place_id", None)
    return {"id": row.pk, "table": table, "case": case, "org": org, "place": place}


def report(call: Call) -> Answer:
    _admit(call.by, DRAFTS)
    if not _sees_city(call.by):
        raise NotAllowed("全市报告的数据只对能查看全市的岗位开放。")
    text = call.path["year"]
    if not (text.isascii() and text.isdecimal() and YEAR.least <= int(text) <= YEAR.most):
        raise Problem(404, "not_found", f"年度请填写{YEAR.least}至{YEAR.most}之间的四位数字。")
    return Answer(as_json(compose(int(text))))


def _scope(call: Call) -> Scope:
    _admit(call.by, SEES)
    query = call.query
    if "year" not in query:
        message = "请写明年度，例如year=2024。"
        raise Problem(400, "bad_query", message, {"year": message})
    place, org = query.get("place"), query.get("org")
    prefix = prefix_of(place.code, place.level) if place is not None else ""
    return Scope(query["year"], query.get("month"), prefix, org.path if org is not None else "", sight=call.by)


def _admit(by: Sight, abilities: tuple[Ability, ...]) -> None:
    if not any(by.may(each) for each in abilities):
        named = "”或者“".join(each.value for each in abilities)
        raise NotAllowed(f"{by.name}没有“{named}”的权限，请联系本单位法治工作负责人授权。")


def _sees_city(by: Sight) -> bool:
    city = prefix_of(settings.CITY[1:], Level.CITY)
    return by.everything or any(city.startswith(prefix) for prefix in by.places)


def _computed(call: Call) -> Figure:
    each = figure(call.path["code"])
    if isinstance(each, NotComputed):
        raise Problem(404, "not_found", f"“{each.name}”不计算：{each.reason}")
    return each


def _result(each: Figure, scope: Scope, found: Mapping[str, Result]) -> Result:
    """What was evaluated; nothing for a name or an unprovable claim."""
    return found.get(each.id) or Result(each, scope, None, None, None, None, 0, {})
