"""Meetings of the city government, their agenda, and the law studied there. Tables gathered by `models`."""

from django.db import models
from django.db.models import Q

from fazhi.registers.api import Record


class MeetingKind(models.TextChoices):
    EXECUTIVE = "executive", "市政府常务会议"
    PLENARY = "plenary", "市政府全体会议"
    MAYORS_OFFICE = "mayors_office", "市长办公会议"
    TOPICAL = "topical", "专题会议"


class MeetingStatus(models.TextChoices):
    HELD = "held", "已召开"
    POSTPONED = "postponed", "已延期"
    CANCELLED = "cancelled", "已取消"


class ItemKind(models.TextChoices):
    STUDY_FIRST = "study_first", "第一议题学习"
    LAW_STUDY = "law_study", "专题学法"
    RULE_OF_LAW = "rule_of_law", "法治建设工作"
    ECONOMY = "economy", "经济运行和项目建设"
    LIVELIHOOD = "livelihood", "民生保障"
    SAFETY = "safety", "安全生产和应急"
    PERSONNEL = "personnel", "机构人事"
    OTHER = "other", "其他"


class ItemOutcome(models.TextChoices):
    STUDIED = "studied", "学习"
    HEARD = "heard", "听取汇报"
    PASSED = "passed", "审议通过"
    PASSED_IN_PRINCIPLE = "passed_in_principle", "原则通过"
    RETURNED = "returned", "退回修改"
    WITHDRAWN = "withdrawn", "会前撤回"


class StudyStatus(models.TextChoices):
    HELD = "held", "已举办"
    PLANNED = "planned", "已列计划"
    POSTPONED = "postponed", "延期未办"


class GovernmentMeeting(Record):
    number = models.CharField("会议次序", max_length=60, help_text="如：市九届政府第41次常务会议")
    kind = models.CharField("会议类别", max_length=16, choices=MeetingKind)
    happened_on = models.DateField("召开日期")
    chair = models.CharField("主持人", max_length=30)
    attendees = models.IntegerField("出席人数", default=0)
    observers = models.IntegerField("列席人数", default=0)
    status = models.CharField("召开情况", max_length=10, choices=MeetingStatus, default=MeetingStatus.HELD)
    minutes_number = models.CharField("会议纪要文号", max_length=60, blank=True)
    published_on = models.DateField("会议信息公开日期", null=True, blank=True)

    class Meta:
        verbose_name = "市政府会议"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"],
                name="government_meeting_number",
                condition=Q(voided_on__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return self.number


class AgendaItem(Record):
    """One item of one meeting. Its position is a fact of the published agenda: 第一议题 is position 1 and nothing else."""

    number = models.CharField("议题编号", max_length=40)
    meeting = models.ForeignKey(
        GovernmentMeeting, models.PROTECT, related_name="items", verbose_name="会议", help_text="写会议次序"
    )
    happened_on = models.DateField("上会日期")
    position = models.SmallIntegerField("议题次序", help_text="从1起，按印发的议程填写")
    kind = models.CharField("议题类别", max_length=12, choices=ItemKind)
    title = models.CharField("议题名称", max_length=200)
    material = models.CharField(
        "学习材料", max_length=200, blank=True, help_text="学习类议题写明讲话、文件或者法律名称"
    )
    submitted_by = models.CharField("提请单位", max_length=60, blank=True)
    legality_opinion = models.CharField("合法性审核意见文号", max_length=60, blank=True)
    outcome = models.CharField("议定结果", max_length=20, choices=ItemOutcome)

    class Meta:
        verbose_name = "市政府会议议题"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="agenda_item_number", condition=Q(voided_on__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.position}.{self.title}"


class LawStudy(Record):
    """One session of law study. Two sessions at one meeting are two."""

    number = models.CharField("学法编号", max_length=40)
    item = models.ForeignKey(
        AgendaItem, models.PROTECT, related_name="studies", verbose_name="议题", help_text="写议题编号"
    )
    happened_on = models.DateField("学法日期")
    law = models.CharField("学习的法律法规", max_length=120)
    lecturer = models.CharField("主讲人", max_length=30)
    lecturer_unit = models.CharField("主讲人单位", max_length=60)
    attendance = models.IntegerField("参学人数", default=0)
    planned = models.BooleanField("列入年度学法计划", default=True)
    status = models.CharField("举办情况", max_length=10, choices=StudyStatus, default=StudyStatus.HELD)

    class Meta:
        verbose_name = "市政府会议专题学法"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="law_study_number", condition=Q(voided_on__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return self.law
