"""The synthetic year of inspection fits its ledgers, and says what the city's report says."""

from fractions import Fraction

import pytest

from fazhi.figures.api import Scope, evaluate, figure

CODES = ("F024", "F025", "F026", "F044", "F069", "F103", "F104", "F105")


def test_sheets_fit_their_ledgers(misfits):
    assert misfits("inspection") == []


@pytest.mark.slow
def test_year_gives_the_values_of_the_report(live_through, figures_of):
    live_through("inspection")
    found = figures_of(Scope(2024), *CODES)
    fall = found.pop("F069·检查次数")
    assert Fraction(83, 2) <= fall < Fraction(85, 2)
    assert 33 <= found.pop("F069·户均次数") < 35
    assert found == {
        "F024": 5,
        "F025": 8,
        "F026": True,
        "F044": True,
        "F103": False,
        "F104": True,
        "F105": False,
    }
    assert evaluate([figure("F103")], Scope(2024))["F103"].value == Fraction(100, 8)
    last_year = figures_of(Scope(2023), "F026", "F044")
    assert last_year == {"F026": False, "F044": False}
