"""What enterprises see of inspection: departments' plans, visits made, who is spared and for how long."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Concat

from fazhi.domains.inspection.models.choices import Field, Finding, Grade, Status
from fazhi.registers.api import Entry, Record, UsccField

QUARTER = RegexValidator(r"^20\d\dQ[1-4]$", "检查时段请写年份和季度，如2024Q3。")


class PlanStatus(models.TextChoices):
    MERGED = "merged", "已并入综合查一次"
    SINGLE = "single", "单独安排"
    BLOCKED = "blocked", "已拦截"
    WITHDRAWN = "withdrawn", "部门撤回"


class Reason(models.TextChoices):
    """Why a visit was made. Only planned visits are merged; the others are the exceptions that may come on their own."""

    PLANNED = "planned", "计划检查"
    COMPLAINT = "complaint", "投诉举报核查"
    TRANSFER = "transfer", "转办交办"
    ACCIDENT = "accident", "事故调查"
    FOLLOW_UP = "follow_up", "整改复查"
    APPLICATION = "application", "企业申请"


class EntryGround(models.TextChoices):
    CREDIT = "credit", "信用等级自动纳入"
    APPLIED = "applied", "企业申请"


class ExemptionGround(models.TextChoices):
    NEW = "new", "新设立企业"
    INSPECTED = "inspected", "当期已检查"
    BUILDING = "building", "重大项目建设期"
    MODEL = "model", "合规示范企业"


class AtEnterprise(Record):
    """A check of one enterprise in one quarter; `window_key` joins plans and visits of the same enterprise and quarter."""

    number = models.CharField("编号", max_length=40)
    enterprise = models.CharField("企业名称", max_length=120)
    uscc = UsccField()
    window = models.CharField("检查时段", max_length=6, validators=[QUARTER], help_text="写年份和季度，如2024Q3")
    field = models.CharField("检查领域", max_length=12, choices=Field)
    window_key = models.GeneratedField(
        expression=Concat(F("uscc"), Value("/"), F("window")),
        output_field=models.CharField(max_length=25),
        db_persist=True,
        verbose_name="企业和检查时段",
    )

    class Meta:
        abstract = True


class PlannedCheck(AtEnterprise):
    """One department's wish to check one enterprise in a quarter."""

    ahead = frozenset({"window_ends_on"})
    orders = (("happened_on", "window_ends_on"),)

    happened_on = models.DateField("计划提出日期")
    window_ends_on = models.DateField("检查时段截止日")
    department = models.CharField("提出部门", max_length=40)
    matter = models.CharField("检查事项", max_length=100)
    status = models.CharField("处理情况", max_length=10, choices=PlanStatus)
    blocked_for = models.CharField(
        "拦截原因", max_length=60, blank=True, help_text="已拦截的填写，如：豁免期内、已列入白名单"
    )

    class Meta:
        verbose_name = "涉企检查计划"
        indexes = [models.Index(fields=["window_key"], name="planned_check_window")]


class EnterpriseVisit(AtEnterprise):
    """One visit to one enterprise, by one department or by several together."""

    happened_on = models.DateField("检查日期")
    department = models.CharField("检查（牵头）部门", max_length=40)
    joined = models.CharField("参加部门", max_length=120, blank=True)
    joined_count = models.SmallIntegerField("参加检查部门数", default=1)
    combined = models.BooleanField("综合查一次", default=False)
    reason = models.CharField("检查事由", max_length=12, choices=Reason)
    notice = models.CharField("检查通知书文号", max_length=60, blank=True)
    finding = models.CharField("检查结果", max_length=12, choices=Finding, blank=True)
    status = models.CharField("状态", max_length=10, choices=Status)
    place_field = models.GeneratedField(
        expression=Concat(F("place_id"), Value("/"), F("field")),
        output_field=models.CharField(max_length=25),
        db_persist=True,
        verbose_name="地区和领域",
    )

    class Meta:
        verbose_name = "涉企行政检查"
        indexes = [
            models.Index(fields=["window_key"], name="enterprise_visit_window"),
            models.Index(fields=["city", "year", "place"], name="enterprise_visit_place"),
        ]


class WhiteListMember(Entry):
    valid_from = models.DateField("纳入日期")
    valid_to = models.DateField("移出日期", null=True, blank=True)
    enterprise = models.CharField("企业名称", max_length=120)
    uscc = UsccField()
    ground = models.CharField("纳入方式", max_length=8, choices=EntryGround)
    credit_grade = models.CharField("信用风险等级", max_length=1, choices=Grade)
    reviewer = models.CharField("审核单位", max_length=40)
    visits_a_year = models.SmallIntegerField("每年检查上限（次）", default=1)
    left_for = models.CharField("移出原因", max_length=100, blank=True)

    class Meta:
        verbose_name = "涉企检查白名单"


class ExemptionPeriod(Entry):
    valid_from = models.DateField("豁免期起")
    valid_to = models.DateField("豁免期届满日期", null=True, blank=True)
    enterprise = models.CharField("企业名称", max_length=120)
    uscc = UsccField()
    ground = models.CharField("豁免情形", max_length=10, choices=ExemptionGround)
    exceptions = models.CharField(
        "除外情形", max_length=120, help_text="豁免期内仍可检查的情形，如：投诉举报、事故调查"
    )
    granted_by = models.CharField("认定单位", max_length=40)
    blocked = models.SmallIntegerField("已拦截检查数", default=0)

    class Meta:
        verbose_name = "检查豁免期"
