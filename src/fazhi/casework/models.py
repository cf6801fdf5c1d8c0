"""The room's tables: the case, its limits as derived, the people in it, and the numbers given out."""

from functools import cache
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from fazhi.days import read_notice
from fazhi.registers.api import IdCardField, Recorded, Sound, this_city

OPEN = Q(closed_on__isnull=True, voided_on__isnull=True)
#: what lists ask besides; SQLite reads a column even where the index's own condition has settled it
ALONE = ("city", "closed_on", "voided_on")


class Case(Recorded):
    """One matter under one edition of one procedure. Its columns are what its events derive to, kept for lists."""

    dated_by = "received_on"
    ahead = frozenset({"next_due"})

    procedure = models.CharField("程序", max_length=40)
    edition = models.CharField("适用版本", max_length=60)
    number = models.CharField("案号", max_length=60)
    title = models.CharField("事项", max_length=200)
    state = models.CharField("状态", max_length=40)
    outcome = models.CharField("结论", max_length=40, blank=True)
    officer = models.ForeignKey(
        "people.User", models.PROTECT, null=True, blank=True, related_name="cases", verbose_name="承办人"
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="主案"
    )
    received_on = models.DateField("收到日期")
    concluded_on = models.DateField("作出结论日期", null=True, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    next_due = models.DateField("最近期限", null=True, blank=True)
    version = models.IntegerField("版本", default=1)

    class Meta:
        verbose_name = "案件"
        constraints = [models.UniqueConstraint(fields=["city", "number"], name="case_number")]
        indexes = [
            # what lies on desks, and nothing else: a list and its counts are read from the index alone
            models.Index(fields=["officer", "next_due", "id", *ALONE], name="case_desk", condition=OPEN),
            models.Index(fields=["org", "next_due", "id", *ALONE], name="case_org", condition=OPEN),
            models.Index(fields=["city", "procedure", "year"], name="case_year"),
            models.Index(fields=["city", "closed_on", "id"], name="case_closed", condition=Q(closed_on__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Facts(Sound):
    """What is peculiar to the cases of one domain: its subclass is that domain's table, one row a case.

    The columns named in `personal`, and every identity number, stay outside the journal, behind a commitment.
    """

    personal: ClassVar[tuple[str, ...]] = ()

    case = models.OneToOneField(Case, models.CASCADE, primary_key=True, related_name="+", verbose_name="案件")
    city = models.CharField("市", max_length=7, default=this_city, editable=False)
    year = models.SmallIntegerField("年度", editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.case)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.year = self.case.year
        super().save(*args, **kwargs)

    @classmethod
    @cache
    def personal_columns(cls) -> frozenset[str]:
        numbers = (field.name for field in cls._meta.concrete_fields if isinstance(field, IdCardField))
        return frozenset((*cls.personal, *numbers))


class Deadline(models.Model):
    """One run of one limit of a case, as derived from its events by the calendar of the day."""

    # the unique constraint below is its index
    case = models.ForeignKey(Case, models.CASCADE, related_name="deadlines", db_index=False, verbose_name="案件")
    city = models.CharField("市", max_length=7, default=this_city, editable=False)
    year = models.SmallIntegerField("年度", editable=False)
    run = models.SmallIntegerField("序次")
    limit = models.CharField("期限", max_length=40)
    clock = models.CharField("期限编号", max_length=40)
    started_on = models.DateField("起算日期")
    due_on = models.DateField("届满日期", null=True)
    due_at = models.DateTimeField("届满时刻", null=True)
    original_on = models.DateField("原届满日期", null=True)
    paused = models.BooleanField("中止计算", default=False)
    provisional = models.BooleanField("暂定", default=False)
    lapses_on = models.DateField("届满后果生效日期", null=True)
    met_on = models.DateField("完成日期", null=True)
    open = models.BooleanField("计算中", default=True)

    class Meta:
        verbose_name = "期限"
        constraints = [models.UniqueConstraint(fields=["case", "run"], name="deadline_run")]
        indexes = [
            models.Index(
                fields=["lapses_on", "id"],
                name="deadline_lapse",
                condition=Q(open=True, lapses_on__isnull=False),
            ),
            models.Index(fields=["due_on"], name="deadline_open", condition=Q(open=True)),
        ]

    def __str__(self) -> str:
        return f"{self.limit}（{self.due_on or '未定'}届满）"


class Participant(models.Model):
    """A person or body on one side of a case. Names and numbers are personal data: they live here, not in the journal."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="participants", verbose_name="案件")
    city = models.CharField("市", max_length=7, default=this_city, editable=False)
    party = models.CharField("身份", max_length=40)
    kind = models.CharField(
        "类别",
        max_length=8,
        choices=[("person", "公民"), ("legal", "法人"), ("other", "其他组织"), ("organ", "行政机关")],
    )
    name = models.CharField("姓名或名称", max_length=120)
    number = models.CharField("证件号码", max_length=18, blank=True)
    contact = models.CharField("联系方式", max_length=60, blank=True)
    org = models.ForeignKey("people.Organisation", models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey("people.User", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "当事人"

    def __str__(self) -> str:
        return self.name


class Series(models.Model):
    """The last number given out in a series of a year: numbers have no gaps and no doubles."""

    city = models.CharField("市", max_length=7, default=this_city)
    name = models.CharField("序列", max_length=60)
    year = models.SmallIntegerField("年度")
    last = models.IntegerField("已用号", default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["city", "name", "year"], name="series_year")]

    def __str__(self) -> str:
        return f"{self.name}（{self.year}年）"


class HolidayNotice(models.Model):
    """A holiday notice of the State Council added by staff after those shipped with the software, or in place of one.

    A withdrawn one is kept, and counted by nowhere.
    """

    year = models.SmallIntegerField("年份")
    number = models.CharField("文号", max_length=60)
    text = models.TextField("放假安排")
    added_at = models.DateTimeField("登记时间", auto_now_add=True)
    added_by = models.CharField("登记人", max_length=40)
    withdrawn_at = models.DateTimeField("撤销时间", null=True, blank=True)
    withdrawn_by = models.CharField("撤销人", max_length=40, blank=True)
    withdrawn_reason = models.CharField("撤销原因", max_length=200, blank=True)

    class Meta:
        verbose_name = "放假通知"
        constraints = [
            models.UniqueConstraint(fields=["year"], name="notice_standing", condition=Q(withdrawn_at__isnull=True))
        ]

    @property
    def cite(self) -> str:
        """How the notice is called, as `fazhi.days` calls it."""
        return read_notice(self.text).cite

    @property
    def withdrawal(self) -> str:
        """When and why it was withdrawn, in a phrase; empty while it stands."""
        if self.withdrawn_at is None:
            return ""
        return f"{timezone.localdate(self.withdrawn_at)}撤销：{self.withdrawn_reason}"

    def __str__(self) -> str:
        return self.number
