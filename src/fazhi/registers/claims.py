"""What the journal says each row of a table holds, so that a row changed behind its back is found and named.

Whatever is written to a row leaves the row's digest in the journal. The latest digest must be that of the row as it
stands; a row that no digest speaks of was never recorded, and one that is gone was removed without being struck out.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from django.conf import settings
from django.db import models
from django.utils import timezone

from fazhi.journal.api import Entry as Logged
from fazhi.journal.api import Fact, append, json_text
from fazhi.people.api import Sight
from fazhi.registers.fields import IdCardField
from fazhi.registers.recorded import Recorded, this_city

STRUCK_OUT = "struck_out"
BATCH = ".batch"  # the stream of what was done to many rows at once, by number of the batch
#: columns about the row, not of the matter; and when it was struck out, which the journal tells by an event
ABOUT = frozenset({"id", "recorded_at", "known_from", "known_to", "of", "voided_on", "void_reason"})
STRIDE = 1000
Claim = Sequence[Any]  # [id, digest]
Fault = Literal["changed", "removed", "unrecorded", "voided"]


@dataclass(frozen=True)
class Discrepancy:
    """A row that is not as the journal says."""

    kind: Fault
    table: str
    pk: int
    sentence: str


@dataclass
class Claims:
    """The latest word of the journal on each row of a table: its digest, and whether it was struck out."""

    digests: dict[int, str] = field(default_factory=dict)
    struck: set[int] = field(default_factory=set)

    def take(self, kind: str, subject: int, data: dict[str, Any]) -> None:
        rows: Iterable[Claim] = data.get("rows", ())
        if "digest" in data:
            rows = [(subject, data["digest"]), *rows]
        self.digests.update((pk, digest) for pk, digest in rows if digest)
        if kind.endswith(f".{STRUCK_OUT}"):
            self.struck.update(pk for pk, _ in rows)


def digest_of(row: Recorded) -> str:
    """The hash of what a row says of its matter; identity numbers stay out of it, as they stay out of the journal."""
    said = {name: _said(column, getattr(row, column.attname)) for name, column in _columns(type(row))}
    return hashlib.new(settings.JOURNAL_HASH, json_text(said).encode()).hexdigest()


def claim(row: Recorded) -> Claim:
    """A row's line in an entry about several."""
    return (row.pk, digest_of(row))


def write_down_many(
    model: type[Recorded], action: str, by: Sight, batch: int, rows: Iterable[Claim], **data: Any
) -> None:
    """Append what a batch did to rows of a table: one entry for each STRIDE of them."""
    label = model._meta.label_lower
    claims = [list(each) for each in rows]
    for start in range(0, len(claims), STRIDE):
        append(
            Fact(
                stream=label + BATCH,
                subject=batch,
                seq=None,
                kind=f"{label}.{action}",
                on=timezone.localdate(),
                at=timezone.now(),
                actor=by.who,
                data={**data, "rows": claims[start : start + STRIDE]},
            )
        )


def claims_of(model: type[models.Model]) -> Claims:
    """Everything that the journal says of a table's rows in this city; memory grows with the rows."""
    label = model._meta.label_lower
    found = Claims()
    said = Logged.objects.filter(city=this_city(), stream__in=(label, label + BATCH)).order_by("id")
    for kind, subject, data in said.values_list("kind", "subject", "data").iterator(STRIDE):
        found.take(kind, subject, data)
    return found


def discrepancies(model: type[Recorded]) -> Iterator[Discrepancy]:
    """Every row of a table that is not as the journal says."""
    claims = claims_of(model)
    rows = model._default_manager.filter(city=this_city()).order_by("pk")
    for row in rows.iterator(STRIDE):
        digest = claims.digests.pop(row.pk, None)
        if digest is None:
            yield _about(row, "unrecorded", "日志中没有登记这一行的记录，系绕过系统写入。")
        elif digest != digest_of(row):
            yield _about(row, "changed", "内容与日志中登记的摘要不符，登记后被改动。")
        yield from struck_otherwise(row, claims)
    for pk in claims.digests:  # what no row answered to
        yield Discrepancy(
            "removed", model._meta.label_lower, pk, _name(model, pk) + "：该行已被删除，日志中没有作废的记录。"
        )


def struck_otherwise(row: Recorded, claims: Claims) -> Iterator[Discrepancy]:
    """A row struck out, or brought back, without the journal's knowing."""
    if row.voided_on is not None and row.pk not in claims.struck:
        yield _about(row, "voided", "该行标为作废，日志中却没有作废的记录。")
    if row.voided_on is None and row.pk in claims.struck:
        yield _about(row, "voided", "日志记载该行已作废，表中却仍然有效。")


def _about(row: Recorded, kind: Fault, sentence: str) -> Discrepancy:
    model = type(row)
    return Discrepancy(kind, model._meta.label_lower, row.pk, f"{_name(model, row.pk)}：{sentence}")


def _name(model: type[models.Model], pk: int) -> str:
    return f"{model._meta.verbose_name}第{pk}行"


@cache
def _columns(model: type[Recorded]) -> tuple[tuple[str, models.Field[Any, Any]], ...]:
    columns = (column for column in model._meta.concrete_fields if not isinstance(column, models.GeneratedField))
    return tuple(
        (column.name, column) for column in columns if column.name not in ABOUT and not isinstance(column, IdCardField)
    )


def _said(column: models.Field[Any, Any], value: Any) -> Any:
    """A value in the one form that every database gives back."""
    if isinstance(column, models.DecimalField) and value is not None:
        return str(Decimal(value).quantize(Decimal(1).scaleb(-column.decimal_places)))
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return column.to_python(value) if isinstance(column, models.CharField) and value is not None else value
