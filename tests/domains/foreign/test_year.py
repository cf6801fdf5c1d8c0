"""The synthetic year fits its ledgers, and says what the city's report says."""

from collections import Counter
from itertools import islice

import pytest

from fazhi.casework.api import check_many
from fazhi.city.zhenjiang.build import MOVER
from fazhi.city.zhenjiang.ground import lay, random_for
from fazhi.city.zhenjiang.years import foreign
from fazhi.figures.api import Scope


def test_sheets_fit_their_ledgers(misfits):
    assert misfits("foreign") == []


def test_histories_are_lawful(db):
    several = list(islice(foreign.histories(lay(), random_for("foreign", 2024)), 600))
    assert check_many(several, by=MOVER) == []


def test_histories_have_one_number_each(paper_ground):
    facts = [each.intake.facts for each in foreign.histories(paper_ground, random_for("foreign", 2024))]
    assert Counter(each["register_no"] for each in facts).most_common(1)[0][1] == 1
    assert len(facts) > foreign.NOTARISED


@pytest.mark.slow
def test_year_gives_the_values_of_the_report(live_through, figures_of):
    live_through("foreign")
    found = figures_of(Scope(2024), "F050", "F051", "F052", "F053")
    assert 10 < found.pop("F050") < 20
    assert 200 < found["F051·企业"] < found.pop("F051·家次")
    assert found.pop("F051·企业") < 300
    assert found.pop("F052") == 4242
    assert round(float(found.pop("F053")), 1) == 18.5
    assert not found
