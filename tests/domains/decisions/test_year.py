"""The synthetic year fits its ledgers."""

from fazhi.figures.api import Scope


def test_sheets_fit_their_ledgers(misfits):
    assert misfits("decisions") == []


def test_year_of_decisions(live_through, figures_of):
    live_through("decisions")
    assert figures_of(Scope(2024), "DC01", "DC02", "DC03", "DC04") == {"DC01": 6, "DC02": 4, "DC03": True, "DC04": 1}
