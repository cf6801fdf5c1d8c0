"""A batch is one import of one sheet: reversible as a whole, each of its rows remembering its cell."""

from django.apps import apps
from django.db import models

from fazhi.registers.api import plain, this_city


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
    rows_digest = models.CharField("行摘要", max_length=64, blank=True)
    reversed_at = models.DateTimeField("撤回时间", null=True)
    reversed_by = models.ForeignKey("people.User", models.PROTECT, null=True, related_name="+", verbose_name="撤回人")
    reverse_reason = models.CharField("撤回原因", max_length=200, blank=True)

    class Meta:
        verbose_name = "导入批次"
        indexes = [models.Index(fields=["city", "ledger", "at"], name="batch_ledger")]

    def __str__(self) -> str:
        return f"{self.ledger} {self.file_name}"

    def table(self) -> type[models.Model]:
        """The table whose rows carry this batch: the ledger's own, or the cases'."""
        model = apps.get_model(self.ledger)
        if any(column.name == "batch" for column in model._meta.concrete_fields):
            return model
        return apps.get_model("casework.case")


class Change(models.Model):
    """A row that a batch changed, as it was before and after."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="changes", verbose_name="批次")
    city = models.CharField("市", max_length=7, default=this_city)
    table = models.CharField("表", max_length=80)
    row = models.BigIntegerField("行编号")
    before = models.JSONField("原值")
    after = models.JSONField("新值")

    def undo(self) -> None:
        """Put the row's columns back; MovedOn when a later change has touched them."""
        model = apps.get_model(self.table)
        row = model._default_manager.get(pk=self.row)
        moved = [name for name, value in self.after.items() if plain(getattr(row, name)) != value]
        if moved:
            raise MovedOn(f"{model._meta.verbose_name}第{self.row}号在导入之后又被修改，请先撤回其后的批次。")
        for name, value in self.before.items():
            column = model._meta.get_field(name)
            setattr(row, name, column.to_python(value))
        row.save()
