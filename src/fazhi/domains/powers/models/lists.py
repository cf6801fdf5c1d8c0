"""Who may enforce what, and how far discretion goes: team fields, leniency, measures not to be taken, benchmarks."""

from django.db import models

from fazhi.registers.api import Entry, MoneyField


class Leniency(models.TextChoices):
    MINOR = "minor", "轻微不罚"
    FIRST = "first", "首违不罚"
    NO_FAULT = "no_fault", "无主观过错不罚"
    MITIGATED = "mitigated", "减轻处罚"
    LIGHTER = "lighter", "从轻处罚"


class Measure(models.TextChoices):
    SEAL_PREMISES = "seal_premises", "查封场所、设施"
    SEIZE = "seize", "扣押财物"
    FREEZE = "freeze", "冻结存款、汇款"
    OTHER = "other", "其他强制措施"


class Circumstance(models.TextChoices):
    MINOR = "minor", "轻微"
    SLIGHT = "slight", "较轻"
    ORDINARY = "ordinary", "一般"
    SERIOUS = "serious", "较重"
    GRAVE = "grave", "严重"


class Evaluation(models.TextChoices):
    KEEP = "keep", "保留"
    ADJUST = "adjust", "建议调整"
    ABOLISH = "abolish", "建议废止"


class TeamField(Entry):
    """A field of enforcement that belongs to one comprehensive enforcement team."""

    team = models.CharField("执法队伍", max_length=60)
    field = models.CharField("执法领域", max_length=60)
    matters = models.CharField("具体事项", max_length=200, blank=True)
    items = models.SmallIntegerField("处罚事项数", default=0)
    department = models.CharField("所属主管部门", max_length=40)
    excluded = models.CharField("不得纳入的事项", max_length=200, blank=True)

    class Meta:
        verbose_name = "综合执法队伍执法领域"


class LeniencyItem(Entry):
    """免罚轻罚清单 （行政处罚法第三十二条、第三十三条）."""

    field = models.CharField("执法领域", max_length=40)
    violation = models.CharField("违法行为", max_length=200)
    leniency = models.CharField("适用情形", max_length=10, choices=Leniency)
    conditions = models.CharField("适用条件", max_length=200)
    edition = models.CharField("清单版本", max_length=40)
    department = models.CharField("制定部门", max_length=40)

    class Meta:
        verbose_name = "免罚轻罚清单"


class NoCoercionItem(Entry):
    """不予实施行政强制措施清单 （行政强制法第十六条第二款）."""

    field = models.CharField("执法领域", max_length=40)
    situation = models.CharField("情形", max_length=200)
    measure = models.CharField("不予实施的措施", max_length=14, choices=Measure)
    conditions = models.CharField("适用条件", max_length=200)
    department = models.CharField("制定部门", max_length=40)

    class Meta:
        verbose_name = "不予实施行政强制措施清单"


class DiscretionBenchmark(Entry):
    """行政裁量权基准 (行政处罚法第三十四条): one circumstance of one violation with its range."""

    orders = (("least", "most"),)

    field = models.CharField("执法领域", max_length=40)
    violation = models.CharField("违法行为", max_length=200)
    circumstance = models.CharField("违法程度", max_length=10, choices=Circumstance)
    conditions = models.CharField("裁量因素", max_length=200)
    least = MoneyField("罚款下限", null=True, blank=True)
    most = MoneyField("罚款上限", null=True, blank=True)
    other_penalty = models.CharField("其他处罚", max_length=100, blank=True)
    department = models.CharField("制定部门", max_length=40)
    evaluated_on = models.DateField("最近评估日期", null=True, blank=True)
    evaluation = models.CharField("评估意见", max_length=8, choices=Evaluation, blank=True)

    class Meta:
        verbose_name = "行政裁量权基准"
