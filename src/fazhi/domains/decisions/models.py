"""The yearly catalogue with the dates of each statutory step, and evaluations of decisions in force."""

from django.db import models

from fazhi.registers.api import Entry, Record


class DecisionKind(models.TextChoices):
    """条例第三条第一款."""

    POLICY = "policy", "重大公共政策和措施"
    PLAN = "plan", "经济和社会发展等重要规划"
    RESOURCES = "resources", "开发利用保护重要自然、文化资源"
    WORKS = "works", "重大公共建设项目"
    OTHER = "other", "其他重大事项"


class Conclusion(models.TextChoices):
    KEEP = "keep", "继续执行"
    AMEND = "amend", "修改完善"
    STOP = "stop", "终止执行"


class CatalogueItem(Entry):
    """One decision of the catalogue; taken out, it ends and says on what basis."""

    ahead = frozenset({"comment_to"})
    orders = (("comment_from", "comment_to"),)

    valid_from = models.DateField("列入目录日期")
    valid_to = models.DateField("调出目录日期", null=True, blank=True)
    title = models.CharField("决策事项", max_length=200)
    kind = models.CharField("事项类型", max_length=10, choices=DecisionKind)
    undertaker = models.CharField("承办单位", max_length=60)
    planned_on = models.DateField("计划完成日期", null=True, blank=True)
    comment_from = models.DateField("公开征求意见开始日期", null=True, blank=True)
    comment_to = models.DateField("公开征求意见截止日期", null=True, blank=True)
    argued_on = models.DateField("专家论证日期", null=True, blank=True)
    risk_assessed_on = models.DateField("风险评估日期", null=True, blank=True)
    reviewed_on = models.DateField("合法性审查日期", null=True, blank=True)
    discussed_on = models.DateField("集体讨论日期", null=True, blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)

    class Meta:
        verbose_name = "重大行政决策事项"


class DecisionEvaluation(Record):
    """决策后评估 （条例第三十六条）."""

    number = models.CharField("评估编号", max_length=40)
    happened_on = models.DateField("评估报告日期")
    decision = models.CharField("被评估决策", max_length=200)
    evaluator = models.CharField("组织单位", max_length=60)
    third_party = models.CharField("受托机构", max_length=120, blank=True)
    opinions = models.IntegerField("收集意见数", default=0)
    score = models.SmallIntegerField("评分", null=True, blank=True)
    conclusion = models.CharField("评估结论", max_length=6, choices=Conclusion)
    followed_up_on = models.DateField("后续工作完成日期", null=True, blank=True)

    class Meta:
        verbose_name = "重大行政决策后评估"
