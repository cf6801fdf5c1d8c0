"""A batch taken back: its rows are struck out, what it changed is as before; batches go in the order of their dependence."""

from django.db import transaction
from django.utils import timezone

from fazhi.ledgers.declaring import ledger
from fazhi.ledgers.models import Batch, Change, MovedOn
from fazhi.people.api import Ability, Sight
from fazhi.registers.api import STRUCK_OUT, claim, write_down_many

STRIDE = 1000


def reverse(batch: Batch, by: Sight, reason: str) -> None:
    """Take a batch back: rows it entered are struck out, rows it changed are as they were before."""
    by.must(Ability.REVERSE_BATCH)
    with transaction.atomic():
        locked = Batch.objects.select_for_update().get(pk=batch.pk)
        check_reversal(locked, reason)
        for change in Change.objects.filter(batch=locked).order_by("-pk"):
            change.undo(by)
        _strike_out(locked, by, reason)
        locked.reversed_at, locked.reversed_by_id, locked.reverse_reason = timezone.now(), by.user, reason
        locked.save()
        locked.log("reversed", by, reason=reason)
    batch.refresh_from_db()


def _strike_out(batch: Batch, by: Sight, reason: str) -> None:
    """The rows that a batch entered; MovedOn when a later batch, not taken back, has changed one of them."""
    table = batch.table()
    rows = table._default_manager.filter(batch=batch)
    later = Change.objects.filter(table=table._meta.label_lower, row__in=rows.values("pk"), batch__reversed_at=None)
    change = later.exclude(batch=batch).order_by("-batch").first()
    if change is not None:
        raise MovedOn(f"第{change.batch_id}批修改了本批登记的行，请先撤回第{change.batch_id}批。")
    write_down_many(table, STRUCK_OUT, by, batch.pk, map(claim, rows.iterator(STRIDE)), reason=reason)
    rows.update(voided_on=timezone.localdate(), void_reason=f"撤回批次：{reason}"[:120])


def check_reversal(batch: Batch, reason: str) -> None:
    """ValueError with the sentence: it cannot be taken back, no reason is given, or it has been taken back already."""
    if ledger(batch.ledger).roll is not None:
        raise ValueError("单位、区划和人员的导入不能整批撤回，请在页面上逐项更正、免职或者撤销。")
    if not reason.strip():
        raise ValueError("撤回批次须写明原因。")
    if batch.reversed_at is not None:
        raise ValueError(f"批次{batch.pk}已于{timezone.localtime(batch.reversed_at):%Y-%m-%d %H:%M}撤回。")
