"""分级分类监管: where it holds, in which fields it was tried, how enterprises are graded, and one visit an industry."""

from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Concat

from fazhi.domains.inspection.models.choices import Field, Grade, Status
from fazhi.registers.api import Entry, Record, UsccField


class Stage(models.TextChoices):
    NOT_STARTED = "not_started", "未启动"
    PREPARING = "preparing", "准备中"
    PILOT = "pilot", "试点实施"
    IN_FORCE = "in_force", "全面实施"


class PilotStatus(models.TextChoices):
    RUNNING = "running", "试点中"
    DROPPED = "dropped", "未实施"


class GradedArea(Entry):
    """How far one area has come. A new stage ends the line and begins another with the same key."""

    valid_from = models.DateField("阶段开始日期")
    valid_to = models.DateField("阶段结束日期", null=True, blank=True)
    stage = models.CharField("推行阶段", max_length=12, choices=Stage)
    fit_checked_on = models.DateField("适用性评估日期", null=True, blank=True)
    fields = models.CharField("实施领域", max_length=120, blank=True)
    grades = models.SmallIntegerField("风险等级数", default=4)
    document = models.CharField("实施文件", max_length=120, blank=True)
    contact = models.CharField("联络员", max_length=20, blank=True)

    class Meta:
        verbose_name = "分级分类监管推行情况"


class PilotField(Entry):
    """A field of enforcement tried in a place; `place_field` joins it to the visits made there."""

    valid_from = models.DateField("试点开始日期")
    valid_to = models.DateField("试点结束日期", null=True, blank=True)
    field = models.CharField("试点领域", max_length=12, choices=Field)
    department = models.CharField("试点部门", max_length=40)
    status = models.CharField("状态", max_length=10, choices=PilotStatus)
    place_field = models.GeneratedField(
        expression=Concat(F("place_id"), Value("/"), F("field")),
        output_field=models.CharField(max_length=25),
        db_persist=True,
        verbose_name="地区和领域",
    )

    class Meta:
        verbose_name = "分级分类监管试点领域"


class EnterpriseGrade(Entry):
    enterprise = models.CharField("企业名称", max_length=120)
    uscc = UsccField()
    field = models.CharField("监管领域", max_length=12, choices=Field)
    category = models.CharField("企业类别", max_length=40)
    score = models.SmallIntegerField("评分")
    grade = models.CharField("风险等级", max_length=1, choices=Grade)
    visits_a_year = models.SmallIntegerField("年度检查频次（次）")

    class Meta:
        verbose_name = "企业分级分类"


class Industry(Entry):
    """An industry that several departments inspect."""

    name = models.CharField("行业名称", max_length=40)
    lead = models.CharField("牵头部门", max_length=40)
    departments = models.CharField("检查部门", max_length=120)
    department_count = models.SmallIntegerField("检查部门数")
    checklist = models.CharField("一业一查表单号", max_length=60, blank=True)
    items = models.SmallIntegerField("合并检查项数", default=0)

    class Meta:
        verbose_name = "行业综合检查目录"

    def __str__(self) -> str:
        return self.name


class IndustryInspection(Record):
    number = models.CharField("编号", max_length=40)
    happened_on = models.DateField("检查开始日期")
    industry = models.ForeignKey(
        Industry, models.PROTECT, related_name="inspections", verbose_name="行业", help_text="写行业编码或者名称"
    )
    merged = models.BooleanField("一业一查", default=False)
    department = models.CharField("检查（牵头）部门", max_length=40)
    department_count = models.SmallIntegerField("参加部门数", default=1)
    enterprises = models.IntegerField("检查企业数", default=0)
    visits_avoided = models.IntegerField("减少上门次数", default=0)
    status = models.CharField("状态", max_length=10, choices=Status)

    class Meta:
        verbose_name = "行业检查"
