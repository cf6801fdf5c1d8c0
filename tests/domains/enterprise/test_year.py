"""The synthetic year of enterprise services fits its ledgers, and says what the city's report says."""

import pytest

from fazhi.figures.api import Scope


def test_sheets_fit_their_ledgers(misfits):
    assert misfits("enterprise") == []


@pytest.mark.slow
def test_year_gives_the_values_of_the_report(live_through, figures_of):
    live_through("enterprise")
    found = figures_of(Scope(2024), "F030", "F031", "F034", "F045", "F046", "F047", "F048", "F049")
    losses = found.pop("F049")
    checked = found.pop("F048")
    assert found == {
        "F030": True,
        "F031": True,
        "F034": 9,
        "F045·当年": 522,
        "F045·累计": 1471,
        "F046": 232,
        "F047": 33,
    }
    assert 1200 < checked < 1300
    assert 19_000_000 < losses < 20_000_000
