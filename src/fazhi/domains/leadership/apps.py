"""The domain's name for Django."""

from django.apps import AppConfig


class LeadershipConfig(AppConfig):
    name = "fazhi.domains.leadership"
    label = "leadership"
    verbose_name = "第一责任人与述法"
