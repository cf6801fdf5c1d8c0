"""Tells Django of this room."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "fazhi.desk"
    label = "desk"
    verbose_name = "工作台"
