"""Bodies put together and thinned out: towns and sub-districts, and coordination bodies."""

from django.db import models

from fazhi.registers.api import Entry


class Progress(models.TextChoices):
    DRAFTED = "drafted", "方案拟订"
    APPROVED = "approved", "方案已批准"
    COMPLETED = "completed", "整合完成"


class BodyKind(models.TextChoices):
    ADMINISTRATIVE = "administrative", "行政机构"
    INSTITUTION = "institution", "事业单位"


class Phase(models.TextChoices):
    FORMER = "former", "整合前"
    NEW = "new", "整合后"


class Decision(models.TextChoices):
    KEPT = "kept", "保留"
    ADJUSTED = "adjusted", "调整"
    MERGED = "merged", "合并"
    ABOLISHED = "abolished", "撤销"


class TownConsolidation(Entry):
    """One scheme by which the bodies of a town or sub-district were put together; a town may have several."""

    valid_from = models.DateField("方案实施日期")
    number = models.CharField("方案批复文号", max_length=60, blank=True)
    progress = models.CharField("进展", max_length=10, choices=Progress)
    completed_on = models.DateField("整合完成日期", null=True, blank=True)
    former_administrative = models.SmallIntegerField("整合前行政机构数")
    former_institutions = models.SmallIntegerField("整合前事业单位数")
    new_administrative = models.SmallIntegerField("整合后行政机构数")
    new_institutions = models.SmallIntegerField("整合后事业单位数")
    posts_before = models.SmallIntegerField("整合前编制数", default=0)
    posts_after = models.SmallIntegerField("整合后编制数", default=0)

    class Meta:
        verbose_name = "镇（街道）机构整合"


class TownBody(Entry):
    """A body of a town before or after; `merged_into` is the key of the body that took over a former one."""

    valid_from = models.DateField("设立日期")
    valid_to = models.DateField("撤销日期", null=True, blank=True)
    consolidation = models.ForeignKey(
        TownConsolidation, models.PROTECT, related_name="bodies", verbose_name="整合方案", help_text="写方案编码"
    )
    name = models.CharField("机构名称", max_length=60)
    kind = models.CharField("机构类型", max_length=16, choices=BodyKind)
    phase = models.CharField("整合前后", max_length=8, choices=Phase)
    merged_into = models.CharField("并入机构编码", max_length=60, blank=True)
    posts = models.SmallIntegerField("编制数", default=0)

    class Meta:
        verbose_name = "镇（街道）机构"


class CoordinationBody(Entry):
    ahead = frozenset({"expires_on"})

    valid_from = models.DateField("设立日期")
    valid_to = models.DateField("撤销日期", null=True, blank=True)
    name = models.CharField("名称", max_length=80)
    lead = models.CharField("牵头领导职务", max_length=40)
    office = models.CharField("办公室所在单位", max_length=40)
    members = models.SmallIntegerField("成员单位数", default=0)
    expires_on = models.DateField("存续期限", null=True, blank=True)
    decision = models.CharField("清理意见", max_length=10, choices=Decision, blank=True)
    reason = models.CharField("清理理由", max_length=120, blank=True)

    class Meta:
        verbose_name = "议事协调机构"
