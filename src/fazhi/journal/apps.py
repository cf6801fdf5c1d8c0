"""The journal's place in Django; its label is permanent."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core import checks
from django.db import connections
from django.db.models.signals import post_migrate

from fazhi.journal import guard
from fazhi.journal.hashing import maker


class JournalConfig(AppConfig):
    name = "fazhi.journal"
    label = "journal"
    verbose_name = "日志"

    def ready(self) -> None:
        checks.register(known_hash)
        checks.register(same_hash, checks.Tags.database)
        post_migrate.connect(keep_guards, sender=self, dispatch_uid="journal_guards")


def keep_guards(using: str, **_: Any) -> None:
    """Put the guards back where a migration rebuilt a table."""
    connection = connections[using]
    if "journal_checkpoint" in connection.introspection.table_names():
        guard.install(connection)


def known_hash(**_: Any) -> list[checks.CheckMessage]:
    """journal.E001: JOURNAL_HASH is one of the known algorithms, and this machine has it."""
    try:
        maker(getattr(settings, "JOURNAL_HASH", "sha256"))
    except ValueError as error:
        return [checks.Error(str(error), id="journal.E001")]
    return []


def same_hash(databases: Sequence[str] | None = None, **_: Any) -> list[checks.CheckMessage]:
    """journal.E002: the log goes on with the algorithm that it was begun with; run by `migrate`."""
    found: list[checks.CheckMessage] = []
    chosen = getattr(settings, "JOURNAL_HASH", "sha256")
    for alias in databases or ():
        if "journal_checkpoint" in connections[alias].introspection.table_names():
            points = apps.get_model("journal", "Checkpoint").objects.using(alias).exclude(algorithm=chosen)
            for used in points.values_list("algorithm", flat=True)[:1]:
                text = f"日志一直使用摘要算法 {used}，设置中却是 {chosen}，请把 FAZHI_HASH 改回 {used}。"
                found.append(checks.Error(text, id="journal.E002"))
    return found
