"""The domain's name for Django."""

from django.apps import AppConfig


class InspectionConfig(AppConfig):
    name = "fazhi.domains.inspection"
    label = "inspection"
    verbose_name = "行政检查"
