"""The synthetic year of the two numbers fits its ledgers, and says what the city's report says."""

import pytest

from fazhi.casework.api import check_many
from fazhi.city.zhenjiang.ground import random_for
from fazhi.city.zhenjiang.years import hotline
from fazhi.figures.api import Scope, figure, shown
from fazhi.figures.evaluation import evaluate
from fazhi.people.api import Ability, Sight


def test_sheets_fit_their_ledgers(misfits):
    assert misfits("hotline") == []


def test_the_first_orders_can_be_walked(db, paper_ground):
    found = hotline.histories(paper_ground, random_for("hotline", 2024))
    some = [next(found) for _ in range(120)]
    assert check_many(some, by=Sight(who="import:0", everything=True, abilities=frozenset(Ability))) == []


@pytest.mark.slow
def test_year_gives_the_values_of_the_report(live_through, figures_of):
    live_through("hotline")
    found = figures_of(Scope(2024), "F094", "F095", "F096", "F097", "F098", "F099", "F100", "F101")
    claims = {name for name in found if name[:4] in ("F094", "F095", "F096", "F097")}
    assert len(claims) == 7
    assert {name for name in claims if found[name] is not True} == set()
    assert (found["F098"], found["F100"]) == (7, 74)
    rates = evaluate([figure("F099"), figure("F101")], Scope(2024))
    assert [shown(rates[code]) for code in ("F099", "F101")] == ["87.5", "98.7"]
