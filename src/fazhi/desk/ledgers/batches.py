"""Batches: who may see one, what it entered and changed, and taking it back whole."""

from typing import Any

from django.apps import apps
from django.contrib import messages
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from fazhi.desk.ledgers.door import whoever_keeps_ledgers
from fazhi.desk.shown import Column, columns_of, label_of, plain_text, source_of
from fazhi.ledgers.api import Batch, Change, Ledger, check_reversal, ledger
from fazhi.look.api import ask_and_watch, page_by_id, sight
from fazhi.people.api import Ability, NotAllowed, Sight
from fazhi.registers.api import this_city

REVERSE = "ledger.reverse"
NOT_FOUND = "没有找到该导入批次，或者该批次不在您的查看范围内。"
MOST_SHOWN = 100


def rows_of(batch: Batch) -> QuerySet[Any]:
    return batch.table()._default_manager.filter(batch=batch)


def _table(found: Ledger) -> type[Model]:
    return Batch(ledger=found.code).table()


def seen_batches(by: Sight, found: Ledger | None = None) -> QuerySet[Batch]:
    """A person's own batches, and those of one ledger all of whose rows the person may see."""
    batches = Batch.objects.filter(city=this_city()).select_related("by").order_by("-pk")
    if found is not None:
        batches = batches.filter(ledger=found.code)
    if by.everything:
        return batches
    own = Q(by_id=by.user)
    condition = by.condition()
    if found is None or not condition:
        return batches.filter(own)
    rows = _table(found)._default_manager.filter(batch=OuterRef("pk"))
    return batches.filter(own | (Exists(rows) & ~Exists(rows.exclude(condition))))


def the_batch(by: Sight, pk: int) -> tuple[Batch, Ledger]:
    """Raises Http404 with the sentence that the page shows."""
    first = Batch.objects.filter(pk=pk, city=this_city()).first()
    if first is None:
        raise Http404(NOT_FOUND)
    found = ledger(first.ledger)
    batch = seen_batches(by, found).filter(pk=pk).first()
    if batch is None:
        raise Http404(NOT_FOUND)
    return batch, found


def may_reverse(by: Sight, batch: Batch) -> bool:
    """Whoever may reverse batches, for a batch none of whose rows lies beyond the person's sight."""
    if not by.may(Ability.REVERSE_BATCH) or batch.reversed_at is not None or ledger(batch.ledger).roll is not None:
        return False
    if by.everything:
        return True
    rows = rows_of(batch)
    touched = Change.objects.filter(batch=batch).values_list("table", "row")
    changed: dict[str, set[int]] = {}
    for table, row in touched:
        changed.setdefault(table, set()).add(row)
    return rows.count() == by.rows(rows).count() and all(_all_seen(by, *pair) for pair in changed.items())


def must_reverse(by: Sight, batch: Batch) -> None:
    """Raises NotAllowed with what is missing."""
    by.must(Ability.REVERSE_BATCH)
    if batch.reversed_at is None and not may_reverse(by, batch):
        raise NotAllowed(f"该批次含有您不能维护的行，请由{batch.by or '导入人'}所在单位或者市级撤回。")


def _all_seen(by: Sight, table: str, rows: set[int]) -> bool:
    found = apps.get_model(table)._default_manager.filter(pk__in=rows)
    return by.rows(found).count() == len(rows)


@whoever_keeps_ledgers
@require_GET
def batch_list(request: HttpRequest) -> HttpResponseBase:
    """The person's own batches, newest first."""
    page = page_by_id(request, seen_batches(sight(request)))
    return render(request, "desk/batches.html", {"page": page, "lines": [(each, _title(each)) for each in page.rows]})


def _title(batch: Batch) -> str:
    return ledger(batch.ledger).title


@whoever_keeps_ledgers
@require_GET
def batch_page(request: HttpRequest, pk: int) -> HttpResponseBase:
    by = sight(request)
    batch, found = the_batch(by, pk)
    rows = by.rows(rows_of(batch)).order_by("pk")
    table = batch.table()
    own = [c for c in columns_of(table) if c.name not in ("org", "place")][:5]
    references = [c.name for c in own if c.related_model]
    shown = rows.select_related("org", "place", *references)[:MOST_SHOWN]
    context = {
        "batch": batch,
        "ledger": found,
        "columns": [label_of(column) for column in own],
        "rows": [(row, source_of(row), [_cell(row, column) for column in own]) for row in shown],
        "is_case": found.dossier is not None,
        "changes": [_changed(each) for each in batch.changes.order_by("pk")[:MOST_SHOWN]],
        "may_reverse": may_reverse(by, batch),
        "most": MOST_SHOWN,
    }
    return render(request, "desk/batch.html", context)


def _cell(row: Model, column: Column) -> str:
    if column.related_model is not None:
        return str(getattr(row, column.name) or "")
    return plain_text(column, getattr(row, column.attname))


def _changed(change: Change) -> dict[str, Any]:
    """A changed row: each column with what it was and what it is."""
    table = apps.get_model(change.table)
    columns = {c.attname: c for c in table._meta.concrete_fields} | {c.name: c for c in table._meta.concrete_fields}
    pairs = [
        (label_of(columns[name]), _before(columns[name], before), _before(columns[name], change.after.get(name)))
        for name, before in change.before.items()
        if name in columns
    ]
    return {"row": change.row, "pairs": pairs}


def _before(column: Column, value: Any) -> str:
    return str(value or "") if column.related_model is not None else plain_text(column, column.to_python(value))


@whoever_keeps_ledgers
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Ask for a batch to be taken back: a reason is required."""
    by = sight(request)
    batch, found = the_batch(by, pk)
    reason = request.POST.get("reason", "").strip()[:200]
    try:
        must_reverse(by, batch)
        check_reversal(batch, reason)
    except ValueError as refused:
        messages.error(request, str(refused))
        return redirect("desk:batch", pk=batch.pk)
    return ask_and_watch(
        request, REVERSE, {"batch": batch.pk, "reason": reason}, key=f"{REVERSE}:{batch.pk}",
        title=f"撤回第{batch.pk}批（{found.title}）", back=reverse("desk:batch", args=[batch.pk]),
    )  # fmt: skip
