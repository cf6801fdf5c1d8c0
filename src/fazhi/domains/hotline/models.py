"""Orders of the two numbers, what passes between them, and where the police take reports."""

from collections.abc import Collection

from django.db import models

from fazhi.casework.api import Facts
from fazhi.domains.hotline.choices import Channel, Decision, Direction, Mode, OrderKind, PoliceKind, Satisfaction
from fazhi.domains.hotline.columns import SecondsBetween
from fazhi.domains.hotline.rules import ASSIGN_WITHIN
from fazhi.registers.api import Entry, Record


class HotlineOrder(Facts):
    """The facts of one 12345 order. `assign_due_at` is one hour after it was received."""

    number = models.CharField("工单编号", max_length=30)
    kind = models.CharField("诉求类型", max_length=12, choices=OrderKind)
    channel = models.CharField("受理渠道", max_length=8, choices=Channel)
    field = models.CharField("诉求领域", max_length=30)
    urgent = models.BooleanField("紧急", default=False)
    received_at = models.DateTimeField("接收时间")
    assign_due_at = models.DateTimeField("应交办时间", null=True, blank=True, editable=False)
    assigned_at = models.DateTimeField("交办时间", null=True, blank=True)
    unit = models.CharField("承办单位", max_length=60, blank=True)
    returned = models.BooleanField("曾退单", default=False)
    reworked = models.BooleanField("曾重办", default=False)
    supervised = models.BooleanField("曾督办", default=False)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    satisfaction = models.CharField("满意度", max_length=12, choices=Satisfaction, blank=True)
    police_number = models.CharField("关联警单编号", max_length=30, blank=True)

    class Meta:
        verbose_name = "12345工单"

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Every way of registering an order passes here, and here its hour begins."""
        super().clean_fields(exclude)
        self.assign_due_at = self.received_at + ASSIGN_WITHIN


class PoliceOrder(Record):
    """警单: one alarm and what the police did about it."""

    number = models.CharField("警单编号", max_length=30)
    happened_on = models.DateField("接警日期")
    kind = models.CharField("警情类别", max_length=10, choices=PoliceKind)
    received_at = models.DateTimeField("接警时间")
    assigned_at = models.DateTimeField("派警时间", null=True, blank=True)
    elapsed = SecondsBetween("接收交办用时（秒）", start="received_at", end="assigned_at")
    unit = models.CharField("处警单位", max_length=60, blank=True)
    arrived_at = models.DateTimeField("到达时间", null=True, blank=True)
    finished_on = models.DateField("处置完毕日期", null=True, blank=True)
    archived_on = models.DateField("归档日期", null=True, blank=True)

    class Meta:
        verbose_name = "110警单"


class CallTransfer(Record):
    """联动转接: a call or an order handed from one number to the other."""

    number = models.CharField("转接编号", max_length=30)
    happened_on = models.DateField("转接日期")
    direction = models.CharField("转接方向", max_length=12, choices=Direction)
    mode = models.CharField("联动方式", max_length=10, choices=Mode)
    operations = models.SmallIntegerField("转接操作次数", default=1, help_text="话务员按键或者点击的次数")
    parties = models.SmallIntegerField("通话参与方数", default=2)
    received_at = models.DateTimeField("接收时间")
    assigned_at = models.DateTimeField("交办时间", null=True, blank=True)
    elapsed = SecondsBetween("接收交办用时（秒）", start="received_at", end="assigned_at")
    order_number = models.CharField("工单（警单）编号", max_length=30, blank=True)
    unit = models.CharField("承办单位", max_length=60, blank=True)
    returned = models.BooleanField("被退回", default=False)
    finished_on = models.DateField("办结日期", null=True, blank=True)
    archived_on = models.DateField("归档日期", null=True, blank=True)

    class Meta:
        verbose_name = "12345与110联动转接"


class VideoCall(Record):
    """直拨可视化110: an alarm with picture and place, by consent of the caller."""

    number = models.CharField("登记编号", max_length=30)
    happened_on = models.DateField("报警日期")
    called_at = models.DateTimeField("呼入时间")
    consented = models.BooleanField("同意视频", default=True)
    connected = models.BooleanField("视频接通", default=True)
    network = models.CharField("接入网络", max_length=6, choices=[("5g", "5G"), ("4g", "4G"), ("wifi", "无线局域网")])
    order_number = models.CharField("警单编号", max_length=30, blank=True)
    arrived_at = models.DateTimeField("到达时间", null=True, blank=True)
    to_arrival = SecondsBetween("呼入至到达（秒）", start="called_at", end="arrived_at")
    evidence = models.CharField("证据链接摘要", max_length=64, blank=True)

    class Meta:
        verbose_name = "可视化报警"


class ReportingPlace(Entry):
    """What a reporting centre and a reporting room have in common: planned, opened, and working as such."""

    name = models.CharField("名称", max_length=80)
    planned_on = models.DateField("计划建成日期")
    opened_on = models.DateField("建成运行日期", null=True, blank=True)
    operating = models.BooleanField("实体化运行", default=False)
    staff = models.SmallIntegerField("配备民警辅警数", default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class ReportingCentre(ReportingPlace):
    """县级公安机关接报案中心: a line for every county-level police body that must have one."""

    class Meta:
        verbose_name = "县级公安机关接报案中心"


class ReportingRoom(ReportingPlace):
    """派出所接报案室: a line for every police station that must have one."""

    class Meta:
        verbose_name = "派出所接报案室"


class CaseReport(Record):
    """One report taken in a centre or room, with its receipt and decision."""

    number = models.CharField("接报案编号", max_length=30)
    happened_on = models.DateField("接报日期")
    intake = models.CharField("接报案中心（室）编码", max_length=60)
    kind = models.CharField("案件类别", max_length=10, choices=PoliceKind)
    reported_at = models.DateTimeField("接报时间")
    receipt_given = models.BooleanField("出具接报案回执", default=True)
    decision = models.CharField("处理决定", max_length=12, choices=Decision, blank=True)
    decided_at = models.DateTimeField("决定时间", null=True, blank=True)
    to_decision = SecondsBetween("接报至决定（秒）", start="reported_at", end="decided_at")
    reason = models.CharField("移送或者不予受理理由", max_length=120, blank=True)

    class Meta:
        verbose_name = "接报案登记"


class TrafficExperience(Record):
    """“一线执法体验”: representatives and supervisors see traffic enforcement, and are answered."""

    number = models.CharField("活动编号", max_length=30)
    happened_on = models.DateField("活动日期")
    site = models.CharField("活动地点", max_length=80)
    representatives = models.SmallIntegerField("群众代表人数", default=0)
    supervisors = models.SmallIntegerField("政风行风监督员人数", default=0)
    opinions = models.SmallIntegerField("提出意见数", default=0)
    answered = models.SmallIntegerField("已答复意见数", default=0)

    class Meta:
        verbose_name = "交通“一线执法体验”活动"
