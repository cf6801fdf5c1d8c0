"""What is done for enterprises: meetings with lawyers, measures, protection, legal check-ups."""

from django.db import models
from django.db.models import F

from fazhi.registers.api import Entry, MoneyField, Record, UsccField


class EventKind(models.TextChoices):
    MATCHING = "matching", "律企对接见面会"
    SEMINAR = "seminar", "研讨会"
    LECTURE = "lecture", "法治讲座"
    CLINIC = "clinic", "现场咨询"


class EventStatus(models.TextChoices):
    PLANNED = "planned", "拟举办"
    HELD = "held", "已举办"
    CANCELLED = "cancelled", "取消"


class MeasureField(models.TextChoices):
    INNOVATION = "innovation", "科技创新"
    FINANCE = "finance", "金融安全"
    PROPERTY = "property", "产权保护"
    MARKET = "market", "公平竞争"
    GREEN = "green", "绿色发展"
    OTHER = "other", "其他"


class MeasureStatus(models.TextChoices):
    DRAFTING = "drafting", "起草中"
    ISSUED = "issued", "已出台"


class ProtectionMatter(models.TextChoices):
    INFRINGEMENT = "infringement", "侵犯知识产权"
    INSIDER = "insider", "企业内部人员犯罪"
    CONTRACT = "contract", "合同诈骗等经济犯罪"
    ENFORCEMENT = "enforcement", "违规执法趋利性执法"
    OTHER = "other", "其他"


class EnterpriseKind(models.TextChoices):
    SELF_EMPLOYED = "self_employed", "个体工商户"
    MICRO = "micro", "微型企业"
    SMALL = "small", "小型企业"
    MEDIUM = "medium", "中型企业"
    LARGE = "large", "大型企业"


class CheckupStatus(models.TextChoices):
    PLANNED = "planned", "已预约"
    DONE = "done", "已完成"
    CANCELLED = "cancelled", "取消"


class OutreachEvent(Record):
    orders = (("needs_met", "needs"),)

    happened_on = models.DateField("举办日期")
    name = models.CharField("活动名称", max_length=120)
    kind = models.CharField("活动类型", max_length=10, choices=EventKind)
    venue = models.CharField("地点", max_length=60, blank=True)
    enterprises = models.IntegerField("参加企业数", default=0)
    lawyers = models.IntegerField("参加律师数", default=0)
    needs = models.IntegerField("收集法律需求数", default=0)
    needs_met = models.IntegerField("已解决需求数", default=0)
    status = models.CharField("状态", max_length=10, choices=EventStatus)

    class Meta:
        verbose_name = "律企对接活动"


class PolicyMeasure(Entry):
    """One measure of a document that lists several."""

    valid_from = models.DateField("出台日期")
    document = models.CharField("文件名称", max_length=200)
    number = models.CharField("文号", max_length=60, blank=True)
    position = models.SmallIntegerField("条目序号")
    content = models.CharField("措施内容", max_length=200)
    field = models.CharField("服务保障领域", max_length=12, choices=MeasureField)
    unit = models.CharField("落实部门", max_length=60, blank=True)
    status = models.CharField("状态", max_length=10, choices=MeasureStatus)

    class Meta:
        verbose_name = "服务保障措施"


class ProtectionCase(Record):
    """检察护企: a matter of an enterprise, from acceptance to the visit after it is settled."""

    number = models.CharField("编号", max_length=40)
    happened_on = models.DateField("受理日期")
    enterprise = models.CharField("企业名称", max_length=120)
    uscc = UsccField(blank=True)
    matter = models.CharField("事由", max_length=14, choices=ProtectionMatter)
    department = models.CharField("承办部门", max_length=60)
    handled_on = models.DateField("办结日期", null=True, blank=True)
    result = models.CharField("办理结果", max_length=200, blank=True)
    followed_up_on = models.DateField("回访日期", null=True, blank=True)
    loss_recovered = MoneyField("挽回损失", default=0)

    class Meta:
        verbose_name = "检察护企案件"


class LegalCheckup(Record):
    """法治体检: one visit of a grass-roots legal worker to one enterprise."""

    number = models.CharField("体检编号", max_length=40)
    happened_on = models.DateField("体检日期")
    enterprise = models.CharField("企业（商户）名称", max_length=120)
    uscc = UsccField()
    enterprise_kind = models.CharField("主体类型", max_length=14, choices=EnterpriseKind)
    industry = models.CharField("行业", max_length=40, blank=True)
    worker = models.CharField("法律服务工作者", max_length=20)
    office = models.CharField("执业机构", max_length=60)
    risks = models.SmallIntegerField("发现风险点", default=0)
    advice = models.CharField("主要建议", max_length=200, blank=True)
    loss_avoided = MoneyField("避免损失", default=0)
    loss_recovered = MoneyField("挽回损失", default=0)
    loss_total = models.GeneratedField(
        expression=F("loss_avoided") + F("loss_recovered"),
        output_field=MoneyField(),
        db_persist=True,
        verbose_name="避免和挽回损失合计",
    )
    status = models.CharField("状态", max_length=10, choices=CheckupStatus)

    class Meta:
        verbose_name = "法治体检"
