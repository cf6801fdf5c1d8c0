"""The domain's name for Django."""

from django.apps import AppConfig


class PowersConfig(AppConfig):
    name = "fazhi.domains.powers"
    label = "powers"
    verbose_name = "权责清单与机构"
