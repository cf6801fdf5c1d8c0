"""Posts and mandates: appointed from a day, ended on a day and never deleted; an office given and taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from fazhi.people.accounts import hand_out, leave_an_administrator, must_be_another, new_account
from fazhi.people.organisations import Organisation
from fazhi.people.posts import Mandate, Post, User
from fazhi.people.recording import NotPossible, record
from fazhi.people.roles import ROLES, Ability, Role, Sees
from fazhi.people.sight import NotAllowed, Sight
from fazhi.procedure import Office, procedures


@dataclass(frozen=True)
class Appointment:
    """A post to be given, and on which basis (the number of the decision, where there is one)."""

    org: Organisation
    title: str
    role: str
    since: date
    basis: str = ""


@dataclass(frozen=True)
class OfficeOf:
    """An office of a procedure that a mandate may name."""

    procedure: str
    office: str
    title: str
    label: str

    def __str__(self) -> str:
        return f"{self.title}：{self.label}"


def offices() -> dict[tuple[str, str], OfficeOf]:
    """Every office of every registered procedure, in any edition."""
    found: dict[tuple[str, str], OfficeOf] = {}
    for edition in procedures():
        for actor in edition.actors.values():
            if isinstance(actor, Office):
                found[edition.code, actor.name] = OfficeOf(edition.code, actor.name, edition.title, actor.label)
    return found


def assignable(by: Sight, org: Organisation) -> list[Role]:
    """The roles that `by` may give in a body: none that sees or administers more than `by` administers."""
    return [role for role in ROLES.values() if not _beyond(by, org, role)]


def _beyond(by: Sight, org: Organisation, role: Role) -> str:
    """Why a role may not be given by this person in this body; empty when it may."""
    reach = by.administers
    if not reach.reaches(org):
        return f"{org}不在您的管理范围内，请由该单位或者上级的管理员办理。"
    if role.sees is Sees.EVERYTHING and not reach.whole_city:
        return f"“{role.label}”查看全市，只能由市级系统管理员任命。"
    if Sees.TERRITORY in (role.sees, role.administers) and not reach.reaches_place(org.place.prefix):
        return f"“{role.label}”的范围是{org.place}，超出您的管理范围，请由上级的系统管理员任命。"
    return ""


def open_account(by: Sight, username: str, name: str, appointment: Appointment) -> tuple[User, str]:
    """A new person with a first post; gives the account and its one-time password."""
    with transaction.atomic():
        user = new_account(by, username, name)
        appointed(by, user, appointment)
        return user, hand_out(user, by)


def enrol(by: Sight, username: str, name: str, appointment: Appointment) -> Post:
    """The same without a password, which is handed out later; for many at once."""
    with transaction.atomic():
        return appointed(by, new_account(by, username, name), appointment)


def appoint(by: Sight, user: User, appointment: Appointment) -> Post:
    """Give a person a further post. NotAllowed beyond `by`'s reach, NotPossible for a post that cannot be."""
    by.must(Ability.ADMINISTER)
    must_be_another(by, user)
    if user.city != settings.CITY:
        raise NotAllowed(f"{user}不是本市的账号，不能在本市任职。")
    with transaction.atomic():
        return appointed(by, user, appointment)


def complaint(by: Sight, appointment: Appointment) -> str:
    """Why an appointment cannot be made; empty when it can."""
    org, role = appointment.org, ROLES.get(appointment.role)
    if role is None:
        return f"没有角色“{appointment.role}”，请从名单中选择。"
    if beyond := _beyond(by, org, role):
        return beyond
    if org.until is not None and org.until <= appointment.since:
        return f"{org}已于{org.until}撤销，请选择承接其职能的单位。"
    if org.since is not None and appointment.since < org.since:
        return f"任职日期早于{org}的成立日期{org.since}，请核对。"
    return ""


