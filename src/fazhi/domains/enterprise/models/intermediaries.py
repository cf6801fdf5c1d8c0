"""Intermediary services that approvals ask for, and how major projects buy them."""

from django.db import models

from fazhi.registers.api import Entry, MoneyField, Record, UsccField


class ItemClass(models.TextChoices):
    A = "A", "A类"
    B = "B", "B类"


class ProcurementScheme(models.TextChoices):
    ONE_PLUS_N = "one_plus_n", "“1+N”打包采购"
    SEPARATE = "separate", "逐项采购"


class ProcurementStatus(models.TextChoices):
    PLANNED = "planned", "拟采购"
    ANNOUNCED = "announced", "已公告"
    CONTRACTED = "contracted", "已签约"
    STOPPED = "stopped", "已终止"


class ItemRole(models.TextChoices):
    LEAD = "lead", "牵头中介"
    LINKED = "linked", "关联中介"


class ItemStatus(models.TextChoices):
    BIDDING = "bidding", "选取中"
    CONTRACTED = "contracted", "已签约"
    FAILED = "failed", "流标"
    CANCELLED = "cancelled", "取消"


class IntermediaryItem(Entry):
    """涉审中介服务事项: a service of an intermediary that an approval requires."""

    valid_from = models.DateField("纳入清单日期")
    name = models.CharField("中介服务事项", max_length=120)
    approval = models.CharField("对应审批事项", max_length=120)
    department = models.CharField("审批部门", max_length=60)
    item_class = models.CharField(
        "管理类别", max_length=1, choices=ItemClass, blank=True, help_text="按本市分类标准填A类或者B类"
    )
    result = models.CharField("成果文件", max_length=120, blank=True)
    limit_days = models.SmallIntegerField("服务时限（工作日）", null=True, blank=True)
    fee_basis = models.CharField("收费依据", max_length=120, blank=True)

    class Meta:
        verbose_name = "涉审中介服务事项"


class MajorProcurement(Record):
    """One project's purchase of intermediary services."""

    number = models.CharField("采购编号", max_length=40)
    happened_on = models.DateField("启动日期")
    project = models.CharField("项目名称", max_length=120)
    buyer = models.CharField("项目单位", max_length=120)
    scheme = models.CharField("采购方式", max_length=12, choices=ProcurementScheme)
    budget = MoneyField("预算金额", null=True, blank=True)
    finished_on = models.DateField("全部签约日期", null=True, blank=True)
    status = models.CharField("状态", max_length=12, choices=ProcurementStatus)

    class Meta:
        verbose_name = "重大项目中介采购"


class ProcurementItem(Record):
    """One service within a purchase: the lead intermediary answers for those linked to it."""

    number = models.CharField("分项编号", max_length=40)
    happened_on = models.DateField("公告日期")
    procurement = models.ForeignKey(MajorProcurement, models.PROTECT, related_name="items", verbose_name="所属采购")
    role = models.CharField("角色", max_length=8, choices=ItemRole)
    service = models.CharField("中介服务", max_length=120)
    intermediary = models.CharField("中选中介机构", max_length=120, blank=True)
    uscc = UsccField(blank=True)
    amount = MoneyField("中选金额", null=True, blank=True)
    signed_on = models.DateField("签约日期", null=True, blank=True)
    limit_days = models.SmallIntegerField("约定时限（工作日）", null=True, blank=True)
    delivered_on = models.DateField("交付日期", null=True, blank=True)
    status = models.CharField("状态", max_length=12, choices=ItemStatus)

    class Meta:
        verbose_name = "中介采购分项"
