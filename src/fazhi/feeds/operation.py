"""An operation of the API as it is declared: where, what it takes, what it answers. Everything else is derived from this."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from fazhi.feeds.shapes import Schema, Shape, Whole
from fazhi.people.api import PUBLIC, ApiClient, Sight

ROOT = "/api/v1"
SMALL, LARGE = 256 * 1024, 8 * 1024 * 1024
IDEMPOTENCY, VERSION = "Idempotency-Key", "If-Match"
KEY_PATTERN, LONGEST_KEY = "[!-~]", 200
NUMBER = Whole("编号", 1, 2**63 - 1)
_NAME = re.compile(r"\{(\w+)\}")


@dataclass
class Call:
    """One request as an operation sees it: who asks, and what was sent, taken by its shapes."""

    request: HttpRequest
    by: Sight = PUBLIC
    client: ApiClient | None = None
    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Any = None
    key: str | None = None

    def number(self, name: str) -> int:
        """A number of the path; the pattern lets nothing else through."""
        return int(self.path[name])


@dataclass(frozen=True)
class Answer:
    """What an operation answers: data for JSON, or `content` byte for byte."""

    data: Any
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes | None = None


@dataclass(frozen=True)
class Operation:
    """`path` is below ROOT; a segment {id} takes a number, any other {name} a name without a slash.

    `answers` gives the schema of each status that is not a problem; `problems` the statuses of problems beyond those that
    every operation may answer. `keyed` operations take an Idempotency-Key, `versioned` ones an If-Match.
    """

    method: str
    path: str
    name: str
    tag: str
    summary: str
    run: Callable[[Call], Answer]
    answers: Mapping[int, Schema]
    query: Mapping[str, Shape] = field(default_factory=dict)
    body: Callable[[], Shape] | None = None
    problems: tuple[int, ...] = ()
    note: str = ""
    public: bool = False
    keyed: bool = False
    versioned: bool = False
    most: int = SMALL

    @property
    def names(self) -> list[str]:
        """What the path leaves open."""
        return _NAME.findall(self.path)

    @property
    def pattern(self) -> re.Pattern[str]:
        def segment(found: re.Match[str]) -> str:
            name = found.group(1)
            return f"(?P<{name}>[1-9][0-9]{{0,17}})" if name in NUMBERS else f"(?P<{name}>[^/]{{1,80}})"

        return re.compile(_NAME.sub(segment, self.path), re.ASCII)


#: names of segments that are numbers
NUMBERS = {"id": "编号", "run": "序次", "number": "第几次发布"}
#: the other names of segments
NAMES = {"code": "编号", "label": "清单或者记录", "step": "步骤", "year": "年度"}


class Routes:
    """Finds the operations of a path: at once where it leaves nothing open, else by its pattern."""

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = tuple(operations)
        self._fixed: dict[str, dict[str, Operation]] = {}
        patterns: dict[str, tuple[re.Pattern[str], dict[str, Operation]]] = {}
        for each in operations:
            if not each.names:
                self._fixed.setdefault(each.path, {})[each.method] = each
            else:
                patterns.setdefault(each.path, (each.pattern, {}))[1][each.method] = each
        self._open = list(patterns.values())

    def find(self, path: str) -> tuple[dict[str, Operation], dict[str, str]] | None:
        """{method: operation} of a path below ROOT, with what the path says; None for no path of ours."""
        fixed = self._fixed.get(path)
        if fixed is not None:
            return fixed, {}
        for pattern, methods in self._open:
            found = pattern.fullmatch(path)
            if found is not None:
                return methods, found.groupdict()
        return None

    def __iter__(self) -> Iterator[Operation]:
        return iter(self.operations)
