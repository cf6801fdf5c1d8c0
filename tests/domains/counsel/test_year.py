"""The synthetic year of counsel fits its ledgers, and says what the city's report says."""

import pytest

from fazhi.figures.api import Scope


def test_sheets_fit_their_ledgers(misfits):
    assert misfits("counsel") == []


@pytest.mark.slow
def test_year_gives_the_values_of_the_report(live_through, figures_of):
    live_through("counsel")
    found = figures_of(Scope(2024), "F060", "F061", "F062", "F063", "F064", "F065")
    assert 1700 < found.pop("F064") < 1800
    assert found == {"F060": True, "F061": 174, "F062": True, "F063": 12, "F065": 105}
