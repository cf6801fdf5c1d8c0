"""A batch is one import of one sheet: reversible as a whole, each of its rows remembering its cell."""

from django.db import models

from fazhi.registers.api import this_city


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
