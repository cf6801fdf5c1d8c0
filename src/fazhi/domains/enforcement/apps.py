"""The domain's name for Django."""

from django.apps import AppConfig


class EnforcementConfig(AppConfig):
    name = "fazhi.domains.enforcement"
    label = "enforcement"
    verbose_name = "行政执法与监督"
