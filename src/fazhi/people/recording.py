"""Every change of accounts, posts, mandates, bodies and places as a line of the journal, with what was before and after."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from fazhi.journal.api import Fact, append
from fazhi.people.organisations import Organisation
from fazhi.people.places import Place
from fazhi.people.posts import User
from fazhi.people.sight import Sight

PERSON, BODY, PLACE = "people.user", "people.organisation", "people.place"
STREAMS = (PERSON, BODY, PLACE)
BASE = 36  # a division's code may carry a letter; read in this base it is a number of its own


class NotPossible(ValueError):
    """An order that cannot be carried out; the message says what to do."""


def subject_of(thing: User | Organisation | Place) -> tuple[str, int]:
    """The stream and subject under which the journal keeps a person, a body or a place."""
    if isinstance(thing, Place):
        return PLACE, int(thing.code, BASE)
    return (PERSON if isinstance(thing, User) else BODY), thing.pk


def record(
    thing: User | Organisation | Place,
    action: str,
    by: Sight,
    *,
    on: date | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    basis: str = "",
    sealed: Mapping[str, Any] | None = None,
) -> None:
    """Append what was done; `sealed` holds a person's own data, which stays beside the log and can be erased."""
    stream, subject = subject_of(thing)
    data: dict[str, Any] = {"before": _plain(before or {}), "after": _plain(after or {})}
    if basis:
        data["basis"] = basis
    append(
        Fact(
            stream=stream,
            subject=subject,
            seq=None,
            kind=f"{stream}.{action}",
            on=on or timezone.localdate(),
            at=timezone.now(),
            actor=by.who,
            data=data,
            sealed=_plain(sealed) if sealed else None,
            city=settings.CITY,
        )
    )


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _said(value) for name, value in values.items()}


def _said(value: Any) -> Any:
    """As a reader of the log will understand it without the tables: bodies and places by name."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Place):
        return f"{value.name}({value.code})"
    return value.name if isinstance(value, models.Model) and hasattr(value, "name") else value
