"""Cities that inspect together: who is on the list, warnings passed on, grades recognised, checklists made one."""

from django.db import models

from fazhi.domains.inspection.models.choices import Grade
from fazhi.registers.api import Entry, Record, UsccField


class RegionLevel(models.TextChoices):
    CITY = "city", "市"
    COUNTY = "county", "县（市、区）"


class Membership(models.TextChoices):
    PROPOSED = "proposed", "拟纳入"
    LISTED = "listed", "已纳入"


class Risk(models.TextChoices):
    QUALITY = "quality", "产品质量安全"
    FOOD = "food", "食品药品安全"
    SAFETY = "safety", "安全生产"
    POLLUTION = "pollution", "环境污染"
    CREDIT = "credit", "严重失信"
    OTHER = "other", "其他"


class Alignment(models.TextChoices):
    ALIGNED = "aligned", "已统一"
    OPEN = "open", "有差异待协商"


class JointRegion(Entry):
    """A city or county on the list of joint cross-region inspection."""

    valid_from = models.DateField("纳入日期")
    valid_to = models.DateField("退出日期", null=True, blank=True)
    name = models.CharField("地区名称", max_length=40)
    level = models.CharField("地区层级", max_length=8, choices=RegionLevel)
    province = models.CharField("所属省", max_length=20)
    region_code = models.CharField("区划代码", max_length=6, blank=True)
    status = models.CharField("状态", max_length=10, choices=Membership)
    contact_unit = models.CharField("联络单位", max_length=60)
    contact = models.CharField("联系电话", max_length=40, blank=True)
    matters = models.CharField("联合抽查事项", max_length=200, blank=True)

    class Meta:
        verbose_name = "联合抽查城市名单"

    def __str__(self) -> str:
        return self.name


class RiskSignal(Record):
    """风险防控“同步响应”: a warning on one enterprise, sent to one partner."""

    number = models.CharField("预警编号", max_length=40)
    happened_on = models.DateField("发出日期")
    enterprise = models.CharField("企业名称", max_length=120)
    uscc = UsccField()
    risk = models.CharField("风险类别", max_length=10, choices=Risk)
    content = models.CharField("风险内容", max_length=200)
    region = models.ForeignKey(
        JointRegion, models.PROTECT, related_name="signals", verbose_name="接收地区", help_text="写名单编码或者地区名称"
    )
    acknowledge_by = models.DateField("签收期限")
    acknowledged_on = models.DateField("签收日期", null=True, blank=True)
    measure = models.CharField("处置措施", max_length=200, blank=True)
    answered_on = models.DateField("反馈日期", null=True, blank=True)

    class Meta:
        verbose_name = "跨区域风险预警"


class CreditRecognition(Record):
    """信用评价“同声相应”: a partner's grade taken over by an agreed table."""

    ahead = frozenset({"valid_until"})
    orders = (("happened_on", "valid_until"),)

    number = models.CharField("互认编号", max_length=40)
    happened_on = models.DateField("互认日期")
    enterprise = models.CharField("企业名称", max_length=120)
    uscc = UsccField()
    region = models.ForeignKey(
        JointRegion, models.PROTECT, related_name="grades", verbose_name="评价地区", help_text="写名单编码或者地区名称"
    )
    partner_grade = models.CharField("对方等级", max_length=20)
    grade = models.CharField("本市等级", max_length=1, choices=Grade)
    table_edition = models.CharField("对照表版本", max_length=40)
    valid_until = models.DateField("有效期至", null=True, blank=True)

    class Meta:
        verbose_name = "信用评价互认"


class CommonItem(Entry):
    """监管执法“同城待遇”: one item of a checklist set beside a partner's."""

    matter = models.CharField("检查事项", max_length=100)
    item = models.CharField("检查内容", max_length=200)
    own_standard = models.CharField("本市标准", max_length=200)
    region = models.ForeignKey(
        JointRegion, models.PROTECT, related_name="items", verbose_name="对方地区", help_text="写名单编码或者地区名称"
    )
    partner_standard = models.CharField("对方标准", max_length=200)
    alignment = models.CharField("统一情况", max_length=8, choices=Alignment)
    agreed = models.CharField("统一后标准", max_length=200, blank=True)

    class Meta:
        verbose_name = "跨区域统一检查清单"
