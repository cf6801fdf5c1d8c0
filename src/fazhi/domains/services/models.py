"""Counters, bundles, bundled applications (cases), and the list of services granted without an application."""

from django.db import models
from django.db.models import Q

from fazhi.casework.api import Facts
from fazhi.registers.api import Entry, Record


class CounterKind(models.TextChoices):
    WINDOW = "window", "专窗"
    ZONE = "zone", "专区"
    ONLINE = "online", "线上专区"


class Category(models.TextChoices):
    """国发〔2024〕3号, the thirteen of 2024; then those that later lists or the city itself added."""

    COMPANY_CHANGE = "company_change", "企业信息变更"
    TRANSPORT = "transport", "开办运输企业"
    CATERING = "catering", "开办餐饮店"
    UTILITIES = "utilities", "水电气网联合报装"
    CREDIT_REPAIR = "credit_repair", "信用修复"
    LISTING = "listing", "企业上市合法合规信息核查"
    BANKRUPTCY = "bankruptcy", "企业破产信息核查"
    DEREGISTRATION = "deregistration", "企业注销登记"
    BIRTH = "birth", "新生儿出生"
    ENROLMENT = "enrolment", "教育入学"
    SOCIAL_CARD = "social_card", "社会保障卡居民服务"
    DISABILITY = "disability", "残疾人服务"
    RETIREMENT = "retirement", "退休"
    NURSING_HOME = "nursing_home", "开办养老机构"
    MIGRATION = "migration", "企业迁移登记"
    MARRIAGE = "marriage", "婚育登记"
    OTHER = "other", "其他"


class BundleStatus(models.TextChoices):
    OPERATING = "operating", "已上线运行"
    TRIAL = "trial", "试运行"
    SUSPENDED = "suspended", "暂停"


class ApplicantKind(models.TextChoices):
    PERSON = "person", "个人"
    ENTERPRISE = "enterprise", "企业"


class Channel(models.TextChoices):
    COUNTER = "counter", "一件事专窗"
    PORTAL = "portal", "政务服务网"
    APP = "app", "手机端"
    TERMINAL = "terminal", "自助终端"


class Pickup(models.TextChoices):
    COUNTER = "counter", "窗口领取"
    POST = "post", "邮寄送达"
    ELECTRONIC = "electronic", "电子证照"
    TERMINAL = "terminal", "自助终端打印"


class ItemMode(models.TextChoices):
    GRANTED = "granted", "免申即享"
    REMINDED = "reminded", "主动提醒"
    AUTOMATIC = "automatic", "智能审批"


class ServiceCounter(Entry):
    name = models.CharField("专窗（专区）名称", max_length=80)
    kind = models.CharField("类别", max_length=8, choices=CounterKind)
    address = models.CharField("地址", max_length=120, blank=True)
    seats = models.SmallIntegerField("窗口数", default=1)
    staff = models.SmallIntegerField("工作人员数", default=0)
    phone = models.CharField("咨询电话", max_length=30, blank=True)

    class Meta:
        verbose_name = "“高效办成一件事”专窗（专区）"

    def __str__(self) -> str:
        return self.name


class ServiceBundle(Entry):
    """One bundle as one authority runs it; several authorities may run bundles of one category."""

    name = models.CharField("“一件事”名称", max_length=80)
    category = models.CharField("类别", max_length=16, choices=Category)
    lead_unit = models.CharField("牵头单位", max_length=60)
    departments = models.SmallIntegerField("涉及部门数")
    items = models.SmallIntegerField("涉及事项数", default=0)
    promised_days = models.SmallIntegerField("承诺办结工作日", null=True, blank=True)
    single_submission = models.BooleanField("一次提交", default=True)
    pickup_channels = models.SmallIntegerField("结果获取渠道数", default=1)
    status = models.CharField("运行状态", max_length=10, choices=BundleStatus)

    class Meta:
        verbose_name = "“一件事”清单"

    def __str__(self) -> str:
        return self.name


class BundleApplication(Facts):
    """One bundled application. Supplementing materials on notice is no further submission; being sent elsewhere is."""

    receipt = models.CharField("受理编号", max_length=40)
    bundle = models.ForeignKey(
        ServiceBundle, models.PROTECT, related_name="applications", verbose_name="“一件事”", help_text="写编码"
    )
    applicant_kind = models.CharField("申请人类别", max_length=12, choices=ApplicantKind)
    channel = models.CharField("提交渠道", max_length=10, choices=Channel)
    submissions = models.SmallIntegerField("提交次数", default=1)
    departments = models.SmallIntegerField("分办部门数", default=1)
    accepted_on = models.DateField("受理日期", null=True, blank=True)
    deemed_accepted = models.BooleanField("逾期未告知视为受理", default=False)
    corrections = models.SmallIntegerField("补正告知次数", default=0)
    dispatched_on = models.DateField("分办日期", null=True, blank=True)
    gathered_on = models.DateField("汇总日期", null=True, blank=True)
    extended = models.BooleanField("延长办理期限", default=False)
    decided_on = models.DateField("办结日期", null=True, blank=True)
    delivered_on = models.DateField("送达日期", null=True, blank=True)
    pickup = models.CharField("领取方式", max_length=10, choices=Pickup, blank=True)

    class Meta:
        verbose_name = "“一件事”申请"
        indexes = [models.Index(fields=["city", "receipt"], name="bundle_application_receipt")]


class ProactiveItem(Entry):
    """One item of the list of services that need no application."""

    name = models.CharField("事项名称", max_length=120)
    target = models.CharField("服务对象", max_length=12, choices=ApplicantKind)
    mode = models.CharField("办理方式", max_length=10, choices=ItemMode)
    eligibility = models.CharField("符合条件", max_length=200, help_text="用共享数据即可判断的条件")
    data_source = models.CharField("共享数据来源", max_length=120)
    published = models.BooleanField("已发布", default=False)
    document = models.CharField("发布文件", max_length=120, blank=True)

    class Meta:
        verbose_name = "“无感智办”高频服务事项"

    def __str__(self) -> str:
        return self.name


class ProactiveGrant(Record):
    """What one item gave in one month, counted by the beneficiaries found in shared data."""

    orders = (("served", "found"),)

    number = models.CharField("编号", max_length=40)
    item = models.ForeignKey(
        ProactiveItem, models.PROTECT, related_name="grants", verbose_name="事项", help_text="写事项编码"
    )
    happened_on = models.DateField("统计日期")
    found = models.IntegerField("识别符合条件数")
    served = models.IntegerField("实际服务数")
    declined = models.IntegerField("放弃数", default=0)

    class Meta:
        verbose_name = "“无感智办”办理情况"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="proactive_grant_number", condition=Q(voided_on__isnull=True)
            )
        ]
