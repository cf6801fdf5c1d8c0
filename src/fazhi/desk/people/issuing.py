"""One-time passwords for accounts that came in by a sheet: all at once, in a sheet that is given out once."""

from collections.abc import Iterator, Sequence

from axes.utils import reset as forget_failures
from django.contrib import messages
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from fazhi.desk.people.door import administrator
from fazhi.desk.sheets import list_as_sheet
from fazhi.ledgers.api import Column
from fazhi.look.api import sight
from fazhi.look.words import moment
from fazhi.people.api import Post, Sight, User, may_keep, people_within, reset_password

MOST_AT_ONCE = 200  # each password is hashed slowly on purpose
COLUMNS = (
    Column("username", "用户名"), Column("name", "姓名"), Column("posts", "岗位"), Column("password", "一次性密码"),
    Column("until", "有效期至"),
)  # fmt: skip


def without_password(by: Sight) -> QuerySet[User]:
    """Accounts to which no password has ever been given."""
    return (
        people_within(by).filter(password__startswith=UNUSABLE_PASSWORD_PREFIX, is_active=True).exclude(pk=by.user or 0)
    )


@administrator
@never_cache
@require_POST
def issue(request: HttpRequest) -> HttpResponseBase:
    """Give each account that waits a one-time password; the sheet of them is the only copy."""
    by = sight(request)
    people = [user for user in without_password(by).order_by("pk")[:MOST_AT_ONCE] if may_keep(by, user)]
    if not people:
        messages.error(request, "没有由您发放密码的账号；另有上级单位岗位的，由上级管理员发放。")
        return redirect("desk:people")
    with transaction.atomic():
        lines = list(_issued(by, people))
    return list_as_sheet("一次性密码", COLUMNS, lines)


def _issued(by: Sight, people: Sequence[User]) -> Iterator[Sequence[object]]:
    held: dict[int, list[str]] = {}
    for post in Post.objects.held_on(timezone.localdate()).filter(user__in=people).select_related("org"):
        held.setdefault(post.user_id, []).append(str(post))
    for user in people:
        password = reset_password(by, user)
        forget_failures(username=user.username)
        yield user.username, user.name, "；".join(held.get(user.pk, [])), password, moment(user.one_time_until)
