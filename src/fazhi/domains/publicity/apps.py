"""The domain's name for Django."""

from django.apps import AppConfig


class PublicityConfig(AppConfig):
    name = "fazhi.domains.publicity"
    label = "publicity"
    verbose_name = "普法"
