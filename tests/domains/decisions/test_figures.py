"""The catalogue on a handful of rows, with rows beside them that must not count."""

from datetime import date

import pytest

from fazhi.domains.decisions import models
from fazhi.figures.api import Scope

YEAR = Scope(2024)
DAY = date(2024, 5, 6)
CODES = ("DC01", "DC02", "DC03", "DC04")


@pytest.fixture
def item(book):
    def enter_item(key: str, listed: date = DAY, **more: object):
        return book(
            models.CatalogueItem,
            key=key,
            valid_from=listed,
            title=f"决策{key}",
            kind="plan",
            undertaker="市住建局",
            **more,
        )

    return enter_item


def in_order(published: date) -> dict[str, date]:
    return {"reviewed_on": date(2023, 12, 1), "discussed_on": date(2023, 12, 8), "published_on": published}


def test_catalogue_of_the_year(item, book, town, figures_of, strike):
    one = item("1", **in_order(date(2024, 12, 31)))
    item("2")
    item("taken out", valid_to=date(2024, 9, 1))
    item("last year's", date(2023, 3, 1), **in_order(date(2024, 1, 1)))
    item("next year's", date(2025, 1, 1), **in_order(date(2025, 1, 2)))
    item("before", date(2023, 3, 1), **in_order(date(2023, 12, 31)))
    item("district", org=town.east_government, place=town.east, published_on=DAY)
    for number, day in (("1", DAY), ("2", date(2023, 12, 31)), ("3", date(2025, 1, 1))):
        book(
            models.DecisionEvaluation,
            number=number,
            happened_on=day,
            decision="补偿意见",
            evaluator="市住建局",
            conclusion="keep",
        )
    assert figures_of(YEAR, *CODES) == {"DC01": 2, "DC02": 2, "DC03": True, "DC04": 1}
    strike(one)
    assert figures_of(YEAR, *CODES) == {"DC01": 1, "DC02": 1, "DC03": True, "DC04": 1}


@pytest.mark.parametrize(
    "steps",
    [
        {"discussed_on": DAY},
        {"reviewed_on": date(2024, 5, 7), "discussed_on": DAY},
        {"reviewed_on": DAY, "discussed_on": date(2024, 6, 2)},
        {"reviewed_on": DAY},
    ],
)
def test_a_step_left_out_or_out_of_order(item, figures_of, steps):
    item("1", **in_order(date(2024, 6, 1)))
    assert figures_of(YEAR, "DC03") == {"DC03": True}
    item("2", published_on=date(2024, 6, 1), **steps)
    assert figures_of(YEAR, "DC03") == {"DC03": False}
