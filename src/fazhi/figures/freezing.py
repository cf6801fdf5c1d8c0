"""Publishing freezes number, definition and row ids together; a later difference is shown as a restatement, row by row."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from fazhi.figures.describing import definition, fingerprint
from fazhi.figures.evaluation import Result, evaluate, in_sight, passes_of
from fazhi.figures.figure import Figure, Holds
from fazhi.figures.models import Frozen, FrozenRows, Publication
from fazhi.figures.orm import counted_by_any, flag, selection
from fazhi.figures.packing import pack, unpack
from fazhi.figures.registry import NoSuchFigure, figure
from fazhi.figures.saying import shown, stated
from fazhi.figures.scope import Scope
from fazhi.journal.api import checkpoint
from fazhi.people.api import Ability, Sight
from fazhi.registers.api import this_city

Ids = dict[tuple[str, str], list[int]]  # by (figure id, measure name)


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
        ids = rows_counted(listed, scope)
        for each in listed:
            _freeze(publication, each, results[each.id], ids)
    return publication


def _freeze(publication: Publication, each: Figure, result: Result, counted: Ids) -> None:
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
            for ids in [counted[each.id, name]]
        ]
    )


def row_ids(each: Figure, name: str, scope: Scope) -> list[int]:
    """The ids of the rows that one measure of a figure counts."""
    measure = each.measures()[name]
    at = scope.base() if measure.base else scope
    return list(selection(measure.rows, at).order_by("pk").values_list("pk", flat=True))


def rows_counted(figures: Iterable[Figure], scope: Scope) -> Ids:
    """The ids of the rows that each measure of each figure counts, ascending: one pass over each table."""
    wanted = {(each.id, name): measure for each in figures for name, measure in each.measures().items()}
    found: Ids = {key: [] for key in wanted}
    for part in passes_of(wanted):
        flags = {f"m{number}": flag(measure, scope) for number, measure in enumerate(part.values())}
        rows = in_sight(part, scope).filter(counted_by_any(part.values(), scope)).annotate(**flags).order_by("pk")
        kept = [found[key] for key in part]
        for pk, *counts in rows.values_list("pk", *flags).iterator():
            for ids, counted in zip(kept, counts, strict=True):
                if counted:
                    ids.append(pk)
    return found


def restated(publication: Publication, id: str) -> Restated | None:
    """One published figure as known now; None where the publication does not state it."""
    return next(iter(restatements(publication, [id])), None)


def restatements(publication: Publication, ids: Collection[str] = ()) -> list[Restated]:
    """Each published figure (or those named) as known now; those whose definition is gone keep their published value."""
    found: dict[str, tuple[Frozen, Figure | None]] = {}
    listed = publication.figures.filter(figure__in=ids) if ids else publication.figures.all()
    for frozen in listed.prefetch_related("row_sets"):
        try:
            found[frozen.figure] = (frozen, figure(frozen.figure))
        except NoSuchFigure:
            found[frozen.figure] = (frozen, None)
    scope = Scope(publication.year, cutoff=publication.cutoff)
    known = [each for _, each in found.values() if each is not None]
    results, counted = evaluate(known, scope), rows_counted(known, scope)
    return [_compare(frozen, each, results, counted) for frozen, each in found.values()]


def _compare(frozen: Frozen, each: Figure | None, results: Mapping[str, Result], counted: Ids) -> Restated:
    if each is None:
        return Restated(frozen, None, {}, {}, redefined=True)
    come: dict[str, list[int]] = {}
    gone: dict[str, list[int]] = {}
    for row_set in frozen.row_sets.all():
        was = set(unpack(bytes(row_set.ids)))
        now = set(counted.get((each.id, row_set.measure), ()))
        come[row_set.label], gone[row_set.label] = sorted(now - was), sorted(was - now)
    return Restated(frozen, results[each.id], come, gone, redefined=fingerprint(each) != frozen.fingerprint)


def latest(year: int) -> Publication | None:
    """The last publication of a year."""
    return Publication.objects.filter(city=this_city(), year=year).order_by("-number").first()
