from django.apps import AppConfig


class LegislationConfig(AppConfig):
    name = "fazhi.domains.legislation"
    label = "legislation"
    verbose_name = "政府立法"
