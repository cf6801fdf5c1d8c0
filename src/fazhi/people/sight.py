"""Who may see which rows, answered in one query for lists, exports and figures alike: post × organisation tree × place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone

from fazhi.people.organisations import Organisation, branch
from fazhi.people.places import Level, prefix_of, within
from fazhi.people.posts import Mandate, Post, User
from fazhi.people.roles import Ability, Sees

M = TypeVar("M", bound=models.Model)


class NotAllowed(PermissionError):
    """The person may not do this; the message says who may."""


@dataclass(frozen=True)
class Reach:
    """A part of the city: all of it, the territory of places (prefixes of their codes), branches of bodies (paths)."""

    everything: bool = False
    places: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()

    def reaches(self, org: Organisation, place: str = "") -> bool:
        """Whether a row of `org` at `place` lies within; the body's own place unless told."""
        at = place or str(org.place_id)
        return self.everything or self.reaches_place(at) or any(org.path.startswith(path) for path in self.branches)

    def reaches_place(self, place: str) -> bool:
        """Whether a place lies within the territory."""
        return self.everything or any(place.startswith(prefix) for prefix in self.places)

    @property
    def whole_city(self) -> bool:
        return self.reaches_place(prefix_of(settings.CITY[1:], Level.CITY))

    def rows(self, queryset: models.QuerySet[M], place: str = "place_id", org: str = "org__path") -> models.QuerySet[M]:
        """Only the rows this person may see; nothing for the public."""
        if self.everything:
            return queryset
        condition = self.condition(place, org)
        return queryset.filter(condition) if condition else queryset.none()

    def condition(self, place: str = "place_id", org: str = "org__path") -> models.Q:
        """The same as a condition; empty when nothing may be seen (or when everything may: ask `everything` first)."""
        condition = models.Q()
        for prefix in self.places:
            condition |= within(prefix, place)
        for path in self.branches:
            condition |= branch(path, org)
        return condition


@dataclass(frozen=True)
class Sight(Reach):
    """What one person sees and may do on one day. `mandates` holds (procedure, office, organisation path)."""

    who: str = "public"
    name: str = "社会公众"
    user: int | None = None
    abilities: frozenset[Ability] = frozenset()
    administers: Reach = Reach()
    mandates: frozenset[tuple[str, str, str]] = frozenset()
    orgs: tuple[int, ...] = field(default=(), compare=False)

    def may(self, ability: Ability) -> bool:
        return ability in self.abilities

    def must(self, ability: Ability) -> None:
        if ability not in self.abilities:
            raise NotAllowed(f"{self.name}没有“{ability.value}”的权限，请联系本单位法治工作负责人授权。")

    def holds(self, procedure: str, office: str, org_path: str) -> bool:
        """Whether a mandate lets this person act as `office` in a case of the organisation at `org_path`."""
        return any(p == procedure and o == office and org_path.startswith(path) for p, o, path in self.mandates)


PUBLIC = Sight()
WHOLE_CITY = Sight(who="city", name="全市", everything=True)


def sight_of(user: User | AnonymousUser | Any, on: date | None = None) -> Sight:
    """The sight of a user on a day (today unless told). Three queries, whatever the number of posts."""
    who: int | None = getattr(user, "pk", None)
    if who is None:
        return PUBLIC
    day = on or timezone.localdate()
    posts = list(Post.objects.held_on(day).filter(user_id=who, org__city=settings.CITY).select_related("org__place"))
    mandates = Mandate.objects.filter(post__in=[p.pk for p in posts]).select_related("post__org") if posts else ()
    return sight_from(posts, mandates, day, who=f"user:{who}", name=str(user), user=who)


def sight_from(
    posts: Sequence[Post], mandates: Iterable[Mandate], day: date, *, who: str, name: str, user: int | None = None
) -> Sight:
    """What posts, with their organisations and places, let their holder see and do on a day."""
    heirs = _heirs(day) if posts else {}
    abilities: frozenset[Ability] = frozenset()
    for post in posts:
        abilities |= post.powers.abilities
    return Sight(
        who=who,
        name=name,
        user=user,
        everything=any(p.powers.sees is Sees.EVERYTHING for p in posts),
        places=tuple(p.org.place.prefix for p in posts if p.powers.sees is Sees.TERRITORY),
        branches=_with_absorbed([p.org.path for p in posts if p.powers.sees in {Sees.TERRITORY, Sees.BRANCH}], heirs),
        abilities=abilities,
        administers=_administered(posts),
        mandates=frozenset(
            (m.procedure, m.office, path) for m in mandates for path in _with_absorbed([m.post.org.path], heirs)
        ),
        orgs=tuple(p.org_id for p in posts),
    )


def _administered(posts: Sequence[Post]) -> Reach:
    """What the posts let their holder administer, which need not be what they let him see."""
    territory = [post for post in posts if post.powers.administers is Sees.TERRITORY]
    branches = [post for post in posts if post.powers.administers in {Sees.TERRITORY, Sees.BRANCH}]
    return Reach(
        places=tuple(post.org.place.prefix for post in territory), branches=tuple(post.org.path for post in branches)
    )


def _heirs(day: date) -> dict[str, str]:
    """The path of each body that has passed into another by a day, with the path of that other."""
    gone = Organisation.objects.filter(city=settings.CITY, successor__isnull=False, until__lte=day)
    return dict(gone.values_list("path", "successor__path"))


def _with_absorbed(branches: list[str], heirs: dict[str, str]) -> tuple[str, ...]:
    """Branches, and those of the bodies whose functions passed into them: who takes over a duty takes over its files."""
    found = list(branches)
    for branch_path in found:  # grows while it is walked: a body may have passed on what had passed to it
        found += [path for path, heir in heirs.items() if heir.startswith(branch_path) and path not in found]
    return tuple(found)
