"""JSON Schema of what is answered, written short. Members that may be missing in sense are null, never absent."""

from typing import Any

from fazhi.feeds.shapes import Schema

TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
ANYTHING: Schema = {}
OBJECT: Schema = {"type": "object"}
WHOLES: Schema = {"type": "object", "additionalProperties": WHOLE}  # whole numbers by their label


def obj(**members: Any) -> Schema:
    """An object with exactly these members; an underscore at the end keeps a name from being a word of Python."""
    named = {name.removesuffix("_"): schema for name, schema in members.items()}
    return {"type": "object", "properties": named, "required": sorted(named), "additionalProperties": False}


def arr(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def maybe(schema: Schema) -> Schema:
    """The schema, or null."""
    if "$ref" in schema or "type" not in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    return {**schema, "type": [schema["type"], "null"]}


def titled(schema: Schema, title: str) -> Schema:
    return {**schema, "title": title}


def page_of(items: Schema) -> Schema:
    """A page by key: `next` is the address of the following page, null on the last."""
    return obj(items=arr(items), next=maybe(titled(TEXT, "下一页的地址")))


NAMED = obj(id=WHOLE, name=TEXT)
LABELLED = obj(value=TEXT, label=TEXT)
PROBLEM = obj(
    error=obj(
        code=titled(TEXT, "错误类别"),
        message=titled(TEXT, "一句说明"),
        fields={"type": "object", "additionalProperties": TEXT, "title": "逐项说明"},
    )
)
