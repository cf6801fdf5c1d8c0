"""Trainings and who came, people and partners, requests from abroad, published cases, and the facts of a notarisation."""

from django.db import models

from fazhi.casework.api import Facts
from fazhi.registers.api import Entry, MoneyField, Record, UsccField


class TrainingKind(models.TextChoices):
    FOREIGN = "foreign", "涉外法治专场"
    DOMESTIC = "domestic", "国内法律实务"
    TRADE = "trade", "外经贸业务"


class SessionStatus(models.TextChoices):
    PLANNED = "planned", "拟举办"
    HELD = "held", "已举办"
    CANCELLED = "cancelled", "取消"


class TalentLevel(models.TextChoices):
    LEADING = "leading", "领军人才"
    BACKBONE = "backbone", "骨干人才"
    RESERVE = "reserve", "后备人才"


class TalentUnit(models.TextChoices):
    LAW_FIRM = "law_firm", "律师事务所"
    NOTARY = "notary", "公证机构"
    ORGAN = "organ", "机关"
    UNIVERSITY = "university", "高等院校"
    ENTERPRISE = "enterprise", "企业法务"


class PartnerKind(models.TextChoices):
    FIRM = "firm", "律师事务所"
    CHAMBER = "chamber", "商会"
    UNIVERSITY = "university", "高等院校"
    CENTRE = "centre", "海外法律服务中心"


class RequestTopic(models.TextChoices):
    INVESTMENT = "investment", "投资设厂"
    TRADE = "trade", "贸易合同"
    LABOUR = "labour", "劳动用工"
    IP = "ip", "知识产权"
    DISPUTE = "dispute", "争议解决"
    OTHER = "other", "其他"


class NotaryScope(models.TextChoices):
    DOMESTIC = "domestic", "国内"
    FOREIGN = "foreign", "涉外"
    HKMT = "hkmt", "涉港澳台"


class TrainingSession(Record):
    number = models.CharField("场次编号", max_length=40)
    happened_on = models.DateField("举办日期")
    title = models.CharField("培训主题", max_length=120)
    kind = models.CharField("培训类型", max_length=10, choices=TrainingKind)
    country = models.CharField("国别地区", max_length=60, blank=True)
    venue = models.CharField("地点", max_length=60, blank=True)
    lecturer = models.CharField("主讲人", max_length=40, blank=True)
    host = models.CharField("主办单位", max_length=120, blank=True)
    satisfaction = models.SmallIntegerField("满意度（%）", null=True, blank=True)
    status = models.CharField("状态", max_length=10, choices=SessionStatus)

    class Meta:
        verbose_name = "涉外法治培训"


class TrainingAttendance(Record):
    """One enterprise signed in at one session."""

    number = models.CharField("签到编号", max_length=40)
    happened_on = models.DateField("签到日期")
    session = models.ForeignKey(TrainingSession, models.PROTECT, related_name="attendance", verbose_name="培训场次")
    enterprise = models.CharField("企业名称", max_length=120)
    uscc = UsccField()
    people = models.SmallIntegerField("参加人数", default=1)
    absent = models.BooleanField("报名未到", default=False)

    class Meta:
        verbose_name = "涉外法治培训签到"


class ForeignTalent(Entry):
    """涉外法治人才: who could be sent when an enterprise needs counsel abroad."""

    valid_from = models.DateField("入库日期")
    valid_to = models.DateField("出库日期", null=True, blank=True)
    name = models.CharField("姓名", max_length=20)
    employer = models.CharField("工作单位", max_length=120)
    unit = models.CharField("单位类型", max_length=10, choices=TalentUnit)
    level = models.CharField("层次", max_length=8, choices=TalentLevel)
    languages = models.CharField("工作语言", max_length=60)
    qualification = models.CharField("资格证书", max_length=120, blank=True)
    fields = models.CharField("专业领域", max_length=120, blank=True)
    cases = models.SmallIntegerField("办理涉外案件数", default=0)
    training_hours = models.SmallIntegerField("累计培训学时", default=0)

    class Meta:
        verbose_name = "涉外法治人才"


class Partner(Entry):
    """A body abroad with which the city works, and the agreement it rests on."""

    valid_from = models.DateField("建立合作日期")
    valid_to = models.DateField("终止日期", null=True, blank=True)
    name = models.CharField("机构名称", max_length=120)
    country = models.CharField("国家", max_length=40)
    kind = models.CharField("机构类型", max_length=10, choices=PartnerKind)
    agreement = models.CharField("合作文件", max_length=120, blank=True)
    expertise = models.CharField("专长", max_length=120, blank=True)
    contact = models.CharField("联络单位", max_length=60, blank=True)

    class Meta:
        verbose_name = "涉外合作机构"


class OverseasRequest(Record):
    """What an enterprise asks an overseas centre for."""

    number = models.CharField("编号", max_length=40)
    happened_on = models.DateField("提出日期")
    enterprise = models.CharField("企业名称", max_length=120)
    uscc = UsccField()
    country = models.CharField("国家", max_length=40)
    topic = models.CharField("事项", max_length=10, choices=RequestTopic)
    lawyer = models.CharField("承办律师", max_length=40, blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    result = models.CharField("办理结果", max_length=200, blank=True)
    amount = MoneyField("涉及金额", null=True, blank=True)

    class Meta:
        verbose_name = "海外法律服务事项"


class TypicalCase(Record):
    """涉外法治典型案例, released at a press conference."""

    number = models.CharField("案例编号", max_length=40)
    happened_on = models.DateField("发布日期")
    title = models.CharField("案例名称", max_length=200)
    nominated_by = models.CharField("报送单位", max_length=120)
    occasion = models.CharField("发布活动", max_length=120)
    anonymised = models.BooleanField("已作匿名处理", default=False)
    point = models.CharField("典型意义", max_length=200, blank=True)

    class Meta:
        verbose_name = "涉外法治典型案例"


class NotaryCase(Facts):
    register_no = models.CharField("受理登记号", max_length=40, db_index=True)
    office = models.CharField("公证机构", max_length=60)
    matter = models.CharField("公证事项", max_length=40)
    scope = models.CharField("公证类别", max_length=8, choices=NotaryScope)
    destination = models.CharField(
        "使用地", max_length=40, blank=True, help_text="涉外和涉港澳台公证填使用国家或者地区"
    )
    certificate_no = models.CharField("公证书编号", max_length=60, blank=True)

    class Meta:
        verbose_name = "公证案件"
