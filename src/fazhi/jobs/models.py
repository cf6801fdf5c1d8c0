"""A job and the workers that are alive. Written only in this room."""

from django.db import models
from django.utils import timezone

from fazhi.registers.api import this_city


def this_year() -> int:
    return timezone.localdate().year


class State(models.TextChoices):
    WAITING = "waiting", "等待"
    RUNNING = "running", "进行中"
    DONE = "done", "完成"
    FAILED = "failed", "失败"
    CANCELLED = "cancelled", "已取消"


OVER = (State.DONE, State.FAILED, State.CANCELLED)


class Job(models.Model):
    """One piece of long work. A running job belongs to `holder` until `until`; then any worker may take it over.

    `total` None: how much there is to do is not known. `result` is {"said": sentence, "address": where to go on}.
    """

    city = models.CharField("市", max_length=7, default=this_city)
    year = models.PositiveSmallIntegerField("年度", default=this_year)
    kind = models.CharField("种类", max_length=40)
    title = models.CharField("任务", max_length=200)
    arguments = models.JSONField("参数", default=dict)
    key = models.CharField("防重编号", max_length=120)
    asked_by = models.ForeignKey("people.User", models.PROTECT, related_name="+", verbose_name="提出人")
    asked_at = models.DateTimeField("提出时间", default=timezone.now)
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    not_before = models.DateTimeField("不早于", default=timezone.now)
    done = models.BigIntegerField("已处理", default=0)
    total = models.BigIntegerField("总数", null=True)
    label = models.CharField("进度说明", max_length=80, blank=True)
    holder = models.CharField("承办进程", max_length=80, blank=True)
    until = models.DateTimeField("承办至", null=True)
    attempts = models.PositiveSmallIntegerField("次数", default=0)
    result = models.JSONField("结果", default=dict)
    complaint = models.TextField("未完成的原因", blank=True)
    finished_at = models.DateTimeField("结束时间", null=True)

    class Meta:
        verbose_name = "后台任务"
        constraints = [models.UniqueConstraint(fields=["city", "key"], name="job_once")]
        indexes = [
            models.Index(fields=["city", "state", "not_before"], name="job_waiting"),
            models.Index(fields=["city", "asked_by", "-id"], name="job_asked_by"),
        ]

    def __str__(self) -> str:
        return f"{self.title}（{self.get_state_display()}）"

    @property
    def over(self) -> bool:
        return self.state in OVER


class Worker(models.Model):
    """A process that does jobs; alive while it has been seen lately."""

    city = models.CharField("市", max_length=7, default=this_city)
    year = models.PositiveSmallIntegerField("年度", default=this_year)
    name = models.CharField("进程", max_length=80, unique=True)
    began_at = models.DateTimeField("启动时间", default=timezone.now)
    seen_at = models.DateTimeField("最近一次", default=timezone.now)

    class Meta:
        verbose_name = "后台进程"

    def __str__(self) -> str:
        return self.name
