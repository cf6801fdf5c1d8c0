"""The domain's name for Django."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    name = "fazhi.domains.services"
    label = "services"
    verbose_name = "一件事与无感智办"
