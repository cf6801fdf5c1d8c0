from django.apps import AppConfig


class ZhenjiangConfig(AppConfig):
    name = "fazhi.city.zhenjiang"
    label = "zhenjiang"
    verbose_name = "镇江市"
