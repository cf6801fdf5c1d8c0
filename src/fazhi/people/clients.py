"""Programs that act for an organisation (机器接入): each under one post, with a secret shown once and kept as a hash."""

import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from fazhi.journal.api import Fact, append
from fazhi.people.posts import Mandate, Post
from fazhi.people.sight import Sight, sight_from

HEAD = "fazhi"
NAME_BYTES, SECRET_BYTES = 6, 32
PER_MINUTE = 600
STREAM = "people.apiclient"


class ApiClient(models.Model):
    """One token. It sees and does what its post sees and does, as long as the post is held, and under its own name."""

    city = models.CharField("市", max_length=7)
    name = models.CharField("名称", max_length=40)
    post = models.ForeignKey(Post, models.PROTECT, related_name="clients", verbose_name="岗位")
    public = models.CharField("令牌编号", max_length=16, unique=True)
    # 256 random bits: a plain hash is enough, and a slow one would cost every request what it costs a guesser
    secret = models.CharField("令牌摘要", max_length=64)
    per_minute = models.PositiveIntegerField("每分钟请求数", default=PER_MINUTE)
    issued_at = models.DateTimeField("发放时间", auto_now_add=True)
    expires_at = models.DateTimeField("失效时间")
    revoked_at = models.DateTimeField("停用时间", null=True, blank=True)
    used_at = models.DateTimeField("最近使用", null=True, blank=True)

    class Meta:
        verbose_name = "机器接入"

    def __str__(self) -> str:
        return self.name

    @property
    def who(self) -> str:
        """How the journal names this client."""
        return f"api:{self.pk}"

    def stands(self, now: datetime) -> bool:
        """Whether the token may be used, as far as the client itself goes."""
        return self.revoked_at is None and now < self.expires_at


class Issued(NamedTuple):
    """A new client and its token, which is not kept anywhere."""

    client: ApiClient
    token: str


def issue(name: str, post: Post, *, days: int, per_minute: int = PER_MINUTE, by: str = "city") -> Issued:
    """Issue a token for `days` days; what was issued, for which post and until when, is recorded in the journal."""
    public, secret = secrets.token_hex(NAME_BYTES), secrets.token_urlsafe(SECRET_BYTES)
    with transaction.atomic():
        client = ApiClient.objects.create(
            city=settings.CITY,
            name=name,
            post=post,
            public=public,
            secret=_digest(secret),
            per_minute=per_minute,
            expires_at=timezone.now() + timedelta(days=days),
        )
        told = {"name": name, "post": post.pk, "token": public, "expires_at": client.expires_at.isoformat()}
        _write_down(client, "issued", by, told)
    return Issued(client, f"{HEAD}_{public}_{secret}")


def revoke(client: ApiClient, by: str = "city") -> None:
    """Stop a token; a second call changes nothing."""
    if client.revoked_at is not None:
        return
    with transaction.atomic():
        client.revoked_at = timezone.now()
        client.save(update_fields=["revoked_at"])
        _write_down(client, "revoked", by, {"token": client.public})


def client_of(token: str) -> ApiClient | None:
    """Whose token it is, with post, organisation and place, in one statement; None for one that never was."""
    head, _, rest = token.partition("_")
    public, _, secret = rest.partition("_")
    if head != HEAD or len(public) != 2 * NAME_BYTES or not public.isalnum():
        return None
    rows = ApiClient.objects.filter(city=settings.CITY, public=public)
    found = rows.select_related("post__org__place").first()
    return found if found is not None and hmac.compare_digest(found.secret, _digest(secret)) else None


def clients(actors: Iterable[str]) -> list[ApiClient]:
    """The clients among actors as the journal names them; without one, nothing is asked."""
    ids = [int(actor[4:]) for actor in actors if actor.startswith("api:") and actor[4:].isdigit()]
    return list(ApiClient.objects.filter(pk__in=ids)) if ids else []


def sight_of_client(client: ApiClient) -> Sight:
    """What a client sees and may do today: its post's, or nothing once the post has ended. Two statements."""
    post, today = client.post, timezone.localdate()
    held = (post.since is None or post.since <= today) and (post.until is None or today < post.until)
    posts = [post] if held and post.org.city == settings.CITY else []
    mandates = Mandate.objects.filter(post=post).select_related("post__org") if posts else ()
    return sight_from(posts, mandates, today, who=client.who, name=client.name)


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _write_down(client: ApiClient, action: str, by: str, data: dict[str, object]) -> None:
    now = timezone.now()
    append(
        Fact(
            stream=STREAM, subject=client.pk, seq=None, kind=f"{STREAM}.{action}", on=timezone.localdate(now), at=now,
            actor=by, data=data, city=client.city,
        )
    )  # fmt: skip
