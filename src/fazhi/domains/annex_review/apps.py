from django.apps import AppConfig


class AnnexReviewConfig(AppConfig):
    name = "fazhi.domains.annex_review"
    label = "annex_review"
    verbose_name = "规范性文件附带审查"
