"""Administrative divisions. A code's prefix is its tree: 3211 holds 321181, which holds 321181102."""

from django.db import models

DISTRICT_DIGITS = 6
TOWN_DIGITS = 9


class Level(models.TextChoices):
    CITY = "city", "设区市"
    DISTRICT = "district", "县（市、区）"
    TOWN = "town", "镇（街道）"
    VILLAGE = "village", "村（社区）"


class Place(models.Model):
    """A division. Functional zones without a statutory code carry an internal one whose fifth character is a letter."""

    code = models.CharField("区划代码", max_length=12, primary_key=True)
    city = models.CharField("市", max_length=7, db_index=True)
    name = models.CharField("名称", max_length=60)
    level = models.CharField("层级", max_length=8, choices=Level)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name="上级")
    since = models.DateField("设立日期", null=True, blank=True)
    until = models.DateField("撤销日期", null=True, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="并入")

    class Meta:
        verbose_name = "行政区划"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name

    @property
    def prefix(self) -> str:
        """What every code inside this place begins with."""
        return prefix_of(self.code, self.level)


class Renaming(models.Model):
    """A change of a place's name, so that a paper of that time can still be read."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="renamings", verbose_name="区划")
    on = models.DateField("更名日期", db_column="on_date")
    former_name = models.CharField("原名称", max_length=60)
    basis = models.CharField("依据", max_length=120)

    class Meta:
        verbose_name = "区划更名"

    def __str__(self) -> str:
        return f"{self.former_name}（{self.on}更名）"


def prefix_of(code: str, level: str) -> str:
    return code[:4] if level == Level.CITY else code


def after(prefix: str) -> str:
    """The first text that no longer begins with `prefix`: a range the index can use where LIKE cannot."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)


def within(prefix: str, field: str = "place_id") -> models.Q:
    """Rows whose place lies inside `prefix`."""
    return models.Q(**{f"{field}__gte": prefix, f"{field}__lt": after(prefix)})
