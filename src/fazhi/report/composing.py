"""A report composed from the records: the outline's prose with every figure filled in and bound."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from fazhi.figures.api import (
    Figure,
    Result,
    Scope,
    as_number,
    definition,
    evaluate,
    figure,
    latest,
    made_of,
    say,
    stated,
    without_records,
)
from fazhi.papers.api import Document, Heading, Paragraph, heading
from fazhi.report.outline import Outline, Part, Prose, Section, outline_of
from fazhi.report.prose import runs_of, slots

PART, SECTION = 1, 2
NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Composed:
    """A report: the document, and each figure it states with its result, in order of first mention."""

    year: int
    place: str
    document: Document
    results: dict[str, Result]

    @property
    def figures(self) -> list[Figure]:
        return [result.figure for result in self.results.values()]


class NoRecords(LookupError):
    """Nothing happened in the year as far as the records go; the message says of which years there are records."""


PUBLIC_PAGE, STAFF_PAGE = "/figures/{{id}}/{year}/", "/board/figures/{{id}}/?year={year}"


def compose(
    year: int,
    *,
    city: str | None = None,
    dated: date | None = None,
    cutoff: date | None = None,
    public: bool | None = None,
) -> Composed:
    """Compose the report of a year. Raises NoOutline, BadProse, NoRecords.

    Its numbers lead to the public pages once the year is published (or where `public` says so), before that to the
    staff pages: a link that opens nothing is worse than none.
    """
    outline = outline_of(city or settings.CITY)
    missing = without_records(year)
    if missing:
        raise NoRecords(f"{missing}；请改选年度，或者先登记、导入该年度的记录。")
    scope = Scope(year, cutoff=cutoff)
    written = [_write(outline.opening, scope)]
    written += [_write(section.paragraphs, scope) for part in outline.parts for section in part.sections]
    wanted: dict[str, Figure] = {}
    for text in (text for texts in written for text in texts):
        for slot in slots(text):
            wanted.setdefault(slot.figure, figure(slot.figure))
    results = evaluate(wanted.values(), scope)
    page = PUBLIC_PAGE if (latest(year) is not None if public is None else public) else STAFF_PAGE
    link = settings.PUBLIC_URL + page.format(year=year)
    blocks = list(_blocks(outline, iter(written), results, scope, link))
    title = outline.title.format(year=year)
    document = Document(title=title, blocks=tuple(blocks), issuer=outline.issuer, dated=dated)
    return Composed(year, outline.issuer, document, {id: results[id] for id in wanted})


def _write(paragraphs: Sequence[Prose], scope: Scope) -> list[str]:
    """Prose of each paragraph; those written from the records are written now."""
    return [text for each in paragraphs for text in ([each] if isinstance(each, str) else each(scope))]


def _blocks(
    outline: Outline, written: Iterable[list[str]], results: dict[str, Result], scope: Scope, link: str
) -> Iterable[Heading | Paragraph]:
    texts = iter(written)
    yield from _paragraphs(next(texts), results, scope, link)
    for number, part in enumerate(outline.parts):
        yield heading(PART, f"{NUMERALS[number]}、{part.heading}")
        yield from _part(part, texts, results, scope, link)


def _part(
    part: Part, texts: Iterable[list[str]], results: dict[str, Result], scope: Scope, link: str
) -> Iterable[Heading | Paragraph]:
    source = iter(texts)
    for number, section in enumerate(part.sections):
        if section.heading:
            yield heading(SECTION, f"（{NUMERALS[number]}）{section.heading}")
        yield from _paragraphs(next(source), results, scope, link)


def _paragraphs(texts: Iterable[str], results: dict[str, Result], scope: Scope, link: str) -> Iterable[Paragraph]:
    for text in texts:
        yield Paragraph(tuple(runs_of(text, results, scope, link)))


def as_json(composed: Composed) -> dict[str, object]:
    """{"year", "place", "figures": [{code, name, value, shown, unit, numerator, denominator, parts, row_count, definition}]}."""
    return {
        "year": composed.year,
        "place": composed.place,
        "figures": [figure_json(result) for result in composed.results.values()],
    }


def figure_json(result: Result) -> dict[str, object]:
    """One figure for machines. `value` is exact where it is whole, else a float; null where nothing can be reckoned.

    `value` and `unit` are those of `shown`; a claim says beside them whether it `holds`, of `numerator` in `denominator`.
    """
    each = result.figure
    value, unit = stated(result)
    return {
        "code": each.code,
        "reading": each.reading,
        "name": each.name,
        "value": as_number(value),
        "shown": say(result),
        "unit": unit,
        "numerator": result.numerator,
        "denominator": result.denominator,
        "parts": made_of(result),
        "holds": result.holds,
        "row_count": result.row_count,
        "definition": definition(each),
        "owner": each.owner,
    }


__all__ = ["Composed", "NoRecords", "Outline", "Part", "Section", "as_json", "compose", "figure_json"]
