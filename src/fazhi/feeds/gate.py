"""The door of /api/v1/: a middleware that stands first, because an API call needs no session, no cookie and no template.

It finds the operation, admits the caller, reads what was sent, and turns what the rooms refuse into the one shape of problems.
"""

import json
import logging
import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django.core.exceptions import DisallowedHost
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

from fazhi.feeds.admitting import admit, admit_public
from fazhi.feeds.operation import IDEMPOTENCY, KEY_PATTERN, LONGEST_KEY, ROOT, Answer, Call, Operation
from fazhi.feeds.operations.gathering import routes
from fazhi.feeds.problems import KNOWN, Problem, missing, problem_of, wrong
from fazhi.feeds.reading import body_of, query_of
from fazhi.feeds.shapes import Wrong

log = logging.getLogger(__name__)
JSON = "application/json; charset=utf-8"
_KEY = re.compile(f"(?:{KEY_PATTERN}){{1,{LONGEST_KEY}}}")
#: nothing here is a page, and nothing here is for a cache between the two programs
HEADERS = {
    "Content-Type": JSON,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}


class Gate:
    """Answers /api/v1/ and leaves everything else to the site."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if not path.startswith(f"{ROOT}/"):
            return self.get_response(request)
        try:
            answer = _answer(request, path.removeprefix(ROOT))
        except Problem as problem:
            answer = _said(problem)
        except KNOWN as error:
            if isinstance(error, OperationalError):  # the caller may only wait; whoever runs the site must know
                log.exception("%s %s", request.method, path)
            answer = _said(problem_of(error))
        content = answer.content if answer.content is not None else as_bytes(answer.data)
        response = HttpResponse(b"" if request.method == "HEAD" else content, status=answer.status)
        response["Content-Length"] = str(len(content))
        for name, value in {**HEADERS, **answer.headers}.items():
            response[name] = value
        return response


def as_bytes(data: Any) -> bytes:
    """JSON in UTF-8, Chinese as it is; what no text may hold is shown as a question mark."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _said(problem: Problem) -> Answer:
    return Answer(problem.as_json(), problem.status, problem.headers)


def _answer(request: HttpRequest, path: str) -> Answer:
    operation, values = _found(request, path)
    call = Call(request, path=values)
    if operation.public:
        admit_public(request)
    else:
        admitted = admit(request)
        call.by, call.client = admitted.sight, admitted.client
    call.query = query_of(request, operation.query)
    if operation.keyed:
        call.key = _key(request, call)
    if operation.body is not None:
        call.body = _body(request, operation)
    return operation.run(call)


def _found(request: HttpRequest, path: str) -> tuple[Operation, dict[str, str]]:
    try:
        request.get_host()
    except DisallowedHost:
        raise Problem(400, "bad_host", "访问的域名不在本系统的域名之中。") from None
    found = None if "\0" in path else routes().find(path)
    if found is None:
        raise missing("没有这个地址，请对照接口说明核对。")
    methods, values = found
    operation = methods.get("GET" if request.method == "HEAD" else request.method or "")
    if operation is None:
        allowed = ", ".join(sorted({*methods, *({"HEAD"} if "GET" in methods else ())}))
        raise Problem(405, "method_not_allowed", f"该地址只支持{allowed}。", headers={"Allow": allowed})
    return operation, values


def _body(request: HttpRequest, operation: Operation) -> Any:
    assert operation.body is not None
    complaints: Wrong = {}
    taken = operation.body().take(body_of(request, operation.most), "", complaints)
    if complaints:
        raise wrong({name or "body": sentence for name, sentence in complaints.items()})
    return taken


def _key(request: HttpRequest, call: Call) -> str | None:
    """The caller's key as the journal keeps it: another client's equal key is another key."""
    key = request.headers.get(IDEMPOTENCY)
    if key is None:
        return None
    if not _KEY.fullmatch(key):
        raise Problem(400, "bad_header", f"{IDEMPOTENCY}须为1至{LONGEST_KEY}个英文字母、数字或者符号，不含空格。")
    return sha256(f"{call.by.who}\n{key}".encode()).hexdigest()
