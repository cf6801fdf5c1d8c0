"""What an operation answers when it cannot do what was asked: one shape, a status, a sentence."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import OperationalError

from fazhi.casework.api import BadAnswers, NotPermitted, Refused, Stale, UnknownBusiness, UnknownStep
from fazhi.days import BadPeriod
from fazhi.figures.api import NoSuchFigure
from fazhi.journal.api import BadFact, NotCovered, StreamMoved
from fazhi.law import UnknownClock
from fazhi.people.api import NotAllowed
from fazhi.procedure import NoSuchProcedure
from fazhi.procedure.periods import NoNumber
from fazhi.report.api import BadProse, NoOutline, NoRecords

#: status -> what it means here, as the document says it
MEANINGS = {
    400: "请求不能读取：不是规范的JSON，或者参数有误",
    401: "没有令牌，或者令牌无效",
    403: "没有权限",
    404: "没有找到，或者不在查看范围内",
    405: "该地址不支持这种方法",
    409: "与现状冲突：程序不允许，或者已被他人办理",
    411: "请求没有写明Content-Length",
    412: "If-Match所列版本已过时",
    413: "请求正文过大",
    415: "请求正文须为application/json",
    422: "填写的内容有误，fields逐项说明",
    429: "请求过于频繁",
    503: "系统繁忙，请稍后重试",
}


class Problem(Exception):
    """An answer that is not the one asked for. `fields` gives sentences by the place in the body or the query."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        fields: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message
        self.fields, self.headers = dict(fields or {}), dict(headers or {})

    def as_json(self) -> dict[str, Any]:
        return {"error": {"code": self.code, "message": self.message, "fields": self.fields}}


def wrong(fields: Mapping[str, str]) -> Problem:
    """422: what was sent can be read, but not taken."""
    return Problem(422, "invalid", "".join(dict.fromkeys(fields.values())), fields)


def missing(message: str) -> Problem:
    return Problem(404, "not_found", message)


def _refused(error: Refused) -> Problem:
    return Problem(422, "invalid", str(error), {f"items[{each.index}]": each.message for each in error.complaints})


#: what the rooms below refuse, and how it is answered
ANSWERS: tuple[tuple[type[Exception], Callable[[Any], Problem]], ...] = (
    (NotAllowed, lambda error: Problem(403, "not_allowed", str(error))),
    (BadAnswers, lambda error: wrong(error.complaints)),
    (Refused, _refused),
    (Stale, lambda error: Problem(409, "conflict", str(error))),
    (StreamMoved, lambda error: Problem(409, "conflict", "另一请求正在登记，请稍后重试。")),
    (NotPermitted, lambda error: Problem(409, "not_permitted", str(error))),
    (UnknownStep, lambda error: missing(str(error))),
    (UnknownBusiness, lambda error: missing(str(error))),
    (NoSuchProcedure, lambda error: wrong({"received_on": str(error)})),
    (NoSuchFigure, lambda error: missing(str(error))),
    (UnknownClock, lambda error: missing(str(error))),
    (NotCovered, lambda error: missing(str(error))),
    (NoOutline, lambda error: missing(str(error))),
    (NoRecords, lambda error: missing(str(error))),
    (BadProse, lambda error: Problem(409, "conflict", str(error))),
    (NoNumber, lambda error: wrong({"clock": str(error)})),
    (BadPeriod, lambda error: wrong({"start": str(error)})),
    (BadFact, lambda error: Problem(422, "invalid", str(error))),
    (OperationalError, lambda error: Problem(503, "busy", "系统繁忙，请稍后重试。", headers={"Retry-After": "2"})),
)
KNOWN = tuple(kind for kind, _ in ANSWERS)


def problem_of(error: Exception) -> Problem:
    """The answer to one of KNOWN."""
    return next(answer(error) for kind, answer in ANSWERS if isinstance(error, kind))
