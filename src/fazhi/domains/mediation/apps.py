"""Makes the domain known to Django."""

from django.apps import AppConfig


class MediationConfig(AppConfig):
    name = "fazhi.domains.mediation"
    label = "mediation"
    verbose_name = "矛盾纠纷多元化解"
