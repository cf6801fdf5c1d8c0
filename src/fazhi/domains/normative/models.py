"""Documents under clean-up, papers issued by the legal office, and the facts of a legality review."""

from django.db import models
from django.db.models import Q

from fazhi.casework.api import Facts
from fazhi.registers.api import Record


class DocumentKind(models.TextChoices):
    LOCAL_REGULATION = "local_regulation", "地方性法规"
    MUNICIPAL_RULE = "municipal_rule", "市政府规章"
    NORMATIVE_DOCUMENT = "normative_document", "行政规范性文件"
    POLICY_DOCUMENT = "policy_document", "政策文件"


class CleanupSubject(models.TextChoices):
    UNEQUAL = "unequal", "涉及不平等对待企业"
    UNIFIED_MARKET = "unified_market", "妨碍统一市场和公平竞争"
    ECOLOGY = "ecology", "生态环境保护"
    PERIODIC = "periodic", "定期清理"


class Finding(models.TextChoices):
    """What a document contains that 公平竞争审查条例 8-11 or 优化营商环境条例 64 does not allow."""

    NONE = "none", "未发现问题"
    ACCESS = "access", "限制市场准入和退出"
    MOVEMENT = "movement", "限制商品要素自由流动"
    COST = "cost", "影响生产经营成本"
    CONDUCT = "conduct", "影响生产经营行为"
    OUTDATED = "outdated", "与上位法不一致或者已过时"


class CleanupOutcome(models.TextChoices):
    KEEP = "keep", "继续有效"
    AMEND = "amend", "修改"
    REPEAL = "repeal", "废止"
    LAPSE = "lapse", "宣布失效"


class PaperKind(models.TextChoices):
    OPINION = "opinion", "法律意见书"
    REVIEW_OPINION = "review_opinion", "合法性审核意见书"


class PaperSubject(models.TextChoices):
    DOCUMENT = "document", "规范性文件、政策文件"
    AGREEMENT = "agreement", "协议、合同"
    DECISION = "decision", "重大行政决策"
    MEETING = "meeting", "会议议题"
    OTHER = "other", "其他涉法事项"


class Maker(models.TextChoices):
    GOVERNMENT = "government", "市政府"
    OFFICE = "office", "市政府办公室"
    DEPARTMENT = "department", "市政府部门"
    DISTRICT = "district", "县（市、区）政府"


class CleanupItem(Record):
    """One document in one clean-up: listed, reviewed by its maker, reviewed again, and dealt with."""

    preceding = frozenset({"issued_on"})

    number = models.CharField("清理序号", max_length=40)
    happened_on = models.DateField("列入清理日期")
    subject = models.CharField("清理专题", max_length=14, choices=CleanupSubject)
    kind = models.CharField("文件类型", max_length=18, choices=DocumentKind)
    title = models.CharField("文件名称", max_length=200)
    document_number = models.CharField("文号", max_length=60, blank=True)
    maker = models.CharField("制定机关", max_length=60)
    issued_on = models.DateField("印发日期", null=True, blank=True)
    concerns_enterprises = models.BooleanField("涉企", default=True)
    reviewed_on = models.DateField("梳理日期", null=True, blank=True, help_text="完成自查梳理的日期")
    finding = models.CharField("梳理发现", max_length=10, choices=Finding, blank=True)
    second_review_on = models.DateField("复核日期", null=True, blank=True)
    outcome = models.CharField("清理意见", max_length=6, choices=CleanupOutcome, blank=True)
    completed_on = models.DateField("清理完成日期", null=True, blank=True, help_text="修改、废止、宣布失效公布的日期")

    class Meta:
        verbose_name = "文件清理"


class LegalOpinion(Record):
    """A numbered paper of the legal office about one matter."""

    number = models.CharField("文号", max_length=60)
    happened_on = models.DateField("出具日期")
    kind = models.CharField("文书种类", max_length=14, choices=PaperKind)
    subject = models.CharField("事项类型", max_length=10, choices=PaperSubject)
    title = models.CharField("事项名称", max_length=200)
    requester = models.CharField("送审单位", max_length=60)
    review_number = models.CharField("对应合法性审查登记号", max_length=40, blank=True)
    drafter = models.CharField("承办人", max_length=20)
    signer = models.CharField("签发人", max_length=20)
    adverse = models.BooleanField("提出合法性问题", default=False)
    withdrawn = models.BooleanField("已收回", default=False)

    class Meta:
        verbose_name = "法律意见"
        constraints = [
            models.UniqueConstraint(
                fields=["city", "number"], condition=Q(voided_on__isnull=True), name="legal_opinion_number"
            )
        ]


class LegalityReviewCase(Facts):
    register_no = models.CharField("送审登记号", max_length=40, db_index=True)
    document = models.CharField("文件名称", max_length=200)
    maker = models.CharField("制定机关", max_length=10, choices=Maker)
    drafter = models.CharField("起草单位", max_length=60)
    concerns_enterprises = models.BooleanField("与市场主体密切相关", default=False)
    comment_days = models.SmallIntegerField("公开征求意见天数", null=True, blank=True)
    urgent = models.BooleanField("应对紧急情况", default=False)
    fair_competition_reviewed = models.BooleanField("已作公平竞争审查", default=False)
    authority_checked = models.BooleanField("制定主体和权限合法", default=False)
    content_checked = models.BooleanField("内容合法", default=False)
    procedure_checked = models.BooleanField("制定程序合法", default=False)
    returned = models.BooleanField("曾退回补正", default=False)
    reviewed_on = models.DateField("审查意见日期", null=True, blank=True)

    class Meta:
        verbose_name = "规范性文件合法性审查"
