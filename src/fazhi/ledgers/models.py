"""A batch is one import of one sheet: reversible as a whole, each of its rows remembering its cell."""

from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone

from fazhi.casework.api import Case
from fazhi.journal.api import Fact, append
from fazhi.people.api import Sight
from fazhi.registers.api import Recorded, plain, rewrite, this_city


class MovedOn(ValueError):
    """A row that a batch changed has changed again since."""


class Batch(models.Model):
    city = models.CharField("市", max_length=7, default=this_city)
    ledger = models.CharField("台账", max_length=60)
    file_name = models.CharField("文件名", max_length=200)
    file_digest = models.CharField("文件摘要", max_length=64)
    by = models.ForeignKey("people.User", models.PROTECT, null=True, related_name="+", verbose_name="导入人")
    at = models.DateTimeField("导入时间", auto_now_add=True)
    entered = models.IntegerField("新增行数", default=0)
    changed = models.IntegerField("修改行数", default=0)
    unchanged = models.IntegerField("未变行数", default=0)
    reversed_at = models.DateTimeField("撤回时间", null=True)
    reversed_by = models.ForeignKey("people.User", models.PROTECT, null=True, related_name="+", verbose_name="撤回人")
    reverse_reason = models.CharField("撤回原因", max_length=200, blank=True)

    class Meta:
        verbose_name = "导入批次"
        indexes = [models.Index(fields=["city", "ledger", "at"], name="batch_ledger")]

    def __str__(self) -> str:
        return f"{self.ledger} {self.file_name}"

    def table(self) -> type[Recorded]:
        """The table whose rows carry this batch: the ledger's own, or the cases'."""
        model = apps.get_model(self.ledger)
        return model if issubclass(model, Recorded) else Case

    def log(self, action: str, by: Sight, **data: Any) -> None:
        """Leave in the journal what was done with the batch."""
        append(
            Fact(
                stream="ledger",
                subject=self.pk,
                seq=None,
                kind=f"ledger.{action}",
                on=timezone.localdate(),
                at=timezone.now(),
                actor=by.who,
                data={"ledger": self.ledger, **data},
                city=self.city,
            )
        )


class Change(models.Model):
    """A row that a batch changed, as it was before and after."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="changes", verbose_name="批次")
    city = models.CharField("市", max_length=7, default=this_city)
    table = models.CharField("表", max_length=80)
    row = models.BigIntegerField("行编号")
    before = models.JSONField("原值")
    after = models.JSONField("新值")

    def __str__(self) -> str:
        return f"{self.table}第{self.row}号"

    def undo(self, by: Sight) -> None:
        """Put the row's columns back; MovedOn when a later change has touched them."""
        model = apps.get_model(self.table)
        row = model._default_manager.get(pk=self.row)
        assert isinstance(row, Recorded)
        moved = [name for name, value in self.after.items() if plain(getattr(row, name)) != value]
        if moved:
            raise MovedOn(f"{model._meta.verbose_name}第{self.row}号在导入之后又被修改，请先撤回其后的批次。")
        back = {name: model._meta.get_field(name).to_python(value) for name, value in self.before.items()}
        rewrite(row, by, f"撤回第{self.batch_id}批", back)