def appointed(by: Sight, user: User, appointment: Appointment) -> Post:
    """The same once it is settled that `by` may change this person's posts."""
    if problem := complaint(by, appointment):
        raise NotAllowed(problem) if not by.administers.reaches(appointment.org) else NotPossible(problem)
    org = appointment.org
    double = user.posts.not_ended(appointment.since).filter(org=org, title=appointment.title)
    if double.exists():
        raise NotPossible(f"{user}已经担任{org}{appointment.title}，请先免去原岗位。")
    post = Post(user=user, org=org, title=appointment.title.strip(), role=appointment.role, since=appointment.since)
    post.full_clean()
    post.save()
    record(user, "appointed", by, on=appointment.since, after=_of(post), basis=appointment.basis)
    return post


def _of(post: Post) -> dict[str, Any]:
    """A post as the journal tells of it."""
    return {"post": post.pk, "org": post.org, "title": post.title, "role": ROLES[post.role].label, "since": post.since}


def end_post(by: Sight, post: Post, on: date, basis: str) -> None:
    """The post is no longer held from `on`; its mandates end with it, rows recorded meanwhile stay."""
    by.must(Ability.ADMINISTER)
    must_be_another(by, post.user)
    _must_reach(by, post)
    ended(by, post, on, basis)


def ended(by: Sight, post: Post, on: date, basis: str) -> None:
    """The same once it is settled that `by` may."""
    if post.until is not None:
        raise NotPossible(f"{post.user}已于{post.until}免去{post}。")
    if post.since is not None and on < post.since:
        raise NotPossible(f"免职日期早于任职日期{post.since}，请核对。")
    with transaction.atomic():
        leave_an_administrator(post.user, but_for=post)
        post.until = on
        post.save(update_fields=["until"])
        about = {"post": post.pk, "org": post.org, "title": post.title}
        record(post.user, "ended", by, on=on, before=about, after={"until": on}, basis=basis)


def grant(by: Sight, post: Post, procedure: str, office: str, basis: str = "") -> Mandate:
    """Let the holder of a post act as an office of a procedure, in cases of the post's body and below."""
    by.must(Ability.ADMINISTER)
    must_be_another(by, post.user)
    _must_reach(by, post)
    if (procedure, office) not in offices():
        raise NotPossible("没有这项程序职责，请从名单中选择。")
    if post.until is not None and post.until <= timezone.localdate():
        raise NotPossible(f"{post.user}已不担任{post}，不能授权。")
    return given(by, post, procedure, office, basis)


def given(by: Sight, post: Post, procedure: str, office: str, basis: str) -> Mandate:
    """The same once it is settled that `by` may."""
    with transaction.atomic():
        mandate, made = Mandate.objects.get_or_create(post=post, procedure=procedure, office=office)
        known = offices().get((procedure, office), mandate)
        if not made:
            raise NotPossible(f"{post}已有“{known}”的授权。")
        record(post.user, "granted", by, after=_told(post, known), basis=basis)
    return mandate


def withdraw(by: Sight, mandate: Mandate, basis: str) -> None:
    """Take a mandate back; the journal keeps that it was held."""
    post = mandate.post
    by.must(Ability.ADMINISTER)
    must_be_another(by, post.user)
    _must_reach(by, post)
    known = offices().get((mandate.procedure, mandate.office))
    with transaction.atomic():
        mandate.delete()
        record(post.user, "withdrawn", by, before=_told(post, known or mandate), basis=basis)


def _told(post: Post, office: object) -> dict[str, Any]:
    return {"post": post.pk, "org": post.org, "title": post.title, "mandate": str(office)}


def _must_reach(by: Sight, post: Post) -> None:
    if not by.administers.reaches(post.org):
        raise NotAllowed(f"{post.org}不在您的管理范围内，请由该单位或者上级的管理员办理。")


def mandates_of(posts: list[Post]) -> Iterator[tuple[Post, list[tuple[Mandate, str]]]]:
    """Posts with their mandates in words; one query for all."""
    known = offices()
    given: dict[int, list[tuple[Mandate, str]]] = {post.pk: [] for post in posts}
    for mandate in Mandate.objects.filter(post__in=list(given)).order_by("procedure", "office"):
        office = known.get((mandate.procedure, mandate.office))
        given[mandate.post_id].append((mandate, str(office or mandate)))
    for post in posts:
        yield post, given[post.pk]
