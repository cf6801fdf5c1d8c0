"""Who enforces and who reviews, how they are trained, how much each reviewer carries, and signs of weak awareness."""

from django.db import models

from fazhi.domains.workforce.columns import PerHead
from fazhi.registers.api import Entry, Record


class Work(models.TextChoices):
    ENFORCEMENT = "enforcement", "行政执法"
    REVIEW = "review", "法制审核"
    BOTH = "both", "执法兼法制审核"


class Age(models.TextChoices):
    TO_30 = "to_30", "30岁及以下"
    TO_40 = "to_40", "31—40岁"
    TO_50 = "to_50", "41—50岁"
    OVER_50 = "over_50", "51岁及以上"


class Education(models.TextChoices):
    COLLEGE = "college", "大专及以下"
    BACHELOR = "bachelor", "本科"
    MASTER = "master", "研究生"


class SignKind(models.TextChoices):
    EXAM = "exam", "领导干部法律知识考试不合格"
    REPORT = "report", "述法报告质量差"
    LATE = "late", "法治建设材料逾期报送"
    STUDY = "study", "未按计划开展学法"


class LawWorker(Entry):
    """One person who enforces the law or reviews decisions; `valid_from` is the day of the appointment."""

    name = models.CharField("姓名", max_length=20)
    work = models.CharField("岗位类别", max_length=12, choices=Work)
    age = models.CharField("年龄段", max_length=8, choices=Age, help_text="按年末周岁填写")
    education = models.CharField("学历", max_length=10, choices=Education)
    legal_major = models.BooleanField("法律专业毕业", default=False)
    qualified = models.BooleanField("取得法律职业资格", default=False)
    certificate = models.CharField("执法证编号", max_length=20, blank=True)
    establishment = models.CharField(
        "编制类型",
        max_length=12,
        choices=[("civil", "行政编制"), ("institution", "事业编制"), ("auxiliary", "编外人员")],
        default="civil",
    )

    class Meta:
        verbose_name = "法治工作人员"

    def __str__(self) -> str:
        return self.name


class LawTraining(Record):
    """One training held for a unit's staff."""

    number = models.CharField("登记编号", max_length=30)
    happened_on = models.DateField("培训日期")
    topic = models.CharField("培训主题", max_length=100)
    mode = models.CharField(
        "形式", max_length=8, choices=[("offline", "集中"), ("online", "网络"), ("both", "线上线下")]
    )
    hours = models.SmallIntegerField("学时")
    attended = models.SmallIntegerField("参训人数")

    class Meta:
        verbose_name = "法治培训"


class TrainingTally(Record):
    """A unit's training of one year: person-hours over staff, and who fell short of sixty hours."""

    number = models.CharField("登记编号", max_length=40)
    happened_on = models.DateField("统计截止日期", help_text="一般为12月31日")
    staff = models.IntegerField("应训人数")
    person_hours = models.IntegerField("培训总学时（人学时）")
    hours_per_head = PerHead("人均学时", amount="person_hours", heads="staff")
    short = models.IntegerField("未满60学时人数", default=0)
    untrained = models.IntegerField("全年未参训人数", default=0)

    class Meta:
        verbose_name = "单位年度培训学时"


class ReviewTally(Record):
    """A unit's legality reviews of one year and who made them."""

    number = models.CharField("登记编号", max_length=40)
    happened_on = models.DateField("统计截止日期", help_text="一般为12月31日")
    reviewers = models.IntegerField("法制审核人员数")
    reviewed = models.IntegerField("法制审核件数")
    reviewed_per_head = PerHead("人均审核件数", amount="reviewed", heads="reviewers")

    class Meta:
        verbose_name = "单位年度法制审核工作量"


class AwarenessSign(Record):
    """A sign that a unit takes law-based government lightly, with the record behind it."""

    number = models.CharField("登记编号", max_length=30)
    happened_on = models.DateField("发生日期")
    kind = models.CharField("情形", max_length=8, choices=SignKind)
    detail = models.CharField("具体情况", max_length=200)
    evidence = models.CharField("来源记录编号", max_length=60, blank=True)

    class Meta:
        verbose_name = "法治意识薄弱情形"
