from django.apps import AppConfig


class NormativeConfig(AppConfig):
    name = "fazhi.domains.normative"
    label = "normative"
    verbose_name = "规范性文件"
