"""Campaigns for the quality of enforcement: their goals by year, meetings and bulletins."""

from django.db import models

from fazhi.registers.api import Entry, Record


class TaskStatus(models.TextChoices):
    RUNNING = "running", "推进中"
    DONE = "done", "已完成"
    STOPPED = "stopped", "已调整取消"


class MeetingKind(models.TextChoices):
    PROGRESS = "progress", "工作推进会"
    PRESS = "press", "新闻发布会"
    TRAINING = "training", "培训会"


class Campaign(Entry):
    """专项行动, with its first day and the day on which it is over."""

    valid_from = models.DateField("开始日期")
    valid_to = models.DateField("结束日期", null=True, blank=True)
    name = models.CharField("行动名称", max_length=100)
    goal = models.CharField("总体目标", max_length=200, blank=True)
    lead = models.CharField("牵头单位", max_length=40)
    document = models.CharField("方案文号", max_length=60, blank=True)

    class Meta:
        verbose_name = "行政执法专项行动"

    def __str__(self) -> str:
        return self.name


class CampaignTask(Record):
    number = models.CharField("任务编号", max_length=40)
    happened_on = models.DateField("下达日期")
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="tasks", verbose_name="专项行动", help_text="写行动编码或者名称"
    )
    goal = models.CharField("年度目标", max_length=200)
    unit = models.CharField("责任单位", max_length=60)
    due_on = models.DateField("完成时限")
    progress = models.CharField("进展情况", max_length=200, blank=True)
    finished_on = models.DateField("完成日期", null=True, blank=True)
    status = models.CharField("状态", max_length=8, choices=TaskStatus)

    class Meta:
        verbose_name = "专项行动任务"


class CampaignMeeting(Record):
    number = models.CharField("会议编号", max_length=40)
    happened_on = models.DateField("召开日期")
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="meetings", verbose_name="专项行动", help_text="写行动编码或者名称"
    )
    kind = models.CharField("会议类型", max_length=8, choices=MeetingKind)
    agenda = models.CharField("议题", max_length=200)
    attended = models.SmallIntegerField("参加单位数", default=0)
    decisions = models.SmallIntegerField("议定事项数", default=0)
    outstanding = models.SmallIntegerField("未办结事项数", default=0)
    link = models.CharField("发布稿或者纪要", max_length=120, blank=True)

    class Meta:
        verbose_name = "推进会和新闻发布会"


class Bulletin(Record):
    """专项整治通报: one issue with what it reports."""

    orders = (("rectified", "problems"), ("read", "recipients"))

    number = models.CharField("期号", max_length=40)
    happened_on = models.DateField("印发日期")
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="bulletins", verbose_name="专项行动", help_text="写行动编码或者名称"
    )
    title = models.CharField("标题", max_length=120)
    problems = models.SmallIntegerField("累计问题数", default=0)
    rectified = models.SmallIntegerField("已整改数", default=0)
    overdue = models.SmallIntegerField("逾期数", default=0)
    examples = models.CharField("典型事例", max_length=200, blank=True)
    recipients = models.SmallIntegerField("发送单位数", default=0)
    read = models.SmallIntegerField("已签阅单位数", default=0)

    class Meta:
        verbose_name = "专项整治通报"
