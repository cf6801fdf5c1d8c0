"""Leaders and their links, posts of the grass roots, drills, lists of duties, and what devices and inspections find."""

from django.db import models

from fazhi.domains.safety.choices import (
    Audience,
    Charge,
    DrillKind,
    Grade,
    HazardKind,
    LeaderKind,
    Responsibility,
    Tier,
)
from fazhi.registers.api import Entry, Record, UsccField


class SafetyLeader(Entry):
    """A party or government leader within the scheme of 双挂钩."""

    name = models.CharField("姓名", max_length=20)
    title = models.CharField("职务", max_length=60)
    kind = models.CharField("类别", max_length=10, choices=LeaderKind)

    class Meta:
        verbose_name = "党政领导干部"

    def __str__(self) -> str:
        return f"{self.name}({self.title})"


class SafetyLink(Entry):
    """挂钩: what a leader answers for, and how many visits a year that asks."""

    leader = models.ForeignKey(SafetyLeader, models.PROTECT, related_name="+", verbose_name="领导干部")
    charge = models.CharField("挂钩事项", max_length=12, choices=Charge)
    target = models.CharField("挂钩地区（单位）", max_length=80)
    visits_due = models.SmallIntegerField("每年应督导次数", default=4)

    class Meta:
        verbose_name = "安全生产和消防安全挂钩"


class SafetyVisit(Record):
    """A leader's visit under a link."""

    orders = (("settled", "found"),)

    number = models.CharField("登记编号", max_length=30)
    happened_on = models.DateField("督导日期")
    link = models.ForeignKey(SafetyLink, models.PROTECT, related_name="+", verbose_name="挂钩")
    site = models.CharField("督导点位", max_length=80)
    found = models.SmallIntegerField("发现问题数", default=0)
    settled = models.SmallIntegerField("已整改数", default=0)

    class Meta:
        verbose_name = "领导干部督导记录"


class SafetyPost(Entry):
    """One post of the “1+3+N” system of a place; a post without a holder is vacant."""

    tier = models.CharField("层次", max_length=6, choices=Tier)
    role = models.CharField("岗位", max_length=40)
    holder = models.CharField("责任人", max_length=20, blank=True, help_text="空缺的留空")
    phone = models.CharField("联系电话", max_length=20, blank=True)
    duty = models.CharField("职责", max_length=100, blank=True)

    class Meta:
        verbose_name = "基层“1+3+N”责任岗位"


class Drill(Record):
    """A drill or a hands-on training with its participants."""

    number = models.CharField("登记编号", max_length=30)
    happened_on = models.DateField("举办日期")
    kind = models.CharField("类型", max_length=12, choices=DrillKind)
    audience = models.CharField("面向对象", max_length=12, choices=Audience)
    site = models.CharField("地点", max_length=80)
    participants = models.IntegerField("参加人次", default=0)
    seconds = models.SmallIntegerField("疏散用时（秒）", null=True, blank=True)
    status = models.CharField(
        "状态", max_length=10, choices=[("held", "已举办"), ("planned", "计划中"), ("cancelled", "已取消")]
    )

    class Meta:
        verbose_name = "消防安全演练和培训"


class KeyIndustry(Entry):
    """重点行业领域 that must have both lists."""

    name = models.CharField("行业领域", max_length=40)
    supervisor = models.CharField("行业监管部门", max_length=60)
    enterprises = models.IntegerField("企业数", default=0)

    class Meta:
        verbose_name = "安全生产重点行业领域"

    def __str__(self) -> str:
        return self.name


class ResponsibilityList(Entry):
    """One of an industry's two lists: the duties of enterprises, or those of their supervisors."""

    industry = models.ForeignKey(KeyIndustry, models.PROTECT, related_name="+", verbose_name="行业领域")
    kind = models.CharField("责任类别", max_length=12, choices=Responsibility)
    title = models.CharField("清单名称", max_length=100)
    duties = models.SmallIntegerField("责任条目数", default=0)

    class Meta:
        verbose_name = "安全生产“两个责任”清单"


class FireAlarm(Record):
    """智慧消防: an alarm from a device, judged and, where needed, followed by repair."""

    number = models.CharField("登记编号", max_length=30)
    happened_on = models.DateField("报警日期")
    site = models.CharField("单位（场所）", max_length=80)
    device = models.CharField(
        "设备类型",
        max_length=10,
        choices=[("smoke", "感烟探测"), ("electric", "电气火灾监控"), ("water", "水压监测"), ("video", "视频识别")],
    )
    raised_at = models.DateTimeField("报警时间")
    judged_at = models.DateTimeField("研判时间", null=True, blank=True)
    verdict = models.CharField(
        "研判结果", max_length=8, choices=[("real", "真实火警"), ("false", "误报"), ("fault", "设备故障")], blank=True
    )
    repaired_on = models.DateField("修复日期", null=True, blank=True)

    class Meta:
        verbose_name = "智慧消防报警"


class FireHazard(Record):
    """专项行动发现的隐患： 打通消防“生命通道”， 电动自行车治理."""

    number = models.CharField("登记编号", max_length=30)
    happened_on = models.DateField("发现日期")
    kind = models.CharField("隐患类型", max_length=16, choices=HazardKind)
    site = models.CharField("点位", max_length=80)
    manager = models.CharField("管理单位", max_length=60, blank=True)
    due_on = models.DateField("整改期限")
    cleared_on = models.DateField("整改日期", null=True, blank=True)
    relapsed_on = models.DateField("复查反弹日期", null=True, blank=True)

    class Meta:
        verbose_name = "消防专项行动隐患"


class SelfCheck(Record):
    """《中小型工业企业安全管理规范化建设工作指南》: an enterprise's graded self-check."""

    number = models.CharField("登记编号", max_length=30)
    happened_on = models.DateField("自查日期")
    uscc = UsccField()
    enterprise = models.CharField("企业名称", max_length=80)
    score = models.SmallIntegerField("自评得分", help_text="满分100分")
    grade = models.CharField("等级", max_length=1, choices=Grade)
    gaps = models.SmallIntegerField("差距项数", default=0)
    due_on = models.DateField("整改期限", null=True, blank=True)
    closed_on = models.DateField("整改完成日期", null=True, blank=True)

    class Meta:
        verbose_name = "中小型工业企业安全管理自查"
