"""The facts of a reconsideration case, and the letters that its patterns give rise to."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from fazhi.casework.api import Facts
from fazhi.domains.reconsideration.intake import complaints
from fazhi.registers.api import Record


class Channel(models.TextChoices):
    COUNTER = "counter", "当面提交"
    POST = "post", "邮寄"
    INTERNET = "internet", "互联网"
    ORAL = "oral", "口头申请"
    AGENCY = "agency", "通过处罚机关提交"


class Act(models.TextChoices):
    """行政复议法第十一条: the acts against which one may apply."""

    PENALTY = "penalty", "行政处罚"
    COERCION = "coercion", "行政强制"
    LICENCE = "licence", "行政许可"
    RESOURCES = "resources", "自然资源确权"
    EXPROPRIATION = "expropriation", "征收征用及补偿"
    DAMAGES = "damages", "行政赔偿"
    INJURY = "injury", "工伤认定"
    AUTONOMY = "autonomy", "经营自主权、承包经营权"
    COMPETITION = "competition", "排除限制竞争"
    DUES = "dues", "违法要求履行义务"
    INACTION = "inaction", "不履行法定职责"
    BENEFITS = "benefits", "行政给付"
    CONTRACT = "contract", "行政协议"
    DISCLOSURE = "disclosure", "政府信息公开"
    OTHER = "other", "其他行政行为"


class SimpleGround(models.TextChoices):
    """第五十三条第一款."""

    ON_THE_SPOT = "on_the_spot", "当场作出的行政行为"
    WARNING = "warning", "警告或者通报批评"
    SMALL_AMOUNT = "small_amount", "款额三千元以下"
    DISCLOSURE = "disclosure", "政府信息公开案件"


class Cause(models.TextChoices):
    """第三十九条第一款: why a case is suspended."""

    DEATH = "death", "申请人死亡"
    INCAPACITY = "incapacity", "申请人丧失行为能力"
    MISSING = "missing", "申请人下落不明"
    DISSOLVED = "dissolved", "申请组织终止"
    FORCE_MAJEURE = "force_majeure", "不可抗力"
    MEDIATION = "mediation", "调解、和解"
    LEGAL_QUESTION = "legal_question", "法律适用待解释"
    OTHER_CASE = "other_case", "以他案结果为依据"
    ANNEX = "annex", "附带审查"
    OTHER = "other", "其他情形"


class Mediation(models.TextChoices):
    """第七十三条: a mediation paper has no effect before it is signed and sealed."""

    DRAFTED = "drafted", "调解书待签章"
    FAILED = "failed", "未达成协议或者反悔"
    EFFECTIVE = "effective", "调解书已生效"


class ReconsiderationCase(Facts):
    channel = models.CharField(
        "申请方式", max_length=8, choices=Channel, help_text="通过处罚机关提交的，收到日期填处罚机关收到申请的日期"
    )
    act = models.CharField("行政行为种类", max_length=16, choices=Act)
    field = models.CharField("行政管理领域", max_length=30, blank=True)
    respondent = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+", verbose_name="被申请人")
    against_department = models.BooleanField("被申请人为本级政府工作部门", default=False)
    known_on = models.DateField("知道行政行为日期", null=True, blank=True)
    applied_on = models.DateField("申请日期")
    # 第二十条、第二十一条, 实施条例第十六条: what the time to apply is counted by
    acted_on = models.DateField("行政行为作出日期", null=True, blank=True)
    uninformed = models.BooleanField("未告知复议权利、机关或者申请期限", default=False)
    informed_on = models.DateField(
        "知道复议权利、机关和期限日期",
        null=True,
        blank=True,
        help_text="行政机关未告知的，填申请人知道或者应当知道的日期",
    )
    longer_days = models.PositiveSmallIntegerField(
        "法律规定的更长申请期限（日）", null=True, blank=True, help_text="法律规定的申请期限超过六十日的填写"
    )
    longer_basis = models.CharField("规定更长申请期限的法律条文", max_length=60, blank=True)
    real_estate = models.BooleanField("因不动产提出申请", default=False)
    requested_on = models.DateField(
        "行政机关收到履职申请日期", null=True, blank=True, help_text="没有履行期限的，自此满六十日起算申请期限"
    )
    perform_due_on = models.DateField(
        "履职期限届满日期", null=True, blank=True, help_text="法律、法规、规章规定履行期限的填写"
    )
    urgent = models.BooleanField("紧急情况下请求保护人身权、财产权", default=False)
    delay_excused = models.BooleanField("耽误期限有正当理由", default=False)
    obstacle_from = models.DateField("障碍发生日期", null=True, blank=True, help_text="填写起止日期的，按日扣除")
    obstacle_until = models.DateField("障碍消除日期", null=True, blank=True)
    must_come_first = models.BooleanField("复议前置", default=False)
    simple_ground = models.CharField("适用简易程序情形", max_length=16, choices=SimpleGround, blank=True)
    all_agree_simple = models.BooleanField("各方同意适用简易程序", default=False)
    major = models.BooleanField("重大、疑难、复杂", default=False)
    professional = models.BooleanField("专业性、技术性较强", default=False)
    track = models.CharField(
        "审理程序", max_length=10, choices=[("ordinary", "普通程序"), ("simplified", "简易程序")], blank=True
    )
    accepted_on = models.DateField("受理日期", null=True, blank=True)
    corrections = models.SmallIntegerField("补正通知次数", default=0)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    no_evidence = models.BooleanField("逾期未答复举证", default=False)
    heard = models.BooleanField("举行听证", default=False)
    consulted = models.BooleanField("提请委员会咨询", default=False)
    stayed = models.BooleanField("停止执行", default=False)
    cause = models.CharField("中止原因", max_length=16, choices=Cause, blank=True)
    extended = models.BooleanField("延长复议期限", default=False)
    mediation = models.CharField("调解情况", max_length=10, choices=Mediation, blank=True)
    remake_ordered = models.BooleanField("责令重新作出行政行为", default=False)
    damages_ordered = models.BooleanField("一并决定赔偿", default=False)
    served_on = models.DateField("送达日期", null=True, blank=True)
    performed_on = models.DateField("履行日期", null=True, blank=True)
    sued_on = models.DateField("起诉日期", null=True, blank=True)
    suit_lapsed_on = models.DateField("起诉期限届满未起诉日期", null=True, blank=True)
    opinion_on = models.DateField("意见书制发日期", null=True, blank=True)
    opinion_reported_on = models.DateField("纠正情况报送日期", null=True, blank=True)
    copied_on = models.DateField("抄告日期", null=True, blank=True)
    published_on = models.DateField("公开日期", null=True, blank=True)

    ahead = frozenset({"perform_due_on"})  # the day by which the law lets the organ perform
    #: which day cannot come after which
    order: ClassVar = (
        ("acted_on", "known_on"), ("acted_on", "applied_on"), ("known_on", "applied_on"), ("informed_on", "applied_on"),
        ("requested_on", "perform_due_on"), ("requested_on", "applied_on"), ("obstacle_from", "obstacle_until"),
        ("obstacle_until", "applied_on"),
    )  # fmt: skip

    class Meta:
        verbose_name = "行政复议案件"

    def clean(self) -> None:
        """At intake: days in their order, and particulars that belong together."""
        columns = {column.name: column for column in self._meta.concrete_fields}
        given: dict[str, Any] = {name: getattr(self, column.attname) for name, column in columns.items()}
        labels = {name: str(column.verbose_name) for name, column in columns.items()}
        if found := complaints(given, labels, self.order, self.case.received_on):
            raise ValidationError(found)


class RiskAlertLetter(Record):
    """风险提示函: what a pattern in the cases tells a body before the next case comes."""

    number = models.CharField("文号", max_length=60)
    happened_on = models.DateField("制发日期")
    addressee = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+", verbose_name="送达单位")
    field = models.CharField("行政管理领域", max_length=30)
    risk = models.CharField("风险事项", max_length=200)
    case_count = models.IntegerField("依据案件数", default=1)
    replied_on = models.DateField("反馈日期", null=True, blank=True)
    withdrawn = models.BooleanField("已收回", default=False)

    class Meta:
        verbose_name = "行政复议风险提示函"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], condition=models.Q(voided_on__isnull=True), name="risk_letter_number"
            )
        ]
