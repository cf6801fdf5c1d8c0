"""Posts of chief data officers, appointments to them, and the reports that officers make."""

from django.db import models
from django.db.models import Q

from fazhi.registers.api import Entry, Record


class OfficerLevel(models.TextChoices):
    """三级: the text does not name the levels; they are read as those of government."""

    CITY = "city", "市级"
    DISTRICT = "district", "县（市、区）级"
    TOWN = "town", "镇（街道）级"
    ENTERPRISE = "enterprise", "企业（试点）"


class ReportKind(models.TextChoices):
    QUARTERLY = "quarterly", "季度履职报告"
    ANNUAL = "annual", "年度履职报告"
    SPECIAL = "special", "专项报告"


class DataPost(Entry):
    """A post that the scheme provides for in a unit, whether or not anybody holds it."""

    unit = models.CharField("单位名称", max_length=80)
    name = models.CharField("岗位名称", max_length=80)
    level = models.CharField("层级", max_length=12, choices=OfficerLevel)
    duties = models.CharField("职责", max_length=200, blank=True)

    class Meta:
        verbose_name = "首席数据官岗位"

    def __str__(self) -> str:
        return self.name


class ChiefDataOfficer(Entry):
    """One appointment: from 任命日期 until the term ends or the officer leaves."""

    post = models.ForeignKey(
        DataPost, models.PROTECT, related_name="officers", verbose_name="岗位", help_text="写岗位编码"
    )
    name = models.CharField("姓名", max_length=30)
    position = models.CharField("行政职务", max_length=60)
    document = models.CharField("任命文件", max_length=80, blank=True)
    term_years = models.SmallIntegerField("任期（年）", default=3)
    phone = models.CharField("联系电话", max_length=30, blank=True)
    trained = models.BooleanField("已参加任职培训", default=False)

    class Meta:
        verbose_name = "首席数据官名册"

    def __str__(self) -> str:
        return self.name


class DataDutyReport(Record):
    number = models.CharField("报告编号", max_length=40)
    officer = models.ForeignKey(
        ChiefDataOfficer, models.PROTECT, related_name="reports", verbose_name="首席数据官", help_text="写名册编码"
    )
    kind = models.CharField("报告类别", max_length=10, choices=ReportKind)
    happened_on = models.DateField("报告日期")
    catalogue_items = models.IntegerField("新增编目数据资源数", default=0)
    shared_items = models.IntegerField("新增共享数据资源数", default=0)
    problem = models.CharField("需协调问题", max_length=200, blank=True)

    class Meta:
        verbose_name = "首席数据官履职报告"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="data_duty_report_number", condition=Q(voided_on__isnull=True)
            )
        ]
