"""Centres, the forces linked to them, judicial assistants and their classes; and the facts of one dispute."""

from django.db import models

from fazhi.casework.api import Facts
from fazhi.domains.mediation.choices import Channel, DisputeKind, Door, ForceKind, Level, OrganisationKind, Risk
from fazhi.registers.api import Entry, MoneyField, Record


class CentreDuty(Entry):
    """应建名录: every county, town and village that must have a centre or a station; what coverage is measured against."""

    level = models.CharField("层级", max_length=8, choices=Level)
    planned_on = models.DateField("计划建成日期", null=True, blank=True)

    class Meta:
        verbose_name = "矛调中心（工作站）应建名录"


class DisputeCentre(Entry):
    """社会矛盾纠纷调处服务中心(工作站); `valid_from` is the day it opened."""

    level = models.CharField("层级", max_length=8, choices=Level)
    name = models.CharField("名称", max_length=80)
    leader = models.CharField("负责人", max_length=20, blank=True)
    phone = models.CharField("联系电话", max_length=20, blank=True)
    address = models.CharField("地址", max_length=100, blank=True)
    staff = models.SmallIntegerField("工作人员数", default=0)
    windows = models.SmallIntegerField("受理窗口数", default=1)

    class Meta:
        verbose_name = "社会矛盾纠纷调处服务中心（工作站）"

    def __str__(self) -> str:
        return self.name


class MediationForce(Entry):
    """调处力量: a body or a person able to settle disputes; whether it works in a centre is said by `CentreLink`."""

    kind = models.CharField("类别", max_length=16, choices=ForceKind)
    name = models.CharField("名称（姓名）", max_length=80)
    organisation_kind = models.CharField(
        "调解组织类型", max_length=16, choices=OrganisationKind, blank=True, help_text="调解组织填写"
    )
    belongs_to = models.CharField("所属调解组织编码", max_length=60, blank=True, help_text="调解员填写")
    leader = models.CharField("负责人", max_length=20, blank=True)
    phone = models.CharField("联系电话", max_length=20, blank=True)
    qualification = models.CharField("资质或者证书编号", max_length=40, blank=True)
    field = models.CharField("擅长领域", max_length=16, choices=DisputeKind, blank=True)
    full_time = models.BooleanField("专职", default=False)
    people = models.SmallIntegerField("人员数", default=1)

    class Meta:
        verbose_name = "矛盾纠纷调处力量"

    def __str__(self) -> str:
        return self.name


class CentreLink(Entry):
    """融入: a force works in a one-stop centre from a day to a day."""

    force = models.ForeignKey(MediationForce, models.PROTECT, related_name="+", verbose_name="调处力量")
    centre = models.ForeignKey(DisputeCentre, models.PROTECT, related_name="+", verbose_name="矛调中心（工作站）")
    mode = models.CharField(
        "融入方式",
        max_length=8,
        choices=[("resident", "常驻"), ("rotating", "轮驻"), ("online", "随叫随驻")],
        default="resident",
    )

    class Meta:
        verbose_name = "融入“一站式”矛调中心"


class JudicialAssistant(Entry):
    """司法协理员, by village."""

    name = models.CharField("姓名", max_length=20)
    duty = models.CharField("职责", max_length=60, blank=True)
    education = models.CharField(
        "学历",
        max_length=10,
        choices=[("school", "高中及以下"), ("college", "大专"), ("bachelor", "本科"), ("master", "研究生")],
    )
    legal_background = models.BooleanField("法律专业背景", default=False)
    phone = models.CharField("联系电话", max_length=20, blank=True)

    class Meta:
        verbose_name = "司法协理员"

    def __str__(self) -> str:
        return self.name


class TrainingClass(Record):
    """司法协理员培训班."""

    number = models.CharField("期次编号", max_length=20)
    happened_on = models.DateField("结业日期", help_text="未结业的填写计划结业日期")
    topic = models.CharField("培训主题", max_length=80)
    mode = models.CharField(
        "形式", max_length=8, choices=[("both", "线上+线下"), ("online", "线上"), ("offline", "线下")]
    )
    hours = models.SmallIntegerField("学时", default=8)
    attended = models.SmallIntegerField("参训人数", default=0)
    passed = models.SmallIntegerField("考核合格人数", default=0)
    status = models.CharField(
        "状态", max_length=10, choices=[("finished", "已完成"), ("planned", "计划中"), ("cancelled", "已取消")]
    )

    class Meta:
        verbose_name = "司法协理员培训班"


