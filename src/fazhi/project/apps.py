"""Once every table is known, each domain declares itself to the rooms below."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ProjectConfig(AppConfig):
    name = "fazhi.project"
    label = "project"

    def ready(self) -> None:
        autodiscover_modules("declarations")
