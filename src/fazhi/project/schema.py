"""The tables of a database: made at once when it is empty, migrated when it is not.

Replaying every migration into an empty database costs most of a minute, because each one draws all tables again; a test
holds the two ways equal.
"""

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection


def prepare() -> None:
    """Bring the configured database to the tables of this version."""
    if connection.introspection.table_names():
        call_command("migrate", verbosity=0)
        return
    kept = settings.MIGRATION_MODULES
    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    try:
        call_command("migrate", run_syncdb=True, verbosity=0)
    finally:
        settings.MIGRATION_MODULES = kept
    call_command("migrate", fake=True, verbosity=0)
