"""Makes the domain known to Django."""

from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    name = "fazhi.domains.workforce"
    label = "workforce"
    verbose_name = "法治工作队伍"
