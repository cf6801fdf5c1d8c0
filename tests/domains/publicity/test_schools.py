"""F005-F008: brands, honours and vice-principals of schools, among those that must not count."""

from datetime import date
from fractions import Fraction

import pytest

from fazhi.domains.publicity.models import School, SchoolBrand, SchoolHonour, VicePrincipal


@pytest.fixture
def school(book):
    serial = iter(range(1, 99))

    def make(**more):
        key = f"X{next(serial)}"
        given = {"key": key, "name": key, "stage": "primary", "valid_from": date(2000, 9, 1), **more}
        return book(School, **given)

    return make


@pytest.fixture
def appoint(book):
    serial = iter(range(1, 99))

    def make(person, school, since=date(2023, 9, 1), until=date(2026, 9, 1)):
        return book(
            VicePrincipal, key=f"P{next(serial)}", person=person, name=person, school=school, sender="police",
            unit="派出所", valid_from=since, valid_to=until,
        )  # fmt: skip

    return make


def test_persons_are_counted_once_and_every_school_has_one(school, appoint, values, without):
    first, second, third = school(), school(stage="vocational"), school(stage="special")
    kindergarten, closed = school(stage="kindergarten"), school(valid_to=date(2024, 12, 31))
    school(valid_from=date(2025, 1, 1))
    both, only = appoint("A", first), appoint("B", third)
    appoint("A", second)
    appoint("C", first)
    appoint("D", kindergarten)
    appoint("E", closed)
    appoint("F", second, until=date(2024, 12, 31))
    appoint("G", second, since=date(2025, 1, 1))
    found = values()
    assert (found["F007·按人"], found["F007·按聘任"], found["F008"]) == (3, 4, 100)
    assert found["PB01"] == 1
    assert without(both) == {"F007·按聘任"}  # A still serves the second school, C the first
    assert without(only) == {"F007·按人", "F007·按聘任", "F008"}


def test_one_school_without_is_never_the_whole(school, appoint, values):
    for _ in range(3):
        appoint("A", school())
    school()
    assert values()["F008"] == 75


def test_a_term_counts_on_its_last_day_but_not_after(school, appoint, values):
    place = school()
    appoint("A", place, until=date(2025, 1, 1))
    assert (values()["F008"], values(2025)["F008"]) == (100, 0)


def test_every_school_of_the_programme_has_a_brand(school, book, values, without):
    first, second = school(in_programme=True), school(in_programme=True)
    school(in_programme=True, valid_to=date(2024, 8, 31))
    outside = school()

    def brand(place, key, status="active", until=None):
        return book(
            SchoolBrand,
            key=key,
            school=place,
            name=key,
            theme="宪法",
            status=status,
            valid_from=date(2023, 3, 1),
            valid_to=until,
        )

    one = brand(first, "B1")
    brand(second, "B2", status="applying")
    brand(second, "B3", until=date(2024, 12, 31))
    brand(outside, "B4")
    assert values()["F005"] == 50
    brand(second, "B5", until=date(2025, 1, 1))
    assert values()["F005"] == 100
    assert without(one) == {"F005"}


def test_only_the_first_batch_selected_in_the_year_counts(school, book, values, without):
    serial = iter(range(1, 99))

    def honour(place, **more):
        given = {
            "honour": "provincial_model",
            "happened_on": date(2024, 5, 20),
            "conferred_by": "省教育厅",
            "result": "selected",
        }
        return book(SchoolHonour, number=f"R{next(serial)}", school=place, **{**given, **more})

    first, second = school(), school()
    honour(first)
    honour(first, happened_on=date(2024, 6, 1))
    counted = honour(second)
    honour(school(), batch_number=2)
    honour(school(), result="nominated")
    honour(school(), honour="city_model")
    honour(school(), happened_on=date(2023, 12, 31))
    honour(school(), happened_on=date(2025, 1, 1))
    assert values()["F006"] == Fraction(2)
    assert without(counted) == {"F006"}
