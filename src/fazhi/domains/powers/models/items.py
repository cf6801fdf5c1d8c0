"""The list of powers and duties, and each change of it."""

from django.db import models

from fazhi.registers.api import Entry, Record


class ItemType(models.TextChoices):
    LICENCE = "licence", "行政许可"
    PENALTY = "penalty", "行政处罚"
    COERCION = "coercion", "行政强制"
    LEVY = "levy", "行政征收"
    PAYMENT = "payment", "行政给付"
    INSPECTION = "inspection", "行政检查"
    CONFIRMATION = "confirmation", "行政确认"
    REWARD = "reward", "行政奖励"
    RULING = "ruling", "行政裁决"
    OTHER = "other", "其他行政权力"


class ItemStatus(models.TextChoices):
    IN_FORCE = "in_force", "在用"
    SUSPENDED = "suspended", "暂停行使"
    PENDING = "pending", "待公布"


class Level(models.TextChoices):
    CITY = "city", "市级"
    COUNTY = "county", "县级"
    TOWN = "town", "镇级"


class ChangeKind(models.TextChoices):
    ADDED = "added", "新增"
    DROPPED = "dropped", "取消"
    AMENDED = "amended", "变更"
    HANDED_DOWN = "handed_down", "下放"


class ChangeStatus(models.TextChoices):
    REVIEWING = "reviewing", "审核中"
    PUBLISHED = "published", "已公布"
    REFUSED = "refused", "未采纳"


class PowerItem(Entry):
    """One item of the list. `basis` is the law it rests on; without one an item may not be entered as in force."""

    valid_from = models.DateField("列入日期")
    valid_to = models.DateField("取消日期", null=True, blank=True)
    name = models.CharField("事项名称", max_length=200)
    item_type = models.CharField("权力类型", max_length=14, choices=ItemType)
    holder = models.CharField("实施主体", max_length=60)
    level = models.CharField("行使层级", max_length=8, choices=Level)
    field = models.CharField("领域", max_length=40, blank=True)
    duties = models.CharField("责任事项", max_length=200, blank=True)
    complaint = models.CharField("监督电话", max_length=40, blank=True)
    reviewed_on = models.DateField("最近核对日期", null=True, blank=True)
    status = models.CharField("状态", max_length=10, choices=ItemStatus)

    class Meta:
        verbose_name = "行政权力事项"
        indexes = [models.Index(fields=["city", "status", "item_type"], name="power_item_type")]

    def __str__(self) -> str:
        return self.name


class PowerChange(Record):
    not_yet = frozenset({"reviewing"})

    number = models.CharField("调整编号", max_length=40)
    happened_on = models.DateField("调整日期")
    kind = models.CharField("调整类型", max_length=12, choices=ChangeKind)
    item_type = models.CharField("权力类型", max_length=14, choices=ItemType)
    item_key = models.CharField("事项编码", max_length=60, blank=True, help_text="未采纳的新增事项留空")
    item_name = models.CharField("事项名称", max_length=200)
    field = models.CharField("领域", max_length=40, blank=True)
    law = models.CharField("调整依据", max_length=200)
    reason = models.CharField("调整理由", max_length=200, blank=True)
    reviewer = models.CharField("审核单位", max_length=60)
    published_on = models.DateField("公布日期", null=True, blank=True)
    status = models.CharField("状态", max_length=10, choices=ChangeStatus)

    class Meta:
        verbose_name = "权责清单调整"
