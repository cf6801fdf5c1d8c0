"""The OpenAPI 3.1 document, written from the operations: nothing in it is said a second time."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from fazhi.feeds.operation import IDEMPOTENCY, KEY_PATTERN, LONGEST_KEY, NAMES, NUMBERS, ROOT, VERSION, Operation
from fazhi.feeds.problems import MEANINGS
from fazhi.feeds.shapes import Schema
from fazhi.feeds.told import PROBLEM

EDITION = "1.0"
JSON = "application/json"
ALWAYS, WITH_TOKEN, WITH_BODY, WITH_QUERY = (400, 429, 503), (401,), (411, 413, 415, 422), (400,)
ABOUT = (
    "除标明“公开”的以外，每次请求须在请求头写明令牌（Authorization: Bearer 令牌）。"
    '日期为北京时间；金额以分为单位；出错时答复同一格式：{"error": {"code", "message", "fields"}}。'
)


def document(operations: Iterable[Operation]) -> dict[str, Any]:
    paths: dict[str, dict[str, Any]] = {}
    for each in operations:
        paths.setdefault(each.path, {})[each.method.lower()] = operation(each)
    return {
        "openapi": "3.1.0",
        "info": {"title": f"{settings.CITY_NAME}法治平台接口", "version": EDITION, "description": ABOUT},
        "servers": [{"url": ROOT}],
        "paths": paths,
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {"Problem": PROBLEM},
            "responses": {str(status): _problem(status) for status in MEANINGS},
        },
    }


def operation(each: Operation) -> dict[str, Any]:
    """One operation as the document has it."""
    told: dict[str, Any] = {
        "operationId": each.name,
        "tags": [each.tag],
        "summary": each.summary,
        "parameters": list(parameters(each)),
        "responses": _answers(each),
        "security": [] if each.public else [{"token": []}],
    }
    if each.note:
        told["description"] = each.note
    if each.body is not None:
        told["requestBody"] = {"required": True, "content": {JSON: {"schema": each.body().schema()}}}
    return told


def parameters(each: Operation) -> Iterable[dict[str, Any]]:
    for name in each.names:
        schema = {"type": "integer", "minimum": 1, "maximum": 10**18 - 1} if name in NUMBERS else _segment()
        label = NUMBERS.get(name) or NAMES[name]
        yield {"name": name, "in": "path", "required": True, "description": label, "schema": schema}
    for name, shape in each.query.items():
        schema = shape.schema()
        note = "：".join(str(schema.pop(key)) for key in ("title", "description") if key in schema)
        yield {"name": name, "in": "query", "required": False, "description": note, "schema": schema}
    if each.keyed:
        note = "防重编号：同一编号的请求只办理一次"
        yield _header(IDEMPOTENCY, note, {"type": "string", "maxLength": LONGEST_KEY, "pattern": f"^{KEY_PATTERN}+$"})
    if each.versioned:
        yield _header(VERSION, "所见的版本，即案件的ETag", {"type": "string", "pattern": '^"[0-9]{1,9}"$'})


def statuses(each: Operation) -> list[int]:
    """The problems that an operation may answer."""
    found = {*ALWAYS, *each.problems}
    if not each.public:
        found |= set(WITH_TOKEN)
    if each.body is not None:
        found |= set(WITH_BODY)
    return sorted(found)


def _answers(each: Operation) -> dict[str, Any]:
    good = {
        str(status): {"description": "成功" if status == 200 else "已登记", "content": {JSON: {"schema": schema}}}
        for status, schema in each.answers.items()
    }
    return good | {str(status): {"$ref": f"#/components/responses/{status}"} for status in statuses(each)}


def _problem(status: int) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": MEANINGS[status], "content": {JSON: {"schema": schema}}}


def _segment() -> Schema:
    return {"type": "string", "minLength": 1, "maxLength": 80, "pattern": r"^[^/\u0000]+$"}


def _header(name: str, note: str, schema: Schema) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": False, "description": note, "schema": schema}
