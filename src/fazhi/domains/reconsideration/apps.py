from django.apps import AppConfig


class ReconsiderationConfig(AppConfig):
    name = "fazhi.domains.reconsideration"
    label = "reconsideration"
    verbose_name = "行政复议"
