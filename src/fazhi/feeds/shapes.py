"""The shapes of what a program sends: each says itself as JSON Schema and takes a value, so that the two cannot differ.

`take` returns the value as the rooms below want it and adds a sentence to `wrong`, by place, where it cannot.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

Schema = dict[str, Any]
Wrong = dict[str, str]

#: days outside these centuries are slips of the pen, and no calendar reaches them
DAY = r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
MOMENT = DAY[:-1] + r"T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$"
PLAIN, FILLED = r"^[^\u0000]*$", r"^[^\u0000]*[^\s\u0000][^\u0000]*$"
WHOLE = re.compile(r"-?[0-9]{1,18}")
_DAY, _MOMENT = re.compile(DAY, re.ASCII), re.compile(MOMENT, re.ASCII)
LONG = 20_000


class Shape(Protocol):
    """`title` is the Chinese label; `from_text` reads a value of a query."""

    @property
    def title(self) -> str: ...

    def schema(self) -> Schema: ...

    def take(self, value: Any, at: str, wrong: Wrong) -> Any: ...

    def from_text(self, text: str) -> Any: ...


@dataclass(frozen=True)
class Text:
    """A string of at most `longest` characters; a filled one holds more than spaces."""

    title: str
    longest: int = LONG
    filled: bool = True
    note: str = ""

    def schema(self) -> Schema:
        found: Schema = {"type": "string", "maxLength": self.longest, "pattern": FILLED if self.filled else PLAIN}
        return _said(found, self.title, self.note)

    def take(self, value: Any, at: str, wrong: Wrong) -> Any:
        if not isinstance(value, str):
            wrong[at] = f"“{self.title}”须为文字。"
        elif self.filled and not value.strip():
            wrong[at] = f"请填写“{self.title}”。"
        elif len(value) > self.longest:
            wrong[at] = f"“{self.title}”最多{self.longest}字，现为{len(value)}字。"
        return value

    def from_text(self, text: str) -> Any:
        return text


@dataclass(frozen=True)
class Whole:
    """A whole number between two bounds, both included."""

    title: str
    least: int = -(2**31)
    most: int = 2**31 - 1
    note: str = ""

    def schema(self) -> Schema:
        return _said({"type": "integer", "minimum": self.least, "maximum": self.most}, self.title, self.note)

    def take(self, value: Any, at: str, wrong: Wrong) -> Any:
        if isinstance(value, float) and value.is_integer():  # JSON has one kind of number: 3.0 is 3
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            wrong[at] = f"“{self.title}”请填写整数。"
        elif not self.least <= value <= self.most:
            wrong[at] = f"“{self.title}”须在{self.least}至{self.most}之间。"
        return value

    def from_text(self, text: str) -> Any:
        return int(text) if WHOLE.fullmatch(text) else text


@dataclass(frozen=True)
class Flag:
    title: str
    note: str = ""

    def schema(self) -> Schema:
        return _said({"type": "boolean"}, self.title, self.note)

    def take(self, value: Any, at: str, wrong: Wrong) -> Any:
        if not isinstance(value, bool):
            wrong[at] = f"“{self.title}”请填写true或者false。"
        return value

    def from_text(self, text: str) -> Any:
        return {"true": True, "false": False}.get(text, text)


@dataclass(frozen=True)
class Day:
    title: str
    note: str = ""

    def schema(self) -> Schema:
        return _said({"type": "string", "format": "date", "pattern": DAY}, self.title, self.note)

    def take(self, value: Any, at: str, wrong: Wrong) -> Any:
        if isinstance(value, str) and _DAY.match(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        wrong[at] = f"“{self.title}”请按2024-03-05的格式填写日期。"
        return None

    def from_text(self, text: str) -> Any:
        return text


@dataclass(frozen=True)
class Moment:
    """An instant with its offset from UTC."""

    title: str
    note: str = ""

    def schema(self) -> Schema:
        return _said({"type": "string", "format": "date-time", "pattern": MOMENT}, self.title, self.note)

    def take(self, value: Any, at: str, wrong: Wrong) -> Any:
        if isinstance(value, str) and _MOMENT.match(value):
            try:
                return datetime.fromisoformat(value)
            except ValueError:
                pass
        wrong[at] = f"“{self.title}”请按2024-03-05T09:30:00+08:00的格式填写时刻，写明时区。"
        return None

    def from_text(self, text: str) -> Any:
        return text


@dataclass(frozen=True)
class Choice:
    """One of named values; `pairs` are (value, label)."""

    title: str
    pairs: Sequence[tuple[str, str]]
    note: str = ""

    def schema(self) -> Schema:
        labels = "；".join(f"{value}={label}" for value, label in self.pairs if label and label != value)
        return _said({"type": "string", "enum": [value for value, _ in self.pairs]}, self.title, self.note or labels)

    def take(self, value: Any, at: str, wrong: Wrong) -> Any:
        if not isinstance(value, str) or all(value != known for known, _ in self.pairs):
            shown = "、".join(known for known, _ in self.pairs[:20])
            wrong[at] = f"“{self.title}”请从下列值中选择：{shown}。"
        return value

    def from_text(self, text: str) -> Any:
        return text


@dataclass(frozen=True)
class Named:
    """A row named by its number or its name; `find` gives the row, or None for one that is not there."""

    title: str
    find: Callable[[int | str], Any]
    note: str = ""

    def schema(self) -> Schema:
        number = {"type": "integer", "minimum": 1, "maximum": 2**63 - 1}
        return _said(
            {"anyOf": [number, {"type": "string", "maxLength": 120, "pattern": FILLED}]}, self.title, self.note
        )

    def take(self, value: Any, at: str, wrong: Wrong) -> Any:
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int | str):
            wrong[at] = f"“{self.title}”请填写编号或者名称。"
            return None
        small = isinstance(value, str) and len(value) <= 120 or isinstance(value, int) and 0 < value < 2**63
        found = self.find(value) if small else None
        if found is None:
            wrong[at] = f"“{self.title}”没有登记“{str(value)[:40]}”，或者有重名，请核对编号或者名称。"
        return found

    def from_text(self, text: str) -> Any:
        return int(text) if WHOLE.fullmatch(text) else text


@dataclass(frozen=True)
class Listed:
    """A list of one shape."""

    title: str
    of: Shape
    most: int
    least: int = 0
    note: str = ""

    def schema(self) -> Schema:
        found: Schema = {"type": "array", "items": self.of.schema(), "maxItems": self.most}
        if self.least:
            found["minItems"] = self.least
        return _said(found, self.title, self.note)

    def take(self, value: Any, at: str, wrong: Wrong) -> Any:
        if not isinstance(value, list):
            wrong[at] = f"“{self.title}”须为列表。"
            return []
        if not self.least <= len(value) <= self.most:
            wrong[at] = f"“{self.title}”须有{self.least}至{self.most}项，现为{len(value)}项。"
            return []
        return [self.of.take(each, f"{at}[{number}]", wrong) for number, each in enumerate(value)]

    def from_text(self, text: str) -> Any:
        return text


@dataclass(frozen=True)
class Record:
    """An object with these members and no others; null is as if the member were not there."""

    title: str
    members: Mapping[str, Shape]
    required: frozenset[str] = frozenset()
    note: str = ""

    def schema(self) -> Schema:
        members = {
            name: each.schema() if name in self.required else _or_null(each.schema())
            for name, each in self.members.items()
        }
        found: Schema = {"type": "object", "properties": members, "additionalProperties": False}
        if self.required:
            found["required"] = sorted(self.required)
        return _said(found, self.title, self.note)

    def take(self, value: Any, at: str, wrong: Wrong) -> dict[str, Any]:
        if not isinstance(value, dict):
            wrong[at] = f"“{self.title}”须为JSON对象。"
            return {}
        head = f"{at}." if at else ""
        for name in value:
            if name not in self.members:
                wrong[f"{head}{name}"[:200]] = f"“{self.title}”没有“{name[:40]}”这一项，请删去。"
        taken = {}
        for name, shape in self.members.items():
            given = value.get(name)
            if given is not None:
                taken[name] = shape.take(given, f"{head}{name}", wrong)
            elif name in self.required:
                wrong[f"{head}{name}"] = f"请填写“{shape.title}”。"
        return taken

    def from_text(self, text: str) -> Any:
        return text


def _said(schema: Schema, title: str, note: str) -> Schema:
    return {**schema, "title": title, **({"description": note} if note else {})}


def _or_null(schema: Schema) -> Schema:
    """The same schema, or null."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    found = {**schema, "type": [schema["type"], "null"]}
    return {**found, "enum": [*schema["enum"], None]} if "enum" in schema else found


@dataclass(frozen=True)
class Open:
    """Any object: what it may hold is said elsewhere, and checked there."""

    title: str
    note: str = ""

    def schema(self) -> Schema:
        return _said({"type": "object"}, self.title, self.note)

    def take(self, value: Any, at: str, wrong: Wrong) -> Any:
        if not isinstance(value, dict):
            wrong[at] = f"“{self.title}”须为JSON对象。"
        return value

    def from_text(self, text: str) -> Any:
        return text
