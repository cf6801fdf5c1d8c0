"""Makes the domain known to Django."""

from django.apps import AppConfig


class SafetyConfig(AppConfig):
    name = "fazhi.domains.safety"
    label = "safety"
    verbose_name = "安全生产与消防"
