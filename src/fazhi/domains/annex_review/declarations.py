"""What this domain gives the rooms below it."""

from fazhi.casework.api import register_business
from fazhi.domains.annex_review.models import ReviewedDocument
from fazhi.domains.annex_review.procedure import AnnexReview, BasisReview

register_business(AnnexReview, facts=ReviewedDocument, number_head="附审")
register_business(BasisReview, facts=ReviewedDocument, number_head="据审")
