"""The domain's name for Django."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "fazhi.domains.tasks"
    label = "tasks"
    verbose_name = "重点任务与“双领”"
