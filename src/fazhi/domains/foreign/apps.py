from django.apps import AppConfig


class ForeignConfig(AppConfig):
    name = "fazhi.domains.foreign"
    label = "foreign"
    verbose_name = "涉外法治与公证"
