"""Writing to records and lists: every change goes through here, once, and leaves a line in the journal."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils import timezone

from fazhi.journal.api import Fact, append
from fazhi.people.api import Ability, NotAllowed, Sight
from fazhi.registers.claims import STRUCK_OUT, claim, digest_of
from fazhi.registers.recorded import Entry, Recorded

R = TypeVar("R", bound=Recorded)
E = TypeVar("E", bound=Entry)


class BadChange(ValueError):
    """A change that cannot be made; the message says what to do."""


def plain(value: Any) -> Any:
    """A column's value as the journal keeps it."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, models.Model):
        return value.pk
    return value


def write_down(row: Recorded, action: str, on: date, by: Sight, data: Mapping[str, Any]) -> None:
    """Append what was done to a row to its stream in the journal, with the digest of the row as it now stands."""
    label = row._meta.label_lower
    append(
        Fact(
            stream=label,
            subject=row.pk,
            seq=None,
            at=timezone.now(),
            kind=f"{label}.{action}",
            on=on,
            actor=by.who,
            data={**{name: plain(value) for name, value in data.items()}, "digest": digest_of(row)},
            city=row.city,
        )
    )


def enter(model: type[R], by: Sight, **values: Any) -> R:
    """Record one row. Raises NotAllowed for a row outside the person's sight, ValidationError for bad values."""
    row = model(**values)
    _may_write(row, by)
    row.year = row.statutory_year()
    row.full_clean(exclude=["year"])
    with transaction.atomic():
        row.save()
        write_down(row, "entered", getattr(row, row.dated_by), by, values)
    return row


def amend(entry: E, by: Sight, basis: str, **changes: Any) -> E:
    """Correct what we know of a line: the line keeps its id, what was known before is kept beside it."""
    if not basis.strip():
        raise BadChange("调整清单须写明依据。")
    _may_write(entry, by)
    with transaction.atomic():
        rewrite(entry, by, basis, {**changes, "basis": basis}, checked=False)
    return entry


def rewrite(row: Recorded, by: Sight, basis: str, changes: Mapping[str, Any], *, checked: bool = True) -> None:
    """Change columns of a row in the caller's transaction, keeping what was known of a line, and leave it in the journal.

    Who may is the caller's to ask. Values not `checked` against their columns are checked here.
    """
    kept = [list(claim(_keep(row)))] if isinstance(row, Entry) else []
    before = {name: getattr(row, name) for name in changes}
    for name, value in changes.items():
        setattr(row, name, value)
    if not checked:
        row.full_clean(exclude=["year"])
    row.save()
    said = {"basis": basis, "before": _all_plain(before), "after": _all_plain(changes), "rows": kept}
    write_down(row, "amended", timezone.localdate(), by, said)


def _keep(entry: E) -> E:
    """Put what was known of a line until now into a row of its own."""
    now = timezone.now()
    table = type(entry)._default_manager
    known = table.select_for_update().get(pk=entry.pk)
    known_from = known.known_from
    known.pk, known.of, known.known_to = None, entry, now
    known._state.adding = True
    known.save()
    table.filter(pk=known.pk).update(known_from=known_from)
    entry.known_from = now
    return known


def end(entry: E, on: date, by: Sight, basis: str) -> E:
    """A line stops being true on a day (that day not included)."""
    if on < entry.valid_from:
        raise BadChange(f"失效日期{on}早于生效日期{entry.valid_from}，请核对。")
    return amend(entry, by, basis, valid_to=on)


def strike_out(row: R, by: Sight, reason: str, on: date | None = None) -> R:
    """Strike a row out: it stays readable and is counted nowhere."""
    if not reason.strip():
        raise BadChange("作废须写明原因。")
    _may_write(row, by)
    with transaction.atomic():
        row.voided_on, row.void_reason = on or timezone.localdate(), reason
        row.save(update_fields=["voided_on", "void_reason", "year"])
        write_down(row, STRUCK_OUT, row.voided_on, by, {"reason": reason})
    return row


def as_of(model: type[E], valid: date, known: datetime | None = None) -> models.QuerySet[E]:
    """The list as true on a day, as known at an instant (now unless told)."""
    rows = model._default_manager.filter(voided_on__isnull=True, valid_from__lte=valid)
    rows = rows.filter(models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=valid))
    if known is None:
        return rows.filter(of__isnull=True)
    return rows.filter(known_from__lte=known).filter(models.Q(known_to__isnull=True) | models.Q(known_to__gt=known))


def difference(model: type[E], earlier: date, later: date) -> tuple[list[E], list[E]]:
    """(lines gone, lines come) between two days, as known today."""
    before, after = as_of(model, earlier), as_of(model, later)
    gone = before.exclude(pk__in=after.values("pk"))
    come = after.exclude(pk__in=before.values("pk"))
    return list(gone.order_by("key")), list(come.order_by("key"))


def _all_plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in values.items()}


def _may_write(row: Recorded, by: Sight) -> None:
    if by.everything:
        return
    by.must(Ability.EDIT_REGISTER)
    if not by.reaches(row.org, str(row.place_id)):
        raise NotAllowed(f"{by.name}不能维护{row.org}的记录，请由该单位联络员办理。")
