"""What this domain gives the rooms below it."""

from fazhi.casework.api import register_business
from fazhi.domains.annex_review.models import ReviewedDocument
from fazhi.domains.annex_review.procedure import AnnexReview, BasisReview

register_business(
    AnnexReview,
    facts=ReviewedDocument,
    number_head="附审",
    purpose="申请人在行政复议中一并申请审查规范性文件时，由复议案件的步骤另立。",
)
register_business(
    BasisReview,
    facts=ReviewedDocument,
    number_head="据审",
    purpose="复议机关认为行政行为的依据不合法时，由复议案件的步骤另立。",
)
