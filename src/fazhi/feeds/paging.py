"""Pages by key: each names the address of the next, and the thousandth costs what the first does."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.db.models import Model, QuerySet

from fazhi.feeds.operation import NUMBER, Answer, Call
from fazhi.feeds.shapes import Shape, Whole

M = TypeVar("M", bound=Model)
SIZE, MOST = 50, 200
PAGING: dict[str, Shape] = {
    "after": Whole("上一页最后一行的编号", NUMBER.least, NUMBER.most),
    "size": Whole("每页行数", 1, MOST, f"默认{SIZE}"),
}


def page(call: Call, rows: QuerySet[M], told: Callable[[M], Any]) -> Answer:
    """The next rows by id, oldest first, so that a program may come back and go on where it stopped."""
    size = call.query.get("size", SIZE)
    if after := call.query.get("after"):
        rows = rows.filter(pk__gt=after)
    found = list(rows.order_by("pk")[: size + 1])
    return answered(call, [told(row) for row in found[:size]], found[size - 1].pk if len(found) > size else None)


def answered(call: Call, items: Sequence[Any], after: Any) -> Answer:
    """`after` is the mark of the last row when there are more."""
    following = None
    if after is not None:
        given = {name: str(value) for name, value in call.request.GET.items() if name != "after"}
        following = f"{call.request.path_info}?{urlencode({**given, 'after': after})}"
    return Answer({"items": list(items), "next": following})
