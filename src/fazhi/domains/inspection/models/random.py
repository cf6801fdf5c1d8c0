"""双随机、一公开: one row for each enterprise drawn and inspected."""

from django.db import models

from fazhi.domains.inspection.models.choices import Field, Finding, Grade, Status
from fazhi.registers.api import Record, UsccField


class RandomInspection(Record):
    preceding = frozenset({"subject_drawn_on", "inspectors_drawn_on"})

    number = models.CharField("抽查编号", max_length=40)
    happened_on = models.DateField("检查日期")
    plan = models.CharField("抽查计划", max_length=100)
    joint = models.BooleanField("部门联合抽查", default=False)
    region = models.ForeignKey(
        "inspection.JointRegion", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="联合地区",
        help_text="跨区域联合抽查的填写",
    )  # fmt: skip
    field = models.CharField("检查领域", max_length=12, choices=Field)
    departments = models.CharField("参与部门", max_length=120)
    enterprise = models.CharField("检查对象", max_length=120)
    uscc = UsccField()
    risk_grade = models.CharField("信用风险等级", max_length=1, choices=Grade, blank=True)
    subject_drawn_on = models.DateField("检查对象抽取日期", null=True, blank=True, help_text="未经随机抽取的留空")
    inspectors = models.CharField("执法人员", max_length=60)
    inspectors_drawn_on = models.DateField("执法人员抽取日期", null=True, blank=True, help_text="未经随机抽取的留空")
    recused = models.CharField("回避人员", max_length=60, blank=True)
    draw_record = models.CharField("抽取记录编号", max_length=60, blank=True)
    finding = models.CharField("检查结果", max_length=12, choices=Finding, blank=True)
    published_on = models.DateField("结果公示日期", null=True, blank=True)
    status = models.CharField("状态", max_length=10, choices=Status)

    class Meta:
        verbose_name = "随机抽查"
