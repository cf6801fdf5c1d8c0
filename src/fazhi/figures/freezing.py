"""Publishing freezes number, definition and row ids together; a later difference is shown as a restatement, row by row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from fazhi.figures.describing import definition, fingerprint
from fazhi.figures.evaluation import Result, evaluate
from fazhi.figures.figure import Figure, Holds
from fazhi.figures.models import Frozen, FrozenRows, Publication
from fazhi.figures.orm import selection
from fazhi.figures.packing import pack, unpack
from fazhi.figures.registry import NoSuchFigure, figure
from fazhi.figures.saying import shown, stated
from fazhi.figures.scope import Scope
from fazhi.journal.api import checkpoint
from fazhi.people.api import Ability, Sight
from fazhi.registers.api import this_city


@dataclass(frozen=True)
class Restated:
    """A published figure beside what is known now. `come` and `gone` are row ids by measure label."""

    frozen: Frozen
    now: Result | None
    come: Mapping[str, list[int]]
    gone: Mapping[str, list[int]]
    redefined: bool

    @property
    def differs(self) -> bool:
        """Also when the same rows now give another value: an amount was corrected."""
        return self.redefined or self._moved() or any(self.come.values()) or any(self.gone.values())

    def _moved(self) -> bool:
        frozen, now = self.frozen, self.now
        if now is None:
            return True
        if isinstance(now.figure, Holds):  # its number is that of its words and never moves
            return (now.holds, now.numerator, now.denominator) != (frozen.holds, frozen.numerator, frozen.denominator)
        return frozen.value != ("" if now.value is None else str(now.value))


def freeze(
    figures: Iterable[Figure],
    year: int,
    *,
    title: str,
    cutoff: date,
    by: Sight,
    document: Any = None,
    reason: str = "",
) -> Publication:
    """Publish: everything in one transaction, under the head of the journal at that moment."""
    by.must(Ability.PUBLISH_REPORT)
    listed = list(figures)
    scope = Scope(year, cutoff=cutoff)
    with transaction.atomic():
        head = checkpoint()
        number = Publication.objects.filter(city=this_city(), year=year).count() + 1
        publication = Publication.objects.create(
            year=year,
            number=number,
            title=title,
            cutoff=cutoff,
            journal_size=head.size,
            journal_root=head.root.hex(),
            document=document or {},
            reason=reason,
            by_id=by.user,
        )
        results = evaluate(listed, scope)
        for each in listed:
            _freeze(publication, each, results[each.id], scope)
    return publication


def _freeze(publication: Publication, each: Figure, result: Result, scope: Scope) -> None:
    value, unit = stated(result)
    frozen = Frozen.objects.create(
        publication=publication,
        year=publication.year,
        figure=each.id,
        name=each.name,
        unit=unit,
        value="" if value is None else str(value),
        shown=shown(result),
        numerator=result.numerator,
        denominator=result.denominator,
        holds=result.holds,
        row_count=result.row_count,
        definition=definition(each),
        fingerprint=fingerprint(each),
        owner=each.owner,
    )
    FrozenRows.objects.bulk_create(
        [
            FrozenRows(
                frozen=frozen,
                year=publication.year,
                measure=name,
                label=measure.label,
                value=result.measured[name],
                table=measure.rows.model._meta.label_lower,
                count=len(ids),
                ids=pack(ids),
            )
            for name, measure in each.measures().items()
            if measure.aggregate != "max"
            for ids in [row_ids(each, name, scope)]
        ]
    )


def row_ids(each: Figure, name: str, scope: Scope) -> list[int]:
    """The ids of the rows that one measure of a figure counts."""
    measure = each.measures()[name]
    at = scope.base() if measure.base else scope
    return list(selection(measure.rows, at).order_by("pk").values_list("pk", flat=True))


def restatements(publication: Publication) -> list[Restated]:
    """Each published figure as known now; those whose definition is gone keep their published value."""
    found: dict[str, tuple[Frozen, Figure | None]] = {}
    for frozen in publication.figures.prefetch_related("row_sets"):
        try:
            found[frozen.figure] = (frozen, figure(frozen.figure))
        except NoSuchFigure:
            found[frozen.figure] = (frozen, None)
    scope = Scope(publication.year, cutoff=publication.cutoff)
    results = evaluate([each for _, each in found.values() if each is not None], scope)
    return [_compare(frozen, each, results, scope) for frozen, each in found.values()]


def _compare(frozen: Frozen, each: Figure | None, results: Mapping[str, Result], scope: Scope) -> Restated:
    if each is None:
        return Restated(frozen, None, {}, {}, redefined=True)
    come: dict[str, list[int]] = {}
    gone: dict[str, list[int]] = {}
    for row_set in frozen.row_sets.all():
        was = set(unpack(bytes(row_set.ids)))
        now = set(row_ids(each, row_set.measure, scope)) if row_set.measure in each.measures() else set()
        come[row_set.label], gone[row_set.label] = sorted(now - was), sorted(was - now)
    return Restated(frozen, results[each.id], come, gone, redefined=fingerprint(each) != frozen.fingerprint)


def latest(year: int) -> Publication | None:
    """The last publication of a year."""
    return Publication.objects.filter(city=this_city(), year=year).order_by("-number").first()
