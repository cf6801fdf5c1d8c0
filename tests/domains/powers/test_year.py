"""The synthetic year of powers and bodies fits its ledgers, and says what the city's report says."""

import pytest

from fazhi.figures.api import Scope


def test_sheets_fit_their_ledgers(misfits):
    assert misfits("powers") == []


@pytest.mark.slow
def test_year_gives_the_values_of_the_report(live_through, figures_of):
    live_through("powers")
    found = figures_of(Scope(2024), "F027", "F028", "F029", "PW03")
    assert found == {"F027": 56, "F028·调整后": 702, "F028·调整前": 698, "F029": 7, "PW03": 6}
