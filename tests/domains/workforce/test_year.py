"""The synthetic year of the workforce fits its ledgers, and its tallies are the sums of its trainings."""

from datetime import date

import pytest

from fazhi.city.zhenjiang.ground import random_for
from fazhi.city.zhenjiang.years import workforce
from fazhi.figures.api import Scope


def test_sheets_fit_their_ledgers(misfits):
    assert misfits("workforce") == []


def test_tallies_are_the_sums_of_trainings(paper_ground):
    found = {sheet.ledger: list(sheet.rows) for sheet in workforce.sheets(paper_ground, random_for("workforce", 2024))}
    trainings = found["workforce.lawtraining"]
    for tally in found["workforce.trainingtally"]:
        if tally["happened_on"] != date(2024, 12, 31):
            continue
        held = [row for row in trainings if row["org"] == tally["org"] and row["happened_on"].year == 2024]
        assert tally["person_hours"] == sum(row["hours"] * row["attended"] for row in held)


@pytest.mark.slow
def test_year_shows_what_part_two_of_the_report_complains_of(live_through, figures_of):
    live_through("workforce")
    found = figures_of(Scope(2024), "WF00", "WF01", "WF02", "WF03")
    assert found["WF00"] > 1000
    assert 20 < found["WF01"] < 50 and 20 < found["WF02"] < 45 and 20 < found["WF03"] < 60