class ClassAttendance(Record):
    """One assistant in one class."""

    number = models.CharField("登记编号", max_length=30)
    happened_on = models.DateField("参训日期")
    training = models.ForeignKey(TrainingClass, models.PROTECT, related_name="+", verbose_name="培训班")
    assistant = models.ForeignKey(JudicialAssistant, models.PROTECT, related_name="+", verbose_name="司法协理员")
    mark = models.SmallIntegerField("考核成绩", null=True, blank=True)

    class Meta:
        verbose_name = "司法协理员参训登记"


class NonLitigationRequest(Record):
    """非诉服务: which route was advised, where it was referred, with what result."""

    number = models.CharField("登记编号", max_length=30)
    happened_on = models.DateField("受理日期")
    centre = models.ForeignKey(MediationForce, models.PROTECT, related_name="+", verbose_name="非诉服务中心")
    matter = models.CharField("服务事项", max_length=100)
    route = models.CharField(
        "建议途径",
        max_length=16,
        choices=[
            ("mediation", "调解"),
            ("notary", "公证"),
            ("arbitration", "仲裁"),
            ("reconsideration", "行政复议"),
            ("appraisal", "司法鉴定"),
            ("legal_aid", "法律援助"),
        ],
    )
    referred_on = models.DateField("转介日期", null=True, blank=True)
    finished_on = models.DateField("办结日期", null=True, blank=True)
    result = models.CharField(
        "结果",
        max_length=10,
        choices=[("settled", "已化解"), ("answered", "已答复"), ("failed", "未化解"), ("withdrawn", "撤回")],
        blank=True,
    )

    class Meta:
        verbose_name = "非诉法律服务"


class JointDispute(Record):
    """宁镇扬联合化解: a dispute that two cities settle together."""

    number = models.CharField("登记编号", max_length=30)
    happened_on = models.DateField("启动日期")
    partner = models.CharField("协作城市", max_length=10, choices=[("nanjing", "南京市"), ("yangzhou", "扬州市")])
    leads = models.CharField("牵头方", max_length=8, choices=[("ours", "本市"), ("partner", "协作城市")])
    kind = models.CharField("纠纷类型", max_length=12, choices=DisputeKind)
    matter = models.CharField("纠纷简况", max_length=120)
    our_status = models.CharField("本市办理情况", max_length=8, choices=[("open", "办理中"), ("closed", "已办结")])
    partner_status = models.CharField(
        "协作方办理情况", max_length=8, choices=[("open", "办理中"), ("closed", "已办结")]
    )
    agreed_on = models.DateField("达成协议日期", null=True, blank=True)

    class Meta:
        verbose_name = "宁镇扬联合化解纠纷"


class ScreenedDispute(Record):
    """专项排查发现的纠纷, with its handler and due date."""

    number = models.CharField("登记编号", max_length=30)
    happened_on = models.DateField("发现日期")
    kind = models.CharField("纠纷类型", max_length=12, choices=DisputeKind)
    matter = models.CharField("纠纷简况", max_length=120)
    risk = models.CharField("风险等级", max_length=8, choices=Risk)
    handler = models.CharField("包案责任人", max_length=20)
    due_on = models.DateField("化解时限")
    escalated_on = models.DateField("提级办理日期", null=True, blank=True)
    settled_on = models.DateField("化解日期", null=True, blank=True)

    class Meta:
        verbose_name = "基层突出矛盾纠纷排查"


class Dispute(Facts):
    """The facts of one dispute brought to a centre."""

    number = models.CharField("登记编号", max_length=30)
    kind = models.CharField("纠纷类型", max_length=12, choices=DisputeKind)
    door = models.CharField("来源", max_length=10, choices=Door)
    channel = models.CharField("分流途径", max_length=16, choices=Channel, blank=True)
    centre_code = models.CharField("受理中心编码", max_length=60)
    mediator_code = models.CharField("调解员编码", max_length=60, blank=True)
    risk = models.CharField("风险等级", max_length=8, choices=Risk, default=Risk.LOW)
    people = models.SmallIntegerField("涉及人数", default=2)
    amount = MoneyField("涉及金额", null=True, blank=True)
    refused = models.BooleanField("一方明确拒绝调解", default=False)
    accepted_on = models.DateField("受理日期", null=True, blank=True)
    agreed_on = models.DateField("达成协议日期", null=True, blank=True)
    performed_on = models.DateField("履行日期", null=True, blank=True)
    confirmation_on = models.DateField("申请司法确认日期", null=True, blank=True)
    confirmed_on = models.DateField("司法确认日期", null=True, blank=True)
    sued_on = models.DateField("起诉日期", null=True, blank=True)

    class Meta:
        verbose_name = "矛盾纠纷"
