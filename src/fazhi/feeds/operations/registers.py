"""Lists and records read by programs, in the caller's sight: every recorded table, its columns as JSON values."""

from typing import Any

from django.apps import apps
from django.db.models import IntegerField, Q, QuerySet

from fazhi.feeds.columns import PLACE, Column
from fazhi.feeds.operation import ROOT, Answer, Call, Operation
from fazhi.feeds.paging import PAGING, page
from fazhi.feeds.problems import Problem, missing
from fazhi.feeds.shapes import Day, Flag, Shape, Whole
from fazhi.feeds.told import FLAG, LABELLED, NAMED, OBJECT, TEXT, WHOLE, arr, obj, page_of, titled
from fazhi.people.api import Sight, prefix_of, within
from fazhi.registers.api import Entry, IdCardField, Record, Recorded, plain, this_city
from fazhi.registers.codes import masked_id

NO_TABLE = "没有这个清单或者记录，请从 /api/v1/registers 查找。"
NOT_FOUND = "没有找到该行，或者该行不在查看范围内。"
KEPT = {"id", "city", "batch", "recorded_at", "known_from", "known_to", "of", "org", "place"}
TABLE = obj(label=TEXT, title=TEXT, domain=TEXT, list=titled(FLAG, "清单为true，记录为false"), url=TEXT)
COLUMN = obj(name=TEXT, label=TEXT, type=TEXT, choices=arr(LABELLED))
ROW = obj(id=WHOLE, org=NAMED, place=TEXT, values=titled(OBJECT, "各栏的值，见columns"), url=TEXT)
DESCRIBED = obj(**TABLE["properties"], columns=arr(COLUMN))
TYPES = {
    "BooleanField": "boolean", "DateField": "date", "DateTimeField": "date-time", "DecimalField": "decimal",
    "MoneyField": "money", "ForeignKey": "id",
}  # fmt: skip


def operations() -> list[Operation]:
    filters: dict[str, Shape] = {
        "year": Whole("年度", 1900, 2199),
        "place": PLACE,
        "on": Day("截至日期", "只用于清单：该日有效的行"),
        "voided": Flag("是否包括已作废的行", "默认不包括"),
        **PAGING,
    }
    return [
        Operation("GET", "/registers", "list_registers", "清单和记录", "全部清单和记录", listing, {200: obj(items=arr(TABLE))}),
        Operation(
            "GET", "/registers/{label}", "read_register", "清单和记录", "一个清单或者记录的各栏", describing, {200: DESCRIBED},
            problems=(404,),
        ),
        Operation(
            "GET", "/registers/{label}/rows", "list_rows", "清单和记录", "查询各行", rows, {200: page_of(ROW)}, query=filters,
            problems=(404,), note="只列查看范围内的行。金额以分为单位；身份证号只显示首尾。",
        ),
        Operation(
            "GET", "/registers/{label}/rows/{id}", "read_row", "清单和记录", "一行", row, {200: ROW}, problems=(404,)
        ),
    ]  # fmt: skip


def tables() -> list[type[Recorded]]:
    """Every list and record, in the order of their names."""
    found = [model for config in apps.get_app_configs() for model in config.get_models()]
    return sorted((each for each in found if issubclass(each, Entry | Record)), key=lambda each: each._meta.label_lower)


def listing(call: Call) -> Answer:
    return Answer({"items": [_table(each) for each in tables()]})


def describing(call: Call) -> Answer:
    model = _model(call)
    return Answer({**_table(model), "columns": [_column(each) for each in _columns(model)]})


def rows(call: Call) -> Answer:
    model, query = _model(call), call.query
    found = _visible(call.by, model)
    if not query.get("voided"):
        found = found.filter(voided_on__isnull=True)
    if "year" in query:
        found = found.filter(year=query["year"])
    if "place" in query:
        found = found.filter(within(prefix_of(query["place"].code, query["place"].level)))
    if "on" in query:
        if not issubclass(model, Entry):
            message = "只有清单可以按截至日期查询，记录请按年度查询。"
            raise Problem(400, "bad_query", message, {"on": message})
        until = Q(valid_to__isnull=True) | Q(valid_to__gt=query["on"])
        found = found.filter(until, valid_from__lte=query["on"])
    columns = _columns(model)
    return page(call, found.select_related("org"), lambda each: _row(each, columns))


def row(call: Call) -> Answer:
    model = _model(call)
    found = _visible(call.by, model).select_related("org").filter(pk=call.number("id")).first()
    if found is None:
        raise missing(NOT_FOUND)
    return Answer(_row(found, _columns(model)))


def _model(call: Call) -> type[Recorded]:
    found = next((each for each in tables() if each._meta.label_lower == call.path["label"]), None)
    if found is None:
        raise missing(NO_TABLE)
    return found


def _visible(by: Sight, model: type[Recorded]) -> QuerySet[Any]:
    """Rows in sight that hold: no earlier versions."""
    found: QuerySet[Any] = model._default_manager.filter(city=this_city())
    return by.rows(found.filter(of__isnull=True) if issubclass(model, Entry) else found)


def _table(model: type[Recorded]) -> dict[str, Any]:
    label = model._meta.label_lower
    return {
        "label": label,
        "title": str(model._meta.verbose_name),
        "domain": str(model._meta.app_config.verbose_name),
        "list": issubclass(model, Entry),
        "url": f"{ROOT}/registers/{label}",
    }


def _columns(model: type[Recorded]) -> list[Column]:
    return [each for each in model._meta.concrete_fields if each.name not in KEPT]


def _column(column: Column) -> dict[str, Any]:
    kind = TYPES.get(type(column).__name__, "integer" if isinstance(column, IntegerField) else "text")
    choices = [{"value": str(value), "label": str(label)} for value, label in column.flatchoices]
    return {
        "name": column.name,
        "label": str(column.verbose_name),
        "type": "choice" if choices else kind,
        "choices": choices,
    }


def _row(found: Any, columns: list[Column]) -> dict[str, Any]:
    return {
        "id": found.pk,
        "org": {"id": found.org_id, "name": found.org.name},
        "place": found.place_id,
        "values": {each.name: _value(found, each) for each in columns},
        "url": f"{ROOT}/registers/{found._meta.label_lower}/rows/{found.pk}",
    }


def _value(found: Any, column: Column) -> Any:
    value = plain(getattr(found, column.attname))
    return masked_id(value) if isinstance(column, IdCardField) and value else value
