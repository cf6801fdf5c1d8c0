"""The synthetic year: what departments would fill in, and the figures that it gives."""

from collections import Counter

import pytest

from fazhi.city.zhenjiang.ground import random_for
from fazhi.city.zhenjiang.years import publicity
from fazhi.figures.api import Scope


def test_the_sheets_fit_their_ledgers(misfits):
    assert misfits("publicity") == []


def test_no_two_schools_share_a_name(paper_ground):
    schools = next(iter(publicity.sheets(paper_ground, random_for("publicity", 2024)))).rows
    assert Counter(row["name"] for row in schools).most_common(1)[0][1] == 1


@pytest.mark.slow
def test_the_year_gives_the_figures_of_the_report(live_through, figures_of):
    live_through("publicity")
    assert figures_of(Scope(2024), "F005", "F006", "F007", "F008", "F016") == {
        "F005": True, "F006": 8, "F007·按人": 384, "F007·按聘任": 431, "F008": 100, "F016·年末在册": 35, "F016·当年新建": 22,
    }  # fmt: skip
