from django.apps import AppConfig


class CounselConfig(AppConfig):
    name = "fazhi.domains.counsel"
    label = "counsel"
    verbose_name = "项目法律服务与法律顾问"
