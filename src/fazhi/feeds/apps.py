from django.apps import AppConfig


class FeedsConfig(AppConfig):
    name = "fazhi.feeds"
    label = "feeds"
    verbose_name = "数据接口"
