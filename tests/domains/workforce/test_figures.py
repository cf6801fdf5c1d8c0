"""Each figure on a handful of rows, with rows beside them that must not count. The expected numbers are reckoned by hand."""

from datetime import date

import pytest

from fazhi.domains.workforce import models
from fazhi.figures.api import Scope, by_district, figure

YEAR = Scope(2024)
GONE, LATER = {"valid_to": date(2024, 12, 31)}, {"valid_from": date(2025, 1, 1)}


@pytest.fixture
def worker(book):
    def enter_worker(key: str, **more: object):
        given = {"work": "enforcement", "age": "to_40", "education": "bachelor", "valid_from": date(2015, 3, 2), **more}
        return book(models.LawWorker, key=key, name="周军", **given)

    return enter_worker


def test_who_is_old_and_who_knows_the_law(worker, town, figures_of, strike):
    worker("1", age="over_50")
    worker("2", age="over_50", legal_major=True, place=town.east)
    worker("3", qualified=True, legal_major=True)
    worker("4", qualified=True, work="review")
    worker("5", work="both", age="to_50")
    worker("gone", age="over_50", **GONE)
    worker("later", qualified=True, **LATER)
    assert figures_of(YEAR, "WF00", "WF01", "WF02", "WF08") == {"WF00": 5, "WF01": 40, "WF02": 60, "WF08": 50}
    east = by_district([figure("WF01")], YEAR)["321181"]["WF01"]
    assert (east.numerator, east.denominator) == (1, 1)
    strike(models.LawWorker.objects.get(key="2"))
    assert figures_of(YEAR, "WF00", "WF01", "WF02") == {"WF00": 4, "WF01": 25, "WF02": 50}


def test_units_that_train_less_than_sixty_hours_a_head(book, figures_of, strike):
    def tally(number: str, hours: int, staff: int, day: date = date(2024, 12, 31), **more: int):
        return book(models.TrainingTally, number=number, happened_on=day, staff=staff, person_hours=hours, **more)

    assert tally("1", 600, 10).hours_per_head == 60
    thin = tally("2", 599, 10, short=9, untrained=2)
    assert thin.hours_per_head == 59
    tally("3", 900, 10, short=1)
    assert tally("4", 0, 0).hours_per_head is None
    tally("x", 10, 10, date(2023, 12, 31), short=10, untrained=10)
    tally("y", 10, 10, date(2025, 1, 1), short=10, untrained=10)
    assert figures_of(YEAR, "WF03", "WF04", "WF05", "WF06") == {"WF03": 25, "WF04": 1, "WF05": 10, "WF06": 2}
    strike(thin)
    assert figures_of(YEAR, "WF03", "WF04", "WF05", "WF06") == {"WF03": 0, "WF04": 0, "WF05": 1, "WF06": 0}


def test_units_without_a_reviewer_and_units_that_take_it_lightly(book, town, figures_of):
    def reviews(number: str, reviewers: int, reviewed: int, year: int = 2024):
        day = date(year, 12, 31)
        return book(models.ReviewTally, number=number, happened_on=day, reviewers=reviewers, reviewed=reviewed)

    assert reviews("1", 2, 9).reviewed_per_head == 4
    reviews("2", 0, 3)
    reviews("3", 0, 0)
    reviews("4", 0, 3, 2023)

    def sign(number: str, day: date, org):
        return book(models.AwarenessSign, number=number, happened_on=day, kind="late", detail="逾期", org=org)

    sign("1", date(2024, 3, 1), town.police)
    sign("2", date(2024, 9, 1), town.police)
    sign("3", date(2024, 9, 1), town.justice)
    sign("4", date(2023, 9, 1), town.east_justice)
    assert figures_of(YEAR, "WF09", "WF10") == {"WF09": 1, "WF10": 2}


def test_trainings_of_the_year(book, figures_of):
    for number, day in enumerate((date(2024, 1, 1), date(2024, 12, 31), date(2023, 12, 31), date(2025, 1, 1))):
        book(models.LawTraining, number=str(number), happened_on=day, topic="证据", mode="online", hours=8, attended=5)
    assert figures_of(YEAR, "WF07") == {"WF07": 2}
