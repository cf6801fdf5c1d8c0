"""An empty database gets its tables at once; they are those that the migrations make."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

WAYS = {"once": "from fazhi.project.schema import prepare; prepare()", "replay": "call_command('migrate', verbosity=0)"}


def tables(folder: Path, way: str) -> dict[str, set[tuple]]:
    code = f"import django; django.setup(); from django.core.management import call_command; {WAYS[way]}"
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "fazhi.project.settings", "FAZHI_VAR": str(folder)}
    environment.pop("FAZHI_DATABASE", None)
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    base = sqlite3.connect(folder / "fazhi.sqlite3")
    names = [
        name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'index', 'trigger')")
    ]
    found = {name: {row[1:4] for row in base.execute(f'PRAGMA table_xinfo("{name}")')} for name in names}
    found["applied"] = set(base.execute("SELECT app, name FROM django_migrations"))
    return found


@pytest.mark.slow
def test_both_ways_make_the_same_tables(tmp_path: Path) -> None:
    made = {way: tables(tmp_path / way, way) for way in WAYS}
    assert made["once"] == made["replay"]
