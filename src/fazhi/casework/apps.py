from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "fazhi.casework"
    label = "casework"
