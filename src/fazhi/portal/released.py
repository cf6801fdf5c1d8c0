"""Publications as the public may see them. Nothing here reads a row of a register or a case."""

import base64
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404

from fazhi.figures.api import Frozen, Publication

YUAN = "元"
SHOWN = 6  # figures on the front page


@dataclass(frozen=True)
class PublicFigure:
    """A figure as published, with what the document told of it."""

    frozen: Frozen
    said: str
    amount: str
    kind: str
    reading: str
    note: str
    source: str


def releases(year: int | None = None) -> QuerySet[Publication]:
    """Publications without their documents, the newest first."""
    rows = Publication.objects.filter(city=settings.CITY).defer("document").order_by("-year", "-number")
    return rows if year is None else rows.filter(year=year)


def current() -> list[Publication]:
    """The publication in force of each year, newest first."""
    found: dict[int, Publication] = {}
    for each in releases():
        found.setdefault(each.year, each)
    return list(found.values())


def release(year: int, number: int | None = None) -> Publication:
    """One publication with its document; the last of the year unless told. Http404 says what is not there."""
    rows = Publication.objects.filter(city=settings.CITY, year=year)
    found = (rows if number is None else rows.filter(number=number)).order_by("-number").first()
    if found is None:
        told = f"{year}年度报告没有第{number}次发布。" if rows.exists() else f"{year}年度报告尚未发布。"
        raise Http404(told)
    return found


def public_figure(publication: Publication, frozen: Frozen) -> PublicFigure:
    told: dict[str, str] = publication.document.get("figures", {}).get(frozen.figure, {})
    plain = f"{frozen.shown}{frozen.unit}"
    return PublicFigure(
        frozen,
        said=told.get("said", plain),
        amount=plain_amount(frozen, told.get("said", plain)),
        kind=told.get("kind", ""),
        reading=told.get("reading", ""),
        note=told.get("note", ""),
        source=told.get("source", ""),
    )


def plain_amount(frozen: Frozen, said: str) -> str:
    """Money to the last 元 where the words round it; empty for all else."""
    if frozen.unit != YUAN or not frozen.value:
        return ""
    told = f"{Decimal(frozen.shown):,f}{YUAN}"
    return "" if told == said else told


def figures_of(publication: Publication, words: str = "") -> list[PublicFigure]:
    """The published figures whose name, owner or code holds every word."""
    listed = [public_figure(publication, frozen) for frozen in publication.figures.order_by("pk")]
    wanted = words.lower().split()
    return [one for one in listed if all(word in _text(one).lower() for word in wanted)]


def _text(one: PublicFigure) -> str:
    return f"{one.frozen.name}{one.frozen.owner}{one.frozen.figure}"


def headlines(publication: Publication) -> list[PublicFigure]:
    """What the city put at the head of its board when it published; else the first of the report that have a value."""
    chosen: list[str] = publication.document.get("headlines", [])
    known = {one.frozen.figure: one for one in figures_of(publication)}
    listed = [known[id] for id in chosen if id in known]
    return (listed or [one for one in known.values() if one.frozen.value and one.frozen.holds is None])[:SHOWN]


def parts_of(frozen: Frozen) -> list[tuple[str, int]]:
    """What the value was reckoned from, by label; empty where the value is its only number."""
    sets = list(frozen.row_sets.order_by("pk").values_list("label", "value"))
    kept = [(label, value) for label, value in sets if value is not None]
    if len(sets) > 1 and len(kept) == len(sets):
        return kept
    if frozen.denominator is None:
        return []
    return [("分子", frozen.numerator or 0), ("分母", frozen.denominator)]


def row_counts(frozen: Frozen) -> str:
    """Of how many records a figure is made: 1186条记录, or 分子263条、分母1186条."""
    sets = list(frozen.row_sets.order_by("pk").values_list("label", "count"))
    if len(sets) == 1:
        return f"{sets[0][1]}条记录"
    return "、".join(f"{label}{count}条" for label, count in sets)


def cells_of(publication: Publication, figure: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = publication.document.get("cells", {}).get(figure, {})
    return found


def file_of(publication: Publication, kind: str) -> bytes:
    """A file byte for byte as published."""
    stored = publication.document.get("files", {}).get(kind)
    if stored is None:
        raise Http404("这次发布没有这种格式的文件。")
    return base64.b64decode(stored["base64"])


def digests(publication: Publication) -> dict[str, str]:
    """{kind: SHA-256} of the files."""
    return {kind: file["sha256"] for kind, file in publication.document.get("files", {}).items()}
