"""Bodies and places of the city by number, code or name, kept in memory for a while: an intake need not ask for them."""

import time
from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Model

from fazhi.people.api import Organisation, Place
from fazhi.registers.api import this_city

FRESH_SECONDS = 30.0  # a body or place registered by another process is known that long after at most
M = TypeVar("M", bound=Model)


class _Kept:
    at = float("-inf")
    bodies: dict[int | str, Organisation | None] = {}
    places: dict[int | str, Place | None] = {}


def body(named: int | str) -> Organisation | None:
    """The organisation of that number, full name, short name or credit code; None for none, or for several."""
    _fresh()
    return _Kept.bodies.get(named)


def place(named: int | str) -> Place | None:
    """The place of that code, or of a name that only one place bears."""
    _fresh()
    return _Kept.places.get(str(named))


def forget() -> None:
    """Read both anew when next asked."""
    _Kept.at = float("-inf")


def _fresh() -> None:
    if time.monotonic() - _Kept.at <= FRESH_SECONDS:
        return
    bodies = list(Organisation.objects.filter(city=this_city()).select_related("place"))
    _Kept.bodies = {**_by_name(bodies, ("name", "short", "code")), **{each.pk: each for each in bodies}}
    places = list(Place.objects.filter(city=this_city()))
    _Kept.places = {**_by_name(places, ("name",)), **{each.code: each for each in places}}
    _Kept.at = time.monotonic()


def _by_name(rows: Iterable[M], columns: tuple[str, ...]) -> dict[Any, M | None]:
    """Rows under each of their names; None under a name that two of them bear."""
    found: dict[Any, M | None] = {}
    for row in rows:
        for name in {str(getattr(row, column)) for column in columns} - {""}:
            found[name] = None if name in found else row
    return found
