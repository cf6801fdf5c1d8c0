"""Accounts: opened with a one-time password, locked and unlocked, never deleted; and whose account is whose to keep."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from fazhi.people.posts import Post, User
from fazhi.people.recording import NotPossible, record
from fazhi.people.roles import ROLES, Ability, Sees
from fazhi.people.sight import NotAllowed, Sight

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that are mistaken for one another when read aloud or from paper
GROUPS, GROUP = 3, 4
ONE_TIME_DAYS = 7
WHOLE_CITY_ROLES = tuple(code for code, role in ROLES.items() if role.administers is Sees.TERRITORY)


def one_time_password() -> str:
    """Such as k7mp-3xwa-q9te: sixty bits, to be used once."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))


def people_within(by: Sight) -> QuerySet[User]:
    """The people who hold or held a post within what `by` administers; for the whole city, everyone."""
    people = User.objects.filter(city=settings.CITY)
    reach = by.administers
    if reach.everything or reach.whole_city:
        return people
    posts = Post.objects.filter(user=OuterRef("pk"))
    return people.filter(Exists(reach.rows(posts, place="org__place_id")))


def may_keep(by: Sight, user: User) -> bool:
    """Whether an account is `by`'s to keep: no post that has not ended lies beyond what `by` administers.

    Whoever could reset the password of a person of another body could act as that person there.
    """
    if user.city != settings.CITY or not by.may(Ability.ADMINISTER):
        return False
    if by.administers.whole_city:
        return True
    posts = list(user.posts.select_related("org"))
    today = timezone.localdate()
    live = [post for post in posts if post.until is None or post.until > today]
    return bool(posts) and all(by.administers.reaches(post.org) for post in live or posts)


def must_keep(by: Sight, user: User) -> None:
    by.must(Ability.ADMINISTER)
    if not may_keep(by, user):
        raise NotAllowed(f"{user}另有不在您管理范围内的岗位，该账号须由上级管理员维护。")


def must_be_another(by: Sight, user: User) -> None:
    """Nobody gives himself powers, nor takes his own away."""
    if by.user is not None and by.user == user.pk:
        raise NotAllowed("不能变更本人的账号、岗位和授权，请由另一名管理员办理。")


def new_account(by: Sight, username: str, name: str) -> User:
    """A row without a usable password; the caller gives it a post in the same transaction."""
    by.must(Ability.ADMINISTER)
    user = User(username=username.strip(), name=name.strip(), city=settings.CITY)
    user.set_unusable_password()
    user.full_clean(exclude=["password"])
    user.save()
    record(user, "opened", by, after={"username": user.username}, sealed={"name": user.name})
    return user


def hand_out(user: User, by: Sight) -> str:
    """A new one-time password for an account; the text is returned once and kept nowhere. The caller has asked who may."""
    password = one_time_password()
    user.set_password(password)
    user.one_time_until = timezone.now() + timedelta(days=ONE_TIME_DAYS)
    user.save(update_fields=["password", "one_time_until"])
    record(user, "password_handed_out", by, after={"one_time_until": timezone.localdate(user.one_time_until)})
    return password


def reset_password(by: Sight, user: User) -> str:
    must_keep(by, user)
    must_be_another(by, user)
    with transaction.atomic():
        return hand_out(user, by)


def choose_password(user: User, password: str, by: Sight) -> None:
    """A person's own password. ValidationError when it is too weak or the one that was handed out."""
    validate_password(password, user)
    if user.check_password(password):
        raise ValidationError("新密码与现在的密码相同，请另设一个。")
    with transaction.atomic():
        user.set_password(password)
        user.one_time_until = None
        user.save(update_fields=["password", "one_time_until"])
        record(user, "password_chosen", by)


def call(by: Sight, user: User, name: str, basis: str) -> None:
    """Correct or change a person's name."""
    must_keep(by, user)
    must_be_another(by, user)
    before, user.name = user.name, name.strip()
    if before == user.name:
        raise NotPossible("姓名没有变化，请修改后再提交。")
    with transaction.atomic():
        user.full_clean(exclude=["password"])
        user.save(update_fields=["name"])
        record(user, "renamed", by, basis=basis, sealed={"name": user.name, "former_name": before})


def lock(by: Sight, user: User, basis: str) -> None:
    """No login from now on, and open sessions end; posts and records stay."""
    must_keep(by, user)
    must_be_another(by, user)
    if not user.is_active:
        raise NotPossible("该账号已经停用。")
    with transaction.atomic():
        leave_an_administrator(user)
        _set_active(by, user, False, basis)


def unlock(by: Sight, user: User, basis: str) -> None:
    must_keep(by, user)
    must_be_another(by, user)
    if user.is_active:
        raise NotPossible("该账号没有停用。")
    with transaction.atomic():
        _set_active(by, user, True, basis)


def _set_active(by: Sight, user: User, active: bool, basis: str) -> None:
    user.is_active = active
    user.save(update_fields=["is_active"])
    record(
        user, "unlocked" if active else "locked", by, basis=basis,
        before={"is_active": not active}, after={"is_active": active},
    )  # fmt: skip


def administrators() -> QuerySet[Post]:
    """Posts without an end by which an active account administers the whole city."""
    city_place = settings.CITY[1:]
    return Post.objects.filter(
        role__in=WHOLE_CITY_ROLES, until__isnull=True, org__city=settings.CITY, org__place_id=city_place,
        since__lte=timezone.localdate(),
        org__until__isnull=True, user__is_active=True,
    )  # fmt: skip


def leave_an_administrator(user: User, but_for: Post | None = None) -> None:
    """NotPossible when nobody would administer the city once `user` (or one post of his) is gone."""
    posts = list(administrators().select_for_update(of=("self",)))
    gone = [post for post in posts if (post.pk == but_for.pk if but_for else post.user_id == user.pk)]
    if gone and len(gone) == len(posts):
        raise NotPossible(f"{user}是全市唯一的系统管理员，请先任命另一名系统管理员。")
