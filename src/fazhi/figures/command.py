"""`fazhi figure`: a figure from the command line, with its definition, its cuts and its rows."""

import json
from fractions import Fraction

import click

from fazhi.casework.api import Facts
from fazhi.figures.describing import definition, fingerprint
from fazhi.figures.evaluation import Result, by_district, by_month, by_organisation, evaluate
from fazhi.figures.figure import Figure, NotComputed
from fazhi.figures.orm import selection
from fazhi.figures.registry import NoSuchFigure, all_figures, computed, figure
from fazhi.figures.saying import YUAN, amount_in_words, as_number, made_of, say, stated
from fazhi.figures.scope import Scope
from fazhi.figures.yearly import BY_YEAR, by_year
from fazhi.people.api import Organisation, Place, prefix_of
from fazhi.terminal import Unusable

GROUPED = 10_000  # from here on an amount is hard to read without 万
CUTS = {"district": "地区", "org": "单位", "month": "月份"}


@click.command("figure")
@click.argument("code", required=False)
@click.option("--year", type=click.IntRange(2000, 2100), default=2024, show_default=True, help="年度")
@click.option("--month", type=click.IntRange(1, 12), help="月份")
@click.option("--place", help="区划代码或者名称")
@click.option("--by", "cut", type=click.Choice(list(CUTS)), help="按地区、单位或者月份列出")
@click.option("--rows", type=click.IntRange(1, 1000), help="列出前若干行明细")
@click.option("--json", "as_data", is_flag=True, help="输出JSON")
def figure_command(
    code: str | None, year: int, month: int | None, place: str | None, cut: str | None, rows: int | None, as_data: bool
) -> None:
    """查看数据CODE（如F088）的数值、口径、责任单位和明细；不写CODE则列出全部数据。"""
    scope = Scope(year, month, place=_prefix(place))
    if code is None:
        _list(scope, as_data)
        return
    try:
        each = figure(code.upper())
    except NoSuchFigure as error:
        raise Unusable(str(error)) from None
    data = _as_data(each, scope)
    if cut:
        data["by"] = _cut(each, scope, cut)
    if rows and not isinstance(each, NotComputed):
        data["rows"] = _rows(each, scope, rows)
    click.echo(json.dumps(data, ensure_ascii=False) if as_data else _text(data, scope))


def _prefix(place: str | None) -> str:
    if not place:
        return ""
    found = Place.objects.filter(code=place).first() or Place.objects.filter(name=place).first()
    if found is None:
        raise Unusable(f"没有区划“{place}”，请填写区划代码或者全称。")
    return prefix_of(found.code, found.level)


def _list(scope: Scope, as_data: bool) -> None:
    results = evaluate(computed(), scope)
    lines = [_line(each, results.get(each.id)) for each in all_figures()]
    if as_data:
        click.echo(json.dumps(lines, ensure_ascii=False))
        return
    for line in lines:
        click.echo(f"{line['code']:<12}{line['shown']:　<8}{line['name']}")


def _line(each: Figure, result: Result | None) -> dict[str, object]:
    return {
        "code": each.id,
        "name": each.name,
        "unit": stated(result)[1] if result else each.unit,
        "shown": say(result) if result else "不计算",
    }


def _as_data(each: Figure, scope: Scope) -> dict[str, object]:
    data: dict[str, object] = {
        "code": each.id, "name": each.name, "kind": each.kind, "unit": each.unit, "year": scope.year, "owner": each.owner,
        "definition": definition(each), "version": fingerprint(each), "source": each.source, "note": each.note,
    }  # fmt: skip
    if isinstance(each, NotComputed):
        return {**data, "value": None, "shown": "不计算"}
    return {**data, **_result(evaluate([each], scope)[each.id])}


def _result(result: Result) -> dict[str, object]:
    value, unit = stated(result)
    return {
        "value": as_number(value), "unit": unit, "shown": say(result), "numerator": result.numerator, "denominator": result.denominator,
        "parts": made_of(result), "holds": result.holds, "row_count": result.row_count,
    }  # fmt: skip


def _cut(each: Figure, scope: Scope, cut: str) -> list[dict[str, object]]:
    if cut == "month" and by_year(each):
        raise Unusable(f"{each.id}{BY_YEAR}")
    if cut == "month":
        return [{"month": r.scope.month, **_result(r)} for r in by_month(each, scope)]
    if cut == "org":
        lines = by_organisation([each], scope)
        names = dict(Organisation.objects.filter(pk__in=lines).values_list("pk", "name"))
        return [{"org": names[pk], **_result(found[each.id])} for pk, found in lines.items()]
    places = by_district([each], scope)
    called = dict(Place.objects.filter(code__in=places).values_list("code", "name"))
    return [
        {"code": code, "place": called.get(code, code), **_result(found[each.id])} for code, found in places.items()
    ]


def _rows(each: Figure, scope: Scope, count: int) -> list[dict[str, object]]:
    name, measure = next(iter(each.measures().items()))
    found = selection(measure.rows, scope.base() if measure.base else scope).order_by("pk")
    if issubclass(found.model, Facts):
        found = found.select_related("case")  # by which the rows of a case are called
    return [{"id": row.pk, "measure": name, "row": str(row)} for row in found[:count]]


def _read(data: dict[str, object]) -> str:
    """Money also as a person reads it."""
    value = data.get("value")
    if data.get("unit") != YUAN or not isinstance(value, int | float) or value < GROUPED:
        return str(data["shown"])
    return f"{amount_in_words(Fraction(value))}（{data['shown']}）"


def _text(data: dict[str, object], scope: Scope) -> str:
    holds = {True: "，成立", False: "，不成立", None: ""}[data.get("holds")]  # type: ignore[index]  # a flag or nothing
    lines = [f"{data['code']} {data['name']}", f"{scope.words()}：{_read(data)}{holds}"]
    if data.get("parts"):
        lines.append("，".join(f"{label}{number}" for label, number in data["parts"].items()))  # type: ignore[attr-defined]  # a mapping when present
    if data.get("row_count") is not None:
        lines.append(f"明细{data['row_count']}行")
    for title, name in (
        ("口径", "definition"),
        ("说明", "note"),
        ("来源", "source"),
        ("责任单位", "owner"),
        ("口径版本", "version"),
    ):
        if data.get(name):
            lines.append(f"{title}：{data[name]}")
    for cell in data.get("by", []) or []:  # type: ignore[attr-defined]  # a list when present
        label = cell.get("place") or cell.get("org") or f"{cell.get('month')}月"
        lines.append(f"  {label:　<12}{_read(cell)}")
    for row in data.get("rows", []) or []:  # type: ignore[attr-defined]  # a list when present
        lines.append(f"  [{row['id']}] {row['row']}")
    return "\n".join(lines)
