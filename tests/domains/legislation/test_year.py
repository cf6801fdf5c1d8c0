"""The synthetic year fits its ledgers, is lawful, and says what the city's report says."""

from fazhi.figures.api import Scope


def test_sheets_fit_their_ledgers(misfits):
    assert misfits("legislation") == []


def test_year_gives_the_values_of_the_report(live_through, figures_of):
    live_through("legislation")
    found = figures_of(Scope(2024), "F033", "F054", "F055", "F056")
    assert found == {"F033": True, "F054": 7, "F055": 28, "F056": 15}
