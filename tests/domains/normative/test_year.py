"""The synthetic year fits its ledgers, is lawful, and says what the city's report says."""

import pytest

from fazhi.casework.api import check_many
from fazhi.city.zhenjiang.build import MOVER
from fazhi.city.zhenjiang.ground import lay, random_for
from fazhi.city.zhenjiang.years import normative
from fazhi.figures.api import Scope

CODES = ("F036", "F037", "F038", "F039", "F040", "F041", "F042", "F057", "F058", "F059")


def test_sheets_fit_their_ledgers(misfits):
    assert misfits("normative") == []


def test_histories_are_lawful(db):
    assert check_many(normative.histories(lay(), random_for("normative", 2024)), by=MOVER) == []


@pytest.mark.slow
def test_year_gives_the_values_of_the_report(live_through, figures_of):
    live_through("normative")
    values = (True, 27, 9, 109, 1742, 6, 46, 36, 70, 11)
    assert figures_of(Scope(2024), *CODES) == dict(zip(CODES, values, strict=True))
