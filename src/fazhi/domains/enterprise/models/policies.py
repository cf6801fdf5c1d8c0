"""Policies that benefit enterprises, what explains them, and what enterprises may apply for."""

from django.db import models

from fazhi.registers.api import Entry, MoneyField, Record


class PolicyLevel(models.TextChoices):
    NATIONAL = "national", "国家"
    PROVINCE = "province", "省"
    CITY = "city", "市"
    DISTRICT = "district", "县（市、区）"


class PolicyKind(models.TextChoices):
    FUNDING = "funding", "财政奖补"
    TAX = "tax", "减税降费"
    FINANCE = "finance", "金融支持"
    TALENT = "talent", "人才引育"
    INNOVATION = "innovation", "科技创新"
    LAND = "land", "用地用能"
    TRADE = "trade", "稳外贸稳外资"
    EMPLOYMENT = "employment", "稳岗就业"
    OTHER = "other", "其他"


class PublicationStatus(models.TextChoices):
    DRAFT = "draft", "待发布"
    PUBLISHED = "published", "已发布"
    WITHDRAWN = "withdrawn", "误发撤下"


class InterpretationForm(models.TextChoices):
    TEXT = "text", "文字解读"
    PICTURE = "picture", "图解"
    VIDEO = "video", "视频解读"
    QUESTIONS = "questions", "问答"


class EnterprisePolicy(Entry):
    """惠企政策: it stays among those published when its validity ends."""

    valid_from = models.DateField("发布日期")
    valid_to = models.DateField("政策失效日期", null=True, blank=True)
    title = models.CharField("政策名称", max_length=200)
    number = models.CharField("文号", max_length=60, blank=True)
    level = models.CharField("政策层级", max_length=8, choices=PolicyLevel)
    kind = models.CharField("政策类别", max_length=10, choices=PolicyKind)
    department = models.CharField("主管部门", max_length=60)
    audience = models.CharField("适用对象", max_length=120, blank=True)
    status = models.CharField("发布状态", max_length=10, choices=PublicationStatus)

    class Meta:
        verbose_name = "惠企政策"


class PolicyInterpretation(Record):
    number = models.CharField("解读编号", max_length=40)
    happened_on = models.DateField("发布日期")
    policy = models.ForeignKey(
        EnterprisePolicy, models.PROTECT, related_name="interpretations", verbose_name="所解读政策"
    )
    title = models.CharField("解读标题", max_length=200)
    form = models.CharField("解读形式", max_length=10, choices=InterpretationForm)
    department = models.CharField("解读部门", max_length=60)
    status = models.CharField("发布状态", max_length=10, choices=PublicationStatus)

    class Meta:
        verbose_name = "惠企政策解读"


class PolicyApplicationItem(Entry):
    """申报事项: what an enterprise may apply for under a policy."""

    valid_from = models.DateField("发布日期")
    valid_to = models.DateField("申报截止日期", null=True, blank=True)
    policy = models.ForeignKey(
        EnterprisePolicy,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="application_items",
        verbose_name="依据政策",
    )
    name = models.CharField("申报事项", max_length=120)
    department = models.CharField("受理部门", max_length=60)
    cap = MoneyField("最高支持金额", null=True, blank=True)
    without_application = models.BooleanField("免申即享", default=False)
    status = models.CharField("发布状态", max_length=10, choices=PublicationStatus)

    class Meta:
        verbose_name = "惠企政策申报事项"


class PolicyOfficer(Entry):
    """首席政策官: who answers for a department's policies towards enterprises."""

    valid_from = models.DateField("任职日期")
    valid_to = models.DateField("离任日期", null=True, blank=True)
    name = models.CharField("姓名", max_length=20)
    department = models.CharField("单位", max_length=60)
    title = models.CharField("职务", max_length=40)
    field = models.CharField("负责领域", max_length=60, blank=True)

    class Meta:
        verbose_name = "首席政策官"
