"""Who leads: bodies, the cadre roster, principal leaders, handbooks and duties done in person. Gathered by `models`."""

from django.db import models
from django.db.models import Q

from fazhi.registers.api import Entry, Record


class BodyKind(models.TextChoices):
    AREA = "area", "县（市、区）政府（管委会）"
    DEPARTMENT = "department", "市政府部门"
    PARTY = "party", "党委部门"
    AREA_PARTY = "area_party", "县（市、区）党委、人大、政协"
    CONGRESS = "congress", "人大、政协机关"
    JUDICIARY = "judiciary", "法院、检察院"
    MASS = "mass", "群团组织"
    INSTITUTION = "institution", "事业单位"
    ENTERPRISE = "enterprise", "市属国有企业"


class Rank(models.TextChoices):
    PRINCIPAL = "principal", "县处级正职"
    DEPUTY = "deputy", "县处级副职"
    NON_LEADING = "non_leading", "县处级职级公务员"
    SECTION = "section", "乡科级"


class Duty(models.TextChoices):
    """四个亲自."""

    DEPLOY = "deploy", "重要工作亲自部署"
    INQUIRE = "inquire", "重大问题亲自过问"
    COORDINATE = "coordinate", "重点环节亲自协调"
    SUPERVISE = "supervise", "重要任务亲自督办"


class LeaderRole(models.TextChoices):
    PARTY = "party", "党委主要负责人"
    GOVERNMENT = "government", "政府主要负责人"


class LeadingBody(Entry):
    """A leading body at county-division level: what the yearly round is opened over."""

    name = models.CharField("班子名称", max_length=80)
    kind = models.CharField("班子类别", max_length=12, choices=BodyKind)
    head = models.CharField("主要负责人", max_length=30, blank=True)
    posts = models.SmallIntegerField("班子职数", default=0)

    class Meta:
        verbose_name = "县处级领导班子"

    def __str__(self) -> str:
        return self.name


class Cadre(Entry):
    """One person in one post. A move ends the line and begins another under the same key: persons are told by key."""

    name = models.CharField("姓名", max_length=30)
    body = models.ForeignKey(
        LeadingBody,
        models.PROTECT,
        related_name="cadres",
        verbose_name="所在班子（单位）",
        help_text="写班子编码或者名称",
    )
    position = models.CharField("职务", max_length=60)
    rank = models.CharField("职级", max_length=12, choices=Rank)
    joined_body = models.BooleanField("领导班子成员", default=True)
    law_degree = models.BooleanField("法律专业背景", default=False)

    class Meta:
        verbose_name = "领导干部名册"
        indexes = [models.Index(fields=["city", "key"], name="cadre_key")]

    def __str__(self) -> str:
        return self.name


class HandbookEdition(Entry):
    name = models.CharField("手册名称", max_length=120)
    party_rules = models.SmallIntegerField("收录党内法规（部）", default=0)
    laws = models.SmallIntegerField("收录国家法律（部）", default=0)
    printed = models.IntegerField("印数", default=0)

    class Meta:
        verbose_name = "应知应会学习手册版本"

    def __str__(self) -> str:
        return self.name


class HandbookReceipt(Record):
    number = models.CharField("签收编号", max_length=40)
    edition = models.ForeignKey(
        HandbookEdition, models.PROTECT, related_name="receipts", verbose_name="手册版本", help_text="写手册编码"
    )
    cadre = models.ForeignKey(
        Cadre, models.PROTECT, related_name="receipts", verbose_name="领取人", help_text="写干部编码"
    )
    happened_on = models.DateField("发放日期")
    copies = models.SmallIntegerField("册数", default=1)
    signed = models.BooleanField("本人已签收", default=False)
    signed_on = models.DateField("签收日期", null=True, blank=True)

    class Meta:
        verbose_name = "学习手册发放签收"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="handbook_receipt_number", condition=Q(voided_on__isnull=True)
            )
        ]


class PrincipalLeader(Entry):
    """党政主要负责人 of the city and of its counties and districts: the first persons responsible."""

    name = models.CharField("姓名", max_length=30)
    role = models.CharField("责任人类别", max_length=12, choices=LeaderRole)
    position = models.CharField("职务", max_length=60)

    class Meta:
        verbose_name = "法治建设第一责任人"

    def __str__(self) -> str:
        return f"{self.position}{self.name}"


class DutyRecord(Record):
    """Something a principal leader did for the rule of law in person."""

    number = models.CharField("记录编号", max_length=40)
    leader = models.ForeignKey(
        PrincipalLeader, models.PROTECT, related_name="duties", verbose_name="责任人", help_text="写责任人编码"
    )
    duty = models.CharField("履职类别", max_length=12, choices=Duty)
    happened_on = models.DateField("履职日期")
    matter = models.CharField("履职事项", max_length=200)
    evidence = models.CharField("佐证材料", max_length=120, help_text="批示、会议纪要、督办单等的名称和文号")
    follow_up = models.CharField("落实情况", max_length=200, blank=True)

    class Meta:
        verbose_name = "第一责任人履职记录"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], name="duty_record_number", condition=Q(voided_on__isnull=True)
            )
        ]
