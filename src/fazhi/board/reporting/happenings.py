"""What the journal and the batches say was done to a row since a moment, in words. Used by the restatement page."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model, Q

from fazhi.board.columns import case_of
from fazhi.casework.api import Case, Facts
from fazhi.journal.api import Entry
from fazhi.ledgers.api import Batch, Change
from fazhi.look.api import whole
from fazhi.people.api import User
from fazhi.procedure import edition_named

CASE = "case"
MOST = 5
ACTIONS = {
    "entered": "登记",
    "amended": "更正",
    "struck_out": "作废",
    "opened": "登记案件",
    "imported": "批次导入",
    "reversed": "批次撤回",
}


@dataclass(frozen=True)
class Happening:
    """One entry: when, by whom, what, and why where a reason was given."""

    at: datetime
    who: str
    what: str
    why: str


def happenings(row: Model, since: datetime) -> list[Happening]:
    """The row's own entries and those of the batches that entered or changed it, newest first."""
    wanted = Q()
    for stream, subject in _streams(row):
        wanted |= Q(stream=stream, subject=subject)
    entries = Entry.objects.filter(wanted, at__gt=since).order_by("-at")[:MOST]
    return [_said(entry, row) for entry in entries]


def touched(model: type[Model], since: datetime) -> set[int]:
    """Ids of rows of a table with an entry of their own since a moment, or changed by a batch since."""
    label = model._meta.label_lower
    streams = [label, CASE, Case._meta.label_lower] if issubclass(model, Facts) else [label]
    own = Entry.objects.filter(stream__in=streams, at__gt=since).values_list("subject", flat=True)
    later = Q(batch__at__gt=since) | Q(batch__reversed_at__gt=since)
    return set(own) | set(Change.objects.filter(later, table=label).values_list("row", flat=True))


def _streams(row: Model) -> list[tuple[str, int]]:
    label = row._meta.label_lower
    case = case_of(row)
    holder = case or row
    places = [(label, row.pk)]
    if case is not None:
        places += [(CASE, case.pk), (Case._meta.label_lower, case.pk)]
    batches = {
        getattr(holder, "batch_id", None),
        *Change.objects.filter(table=label, row=row.pk).values_list("batch", flat=True),
    }
    return places + [("ledger", batch) for batch in batches if batch]


def _said(entry: Entry, row: Model) -> Happening:
    action = entry.kind.rpartition(".")[2]
    case = case_of(row)
    what = ACTIONS.get(action, action)
    if entry.stream == CASE and case is not None and action not in ACTIONS:
        step = edition_named(case.edition).steps.get(action)
        what = step.label if step else "办理"
    if entry.stream == "ledger":
        batch = Batch.objects.filter(pk=entry.subject).first()
        what = f"{what}（批次{entry.subject}，{batch.file_name if batch else ''}）"
    why = str(entry.data.get("reason") or entry.data.get("basis") or "")
    return Happening(entry.at, _who(entry.actor), what, why)


def _who(actor: str) -> str:
    kind, _, number = actor.partition(":")
    if kind == "user" and (pk := whole(number)) is not None:
        return str(User.objects.filter(pk=pk).first() or actor)
    return "台账导入" if kind == "import" else "系统" if kind in {"pulse", "system", "city"} else actor
