"""Studios, the projects they serve and what they advise; advisers and the matters they join."""

from django.db import models

from fazhi.registers.api import Entry, MoneyField, Record, UsccField


class StudioKind(models.TextChoices):
    INDUSTRIAL = "industrial", "产业项目法律服务工作室"
    PARK = "park", "园区法律服务工作站"
    LAWYER = "lawyer", "律师工作室"


class Stage(models.TextChoices):
    LEAD = "lead", "线索洽谈"
    SIGNING = "signing", "签约"
    BUILDING = "building", "建设"
    OPERATING = "operating", "投产运营"


class Size(models.TextChoices):
    BILLION = "billion", "10亿元以上"
    HALF = "half", "5亿元以上不足10亿元"
    HUNDRED = "hundred", "1亿元以上不足5亿元"
    BELOW = "below", "不足1亿元"


class ServiceStatus(models.TextChoices):
    PLANNED = "planned", "已预约"
    DONE = "done", "已服务"
    CANCELLED = "cancelled", "取消"


class AdviceForm(models.TextChoices):
    OPINION = "opinion", "书面意见"
    REVIEW = "review", "合同审查意见"
    SHEET = "sheet", "风险防控提示单"
    ORAL = "oral", "口头建议（有记录）"


class MatterKind(models.TextChoices):
    AGREEMENT = "agreement", "行政协议、合同"
    DECISION = "decision", "重大决策"
    DOCUMENT = "document", "规范性文件"
    LITIGATION = "litigation", "诉讼、仲裁、复议"
    DISPUTE = "dispute", "矛盾纠纷处置"
    OTHER = "other", "其他涉法事务"


class Adoption(models.TextChoices):
    FULL = "full", "采纳"
    PART = "part", "部分采纳"
    NONE = "none", "未采纳"


class Studio(Entry):
    """法律服务工作室. A studio that closes stays in the register: who was first is read from the opening dates."""

    valid_from = models.DateField("成立日期")
    valid_to = models.DateField("撤销日期", null=True, blank=True)
    name = models.CharField("名称", max_length=120)
    kind = models.CharField("类型", max_length=10, choices=StudioKind)
    address = models.CharField("地址", max_length=120, blank=True)
    firm = models.CharField("承办机构", max_length=120, blank=True)
    head = models.CharField("负责人", max_length=20, blank=True)
    lawyers = models.SmallIntegerField("驻点律师人数", default=0)

    class Meta:
        verbose_name = "法律服务工作室"


class IndustrialProject(Entry):
    """产业项目, with its total investment as signed."""

    valid_from = models.DateField("入库日期")
    valid_to = models.DateField("出库日期", null=True, blank=True)
    name = models.CharField("项目名称", max_length=120)
    investor = models.CharField("投资方", max_length=120)
    uscc = UsccField(blank=True)
    industry = models.CharField("产业链", max_length=40, blank=True)
    major = models.BooleanField("重大产业项目", default=True)
    investment = MoneyField("总投资额")
    size = models.CharField("投资规模", max_length=8, choices=Size, help_text="“以上”含本数")
    stage = models.CharField("所处阶段", max_length=10, choices=Stage)

    class Meta:
        verbose_name = "产业项目"


class ServiceRecord(Record):
    """One time that lawyers served a project."""

    number = models.CharField("服务编号", max_length=40)
    happened_on = models.DateField("服务日期")
    project = models.ForeignKey(IndustrialProject, models.PROTECT, related_name="services", verbose_name="服务项目")
    studio = models.ForeignKey(
        Studio, models.PROTECT, null=True, blank=True, related_name="services", verbose_name="工作室"
    )
    lawyer = models.CharField("律师", max_length=20)
    stage = models.CharField("项目阶段", max_length=10, choices=Stage)
    content = models.CharField("服务内容", max_length=200)
    status = models.CharField("状态", max_length=10, choices=ServiceStatus)

    class Meta:
        verbose_name = "项目法律服务记录"


class AdviceItem(Record):
    """One opinion or piece of advice given to a project."""

    number = models.CharField("意见编号", max_length=40)
    happened_on = models.DateField("提出日期")
    project = models.ForeignKey(IndustrialProject, models.PROTECT, related_name="advice", verbose_name="所属项目")
    form = models.CharField("形式", max_length=8, choices=AdviceForm)
    stage = models.CharField("项目阶段", max_length=10, choices=Stage)
    content = models.CharField("意见建议", max_length=200)
    lawyer = models.CharField("律师", max_length=20)
    adopted = models.CharField("采纳情况", max_length=4, choices=Adoption, blank=True)
    withdrawn = models.BooleanField("已收回", default=False)

    class Meta:
        verbose_name = "项目法律意见建议"


class Adviser(Entry):
    """政府法律顾问, for a term; `chief` where a unit has appointed one as its 首席法律顾问."""

    valid_from = models.DateField("聘任日期")
    valid_to = models.DateField("聘期届满", null=True, blank=True)
    name = models.CharField("姓名", max_length=20)
    firm = models.CharField("执业机构", max_length=120)
    unit = models.CharField("聘任单位", max_length=60)
    fields = models.CharField("专业领域", max_length=120, blank=True)
    chief = models.BooleanField("首席法律顾问", default=False)

    class Meta:
        verbose_name = "政府法律顾问"


class AdviserMatter(Record):
    """涉法事务: one matter of the government, however many advisers join it."""

    number = models.CharField("事务编号", max_length=40)
    happened_on = models.DateField("交办日期")
    title = models.CharField("事务名称", max_length=200)
    kind = models.CharField("事务类型", max_length=10, choices=MatterKind)
    unit = models.CharField("提出单位", max_length=60)
    due_on = models.DateField("要求反馈日期", null=True, blank=True)
    finished_on = models.DateField("办结日期", null=True, blank=True)
    adopted = models.CharField("采纳情况", max_length=4, choices=Adoption, blank=True)

    class Meta:
        verbose_name = "政府涉法事务"


class AdviserParticipation(Record):
    """One adviser in one matter."""

    number = models.CharField("参与编号", max_length=40)
    happened_on = models.DateField("参与日期")
    matter = models.ForeignKey(AdviserMatter, models.PROTECT, related_name="participations", verbose_name="涉法事务")
    adviser = models.ForeignKey(Adviser, models.PROTECT, related_name="participations", verbose_name="法律顾问")
    manner = models.CharField("参与方式", max_length=60, blank=True)
    opinion = models.CharField("意见要点", max_length=200, blank=True)
    recused = models.BooleanField("回避", default=False, help_text="有利益冲突而回避的，填是")

    class Meta:
        verbose_name = "法律顾问参与记录"
