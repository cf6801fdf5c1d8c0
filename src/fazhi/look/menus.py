"""The menu of every page. Each face adds its own entries in AppConfig.ready(); no face knows another's addresses."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from django.http import HttpRequest
from django.urls import reverse

from fazhi.look.seeing import is_staff, sight
from fazhi.people.api import Sight

Face = Literal["staff", "public"]


def nobody(_: Sight) -> bool:
    return False


@dataclass(frozen=True)
class Entry:
    """One entry: its label, the name of its URL, an icon of the sprite and its place in the order.

    `shown` says who sees it, `front` whose first page after login it is (the first in order that says yes).
    """

    label: str
    to: str
    icon: str
    order: int
    face: Face = "staff"
    shown: Callable[[Sight], bool] = is_staff
    front: Callable[[Sight], bool] = nobody


@dataclass(frozen=True)
class Shown:
    """An entry on one page."""

    label: str
    url: str
    icon: str
    current: bool


_ENTRIES: list[Entry] = []


def add_to_menu(*entries: Entry) -> None:
    """Called once by each face; the menu keeps the entries in their order."""
    _ENTRIES.extend(entry for entry in entries if entry not in _ENTRIES)
    _ENTRIES.sort(key=lambda entry: entry.order)


def menu(request: HttpRequest, face: Face) -> list[Shown]:
    """The entries that this person sees; the one with the longest address that leads here is current."""
    by = sight(request)
    mine = [(entry, reverse(entry.to)) for entry in _ENTRIES if entry.face == face and entry.shown(by)]
    leading = [url for _, url in mine if request.path.startswith(url)]
    here = max(leading, key=len, default=None)
    return [Shown(entry.label, url, entry.icon, url == here) for entry, url in mine]


def front(by: Sight) -> str | None:
    """The address of the page on which this person begins; None when no face claims them."""
    return next((reverse(entry.to) for entry in _ENTRIES if entry.front(by)), None)
