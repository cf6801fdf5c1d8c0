"""Lists of tasks: each line has a unit that leads it (the reporting body), a day by which it is due, and how it stands."""

from django.db import models
from django.db.models import Q

from fazhi.registers.api import Entry, Record


class TaskStatus(models.TextChoices):
    NOT_STARTED = "not_started", "未启动"
    IN_PROGRESS = "in_progress", "推进中"
    DONE = "done", "已完成"
    DROPPED = "dropped", "已调出"


class LeaderRole(models.TextChoices):
    """双领: the list is led by the director or a deputy director of the office, and by nobody else."""

    DIRECTOR = "director", "市委依法治市办主任"
    DEPUTY = "deputy", "市委依法治市办副主任"
    MEMBER = "member", "成员单位负责人"


class Origin(models.TextChoices):
    NEW = "new", "新增"
    CARRIED = "carried", "上年结转"
    AMENDED = "amended", "上年任务修改"


class ProposalStatus(models.TextChoices):
    SUBMITTED = "submitted", "已提出"
    MERGED = "merged", "已合并"
    ADOPTED = "adopted", "拟列入"
    REJECTED = "rejected", "不予列入"


class Task(Entry):
    """One line of a task list. The reporting body is the unit that leads it."""

    title = models.CharField("任务名称", max_length=200)
    supporting = models.CharField("配合单位", max_length=200, blank=True)
    measure = models.CharField("目标要求", max_length=200, blank=True)
    due_on = models.DateField("完成时限")
    status = models.CharField("进展状态", max_length=12, choices=TaskStatus, default=TaskStatus.IN_PROGRESS)
    completed_on = models.DateField("完成日期", null=True, blank=True)
    progress = models.CharField("进展情况", max_length=200, blank=True)
    origin = models.CharField("任务来源", max_length=8, choices=Origin, default=Origin.NEW)
    carried_from = models.CharField("上年任务编码", max_length=60, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class KeyTask(Task):
    """年度法治政府建设重点任务及分工方案."""

    section = models.CharField("所属部分", max_length=80, blank=True)

    class Meta:
        verbose_name = "年度法治政府建设重点任务"


class ReformTask(Task):
    """全面深化法治领域改革重点任务清单."""

    wave = models.SmallIntegerField("推进批次", default=1, help_text="压茬推进的第几批")
    leader_role = models.CharField("领衔人身份", max_length=10, choices=LeaderRole, blank=True)
    leader = models.CharField("领衔人", max_length=30, blank=True)
    handler = models.ForeignKey(
        "people.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="领办单位",
        help_text="写单位全称或者简称，只填一家",
    )

    class Meta:
        verbose_name = "法治领域改革任务"


class DigitalArea(Entry):
    """One field of the year's digital-city work points."""

    name = models.CharField("领域名称", max_length=80)
    goal = models.CharField("年度目标", max_length=200, blank=True)

    class Meta:
        verbose_name = "数字镇江工作要点领域"

    def __str__(self) -> str:
        return self.name


class DigitalTask(Task):
    area = models.ForeignKey(
        DigitalArea, models.PROTECT, related_name="tasks", verbose_name="所属领域", help_text="写领域编码"
    )

    class Meta:
        verbose_name = "数字镇江重点任务"


class BusinessTask(Task):
    """“镇合意”优化营商环境行动方案 of a year."""

    dimension = models.CharField("营商环境维度", max_length=40, blank=True)
    feedback = models.SmallIntegerField("企业评价（百分制）", null=True, blank=True)

    class Meta:
        verbose_name = "优化营商环境重点任务"


class Proposal(Record):
    """A matter, task or measure proposed for the fifteenth five-year plan."""

    number = models.CharField("编号", max_length=40)
    happened_on = models.DateField("提出日期")
    title = models.CharField("事项名称", max_length=200)
    need = models.CharField("必要性", max_length=200)
    ground = models.CharField("依据", max_length=200, blank=True)
    score = models.DecimalField("评审得分", max_digits=5, decimal_places=2, null=True, blank=True)
    status = models.CharField("办理状态", max_length=10, choices=ProposalStatus, default=ProposalStatus.SUBMITTED)
    merged_into = models.CharField("合并至", max_length=40, blank=True, help_text="写被合并到的编号")

    class Meta:
        verbose_name = "“十五五”法治领域事项建议"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="plan_proposal_number", condition=Q(voided_on__isnull=True)
            )
        ]


class GuaranteeMeasure(Entry):
    """One measure of the package by which the law serves the economy; a measure nobody uses is retired."""

    title = models.CharField("举措名称", max_length=200)
    beneficiaries = models.CharField("受益对象", max_length=120)
    contact = models.CharField("联系方式", max_length=60, blank=True)

    class Meta:
        verbose_name = "法治保障举措"

    def __str__(self) -> str:
        return self.title


class MeasureUse(Record):
    number = models.CharField("编号", max_length=40)
    measure = models.ForeignKey(
        GuaranteeMeasure, models.PROTECT, related_name="uses", verbose_name="举措", help_text="写举措编码"
    )
    happened_on = models.DateField("使用日期")
    enterprise = models.CharField("使用企业", max_length=120)
    effect = models.CharField("效果", max_length=200, blank=True)

    class Meta:
        verbose_name = "法治保障举措使用记录"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="measure_use_number", condition=Q(voided_on__isnull=True)
            )
        ]
