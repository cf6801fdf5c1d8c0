"""Who answers for a figure, and whether its present value has been confirmed. A confirmation is of a value: it lapses."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from fazhi.board.access import sees_city, whose
from fazhi.board.wording import exact, exact_amount, value_in_words
from fazhi.figures.api import Confirmation, Figure, Result
from fazhi.journal.api import Fact, append
from fazhi.people.api import Ability, NotAllowed, Organisation, Sight

LONGEST = 40  # of the stored value


@dataclass(frozen=True)
class Standing:
    """One figure of the draft: its value, and the confirmation of that value or of an earlier one."""

    figure: Figure
    result: Result
    said: str
    amount: str
    value: str
    confirmed: Confirmation | None
    lapsed: Confirmation | None
    mine: bool


def standings(results: Mapping[str, Result], year: int, by: Sight) -> list[Standing]:
    """Every figure of the draft, in its order."""
    latest = _latest(results, year)
    bodies = _bodies(by)
    known = _known_bodies(result.figure for result in results.values())
    return [
        _standing(result, latest.get(id), answers_for(by, result.figure, bodies, known))
        for id, result in results.items()
    ]


def _standing(result: Result, last: Confirmation | None, mine: bool) -> Standing:
    value = exact(result)[:LONGEST]
    holds = last is not None and last.shown == value
    return Standing(
        result.figure,
        result,
        value_in_words(result),
        exact_amount(result),
        value,
        last if holds else None,
        None if holds else last,
        mine,
    )


def _latest(results: Iterable[str], year: int) -> dict[str, Confirmation]:
    rows = Confirmation.objects.filter(city=settings.CITY, year=year, figure__in=list(results))
    return {row.figure: row for row in rows.select_related("by").order_by("pk")}


def _bodies(by: Sight) -> set[str]:
    names = Organisation.objects.filter(pk__in=by.orgs).values_list("name", "short")
    return {name for pair in names for name in pair if name}


def _known_bodies(figures: Iterable[Figure]) -> set[str]:
    wanted = {name for each in figures for name in owners(each)}
    rows = Organisation.objects.filter(city=settings.CITY)
    return set(rows.filter(short__in=wanted).values_list("short", flat=True)) | set(
        rows.filter(name__in=wanted).values_list("name", flat=True)
    )


def owners(figure: Figure) -> list[str]:
    return [name for name in re.split("[、,，;；]", figure.owner) if name]


def answers_for(by: Sight, figure: Figure, bodies: set[str], known: set[str]) -> bool:
    """The owner's own people; for an owner that is no registered body, whoever drafts the city's report."""
    if not by.may(Ability.CONFIRM_FIGURE):
        return False
    named = owners(figure)
    if not any(name in known for name in named):
        return by.may(Ability.DRAFT_REPORT) and sees_city(by)
    return any(name in bodies for name in named)


def owns(by: Sight, figure: Figure) -> bool:
    """Whether this person's body answers for the figure, so that they may check what it counts over the whole city."""
    return answers_for(by, figure, _bodies(by), _known_bodies([figure]))


def as_owner(by: Sight, figure: Figure) -> Sight:
    """The whole city for reading the rows of one figure, with no ability beside that. Raises NotAllowed for others."""
    if not owns(by, figure):
        raise NotAllowed(f"“{figure.name}”的全市明细由责任单位{figure.owner}核对，{by.name}只能查看{whose(by)}的记录。")
    return Sight(who=by.who, name=by.name, user=by.user, everything=True)


def confirm(standing: Standing, year: int, by: Sight) -> None:
    """Confirm the present value. Raises NotAllowed for who does not answer for the figure."""
    if not standing.mine:
        raise NotAllowed(f"“{standing.figure.name}”由{standing.figure.owner or '法治办'}确认。")
    with transaction.atomic():
        made = Confirmation.objects.create(
            year=year, figure=standing.figure.id, shown=standing.value, by_id=by.user or 0
        )
        append(
            Fact(
                stream="confirmation",
                subject=made.pk,
                seq=None,
                kind="figure.confirmed",
                on=timezone.localdate(),
                at=timezone.now(),
                actor=by.who,
                data={"year": year, "figure": made.figure, "value": made.shown},
                city=made.city,
            )
        )
