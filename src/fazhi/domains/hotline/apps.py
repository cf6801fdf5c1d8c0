"""Makes the domain known to Django."""

from django.apps import AppConfig


class HotlineConfig(AppConfig):
    name = "fazhi.domains.hotline"
    label = "hotline"
    verbose_name = "12345热线与110"
