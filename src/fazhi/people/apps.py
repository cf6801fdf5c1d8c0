from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "fazhi.people"
    label = "people"
    verbose_name = "单位和人员"
