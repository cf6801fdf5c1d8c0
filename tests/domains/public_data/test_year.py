"""The synthetic year: what units would fill in, and the figures that it gives."""

import pytest

from fazhi.city.zhenjiang.ground import random_for
from fazhi.city.zhenjiang.years import public_data
from fazhi.figures.api import Scope


def test_the_sheets_fit_their_ledgers(misfits):
    assert misfits("public_data") == []


def test_each_level_has_posts(paper_ground):
    posts = list(next(iter(public_data.sheets(paper_ground, random_for("public_data", 2024)))).rows)
    assert {row["level"] for row in posts} == {*public_data.LEVELS, "enterprise"}


@pytest.mark.slow
def test_the_year_gives_the_figures_of_the_report(live_through, figures_of):
    live_through("public_data")
    assert figures_of(Scope(2024), "F023", "PD03") == {"F023": True, "PD03": public_data.VACANT}
