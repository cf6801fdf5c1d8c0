"""Schools, their law vice-principals, brands and honours. Tables gathered by `models`."""

from django.db import models
from django.db.models import Q

from fazhi.registers.api import Entry, Record


class Stage(models.TextChoices):
    KINDERGARTEN = "kindergarten", "幼儿园"
    PRIMARY = "primary", "小学"
    JUNIOR = "junior", "初级中学"
    NINE_YEAR = "nine_year", "九年一贯制学校"
    COMPLETE = "complete", "完全中学"
    SENIOR = "senior", "普通高中"
    VOCATIONAL = "vocational", "中等职业学校"
    SPECIAL = "special", "特殊教育学校"
    COLLEGE = "college", "高等学校"


class Nature(models.TextChoices):
    PUBLIC = "public", "公办"
    PRIVATE = "private", "民办"


class Sender(models.TextChoices):
    """Who lends vice-principals to schools."""

    POLICE = "police", "公安机关"
    PROCURATORATE = "procuratorate", "检察机关"
    COURT = "court", "人民法院"
    JUSTICE = "justice", "司法行政机关"
    OTHER = "other", "其他单位"


class BrandStatus(models.TextChoices):
    APPLYING = "applying", "申报中"
    ACTIVE = "active", "已登记"
    SUSPENDED = "suspended", "已停用"


class Honour(models.TextChoices):
    PROVINCIAL_MODEL = "provincial_model", "江苏省依法治校示范校"
    PROVINCIAL_ADVANCED = "provincial_advanced", "江苏省依法治校先进学校"
    CITY_MODEL = "city_model", "镇江市依法治校示范校"
    LAW_SCHOOL = "law_school", "法治示范校"


class HonourResult(models.TextChoices):
    NOMINATED = "nominated", "已推荐"
    SELECTED = "selected", "入选"
    NOT_SELECTED = "not_selected", "未入选"
    REVOKED = "revoked", "撤销称号"


class School(Entry):
    name = models.CharField("学校名称", max_length=80)
    stage = models.CharField("办学类型", max_length=14, choices=Stage)
    nature = models.CharField("办学性质", max_length=8, choices=Nature, default=Nature.PUBLIC)
    students = models.IntegerField("在校学生数", default=0)
    principal = models.CharField("校长", max_length=30, blank=True)
    in_programme = models.BooleanField("法治示范校建设单位", default=False, help_text="列入“一校一品”建设的填是")

    class Meta:
        verbose_name = "学校名册"

    def __str__(self) -> str:
        return self.name


class VicePrincipal(Entry):
    """One appointment of one person to one school for a term: from 聘任日期 until 聘期届满 or dismissal."""

    school = models.ForeignKey(
        School, models.PROTECT, related_name="vice_principals", verbose_name="任职学校", help_text="写学校编码或者名称"
    )
    person = models.CharField("人员编号", max_length=40, help_text="派员单位的工作证号；同一人任职多校时填同一编号")
    name = models.CharField("姓名", max_length=30)
    sender = models.CharField("派员系统", max_length=16, choices=Sender)
    unit = models.CharField("派员单位", max_length=80)
    position = models.CharField("职务", max_length=60, blank=True)
    term_years = models.SmallIntegerField("聘期（年）", default=3)
    lessons = models.SmallIntegerField("本年授课次数", default=0)

    class Meta:
        verbose_name = "法治副校长聘任"

    def __str__(self) -> str:
        return self.name


class SchoolBrand(Entry):
    school = models.ForeignKey(
        School, models.PROTECT, related_name="brands", verbose_name="学校", help_text="写学校编码或者名称"
    )
    name = models.CharField("品牌名称", max_length=80)
    theme = models.CharField("品牌主题", max_length=80)
    carrier = models.CharField("活动载体", max_length=120, blank=True)
    status = models.CharField("登记状态", max_length=10, choices=BrandStatus)

    class Meta:
        verbose_name = "学校法治品牌"

    def __str__(self) -> str:
        return self.name


class SchoolHonour(Record):
    number = models.CharField("编号", max_length=40)
    school = models.ForeignKey(
        School, models.PROTECT, related_name="honours", verbose_name="学校", help_text="写学校编码或者名称"
    )
    honour = models.CharField("称号", max_length=20, choices=Honour)
    batch_number = models.SmallIntegerField("批次", default=1, help_text="首批填1")
    happened_on = models.DateField("公布日期")
    conferred_by = models.CharField("授予单位", max_length=80)
    document = models.CharField("文号", max_length=80, blank=True)
    score = models.DecimalField("评审得分", max_digits=5, decimal_places=2, null=True, blank=True)
    result = models.CharField("评审结果", max_length=12, choices=HonourResult)

    class Meta:
        verbose_name = "学校依法治校荣誉"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="school_honour_number", condition=Q(voided_on__isnull=True)
            )
        ]
