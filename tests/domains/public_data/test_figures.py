"""F023 and the board's figures: officers in office, by level, among those that must not count."""

from datetime import date

import pytest

from fazhi.domains.public_data.models import ChiefDataOfficer, DataDutyReport, DataPost


@pytest.fixture
def post(book):
    serial = iter(range(1, 99))

    def make(level, **more):
        key = f"S{next(serial)}"
        return book(
            DataPost, **{"key": key, "unit": key, "name": key, "level": level, "valid_from": date(2023, 11, 20), **more}
        )

    return make


@pytest.fixture
def appoint(book):
    serial = iter(range(1, 99))

    def make(place, **more):
        given = {
            "key": f"C{next(serial)}",
            "post": place,
            "name": "王磊",
            "position": "副局长",
            "valid_from": date(2024, 1, 2),
        }
        return book(ChiefDataOfficer, **{**given, **more})

    return make


def test_three_levels_are_there_when_each_has_an_officer_in_office(post, appoint, values, without):
    first = appoint(post("city"))
    appoint(post("city"))
    only = appoint(post("district"))
    appoint(post("enterprise"))
    town = post("town")
    appoint(town, valid_to=date(2024, 12, 31))
    appoint(town, valid_from=date(2025, 1, 1))
    appoint(post("town", valid_to=date(2024, 6, 1)))
    found = values()
    assert (found["F023"], found["PD01"], found["PD02"], found["PD03"]) == (2, 3, 75, 1)
    assert values(2025)["F023"] == 3
    assert without(only) == {"F023", "PD01", "PD02", "PD03"}
    assert without(first) == {"PD01", "PD02", "PD03"}


def test_an_annual_report_is_counted_for_the_year_in_which_it_is_made(post, appoint, book, values, without):
    first, second = appoint(post("city")), appoint(post("town"))
    report = book(DataDutyReport, number="1", officer=first, kind="annual", happened_on=date(2024, 12, 20))
    book(DataDutyReport, number="2", officer=second, kind="annual", happened_on=date(2025, 1, 6))
    book(DataDutyReport, number="3", officer=second, kind="quarterly", happened_on=date(2024, 7, 6))
    assert values()["PD04"] == 50
    assert without(report) == {"PD04"}
