"""The page on which a programmer reads the API, drawn from the same operations as the OpenAPI document."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fazhi.feeds.openapi import parameters, statuses
from fazhi.feeds.operation import ROOT, Operation
from fazhi.feeds.operations.gathering import routes
from fazhi.feeds.problems import MEANINGS
from fazhi.feeds.shapes import Listed, Record, Schema, Shape

TYPES = {
    "string": "文字",
    "integer": "整数",
    "boolean": "true或者false",
    "array": "列表",
    "object": "对象",
    "number": "数",
}
FORMATS = {"date": "日期", "date-time": "时刻"}
PLACES = {"path": "地址", "query": "参数", "header": "请求头"}
MOST_DEEP = 4


@dataclass(frozen=True)
class Line:
    """One parameter, or one member of a body by its path."""

    name: str
    label: str
    kind: str
    required: bool
    note: str = ""
    place: str = ""


@dataclass(frozen=True)
class Told:
    """An operation as the page shows it."""

    operation: Operation
    address: str
    parameters: list[Line]
    members: list[Line]
    statuses: list[tuple[int, str]]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    return render(request, "feeds/reference.html", {"groups": groups(), "root": ROOT, "meanings": MEANINGS.items()})


@cache
def groups() -> list[tuple[str, list[Told]]]:
    """Operations by what they are about, in the order of their declaration."""
    found: dict[str, list[Told]] = {}
    for each in routes():
        found.setdefault(each.tag, []).append(_told(each))
    return list(found.items())


def _told(each: Operation) -> Told:
    given = [_parameter(parameter) for parameter in parameters(each)]
    members = list(_members(each.body(), "")) if each.body is not None else []
    codes = [*sorted(each.answers), *statuses(each)]
    return Told(each, f"{ROOT}{each.path}", given, members, [(code, MEANINGS.get(code, "成功")) for code in codes])


def _parameter(parameter: dict[str, Any]) -> Line:
    label, _, note = str(parameter["description"]).partition("：")
    schema = parameter["schema"]
    return Line(parameter["name"], label, _kind(schema), parameter["required"], note, PLACES[parameter["in"]])


def _members(shape: Shape, at: str, deep: int = 0) -> Iterator[Line]:
    if not isinstance(shape, Record) or deep == MOST_DEEP:
        return
    for name, each in shape.members.items():
        inner = each.of if isinstance(each, Listed) else each
        path = f"{at}{name}{'[]' if isinstance(each, Listed) else ''}"
        schema = each.schema()
        yield Line(path, each.title, _kind(schema), name in shape.required, str(schema.get("description", "")))
        yield from _members(inner, f"{path}.", deep + 1)


def _kind(schema: Schema) -> str:
    if "anyOf" in schema:
        return "编号或者名称"
    if "enum" in schema:
        return "选项"
    kind = FORMATS.get(schema.get("format", ""), TYPES[schema["type"]])
    longest = schema.get("maxLength")
    return f"{kind}，最多{longest}字" if longest and kind == "文字" else kind
