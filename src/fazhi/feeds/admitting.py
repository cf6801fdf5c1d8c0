"""Who asks: the client behind a bearer token and what it sees, remembered for a few seconds."""

import threading
import time
from collections import OrderedDict
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from django.http import HttpRequest
from django.utils import timezone

from fazhi.feeds.limiting import buckets
from fazhi.feeds.problems import Problem
from fazhi.people.api import ApiClient, Sight, client_of, sight_of_client

FRESH_SECONDS = 5.0  # a revoked token, an ended post or a withdrawn mandate is noticed that long after at most
SEEN_EVERY = timedelta(minutes=1)  # `used_at` is brought up to date no oftener
MOST_KNOWN = 2000
PUBLIC_PER_MINUTE = 600


class Admitted(NamedTuple):
    client: ApiClient
    sight: Sight
    at: float


class _Known:
    """Admitted callers by the hash of their token, the one longest unused first. The token itself is not kept."""

    rows: OrderedDict[bytes, Admitted] = OrderedDict()
    lock = threading.Lock()


def admit(request: HttpRequest) -> Admitted:
    """The caller. Problem 401 for no token or one that does not stand, 429 for one who asks too often."""
    token = _token(request)
    digest = sha256(token.encode("utf-8", "surrogatepass")).digest()
    known = _Known.rows.get(digest)
    now = timezone.now()
    if known is None or time.monotonic() - known.at > FRESH_SECONDS:
        known = _looked_up(token, digest)
    if not known.client.stands(now):
        raise _refused("令牌已失效或者已停用，请联系管理员重新发放。")
    buckets.take(known.client.who, known.client.per_minute)
    _note_use(known.client, now)
    return known


def admit_public(request: HttpRequest) -> None:
    """Anybody, but not too often from one address."""
    buckets.take(f"from:{request.META.get('REMOTE_ADDR', '')}", PUBLIC_PER_MINUTE)


def forget() -> None:
    """Look every token up anew."""
    with _Known.lock:
        _Known.rows.clear()


def _token(request: HttpRequest) -> str:
    kind, _, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
    if kind.lower() != "bearer" or not token.strip():
        raise _refused("请在请求头中写明令牌：Authorization: Bearer 令牌。")
    return str(token.strip())


def _looked_up(token: str, digest: bytes) -> Admitted:
    client = client_of(token)
    if client is None:
        raise _refused("令牌无效，请核对。")
    found = Admitted(client, sight_of_client(client), time.monotonic())
    with _Known.lock:
        _Known.rows.pop(digest, None)
        _Known.rows[digest] = found
        if len(_Known.rows) > MOST_KNOWN:
            _Known.rows.popitem(last=False)
    return found


def _note_use(client: ApiClient, now: datetime) -> None:
    if client.used_at is None or now - client.used_at > SEEN_EVERY:
        client.used_at = now
        ApiClient.objects.filter(pk=client.pk).update(used_at=now)


def _refused(message: str) -> Problem:
    return Problem(401, "unauthorized", message, headers={"WWW-Authenticate": 'Bearer realm="fazhi"'})
