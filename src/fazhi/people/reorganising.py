"""Bodies set up, renamed, moved, merged and abolished. What was recorded under a body stays under it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from fazhi.people.accounts import administrators
from fazhi.people.appointing import Appointment, appointed, ended, given
from fazhi.people.organisations import STEP, FormerName, Organisation, branch, merge
from fazhi.people.places import Place
from fazhi.people.posts import Post
from fazhi.people.recording import NotPossible, record
from fazhi.people.roles import Ability
from fazhi.people.sight import NotAllowed, Sight

DEEPEST = 60 // STEP
CORRECTED = ("code", "short", "kind", "place", "since")


@dataclass(frozen=True)
class NewBody:
    """What is said of a body when it is set up."""

    name: str
    short: str
    kind: str
    place: Place
    parent: Organisation | None
    since: date | None
    code: str = ""


def found_body(by: Sight, new: NewBody, basis: str = "") -> Organisation:
    """Set up a body under another. NotAllowed beyond `by`'s reach; ValidationError for bad values."""
    by.must(Ability.ADMINISTER)
    if problem := founding_complaint(by, new):
        raise NotAllowed(problem)
    _name_is_free(new.name, new.short)
    if new.parent is not None and new.parent.until is not None:
        raise NotPossible(f"上级单位{new.parent}已于{new.parent.until}撤销，请另选上级单位。")
    if new.parent is not None and len(new.parent.path) // STEP >= DEEPEST:
        raise NotPossible(f"单位层级最多{DEEPEST}级，请另选上级单位。")
    org = Organisation(
        city=settings.CITY, name=new.name.strip(), short=new.short.strip(), kind=new.kind, place=new.place,
        parent=new.parent, since=new.since, code=new.code,
    )  # fmt: skip
    org.full_clean(exclude=["path"])
    with transaction.atomic():
        org.save()
        record(org, "founded", by, on=new.since, after=_of(org), basis=basis)
    return org


def founding_complaint(by: Sight, new: NewBody) -> str:
    """Why a body may not be set up there by this person; empty when it may."""
    if new.parent is None:
        return "" if by.administers.whole_city else "没有上级的单位只能由市级系统管理员设立，请选择上级单位。"
    if not by.administers.reaches(new.parent):
        return f"{new.parent}不在您的管理范围内，不能在其下设立单位。"
    return _place_complaint(by, new.place, new.parent)


def _place_complaint(by: Sight, place: Place, near: Organisation) -> str:
    """A body may stand in a territory that `by` administers, or within that of the body it belongs to."""
    if by.administers.reaches_place(place.pk) or place.pk.startswith(near.place.prefix):
        return ""
    return f"{place}不在您的管理范围内，请核对所在地。"


def _of(org: Organisation) -> dict[str, Any]:
    return {name: getattr(org, name) for name in ("name", "parent", *CORRECTED)}


def _name_is_free(name: str, short: str, but_for: int = 0) -> None:
    """Sheets name bodies by these words: one of them must never mean two bodies that exist."""
    for text in filter(None, (name.strip(), short.strip())):
        alike = Organisation.objects.filter(city=settings.CITY, until__isnull=True).exclude(pk=but_for)
        if alike.filter(name=text).exists() or alike.filter(short=text).exists():
            raise NotPossible(f"已有名称或者简称为“{text}”的单位，请换一个能够区分的名称。")


def may_hold_body(by: Sight, org: Organisation) -> bool:
    """Whether a body is `by`'s to change: what it stands under must be within reach, so that nobody remakes his own."""
    if org.city != settings.CITY or not by.may(Ability.ADMINISTER):
        return False
    return by.administers.whole_city or (org.parent is not None and by.administers.reaches(org.parent))


def _must_hold(by: Sight, org: Organisation) -> None:
    by.must(Ability.ADMINISTER)
    if not may_hold_body(by, org):
        raise NotAllowed(f"{org}的变更不在您的管理范围内，请由上级的管理员办理。")
    _must_stand(org)


def _must_reach(by: Sight, org: Organisation) -> None:
    if org.city != settings.CITY or not by.administers.reaches(org):
        raise NotAllowed(f"{org}不在您的管理范围内，请由上级的管理员办理。")
    _must_stand(org)


def _must_stand(org: Organisation) -> None:
    if org.until is not None:
        raise NotPossible(f"{org}已于{org.until}撤销，不再变更。")


