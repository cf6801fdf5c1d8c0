"""The register of local legislation by field, the contact points, and the facts of a suggestion for legislation."""

from django.db import models

from fazhi.casework.api import Facts
from fazhi.registers.api import Entry


class Field(models.TextChoices):
    """立法法第八十一条、第九十三条: the fields of a city's legislation, with those that other laws open to it."""

    SCIENCE = "science", "科技创新"
    CONSTRUCTION = "construction", "城乡建设与管理"
    ECOLOGY = "ecology", "生态文明建设"
    HERITAGE = "heritage", "历史文化保护"
    GOVERNANCE = "governance", "基层治理"
    PROCEDURE = "procedure", "立法程序"
    OTHER = "other", "其他"


class RegulationKind(models.TextChoices):
    REGULATION = "regulation", "地方性法规"
    RULE = "rule", "政府规章"


class PointKind(models.TextChoices):
    CONGRESS = "congress", "人大立法联系点"
    GOVERNMENT = "government", "政府立法联系点"


class SuggestionChannel(models.TextChoices):
    ONLINE = "online", "立法民意直通车"
    POINT = "point", "立法联系点"
    LETTER = "letter", "来信"
    HOTLINE = "hotline", "12345热线"
    MEETING = "meeting", "座谈会"


class LocalRegulation(Entry):
    """One piece of legislation from its survey on; what is abandoned or repealed ends and stays in the register."""

    ahead = frozenset({"effective_on"})
    orders = (("enacted_on", "effective_on"),)

    valid_from = models.DateField("列入登记日期")
    valid_to = models.DateField("终止、废止日期", null=True, blank=True)
    title = models.CharField("名称", max_length=120)
    kind = models.CharField("种类", max_length=10, choices=RegulationKind)
    field = models.CharField("立法领域", max_length=14, choices=Field)
    drafter = models.CharField("起草单位", max_length=60)
    plan_year = models.SmallIntegerField("列入立法计划年度", null=True, blank=True)
    surveyed_on = models.DateField("开展立法调研日期", null=True, blank=True)
    drafted_on = models.DateField("完成起草日期", null=True, blank=True)
    reviewed_on = models.DateField("完成审查日期", null=True, blank=True)
    submitted_on = models.DateField("提请审议日期", null=True, blank=True)
    enacted_on = models.DateField("公布日期", null=True, blank=True)
    effective_on = models.DateField("施行日期", null=True, blank=True)
    model_project = models.BooleanField("省立法精品培育工程项目", default=False)

    class Meta:
        verbose_name = "地方立法登记"


class ContactPoint(Entry):
    """立法联系点. When a point is moved or renamed one line ends and another begins under the same code: it is not new."""

    valid_from = models.DateField("设立日期")
    valid_to = models.DateField("撤销日期", null=True, blank=True)
    name = models.CharField("名称", max_length=120)
    kind = models.CharField("类别", max_length=10, choices=PointKind)
    host = models.CharField("依托单位", max_length=120)
    coordinator = models.CharField("联络员", max_length=20, blank=True)
    field = models.CharField("联系领域", max_length=60, blank=True)
    replies = models.IntegerField("反馈意见数", default=0)

    class Meta:
        verbose_name = "立法联系点"


class LegislativeSuggestion(Facts):
    number = models.CharField("建议编号", max_length=40, db_index=True)
    channel = models.CharField("来源", max_length=8, choices=SuggestionChannel)
    regulation = models.CharField("所涉立法项目", max_length=120)
    article = models.CharField("所涉条款", max_length=60, blank=True)
    gist = models.CharField("建议要点", max_length=200)
    drafter = models.CharField("起草单位", max_length=60, blank=True)
    forwarded_on = models.DateField("转送日期", null=True, blank=True)
    decided_on = models.DateField("研究意见日期", null=True, blank=True)
    told_on = models.DateField("反馈日期", null=True, blank=True)

    class Meta:
        verbose_name = "立法人民建议"
