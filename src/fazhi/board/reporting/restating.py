"""What differs between a publication and the records now: figure by figure, row by row, with what was done to each row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.apps import apps
from django.db.models import Model

from fazhi.board.columns import case_of, title_of
from fazhi.board.reporting.happenings import Happening, happenings, touched
from fazhi.board.wording import POINTS, YUAN, moved, value_in_words
from fazhi.figures.api import (
    Frozen,
    Holds,
    Publication,
    Restated,
    Scope,
    amount_in_words,
    restated,
    restatements,
    rounded,
    row_ids,
)
from fazhi.registers.api import this_city

FINEST = 6  # digits of a change
MOST_ROWS = 50  # of one figure, on the page


@dataclass(frozen=True)
class RowChange:
    """A row that came, went or changed, and what happened to it since the publication."""

    way: str
    measure: str
    title: str
    table: str
    case: int | None
    happenings: list[Happening]


@dataclass(frozen=True)
class Difference:
    """A figure that is no longer what was published."""

    frozen: Frozen
    was: str
    now: str
    step: str
    redefined: bool
    gone: bool
    come_count: int
    gone_count: int
    rows: list[RowChange]
    rows_left: int


def differences(publication: Publication) -> list[Difference]:
    """Figures whose value, rows or definition differ from the publication."""
    return [_difference(each, publication) for each in restatements(publication) if each.differs]


@dataclass(frozen=True)
class Standing:
    """A published figure as its page shows it: what was published, and how the records stand to that now."""

    publication: Publication
    was: str
    difference: Difference | None


def standing(id: str, year: int) -> Standing | None:
    """The figure in the last publication of the year; None where none states it."""
    publication = Publication.objects.filter(city=this_city(), year=year).defer("document").order_by("-number").first()
    found = restated(publication, id) if publication is not None else None
    if publication is None or found is None:
        return None
    return Standing(publication, _was(found), _difference(found, publication) if found.differs else None)


def _step(each: Restated) -> str:
    """By how much the value moved: +3件, −0.5个百分点; empty for a claim, and where there is nothing to subtract."""
    now, was = each.now, each.frozen.value
    if now is None or now.value is None or not was or isinstance(now.figure, Holds):
        return ""
    step, digits = now.value - Fraction(was), now.figure.digits
    if not step:
        return ""
    if now.figure.unit == YUAN:
        return moved(step, now.figure)
    unit = POINTS if now.figure.unit == "%" else now.figure.unit
    while digits < FINEST and not rounded(step, digits):
        digits += 1  # a change too small for the figure's digits is a change
    return f"{rounded(step, digits):+f}{unit}"


def _difference(each: Restated, publication: Publication) -> Difference:
    frozen, since = each.frozen, publication.at
    rows = [change for label in each.come for change in _rows(frozen, label, "新计入", each.come[label], since)]
    rows += [change for label in each.gone for change in _rows(frozen, label, "不再计入", each.gone[label], since)]
    if not rows and each.now is not None and not each.redefined:
        rows = _changed(each, publication)
    return Difference(
        frozen,
        was=_was(each),
        now=value_in_words(each.now) if each.now is not None else "口径已停用",
        step=_step(each),
        redefined=each.redefined,
        gone=each.now is None,
        come_count=sum(map(len, each.come.values())),
        gone_count=sum(map(len, each.gone.values())),
        rows=rows[:MOST_ROWS],
        rows_left=max(0, len(rows) - MOST_ROWS),
    )


def _was(each: Restated) -> str:
    """As published; a claim in the words in which it is said now."""
    frozen = each.frozen
    if each.now is not None and isinstance(each.now.figure, Holds):
        return f"{'成立' if frozen.holds else '不成立'}（{frozen.numerator}/{frozen.denominator}）"
    if frozen.unit == YUAN and frozen.value:
        return amount_in_words(Fraction(frozen.value))
    return f"{frozen.shown}{frozen.unit}"


def _changed(each: Restated, publication: Publication) -> list[RowChange]:
    """The same rows, other contents."""
    assert each.now is not None
    figure, scope = each.now.figure, Scope(publication.year, cutoff=publication.cutoff)
    found: list[RowChange] = []
    for row_set in each.frozen.row_sets.all():
        ids = touched(apps.get_model(row_set.table), publication.at) & set(row_ids(figure, row_set.measure, scope))
        found += _rows(each.frozen, row_set.label, "内容有改动", sorted(ids), publication.at)
    return found


def _rows(frozen: Frozen, label: str, way: str, ids: Iterable[int], since: datetime) -> list[RowChange]:
    """Rows by id, one statement; those beyond what the page shows are only counted."""
    listed = list(ids)
    row_set = next(each for each in frozen.row_sets.all() if each.label == label)
    model = apps.get_model(row_set.table)
    found = model._default_manager.in_bulk(listed[:MOST_ROWS])
    return [_row(model, pk, found.get(pk), label, way, since) for pk in listed]


def _row(model: type[Model], pk: int, row: Model | None, label: str, way: str, since: datetime) -> RowChange:
    case = case_of(row) if row is not None else None
    title = title_of(row) if row is not None else f"第{pk}号"
    happened = happenings(row, since) if row is not None else []
    return RowChange(way, label, title, str(model._meta.verbose_name), case.pk if case else None, happened)
