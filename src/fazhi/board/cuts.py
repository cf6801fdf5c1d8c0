"""A figure cut by place, organisation and month, each line with last year's value. Used by the figure page and the front."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings

from fazhi.board.asked import Asked
from fazhi.board.wording import Move, change, value_in_words
from fazhi.figures.api import (
    Figure,
    Holds,
    Result,
    Scope,
    by_district,
    by_organisation,
    by_place,
    by_year,
    evaluate_together,
)
from fazhi.people.api import TOWN_DIGITS, Level, Organisation, Place, Sight

MONTHS = 12
MOST_BARS = 30


@dataclass(frozen=True)
class Line:
    """One place, organisation or month: `mark` goes into the address, `deeper` says whether it opens to parts."""

    label: str
    mark: str
    now: Result | None
    before: Result | None
    deeper: bool = False

    @property
    def value(self) -> str:
        return value_in_words(self.now) if self.now else "—"

    @property
    def last_year(self) -> str:
        return value_in_words(self.before) if self.before else "—"

    @property
    def move(self) -> Move | None:
        return change(self.now, self.before)


def places(figure: Figure, at: Asked) -> list[Line]:
    """Districts of the city, or towns of the district asked for; every part is listed, also one without rows."""
    now, before = (_by_place(figure, scope) for scope in (at.scope, at.before))
    names = place_names(at.scope, {*now, *before})
    districts = not at.place
    return [
        Line(name, "" if code == at.place else code, now.get(code), before.get(code), districts and code != city_code())
        for code, name in names.items()
    ]


def _by_place(figure: Figure, scope: Scope) -> dict[str, Result]:
    found = by_place([figure], scope, TOWN_DIGITS) if scope.place else by_district([figure], scope)
    return {code: cells[figure.id] for code, cells in found.items()}


def place_names(scope: Scope, counted: Collection[str] = ()) -> dict[str, str]:
    """{code: name} in the register's order: the parts in sight, and whatever else has rows."""
    parts = Place.objects.filter(parent_id=scope.place) if scope.place else Place.objects.filter(level=Level.DISTRICT)
    parts = parts.filter(city=settings.CITY, until__isnull=True)
    named = {place.code: place.name for place in parts if _in_sight(place.code, scope.sight)}
    rest = Place.objects.filter(code__in=set(counted) - set(named))
    return {**named, **{place.code: _called(place, scope) for place in rest}}


def _called(place: Place, scope: Scope) -> str:
    if place.level == Level.CITY:
        return "市本级"
    return "本级" if place.code == scope.place else place.name


def _in_sight(code: str, by: Sight) -> bool:
    return by.everything or any(code.startswith(prefix) or prefix.startswith(code) for prefix in by.places)


def city_code() -> str:
    return str(settings.CITY)[1:]


def bodies_of(figure: Figure, scope: Scope) -> list[Organisation]:
    """The bodies that recorded rows of a figure, in the order of their tree."""
    return list(Organisation.objects.filter(pk__in=by_organisation([figure], scope)).order_by("path"))


def organisations(figure: Figure, at: Asked) -> list[Line]:
    """Bodies that recorded rows in either year, the largest value first."""
    now, before = (by_organisation([figure], scope) for scope in (at.scope, at.before))
    bodies = Organisation.objects.in_bulk({*now, *before})
    lines = [
        Line(str(body), str(pk), _cell(now.get(pk), figure), _cell(before.get(pk), figure))
        for pk, body in bodies.items()
    ]
    return sorted(lines, key=lambda line: (-_weight(line.now), line.label))


def _cell(cells: dict[str, Result] | None, figure: Figure) -> Result | None:
    return cells[figure.id] if cells else None


def _weight(result: Result | None) -> float:
    return -1.0 if result is None or result.value is None else float(result.value)


def months(figure: Figure, at: Asked) -> list[Line]:
    """Twelve months beside those of the year before; none of what is judged by the year."""
    if by_year(figure):
        return []
    scope = replace(at.scope, month=None)
    found = [each[figure.id] for each in evaluate_together([figure], [*scope.months(), *scope.base().months()])]
    return [Line(f"{n + 1}月", str(n + 1), found[n], found[n + MONTHS]) for n in range(MONTHS)]


def bars(figure: Figure, lines: Iterable[Line], year: int, kind: str = "bar") -> dict[str, Any]:
    """What the chart draws: the same numbers as the table beside it."""
    listed = list(lines)[:MOST_BARS]
    return {
        "kind": kind,
        "unit": "%" if isinstance(figure, Holds) else figure.unit,
        "name": figure.name,
        "labels": [line.label for line in listed],
        "series": [
            {"name": f"{year - 1}年", "values": [_number(line.before) for line in listed]},
            {"name": f"{year}年", "values": [_number(line.now) for line in listed]},
        ],
    }


def _number(result: Result | None) -> float | None:
    return None if result is None or result.value is None else round(float(result.value), max(result.figure.digits, 2))
