"""The columns every recorded thing carries, so that one language of figures can count them all."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from fazhi.registers.naming import name_of
from fazhi.registers.soundness import Sound, set_beforehand


def this_city() -> str:
    return str(settings.CITY)


class Recorded(Sound):
    """City, local year, place, organisation, where the row came from, and whether it has been struck out."""

    #: the column whose year is the row's statutory year
    dated_by: ClassVar[str]

    city = models.CharField("市", max_length=7, default=this_city, editable=False)
    year = models.SmallIntegerField("年度", editable=False)
    place = models.ForeignKey("people.Place", models.PROTECT, related_name="+", verbose_name="所在地")
    org = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+", verbose_name="填报单位")
    batch = models.ForeignKey(
        "ledgers.Batch",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name="导入批次",
    )
    source_cell = models.CharField("来源单元格", max_length=60, blank=True, editable=False)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)
    voided_on = models.DateField("作废日期", null=True, blank=True, editable=False)
    void_reason = models.CharField("作废原因", max_length=120, blank=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return name_of(self)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.year = self.statutory_year()
        super().save(*args, **kwargs)

    def statutory_year(self) -> int:
        dated: date | str = getattr(self, self.dated_by)
        return date.fromisoformat(dated).year if isinstance(dated, str) else dated.year


class Record(Recorded):
    """Something that happened on a day. Subclasses may relabel `happened_on` (举办日期, 制发日期…).

    What else was done about it was done no earlier, but for the days named in `preceding`.
    """

    dated_by = "happened_on"
    preceding: ClassVar[frozenset[str]] = frozenset()

    happened_on = models.DateField("日期")

    class Meta:
        abstract = True
        get_latest_by = "happened_on"

    @classmethod
    def every_order(cls) -> tuple[tuple[str, str], ...]:
        days = (c for c in cls._meta.concrete_fields if isinstance(c, models.DateField) and c.editable)
        later = (c.name for c in days if c.name not in cls.preceding | {cls.dated_by, "recorded_at"})
        return (*cls.orders, *((cls.dated_by, name) for name in later if not set_beforehand(cls, name)))


class Entry(Recorded):
    """One version of one line of a list: true from a day to a day, known from an instant to an instant.

    A correction moves what was known into a row of its own (`of` points to the line it was), so that the line keeps its id
    and others may refer to it. A change in the world ends one line and begins another with the same key.
    """

    dated_by = "valid_from"

    key = models.CharField("编码", max_length=60)
    valid_from = models.DateField("生效日期")
    valid_to = models.DateField("失效日期", null=True, blank=True)
    basis = models.CharField("依据", max_length=200, blank=True)
    known_from = models.DateTimeField("知悉起", auto_now_add=True)
    known_to = models.DateTimeField("知悉止", null=True, blank=True, editable=False)
    of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="earlier", editable=False)

    class Meta:
        abstract = True

    @classmethod
    def every_order(cls) -> tuple[tuple[str, str], ...]:
        return (*cls.orders, ("valid_from", "valid_to"))
