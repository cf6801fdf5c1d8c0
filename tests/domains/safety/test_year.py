"""The synthetic year of safety fits its ledgers, and says what the city's report says."""

import pytest

from fazhi.figures.api import Scope


def test_sheets_fit_their_ledgers(misfits):
    assert misfits("safety") == []


@pytest.mark.slow
def test_year_gives_the_values_of_the_report(live_through, figures_of):
    live_through("safety")
    found = figures_of(Scope(2024), "F086", "F087", "F088", "F089", "F090")
    assert (found["F086"], found["F087"], found["F090"]) == (True, True, True)
    assert 400 < found["F088"] < 500
    assert 110_000 <= found["F089·疏散演练"] < 115_000 < found["F089·演练和实训"]
