"""The yearly round of 述责述廉述职述法: what was appraised, reported on the spot, and commented on. Gathered by `models`."""

from django.db import models
from django.db.models import Q

from fazhi.domains.leadership.cadres import Cadre, LeadingBody
from fazhi.registers.api import Entry, Record


class Stage(models.TextChoices):
    FIRST = "first", "首次评定"
    SUPPLEMENT = "supplement", "补充评定"
    REVIEW = "review", "复核"


class AppraisalStatus(models.TextChoices):
    GRADED = "graded", "已评定"
    PENDING = "pending", "待评定"
    RETURNED = "returned", "退回重报"
    EXEMPT = "exempt", "免予考评"


class Grade(models.TextChoices):
    EXCELLENT = "excellent", "优秀"
    GOOD = "good", "良好"
    FAIR = "fair", "一般"
    POOR = "poor", "较差"


class Choosing(models.TextChoices):
    DRAWN = "drawn", "抽选"
    NAMED = "named", "指定"
    VOLUNTEERED = "volunteered", "主动申请"


class Attendance(models.TextChoices):
    REPORTED = "reported", "已现场述法"
    WRITTEN = "written", "改为书面述法"
    EXCUSED = "excused", "因故未述"


class AppraisalRound(Entry):
    """One yearly round. What is graded in January belongs to the year whose last day the round carries."""

    ahead = frozenset({"period_end"})

    name = models.CharField("考评名称", max_length=80)
    period_end = models.DateField("考评年度截止日", help_text="如：2024年度考评填2024-12-31")
    pool_size = models.SmallIntegerField("现场述法抽选库单位数", default=0)
    draw_seed = models.CharField(
        "抽选随机数", max_length=120, blank=True, help_text="公开的随机数来源和数值，供复核抽选结果"
    )

    class Meta:
        verbose_name = "述法考评年度"

    def __str__(self) -> str:
        return self.name


class Appraisal(Record):
    """What the appraisal of a body and that of a person have in common."""

    preceding = frozenset({"report_on"})
    not_yet = frozenset({"pending", "returned"})

    number = models.CharField("考评编号", max_length=40)
    round = models.ForeignKey(
        AppraisalRound, models.PROTECT, related_name="+", verbose_name="考评年度", help_text="写考评年度编码"
    )
    happened_on = models.DateField("评定日期")
    report_on = models.DateField("述法报告提交日期", null=True, blank=True)
    stage = models.CharField("评定环节", max_length=12, choices=Stage, default=Stage.FIRST)
    status = models.CharField("考评状态", max_length=10, choices=AppraisalStatus)
    reviewer_one = models.CharField("评审人一", max_length=30, blank=True)
    reviewer_two = models.CharField("评审人二", max_length=30, blank=True)
    score_one = models.DecimalField("评审人一评分", max_digits=5, decimal_places=2, null=True, blank=True)
    score_two = models.DecimalField("评审人二评分", max_digits=5, decimal_places=2, null=True, blank=True)
    grade = models.CharField("评定等次", max_length=10, choices=Grade, blank=True)

    class Meta:
        abstract = True


class BodyAppraisal(Appraisal):
    body = models.ForeignKey(
        LeadingBody, models.PROTECT, related_name="appraisals", verbose_name="领导班子", help_text="写班子编码或者名称"
    )

    class Meta:
        verbose_name = "领导班子述法考评"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="body_appraisal_number", condition=Q(voided_on__isnull=True)
            )
        ]


class CadreAppraisal(Appraisal):
    cadre = models.ForeignKey(
        Cadre, models.PROTECT, related_name="appraisals", verbose_name="领导干部", help_text="写干部编码"
    )

    class Meta:
        verbose_name = "领导干部述法考评"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="cadre_appraisal_number", condition=Q(voided_on__isnull=True)
            )
        ]


class OnsiteReport(Record):
    """A head of a unit reports in person before the leaders, having been drawn."""

    number = models.CharField("述法编号", max_length=40)
    round = models.ForeignKey(
        AppraisalRound, models.PROTECT, related_name="+", verbose_name="考评年度", help_text="写考评年度编码"
    )
    body = models.ForeignKey(
        LeadingBody,
        models.PROTECT,
        related_name="onsite_reports",
        verbose_name="述法单位",
        help_text="写班子编码或者名称",
    )
    happened_on = models.DateField("述法日期")
    reporter = models.CharField("述法人", max_length=30)
    choosing = models.CharField("产生方式", max_length=12, choices=Choosing)
    ticket = models.CharField("抽选号", max_length=40, blank=True)
    attendance = models.CharField("述法情况", max_length=10, choices=Attendance)
    questions = models.SmallIntegerField("现场提问数", default=0)
    minutes = models.CharField("记录", max_length=120, blank=True)

    class Meta:
        verbose_name = "现场专题述法"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="onsite_report_number", condition=Q(voided_on__isnull=True)
            )
        ]


class MayorComment(Record):
    number = models.CharField("点评编号", max_length=40)
    round = models.ForeignKey(
        AppraisalRound, models.PROTECT, related_name="+", verbose_name="考评年度", help_text="写考评年度编码"
    )
    body = models.ForeignKey(
        LeadingBody, models.PROTECT, related_name="comments", verbose_name="被点评单位", help_text="写班子编码或者名称"
    )
    happened_on = models.DateField("点评日期")
    by = models.CharField("点评人", max_length=30, db_column="by_whom")
    strengths = models.CharField("肯定事项", max_length=200, blank=True)
    problem = models.CharField("指出问题", max_length=200)
    correct_by = models.DateField("整改期限", null=True, blank=True)
    corrected_on = models.DateField("整改反馈日期", null=True, blank=True)

    class Meta:
        verbose_name = "市长点评"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="mayor_comment_number", condition=Q(voided_on__isnull=True)
            )
        ]
