"""Tells Django of this room."""

from django.apps import AppConfig


class LookConfig(AppConfig):
    name = "fazhi.look"
    label = "look"
    verbose_name = "页面样式"
