"""Observation points and what was done for citizens and staff: activities, hearings attended, examinations. By `models`."""

from django.db import models
from django.db.models import Q

from fazhi.registers.api import Entry, Record


class Site(models.TextChoices):
    COMMUNITY = "community", "村（社区）"
    SCHOOL = "school", "学校"
    ENTERPRISE = "enterprise", "企业"
    AGENCY = "agency", "机关单位"
    MARKET = "market", "商圈市场"
    VENUE = "venue", "法治文化阵地"


class PointStatus(models.TextChoices):
    ACTIVE = "active", "运行中"
    CANDIDATE = "candidate", "备选"


class ActivityKind(models.TextChoices):
    PLAN = "plan", "“八五”普法规划活动"
    ART_MONTH = "art_month", "法治文化艺术月活动"
    LITERACY = "literacy", "公民法治素养提升行动"


class ActivityStatus(models.TextChoices):
    HELD = "held", "已举办"
    PLANNED = "planned", "已列计划"
    CANCELLED = "cancelled", "已取消"


class ExamResult(models.TextChoices):
    PASSED = "passed", "合格"
    FAILED = "failed", "不合格"
    ABSENT = "absent", "缺考"


class ObservationPoint(Entry):
    """公民法治素养观测点."""

    name = models.CharField("观测点名称", max_length=80)
    site = models.CharField("类别", max_length=12, choices=Site)
    address = models.CharField("地址", max_length=120, blank=True)
    population = models.IntegerField("覆盖人数", default=0)
    contact = models.CharField("联络员", max_length=30, blank=True)
    status = models.CharField("运行状态", max_length=10, choices=PointStatus, default=PointStatus.ACTIVE)

    class Meta:
        verbose_name = "公民法治素养观测点"

    def __str__(self) -> str:
        return self.name


class LiteracySurvey(Record):
    """One round of questionnaires at one point; scores out of a hundred."""

    number = models.CharField("测评编号", max_length=40)
    point = models.ForeignKey(
        ObservationPoint,
        models.PROTECT,
        related_name="surveys",
        verbose_name="观测点",
        help_text="写观测点编码或者名称",
    )
    happened_on = models.DateField("测评日期")
    respondents = models.IntegerField("有效问卷数")
    knowledge = models.DecimalField("法律知识得分", max_digits=5, decimal_places=2)
    attitude = models.DecimalField("法治意识得分", max_digits=5, decimal_places=2)
    conduct = models.DecimalField("用法行为得分", max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = "公民法治素养测评"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="literacy_survey_number", condition=Q(voided_on__isnull=True)
            )
        ]


class Activity(Record):
    """What the plan, the literacy action and the art month have to show for themselves."""

    number = models.CharField("活动编号", max_length=40)
    kind = models.CharField("活动类别", max_length=10, choices=ActivityKind)
    happened_on = models.DateField("活动日期")
    name = models.CharField("活动名称", max_length=120)
    law = models.CharField("宣传的法律法规", max_length=120, blank=True)
    venue = models.CharField("地点", max_length=80)
    audience = models.IntegerField("参加人数", default=0)
    status = models.CharField("举办情况", max_length=10, choices=ActivityStatus, default=ActivityStatus.HELD)

    class Meta:
        verbose_name = "普法活动"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="publicity_activity_number", condition=Q(voided_on__isnull=True)
            )
        ]


class HearingAttendance(Record):
    """State staff of one unit at one court hearing; the seats taken are those that signed in."""

    number = models.CharField("旁听编号", max_length=40)
    happened_on = models.DateField("庭审日期")
    court = models.CharField("审理法院", max_length=60)
    case_number = models.CharField("案号", max_length=60)
    cause = models.CharField("案由", max_length=80)
    booked = models.SmallIntegerField("预约人数")
    attended = models.SmallIntegerField("签到人数", default=0)
    head_appeared = models.BooleanField("负责人出庭", default=False)

    class Meta:
        verbose_name = "旁听庭审"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="hearing_attendance_number", condition=Q(voided_on__isnull=True)
            )
        ]


class LawExam(Record):
    """One sitting of one newly appointed cadre; a retake is a sitting of its own."""

    number = models.CharField("考试编号", max_length=40)
    happened_on = models.DateField("考试日期")
    cadre = models.CharField("干部编码", max_length=40)
    name = models.CharField("姓名", max_length=30)
    post = models.CharField("拟任职务", max_length=80)
    retake = models.BooleanField("补考", default=False)
    score = models.DecimalField("成绩", max_digits=5, decimal_places=2, null=True, blank=True)
    result = models.CharField("结果", max_length=8, choices=ExamResult)

    class Meta:
        verbose_name = "新任领导干部法律知识考试"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="law_exam_number", condition=Q(voided_on__isnull=True)
            )
        ]
