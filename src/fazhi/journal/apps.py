"""The journal's place in Django; its label is permanent."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from fazhi.journal import guard


class JournalConfig(AppConfig):
    name = "fazhi.journal"
    label = "journal"
    verbose_name = "日志"

    def ready(self) -> None:
        post_migrate.connect(keep_guards, sender=self, dispatch_uid="journal_guards")


def keep_guards(using: str, **_: Any) -> None:
    """Put the guards back where a migration rebuilt a table."""
    connection = connections[using]
    if "journal_checkpoint" in connection.introspection.table_names():
        guard.install(connection)
