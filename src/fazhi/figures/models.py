"""What was published, kept as it was: number, definition, cut-off, row ids and journal head together."""

from django.db import models

from fazhi.registers.api import this_city


class Confirmation(models.Model):
    """The owner of a figure says that it is right, for one value."""

    city = models.CharField("市", max_length=7, default=this_city)
    year = models.SmallIntegerField("年度")
    figure = models.CharField("数据编号", max_length=40)
    shown = models.CharField("确认值", max_length=40)
    by = models.ForeignKey("people.User", models.PROTECT, related_name="+", verbose_name="确认人")
    at = models.DateTimeField("确认时间", auto_now_add=True)

    class Meta:
        verbose_name = "数据确认"
        indexes = [models.Index(fields=["city", "year", "figure"], name="confirmation_figure")]

    def __str__(self) -> str:
        return f"{self.year}年{self.figure}：{self.shown}"


class Publication(models.Model):
    """One publication of a year's figures; a restatement is a later one of the same year that says what it restates."""

    city = models.CharField("市", max_length=7, default=this_city)
    year = models.SmallIntegerField("年度")
    number = models.SmallIntegerField("第几次发布")
    title = models.CharField("标题", max_length=120)
    cutoff = models.DateField("数据截止日期")
    journal_size = models.BigIntegerField("日志条数")
    journal_root = models.CharField("日志根", max_length=64)
    document = models.JSONField("正文", default=dict)
    reason = models.CharField("更正原因", max_length=200, blank=True)
    by = models.ForeignKey("people.User", models.PROTECT, null=True, related_name="+", verbose_name="发布人")
    at = models.DateTimeField("发布时间", auto_now_add=True)

    class Meta:
        verbose_name = "报告发布"
        constraints = [models.UniqueConstraint(fields=["city", "year", "number"], name="publication_number")]
        ordering = ["city", "year", "number"]

    def __str__(self) -> str:
        return f"{self.title}（第{self.number}次发布）"


class Frozen(models.Model):
    """One figure as published. `ids` are the row ids of each of its row sets, ascending, packed by `packing`."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="figures", verbose_name="发布")
    city = models.CharField("市", max_length=7, default=this_city)
    year = models.SmallIntegerField("年度")
    figure = models.CharField("数据编号", max_length=40)
    name = models.CharField("名称", max_length=120)
    unit = models.CharField("单位", max_length=12, blank=True)
    value = models.CharField("数值", max_length=80)
    shown = models.CharField("显示值", max_length=40)
    numerator = models.BigIntegerField("分子", null=True)
    denominator = models.BigIntegerField("分母", null=True)
    holds = models.BooleanField("是否成立", null=True)
    row_count = models.BigIntegerField("行数")
    definition = models.TextField("口径")
    fingerprint = models.CharField("口径版本", max_length=12)
    owner = models.CharField("责任单位", max_length=60, blank=True)

    class Meta:
        verbose_name = "已发布数据"
        constraints = [models.UniqueConstraint(fields=["publication", "figure"], name="frozen_figure")]

    def __str__(self) -> str:
        return f"{self.figure} {self.name}"


class FrozenRows(models.Model):
    """The row ids of one row set (分子, 分母…) of a published figure."""

    frozen = models.ForeignKey(Frozen, models.CASCADE, related_name="row_sets")
    city = models.CharField("市", max_length=7, default=this_city)
    year = models.SmallIntegerField("年度")
    measure = models.CharField("行集", max_length=12)
    label = models.CharField("名称", max_length=12)
    table = models.CharField("表", max_length=80)
    count = models.BigIntegerField("行数")
    value = models.BigIntegerField("数值", null=True)  # not kept by publications before this column
    ids = models.BinaryField("行编号")

    def __str__(self) -> str:
        return f"{self.label}（{self.count}行）"
