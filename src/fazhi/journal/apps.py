from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "fazhi.journal"
    label = "journal"
