"""Divisions added, renamed, merged and abolished; their codes are their tree, so a code never changes."""

import re
from datetime import date

from django.conf import settings
from django.db import transaction

from fazhi.people.organisations import Organisation
from fazhi.people.places import DISTRICT_DIGITS, TOWN_DIGITS, Level, Place, Renaming, prefix_of
from fazhi.people.recording import NotPossible, record
from fazhi.people.roles import Ability
from fazhi.people.sight import NotAllowed, Sight

VILLAGE_DIGITS = 12
LEVELS = {DISTRICT_DIGITS: Level.DISTRICT, TOWN_DIGITS: Level.TOWN, VILLAGE_DIGITS: Level.VILLAGE}
ABOVE = {DISTRICT_DIGITS: 0, TOWN_DIGITS: DISTRICT_DIGITS, VILLAGE_DIGITS: TOWN_DIGITS}
INTERNAL = re.compile(r"[0-9]{4}[A-Z][0-9](?:[0-9]{3}){0,2}")
"""A functional zone without a statutory code: a letter in the fifth place, as in 3211Z1."""


def city_code() -> str:
    return str(settings.CITY[1:])


def parent_code(code: str) -> str:
    """The code of the division that a code lies in; NotPossible for one that is no code of this city."""
    digits = ABOVE.get(len(code))
    if digits is None or not (code.isdigit() or INTERNAL.fullmatch(code)):
        raise NotPossible("区划代码应为6位（县区）、9位（镇街）或12位（村居），请核对后重填。")
    if not code.startswith(prefix_of(city_code(), Level.CITY)) or code == city_code():
        raise NotPossible(f"区划代码“{code}”不属于本市（{city_code()}），请核对。")
    return code[:digits] if digits else city_code()


def add_place(by: Sight, code: str, name: str, since: date | None, basis: str) -> Place:
    """A new division; its level and what it lies in follow from its code."""
    by.must(Ability.ADMINISTER)
    above = Place.objects.filter(code=parent_code(code)).first()
    if above is None:
        raise NotPossible(f"还没有登记其上级区划{parent_code(code)}，请先登记上级区划。")
    _must_hold(by, above)
    if Place.objects.filter(code=code).exists():
        raise NotPossible(f"区划代码“{code}”已经登记，请核对。")
    place = Place(code=code, city=settings.CITY, name=name.strip(), level=LEVELS[len(code)], parent=above, since=since)
    place.full_clean()
    with transaction.atomic():
        place.save(force_insert=True)
        record(place, "added", by, on=since, after={"code": code, "name": place.name, "since": since}, basis=basis)
    return place


def _must_hold(by: Sight, place: Place) -> None:
    """For what lies directly in `place`."""
    by.must(Ability.ADMINISTER)
    if place.city != settings.CITY or not by.administers.reaches_place(place.prefix):
        raise NotAllowed(f"{place}的区划不在您的管理范围内，请由上级的系统管理员办理。")
    if place.until is not None:
        raise NotPossible(f"{place}已于{place.until}撤销，不再变更。")


def may_hold(by: Sight, place: Place) -> bool:
    """Whether a division is `by`'s to change: what it lies in must be within the territory administered."""
    above = place.parent
    return above is not None and place.until is None and by.administers.reaches_place(above.prefix)


def _must_change(by: Sight, place: Place) -> None:
    if place.parent is None:
        raise NotPossible("本市由设置项FAZHI_CITY和FAZHI_CITY_NAME确定，不能在此变更。")
    _must_hold(by, place.parent)
    if place.until is not None:
        raise NotPossible(f"{place}已于{place.until}撤销，不再变更。")


def rename_place(by: Sight, place: Place, name: str, on: date, basis: str) -> None:
    """A division bears another name from a day; the former name stays beside it."""
    _must_change(by, place)
    before = place.name
    if before == name.strip():
        raise NotPossible("名称没有变化，请修改后再提交。")
    place.name = name.strip()
    place.full_clean()
    with transaction.atomic():
        Renaming.objects.create(place=place, on=on, former_name=before, basis=basis)
        place.save(update_fields=["name"])
        record(place, "renamed", by, on=on, before={"name": before}, after={"name": place.name}, basis=basis)


def abolish_place(by: Sight, place: Place, on: date, basis: str, successor: Place | None = None) -> None:
    """End a division on a day, merged into `successor` where there is one. Rows recorded in it stay in it."""
    _must_change(by, place)
    if place.since is not None and on < place.since:
        raise NotPossible(f"撤销日期早于设立日期{place.since}，请核对。")
    if place.parts.filter(until__isnull=True).exists():
        raise NotPossible(f"{place}还有下级区划，请先撤销或者并入其他区划。")
    if Organisation.objects.filter(place=place, until__isnull=True).exists():
        raise NotPossible(f"还有单位设在{place}，请先更正这些单位的所在地，或者撤销这些单位。")
    if successor is not None:
        _must_change(by, successor)
        if successor.pk == place.pk or successor.level != place.level:
            raise NotPossible("并入的区划应为另一个同级区划，请重新选择。")
    with transaction.atomic():
        place.until, place.successor = on, successor
        place.save(update_fields=["until", "successor"])
        record(place, "abolished", by, on=on, after={"until": on, "successor": successor}, basis=basis)
