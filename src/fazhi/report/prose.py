"""From prose with placeholders to runs of text, each bound to the figure it states."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fazhi.figures.api import NoSuchFigure, Result, Scope, by_district, figure, say
from fazhi.papers.api import Run
from fazhi.people.api import Place

SLOT = re.compile(
    r"\{(?P<id>[A-Z]+\d+(?:·[^:?@{}]+)?)"
    r"(?::(?P<wording>[^{}]*)|\?(?P<yes>[^|{}]*)\|(?P<no>[^{}]*)|@(?P<rank>(?:first|last)\d))?\}"
)

POINTLESS = re.compile(r"\.0+(?=%)")


class BadProse(ValueError):
    """Prose that names no figure, or one that cannot be said that way."""


@dataclass(frozen=True)
class Slot:
    """One placeholder of the prose."""

    figure: str
    wording: str
    choice: tuple[str, str] | None
    rank: str


def slots(prose: str) -> list[Slot]:
    return [_slot(match) for match in SLOT.finditer(prose)]


def _slot(match: re.Match[str]) -> Slot:
    yes, no = match["yes"], match["no"]
    return Slot(figure(match["id"]).id, match["wording"] or "", None if yes is None else (yes, no), match["rank"] or "")


def runs_of(prose: str, results: Mapping[str, Result], scope: Scope, link: str) -> Iterator[Run]:
    """Text and bound runs in order. `link` is a format with {id}. BadProse names the placeholder that fails."""
    at = 0
    for match in SLOT.finditer(prose):
        if match.start() > at:
            yield Run(_unescaped(prose[at : match.start()]))
        try:
            slot = _slot(match)
        except NoSuchFigure as error:
            raise BadProse(f"正文引用了{match[0]}：{error}") from None
        text = _said(slot, results[slot.figure], scope)
        yield Run(text, figure=slot.figure, href=link.format(id=slot.figure))
        at = match.end()
    if at < len(prose):
        yield Run(_unescaped(prose[at:]))


def _unescaped(text: str) -> str:
    if re.search(r"(?<!\{)\{[^{]|[^}]\}(?!\})", text):
        raise BadProse(f"正文中有不能识别的占位：{text[:40]}")
    return text.replace("{{", "{").replace("}}", "}")


def _said(slot: Slot, result: Result, scope: Scope) -> str:
    if slot.choice is not None:
        return slot.choice[0] if result.holds else slot.choice[1]
    if slot.rank:
        return _ranked(slot, result, scope)
    return _shortened(say(result, slot.wording))


def _ranked(slot: Slot, result: Result, scope: Scope) -> str:
    """Districts by value, the city's own rows left out: 句容市（62.5%）、扬中市（71%）."""
    lines = by_district([result.figure], scope)
    names = dict(Place.objects.filter(code__in=lines).exclude(level="city").values_list("code", "name"))
    valued = [(cells[result.figure.id], names[code]) for code, cells in lines.items() if code in names]
    valued = [(each, name) for each, name in valued if each.value is not None]
    several = int(slot.rank[-1])
    ordered = sorted(valued, key=lambda pair: (pair[0].value or 0, pair[1]), reverse=slot.rank.startswith("first"))
    named = (f"{name}（{_shortened(say(each))}）" for each, name in ordered[:several])
    return "、".join(named) or "无"


def _shortened(said: str) -> str:
    """Prose writes 50%, not 50.0%."""
    return POINTLESS.sub("", said)
