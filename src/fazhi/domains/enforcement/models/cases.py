"""The facts of the domain's two kinds of case. Names of parties are personal data: they live with the participants."""

from django.db import models

from fazhi.casework.api import Facts
from fazhi.registers.api import MoneyField, UsccField


class Field(models.TextChoices):
    MARKET = "market", "市场监管"
    TRANSPORT = "transport", "交通运输"
    ENVIRONMENT = "environment", "生态环境"
    URBAN = "urban", "城市管理"
    EMERGENCY = "emergency", "应急管理"
    TAX = "tax", "税务"
    LABOUR = "labour", "人力资源社会保障"
    HOUSING = "housing", "住房城乡建设"
    CULTURE = "culture", "文化市场"
    AGRICULTURE = "agriculture", "农业"
    HEALTH = "health", "卫生健康"
    RESOURCES = "resources", "自然资源"
    SECURITY = "security", "公安"
    OTHER = "other", "其他"


class PartyKind(models.TextChoices):
    PERSON = "person", "公民"
    SELF_EMPLOYED = "self_employed", "个体工商户"
    LEGAL = "legal", "法人"
    OTHER = "other", "其他组织"


class CaseSource(models.TextChoices):
    INSPECTION = "inspection", "监督检查"
    COMPLAINT = "complaint", "投诉举报"
    TRANSFER = "transfer", "其他机关移送"
    SUPERIOR = "superior", "上级交办"
    MONITOR = "monitor", "监测监控"


class Penalty(models.TextChoices):
    """行政处罚法第九条."""

    WARNING = "warning", "警告、通报批评"
    FINE = "fine", "罚款"
    CONFISCATION = "confiscation", "没收违法所得、非法财物"
    LICENCE = "licence", "暂扣、降低、吊销许可证件"
    CLOSURE = "closure", "限制、停止生产经营"
    DETENTION = "detention", "行政拘留"
    OTHER = "other", "其他"


class ProblemKind(models.TextChoices):
    ARBITRARY = "arbitrary", "乱罚款、乱检查"
    PROFIT = "profit", "逐利执法"
    UNEQUAL = "unequal", "执法不公、类案不同罚"
    PROCEDURE = "procedure", "执法程序不规范"
    ROUGH = "rough", "执法方式简单粗暴"
    INACTION = "inaction", "不作为、慢作为"
    DOCUMENTS = "documents", "执法文书和案卷质量问题"
    PERSONNEL = "personnel", "执法人员资格和管理问题"


class ProblemSource(models.TextChoices):
    FILE_REVIEW = "file_review", "案卷评查"
    ENTERPRISES = "enterprises", "企业和群众反映"
    HOTLINE = "hotline", "12345热线"
    RECONSIDERATION = "reconsideration", "复议和诉讼"
    INSPECTION = "inspection", "监督检查"
    SELF = "self", "单位自查"


class PenaltyCase(Facts):
    orders = (("violated_on", "discovered_on"),)

    number = models.CharField("案件编号", max_length=60)
    field = models.CharField("执法领域", max_length=12, choices=Field)
    cause = models.CharField("案由", max_length=200)
    clause = models.CharField("违反条款", max_length=200, blank=True)
    party_kind = models.CharField("当事人类别", max_length=14, choices=PartyKind)
    uscc = UsccField(blank=True)
    source = models.CharField("案件来源", max_length=12, choices=CaseSource)
    violated_on = models.DateField("违法行为发生或者终了日期", null=True, blank=True)
    discovered_on = models.DateField("发现日期", null=True, blank=True)
    life_or_finance = models.BooleanField("涉及生命健康、金融安全且有危害后果", default=False)
    large = models.BooleanField("拟作出较大处罚", default=False, help_text="行政处罚法第六十三条所列处罚")
    major = models.BooleanField("重大、疑难、复杂案件", default=False)
    track = models.CharField(
        "适用程序", max_length=12, choices=[("ordinary", "普通程序"), ("on_the_spot", "简易程序")], default="ordinary"
    )
    list_item = models.CharField("免罚轻罚清单编码", max_length=60, blank=True)
    penalty = models.CharField("处罚种类", max_length=14, choices=Penalty, blank=True)
    fine = MoneyField("罚款", default=0)
    confiscated = MoneyField("没收金额", default=0)
    told_on = models.DateField("告知日期", null=True, blank=True)
    reviewed_on = models.DateField("法制审核日期", null=True, blank=True)
    heard = models.BooleanField("举行听证", default=False)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    educated = models.BooleanField("已教育", default=False)
    served_on = models.DateField("送达日期", null=True, blank=True)
    pay_by = models.DateField("批准暂缓或者分期的截止日", null=True, blank=True)
    paid_on = models.DateField("缴款日期", null=True, blank=True)
    published_on = models.DateField("公开日期", null=True, blank=True)

    class Meta:
        verbose_name = "行政处罚案件"
        indexes = [models.Index(fields=["number"], name="penalty_case_number")]


class EnforcementProblem(Facts):
    """A prominent problem of enforcement; the case belongs to the body that answers for it."""

    number = models.CharField("问题编号", max_length=40)
    kind = models.CharField("问题类别", max_length=12, choices=ProblemKind)
    field = models.CharField("执法领域", max_length=12, choices=Field)
    source = models.CharField("问题来源", max_length=16, choices=ProblemSource)
    content = models.CharField("问题描述", max_length=200)
    responsible = models.CharField("责任单位", max_length=60)
    measure = models.CharField("整改措施", max_length=200, blank=True)
    rectify_by = models.DateField("整改期限", null=True, blank=True)
    submitted_on = models.DateField("报送整改日期", null=True, blank=True)
    returned = models.BooleanField("曾被退回整改", default=False)
    verifier = models.CharField("核查单位", max_length=60, blank=True)
    verified_on = models.DateField("核查通过日期", null=True, blank=True)
    relapse_of = models.CharField("原问题编号", max_length=40, blank=True, help_text="问题反弹的填写")

    class Meta:
        verbose_name = "行政执法突出问题"
        indexes = [models.Index(fields=["number"], name="enforcement_problem_number")]
