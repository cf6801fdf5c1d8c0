"""What is evaluated and by which indicators, where units fall short, how they score, and what is planned for next year."""

from django.db import models

from fazhi.registers.api import Entry, Record


class DocumentKind(models.TextChoices):
    PLAN = "plan", "规划"
    SCHEME = "scheme", "实施方案"
    PUBLICITY = "publicity", "普法规划"


class Stage(models.TextChoices):
    MIDDLE = "middle", "中期评估"
    FINAL = "final", "末期（终期）评估"


class GapSource(models.TextChoices):
    """法治政府建设与责任落实督察工作规定: inspection, and what else shows a shortcoming."""

    INSPECTION = "inspection", "法治督察"
    APPRAISAL = "appraisal", "年度考核"
    CONGRESS = "congress", "人大监督"
    RECONSIDERATION = "reconsideration", "复议应诉反映"
    OWN = "own", "自查"


class Topic(models.TextChoices):
    """The order in which part two of the report takes them."""

    AWARENESS = "awareness", "思想认识"
    WORKFORCE = "workforce", "队伍建设"
    FOREIGN = "foreign", "涉外法治"
    ENFORCEMENT = "enforcement", "行政执法"
    DECISION = "decision", "行政决策"
    NORMATIVE = "normative", "规范性文件"


class Dimension(models.TextChoices):
    TASKS = "tasks", "重点任务完成"
    REPORTING = "reporting", "述法评议"
    ENFORCEMENT = "enforcement", "执法质量"
    LITIGATION = "litigation", "复议应诉"
    TRAINING = "training", "法治培训"


class PlanEvaluation(Entry):
    """A plan or scheme put down for evaluation; `valid_from` is the day it was put down."""

    title = models.CharField("文件名称", max_length=100)
    kind = models.CharField("文件类别", max_length=10, choices=DocumentKind)
    stage = models.CharField("评估阶段", max_length=8, choices=Stage)
    due_on = models.DateField("应完成日期")
    completed_on = models.DateField("评估完成日期", null=True, blank=True)
    evaluator = models.CharField("评估机构", max_length=60, blank=True)
    result = models.CharField("评估结论", max_length=200, blank=True)

    class Meta:
        verbose_name = "规划方案评估"

    def __str__(self) -> str:
        return self.title


class EvaluationIndicator(Record):
    """One indicator of a document: what it asks, the unit's own score, the score after the sample was checked."""

    orders = (("own_score", "full_score"), ("checked_score", "full_score"))

    number = models.CharField("指标编号", max_length=30)
    happened_on = models.DateField("填报日期")
    evaluation = models.ForeignKey(PlanEvaluation, models.PROTECT, related_name="+", verbose_name="评估文件编码")
    indicator = models.CharField("指标（任务）", max_length=120)
    full_score = models.SmallIntegerField("满分")
    own_score = models.SmallIntegerField("自评得分", null=True, blank=True)
    checked_score = models.SmallIntegerField("核查得分", null=True, blank=True)
    evidence = models.CharField("佐证材料", max_length=200, blank=True)

    class Meta:
        verbose_name = "评估指标"


class Gap(Record):
    """差距: a shortcoming found in a unit or area, its cause, and whether it has been made good."""

    number = models.CharField("问题编号", max_length=30)
    happened_on = models.DateField("发现日期")
    source = models.CharField("发现途径", max_length=16, choices=GapSource)
    topic = models.CharField("问题类别", max_length=12, choices=Topic)
    problem = models.CharField("问题表现", max_length=200)
    cause = models.CharField("原因分析", max_length=200, blank=True)
    measure = models.CharField("整改措施", max_length=200, blank=True)
    due_on = models.DateField("整改期限")
    rectified_on = models.DateField("整改完成日期", null=True, blank=True)

    class Meta:
        verbose_name = "督察考核问题"


class PlannedTask(Record):
    """A task of next year's plan: part three of the report is drawn from these, in their order."""

    number = models.CharField("任务编号", max_length=30)
    happened_on = models.DateField("列入计划日期")
    plan_year = models.SmallIntegerField("计划年度")
    section = models.CharField("计划部分", max_length=40)
    rank = models.SmallIntegerField("序号")
    text = models.CharField("任务内容", max_length=300)
    due_on = models.DateField("完成时限")
    finished_on = models.DateField("完成日期", null=True, blank=True)
    dropped_on = models.DateField("取消日期", null=True, blank=True)

    class Meta:
        verbose_name = "下年度工作计划任务"


class WorkScore(Record):
    """One unit's score of one year on one dimension, on a scale of a hundred."""

    number = models.CharField("登记编号", max_length=40)
    happened_on = models.DateField("评定日期")
    dimension = models.CharField("维度", max_length=12, choices=Dimension)
    score = models.SmallIntegerField("得分", help_text="满分100分")
    evidence = models.CharField("依据记录", max_length=120, blank=True)

    class Meta:
        verbose_name = "法治建设工作评分"
