"""What this domain gives the rooms below it."""

from fazhi.casework.api import register_business
from fazhi.domains.normative import models
from fazhi.domains.normative.dossiers import COLUMNS, review_dossier
from fazhi.domains.normative.figures import FIGURES
from fazhi.domains.normative.procedure import LegalityReview
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_case_ledger, register_ledger

register_business(
    LegalityReview,
    facts=models.LegalityReviewCase,
    number_head="镇合审",
    purpose="起草单位报送行政规范性文件送审稿，在集体讨论决定以前登记。",
)
register_figures(FIGURES)
register_ledger(
    models.CleanupItem,
    key=("number",),
    aliases={
        "title": ("标题",),
        "maker": ("制定单位", "发文单位"),
        "outcome": ("清理结果", "处理意见"),
        "number": ("序号",),
    },
)
register_ledger(models.LegalOpinion, key=("number",), aliases={"title": ("事项",), "requester": ("委托单位",)})
register_case_ledger(
    models.LegalityReviewCase,
    title="规范性文件合法性审查台账",
    columns=COLUMNS,
    key=("register_no",),
    dossier=review_dossier,
)
