from django.db import migrations

from fazhi.journal import guard


def install(apps, schema_editor):
    guard.install(schema_editor.connection)


def remove(apps, schema_editor):
    guard.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_journal_tables")]
    operations = [migrations.RunPython(install, remove)]
