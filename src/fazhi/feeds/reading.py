"""Reading what was sent: JSON with nothing doubtful in it, headers and queries without guessing."""

import json
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, UnreadablePostError

from fazhi.feeds.problems import Problem
from fazhi.feeds.shapes import Shape, Wrong

MOST_DEEP = 20
LONGEST_QUERY = 4000


def body_of(request: HttpRequest, most: int) -> Any:
    """The JSON of the body. Problem 400, 411, 413 or 415 with what to do."""
    kind = request.content_type
    if kind != "application/json":
        raise Problem(415, "unsupported_media_type", "请求正文须为JSON，并写明Content-Type: application/json。")
    length = request.META.get("CONTENT_LENGTH") or "0"
    if "HTTP_TRANSFER_ENCODING" in request.META and length == "0":
        raise Problem(411, "length_required", "请求须写明Content-Length，不接受分块传输。")
    if length.isascii() and length.isdigit() and int(length) > most:
        raise _too_large(most)
    try:
        raw = request.read(most + 1)
    except (UnreadablePostError, RequestDataTooBig):
        raise Problem(400, "unreadable", "请求正文没有传完，请重新发送。") from None
    if len(raw) > most:
        raise _too_large(most)
    return parsed(raw)


def parsed(raw: bytes) -> Any:
    """JSON in UTF-8 without doubled keys, NaN, NUL characters, half surrogate pairs or bottomless nesting."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise _unreadable("请求正文不是UTF-8编码，请改用UTF-8。") from None
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except RecursionError:
        raise _unreadable("请求正文嵌套过深，请核对。") from None
    except ValueError as error:
        if isinstance(error, json.JSONDecodeError):
            raise _unreadable(f"请求正文不是规范的JSON（第{error.lineno}行第{error.colno}列），请核对。") from None
        raise _unreadable("请求正文中有过长的数字，请核对。") from None
    if "\\u" in text or text.count("[") + text.count("{") > MOST_DEEP:
        _check(value, MOST_DEEP)
    return value


def query_of(request: HttpRequest, known: Mapping[str, Shape]) -> dict[str, Any]:
    """The query by name, each value taken; Problem 400 names what is unknown, doubled or wrong."""
    text = request.META.get("QUERY_STRING", "")
    if not text:
        return {}
    wrong: Wrong = {}
    taken: dict[str, Any] = {}
    for name, values in _pairs(request, text):
        if name not in known:
            wrong[name[:60]] = f"没有参数“{name[:60]}”，请删去。"
        elif len(values) > 1:
            wrong[name] = f"参数“{name}”写了{len(values)}次，请只写一次。"
        elif "\0" in values[0]:
            wrong[name] = f"参数“{name}”含有不可见字符，请重新填写。"
        else:
            shape = known[name]
            taken[name] = shape.take(shape.from_text(values[0]), name, wrong)
    if wrong:
        raise Problem(400, "bad_query", "".join(wrong.values()), wrong)
    return taken


def _pairs(request: HttpRequest, text: str) -> list[tuple[str, list[str]]]:
    if len(text) > LONGEST_QUERY:
        raise Problem(400, "bad_query", "参数过长，请缩短。")
    try:
        return [(name, [str(each) for each in values]) for name, values in request.GET.lists()]
    except TooManyFieldsSent:
        raise Problem(400, "bad_query", "参数过多，请核对。") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _unreadable(f"请求正文中“{twice[:40]}”出现两次，请只保留一个。")
    return found


def _no_constant(name: str) -> Any:
    raise _unreadable(f"请求正文中的“{name}”不是规范的JSON数字，请核对。")


def _check(value: Any, deeper: int) -> None:
    """Refuse text that no database keeps, and nesting that no form has."""
    if deeper == 0:
        raise _unreadable("请求正文嵌套过深，请核对。")
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, list):
        for each in value:
            _check(each, deeper - 1)
    elif isinstance(value, dict):
        for name, each in value.items():
            _check_text(name)
            _check(each, deeper - 1)


def _check_text(text: str) -> None:
    if "\0" in text:
        raise _unreadable("请求正文含有不可见字符（NUL），请删去后重新发送。")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise _unreadable("请求正文含有不成对的代理字符，请核对编码。") from None


def _unreadable(message: str) -> Problem:
    return Problem(400, "unreadable", message)


def _too_large(most: int) -> Problem:
    return Problem(413, "too_large", f"请求正文过大，最多{most // 1024}KB，请分次发送。")
