"""What `fazhi demo` takes for a city that stands."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fazhi.project.demo import stands


def test_no_file_and_an_empty_file_are_no_city(tmp_path: Path) -> None:
    file = tmp_path / "city.sqlite3"
    assert not stands(file)
    file.touch()
    assert not stands(file)


@pytest.mark.parametrize(("rows", "expected"), [(0, False), (1, True)])
def test_a_city_has_places(tmp_path: Path, rows: int, expected: bool) -> None:
    file = tmp_path / "city.sqlite3"
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("CREATE TABLE people_place (code TEXT)")
        base.executemany("INSERT INTO people_place VALUES (?)", [("321100",)] * rows)
    assert stands(file) is expected


def test_a_file_that_is_no_database_is_no_city(tmp_path: Path) -> None:
    file = tmp_path / "city.sqlite3"
    file.write_text("not a database, but long enough to be looked at" * 40)
    assert not stands(file)
