from django.apps import AppConfig


class BoardConfig(AppConfig):
    name = "fazhi.board"
    label = "board"
    verbose_name = "总览"
