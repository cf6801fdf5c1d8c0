"""The synthetic year: what counters would fill in, and the figures that it gives."""

from datetime import date

import pytest

from fazhi.city.zhenjiang.ground import random_for
from fazhi.city.zhenjiang.years import services
from fazhi.figures.api import Scope


def test_the_sheets_fit_their_ledgers(misfits):
    assert misfits("services") == []


def test_the_first_counter_opened_on_the_day_that_can_be_shown(paper_ground):
    counters = list(next(iter(services.sheets(paper_ground, random_for("services", 2024)))).rows)
    of_scheme = [row["valid_from"] for row in counters if row["valid_to"] is None]
    assert min(of_scheme) == services.FIRST_COUNTER == date(2024, 2, 27)


@pytest.mark.slow
def test_the_year_gives_the_figures_of_the_report(live_through, figures_of):
    live_through("services")
    assert figures_of(Scope(2024), "F018", "F019", "F020") == {"F018": 13, "F019": True, "F020": 53}
