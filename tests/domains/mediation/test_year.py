"""The synthetic year of dispute resolution fits its ledgers, and says what the city's report says."""

import pytest

from fazhi.casework.api import Case
from fazhi.figures.api import Scope


def test_sheets_fit_their_ledgers(misfits):
    assert misfits("mediation") == []


@pytest.mark.slow
def test_year_gives_the_values_of_the_report(live_through, figures_of):
    live_through("mediation")
    codes = ("F077", "F078", "F079", "F080", "F081", "F082", "F083", "F084", "F085")
    assert figures_of(Scope(2024), *codes) == {
        "F077": True, "F078": True, "F078·县级": True, "F078·镇级": True, "F078·村级": True, "F079": 75, "F080": 210,
        "F081": 8, "F082": 6, "F083": 4, "F084·全部在册": True, "F084·所列力量": True, "F085": 14,
    }  # fmt: skip
    assert Case.objects.filter(procedure="dispute", closed_on__isnull=False).count() > 300
