"""The domain's name for Django."""

from django.apps import AppConfig


class PublicDataConfig(AppConfig):
    name = "fazhi.domains.public_data"
    label = "public_data"
    verbose_name = "首席数据官"
