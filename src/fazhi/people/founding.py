"""The first day of an installation: the city's place, its government, and the first administrator. Called by `fazhi admin`."""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from fazhi.people.accounts import administrators, hand_out, new_account
from fazhi.people.appointing import Appointment, appointed
from fazhi.people.organisations import Kind, Organisation
from fazhi.people.places import Level, Place
from fazhi.people.posts import User
from fazhi.people.recording import NotPossible, record
from fazhi.people.roles import Ability
from fazhi.people.sight import Reach, Sight

COMMAND = Sight(
    who="command", name="命令行", abilities=frozenset({Ability.ADMINISTER}), administers=Reach(everything=True)
)
"""Whoever may run commands on the server; the journal says so."""
TITLE = "系统管理员"


@dataclass(frozen=True)
class Founded:
    """The city and its first administrator; `password` is to be used once."""

    place: Place
    government: Organisation
    user: User
    password: str
    new_place: bool
    new_government: bool


def found(username: str, name: str, government: str, again: bool = False) -> Founded:
    """Lay the city's place and government where they are missing, and make an administrator.

    NotPossible when the city has an administrator, unless `again`: then a further one is made, or an existing account
    is given a new one-time password and, if it lacks one, the post.
    """
    with transaction.atomic():
        if not again and (known := administrators().select_related("user").first()):
            raise NotPossible(
                f"已有系统管理员（{known.user.username}）。忘记密码、无人能够登录的，加上--again重新发放；其他账号请在网页上建立。"
            )
        place, new_place = _the_city()
        body, new_body = _the_government(place, government)
        user, password = _administrator(username, name, body)
    return Founded(place, body, user, password, new_place, new_body)


def _the_city() -> tuple[Place, bool]:
    code = settings.CITY[1:]
    place, made = Place.objects.get_or_create(
        code=code, defaults={"city": settings.CITY, "name": settings.CITY_NAME, "level": Level.CITY}
    )
    if made:
        record(place, "added", COMMAND, after={"code": code, "name": place.name})
    return place, made


def _the_government(place: Place, name: str) -> tuple[Organisation, bool]:
    top = (
        Organisation.objects.filter(city=settings.CITY, parent__isnull=True, until__isnull=True).order_by("pk").first()
    )
    if top is not None:
        return top, False
    body = Organisation.objects.create(
        city=settings.CITY, name=name, short=name.replace(place.name, "市").replace("人民政府", "政府"),
        kind=Kind.GOVERNMENT, place=place,
    )  # fmt: skip
    record(body, "founded", COMMAND, after={"name": body.name, "place": place})
    return body, True


def _administrator(username: str, name: str, body: Organisation) -> tuple[User, str]:
    user = User.objects.filter(username=username).first()
    if user is None:
        user = new_account(COMMAND, username, name)
    elif user.city != settings.CITY:
        raise NotPossible(f"账号“{username}”已由其他城市使用，请换一个账号。")
    if not administrators().filter(user=user).exists():
        if not user.is_active:
            raise NotPossible(f"账号“{username}”已停用，请换一个账号。")
        appointed(COMMAND, user, Appointment(body, TITLE, "admin", timezone.localdate()))
    return user, hand_out(user, COMMAND)
