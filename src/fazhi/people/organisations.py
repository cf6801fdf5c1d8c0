"""Organisations and the tree they stand in; a reorganisation ends one and names its successor, and old rows keep the old."""

from datetime import date
from typing import Any

from django.db import models

from fazhi.people.places import Place, after

STEP = 6  # characters of the path for one generation


class Kind(models.TextChoices):
    GOVERNMENT = "government", "人民政府"
    DEPARTMENT = "department", "政府工作部门"
    TOWN = "town", "镇（街道）"
    PARTY = "party", "党委部门"
    CONGRESS = "congress", "人大机关"
    COURT = "court", "人民法院"
    PROCURATORATE = "procuratorate", "人民检察院"
    POLICE = "police", "公安机关"
    INSTITUTION = "institution", "事业单位"
    SCHOOL = "school", "学校"
    SOCIAL = "social", "社会组织"
    ENTERPRISE = "enterprise", "企业"


class Organisation(models.Model):
    city = models.CharField("市", max_length=7, db_index=True)
    code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    name = models.CharField("名称", max_length=120)
    short = models.CharField("简称", max_length=40, blank=True)
    kind = models.CharField("类别", max_length=16, choices=Kind)
    place = models.ForeignKey(Place, models.PROTECT, verbose_name="所在地")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="branches", verbose_name="上级单位"
    )
    path = models.CharField("路径", max_length=60, db_index=True, editable=False, default="")
    since = models.DateField("成立日期", null=True, blank=True)
    until = models.DateField("撤销日期", null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="职能划入"
    )

    class Meta:
        verbose_name = "单位"
        ordering = ["path"]
        constraints = [models.UniqueConstraint(fields=["city", "name", "since"], name="organisation_name")]

    def __str__(self) -> str:
        return self.short or self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A new organisation takes its place in the tree once it has an id."""
        super().save(*args, **kwargs)
        if not self.path:
            above = self.parent.path if self.parent else ""
            self.path = f"{above}{self.pk:0{STEP}d}"
            super().save(update_fields=["path"])

    def exists_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


class FormerName(models.Model):
    """A name that a body bore until a day, so that a paper of that time can still be read."""

    org = models.ForeignKey(Organisation, models.CASCADE, related_name="former_names", verbose_name="单位")
    name = models.CharField("原名称", max_length=120)
    short = models.CharField("原简称", max_length=40, blank=True)
    until = models.DateField("更名日期")
    basis = models.CharField("依据", max_length=200)

    class Meta:
        verbose_name = "单位更名"
        ordering = ["-until", "-pk"]

    def __str__(self) -> str:
        return f"{self.name}（{self.until}更名）"


def branch(path: str, field: str = "org__path") -> models.Q:
    """Rows of the organisation at `path` and of everything under it."""
    return models.Q(**{f"{field}__gte": path, f"{field}__lt": after(path)})


def merge(old: Organisation, new: Organisation, on: date) -> None:
    """End `old` on a day, its functions passing to `new`; rows recorded under `old` stay under it."""
    old.until, old.successor = on, new
    old.save(update_fields=["until", "successor"])