def rename_body(by: Sight, org: Organisation, name: str, short: str, on: date, basis: str) -> None:
    """A body bears another name from a day; the former name stays beside it."""
    _must_hold(by, org)
    if (org.name, org.short) == (name.strip(), short.strip()):
        raise NotPossible("名称没有变化，请修改后再提交。")
    _name_is_free(name, short, org.pk)
    before = {"name": org.name, "short": org.short}
    org.name, org.short = name.strip(), short.strip()
    org.full_clean(exclude=["path"])
    with transaction.atomic():
        FormerName.objects.create(org=org, name=before["name"], short=before["short"], until=on, basis=basis)
        org.save(update_fields=["name", "short"])
        record(org, "renamed", by, on=on, before=before, after={"name": org.name, "short": org.short}, basis=basis)


def correct_body(by: Sight, org: Organisation, basis: str, **changes: Any) -> None:
    """Mend what was entered wrongly: code, kind, place, founding day. Names change by `rename_body`."""
    _must_hold(by, org)
    changes = {name: value for name, value in changes.items() if getattr(org, name) != value}
    if not changes or set(changes) - set(CORRECTED):
        raise NotPossible("没有改动任何内容，请修改后再提交。")
    if "place" in changes and (problem := _place_complaint(by, changes["place"], org)):
        raise NotAllowed(problem)
    if "short" in changes:
        _name_is_free("", changes["short"], org.pk)
    before = {name: getattr(org, name) for name in changes}
    for name, value in changes.items():
        setattr(org, name, value)
    org.full_clean(exclude=["path"])
    with transaction.atomic():
        had = administrators().exists()
        org.save(update_fields=list(changes))
        if had and not administrators().exists():
            raise NotPossible(
                f"全市唯一的系统管理员在{org}任职，其所在地应为本市，请先在市级单位任命另一名系统管理员。"
            )
        record(org, "corrected", by, before=before, after=changes, basis=basis)


def move_body(by: Sight, org: Organisation, parent: Organisation, on: date, basis: str) -> None:
    """A body comes under another, with everything below it. Sight by branch follows at once."""
    _must_hold(by, org)
    _must_reach(by, parent)
    if parent.path.startswith(org.path):
        raise NotPossible(f"{parent}是{org}本身或者其下级，不能作为其上级。")
    if org.parent_id == parent.pk:
        raise NotPossible(f"{org}的上级已经是{parent}。")
    former, before = org.parent, org.path
    under = parent.path + before[-STEP:]
    moved = Organisation.objects.filter(branch(before, "path"))
    deepest = max(len(path) for path in moved.values_list("path", flat=True))
    if (deepest - len(before) + len(under)) // STEP > DEEPEST:
        raise NotPossible(f"移动后单位层级超过{DEEPEST}级，请另选上级单位。")
    with transaction.atomic():
        moved.update(path=Concat(Value(under), Substr(F("path"), len(before) + 1)))
        org.parent, org.path = parent, under
        org.save(update_fields=["parent", "path"])
        record(org, "moved", by, on=on, before={"parent": former}, after={"parent": parent}, basis=basis)


def abolish_body(
    by: Sight, org: Organisation, on: date, basis: str, successor: Organisation | None = None, transfer: bool = False
) -> None:
    """End a body on a day, its functions passing to `successor`; its posts end, or pass over too (`transfer`)."""
    _must_hold(by, org)
    if org.since is not None and on < org.since:
        raise NotPossible(f"撤销日期早于成立日期{org.since}，请核对。")
    if Organisation.objects.filter(parent=org, until__isnull=True).exists():
        raise NotPossible(f"{org}还有下级单位，请先移动或者撤销下级单位。")
    if successor is not None:
        _must_reach(by, successor)
        if successor.pk == org.pk:
            raise NotPossible("承接职能的单位不能是该单位本身。")
    elif transfer:
        raise NotPossible("人员转入须写明承接职能的单位。")
    with transaction.atomic():
        for post in Post.objects.filter(org=org, until__isnull=True).select_related("user", "org"):
            _leave(by, post, on, basis, successor if transfer else None)
        if successor is None:
            org.until = on
            org.save(update_fields=["until"])
        else:
            merge(org, successor, on)
        record(org, "abolished", by, on=on, after={"until": on, "successor": successor}, basis=basis)


def _leave(by: Sight, post: Post, on: date, basis: str, successor: Organisation | None) -> None:
    """A post in a body that ends: ended, and held on in the successor with its mandates where it passes over."""
    if by.user is not None and by.user == post.user_id:
        raise NotPossible("您本人在该单位任职，请由另一名管理员办理。")
    on = max(on, post.since) if post.since else on
    if successor is None:
        ended(by, post, on, basis)
        return
    held_on = appointed(by, post.user, Appointment(successor, post.title, post.role, on, basis))
    for mandate in post.mandates.order_by("pk"):
        given(by, held_on, mandate.procedure, mandate.office, basis)
    ended(by, post, on, basis)
