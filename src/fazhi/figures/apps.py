from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "fazhi.figures"
    label = "figures"
