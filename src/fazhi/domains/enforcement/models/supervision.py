"""Coordination and supervision of enforcement at three levels: bodies, plans, consultations, seal, forms, visits."""

from django.db import models

from fazhi.registers.api import Entry, Record


class BodyKind(models.TextChoices):
    OFFICE = "office", "行政执法监督办公室"
    BUREAU = "bureau", "行政执法协调监督局"
    JUSTICE_OFFICE = "justice_office", "司法所"
    CONTACT = "contact", "监督联系点"


class BodyStatus(models.TextChoices):
    PREPARING = "preparing", "筹建中"
    ACTIVE = "active", "运行中"


class PlanStatus(models.TextChoices):
    PLANNED = "planned", "待开展"
    DONE = "done", "已开展"
    CANCELLED = "cancelled", "取消"


class ConsultationKind(models.TextChoices):
    SUPERVISION = "supervision", "行政执法监督会商"
    GRASS_ROOTS = "grass_roots", "基层综合执法协同会商"
    JURISDICTION = "jurisdiction", "管辖争议协调"


class MatterSource(models.TextChoices):
    COMPLAINT = "complaint", "投诉举报"
    REFERRAL = "referral", "移送转办"
    FILE_REVIEW = "file_review", "案卷评查"
    MEDIA = "media", "媒体反映"


class Opinion(models.TextChoices):
    ADVICE = "advice", "行政执法监督意见书"
    DECISION = "decision", "行政执法监督决定书"
    NONE = "none", "未发现问题"


class SupervisionDuty(Entry):
    """A unit at one of the three levels where a supervision body is to be."""

    place_note = models.CharField("说明", max_length=100, blank=True)
    planned_on = models.DateField("应建成日期", null=True, blank=True)

    class Meta:
        verbose_name = "执法监督机构应建名册"


class SupervisionBody(Entry):
    valid_from = models.DateField("设立日期")
    valid_to = models.DateField("撤销日期", null=True, blank=True)
    name = models.CharField("机构名称", max_length=80)
    kind = models.CharField("机构类型", max_length=16, choices=BodyKind)
    head = models.CharField("负责人", max_length=20, blank=True)
    staff = models.SmallIntegerField("监督人员数", default=0)
    has_seal = models.BooleanField("启用专用章", default=False)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    status = models.CharField("状态", max_length=10, choices=BodyStatus)

    class Meta:
        verbose_name = "行政执法协调监督机构"


class SupervisionPlanItem(Record):
    """An inspection of the yearly supervision plan, with what it found."""

    preceding = frozenset({"done_on", "corrected_on"})  # what is planned may be done earlier

    number = models.CharField("编号", max_length=40)
    happened_on = models.DateField("计划日期")
    point = models.CharField("工作要点", max_length=120)
    supervised = models.CharField("被监督单位", max_length=60)
    done_on = models.DateField("实际开展日期", null=True, blank=True)
    files_read = models.SmallIntegerField("查阅案卷数", default=0)
    findings = models.SmallIntegerField("发现问题数", default=0)
    notice = models.CharField("整改通知文号", max_length=60, blank=True)
    corrected_on = models.DateField("整改完成日期", null=True, blank=True)
    status = models.CharField("状态", max_length=10, choices=PlanStatus)

    class Meta:
        verbose_name = "执法监督检查计划"


class Consultation(Record):
    number = models.CharField("会商编号", max_length=40)
    happened_on = models.DateField("提请日期")
    kind = models.CharField("会商类型", max_length=12, choices=ConsultationKind)
    question = models.CharField("会商事项", max_length=200)
    parties = models.CharField("参加单位", max_length=120)
    held_on = models.DateField("会商日期", null=True, blank=True)
    conclusion = models.CharField("会商结论", max_length=200, blank=True)
    obliged = models.CharField("承办单位", max_length=60, blank=True)
    due_on = models.DateField("办理时限", null=True, blank=True)
    finished_on = models.DateField("办结日期", null=True, blank=True)

    class Meta:
        verbose_name = "执法会商"


class SupervisionMatter(Record):
    """A complaint or referral about enforcement, and the opinion given on it."""

    number = models.CharField("编号", max_length=40)
    happened_on = models.DateField("收到日期")
    source = models.CharField("来源", max_length=12, choices=MatterSource)
    supervised = models.CharField("被监督单位", max_length=60)
    content = models.CharField("反映事项", max_length=200)
    assigned_to = models.CharField("承办机构", max_length=80)
    opinion = models.CharField("处理方式", max_length=10, choices=Opinion, blank=True)
    opinion_number = models.CharField("文书文号", max_length=60, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)

    class Meta:
        verbose_name = "执法监督事项"


class SealUse(Record):
    """One use of the special seal of the supervision office."""

    number = models.CharField("用印编号", max_length=40)
    happened_on = models.DateField("用印日期")
    document = models.CharField("文书名称", max_length=120)
    document_number = models.CharField("文书文号", max_length=60)
    copies = models.SmallIntegerField("份数", default=1)
    applicant = models.CharField("申请人", max_length=20)
    approver = models.CharField("批准人", max_length=20)

    class Meta:
        verbose_name = "监督专用章用印"


class DocumentTemplate(Entry):
    """镇(街道)通用执法文书参考样式, one version of one form."""

    name = models.CharField("文书名称", max_length=80)
    edition = models.CharField("版本", max_length=20)
    required = models.CharField("必填项目", max_length=200, help_text="以顿号分隔")
    applies_to = models.CharField("适用环节", max_length=60)
    statute = models.CharField("法律依据", max_length=100, blank=True)

    class Meta:
        verbose_name = "镇街执法文书样式"


class ExperienceVisit(Record):
    """“一线执法体验”: the public watches enforcement and says what it thinks of it."""

    orders = (("answered", "opinions"),)

    number = models.CharField("活动编号", max_length=40)
    happened_on = models.DateField("活动日期")
    theme = models.CharField("活动主题", max_length=120)
    representatives = models.SmallIntegerField("群众代表数", default=0)
    supervisors = models.SmallIntegerField("政风行风监督员数", default=0)
    opinions = models.SmallIntegerField("收集意见数", default=0)
    answered = models.SmallIntegerField("已答复意见数", default=0)
    unit = models.CharField("意见承办单位", max_length=60, blank=True)

    class Meta:
        verbose_name = "一线执法体验活动"
