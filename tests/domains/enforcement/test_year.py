"""The synthetic year of enforcement fits its ledgers, and says what the city's report says."""

from itertools import islice

import pytest

from fazhi.casework.api import check_many
from fazhi.city.zhenjiang.ground import lay, random_for
from fazhi.city.zhenjiang.years import _penalties
from fazhi.city.zhenjiang.years._problems import problem_cases
from fazhi.figures.api import Scope
from fazhi.people.api import Ability, Sight

MOVER = Sight(who="import:0", name="历史数据迁移", everything=True, abilities=frozenset(Ability))


def test_sheets_fit_their_ledgers(misfits):
    assert misfits("enforcement") == []


def test_histories_are_lawful(db, monkeypatch):
    monkeypatch.setattr(_penalties, "LENIENT", 60)
    monkeypatch.setattr(_penalties, "PUNISHED", 20)
    monkeypatch.setattr(_penalties, "ON_THE_SPOT", 15)
    monkeypatch.setattr(_penalties, "LAST_YEAR", 10)
    monkeypatch.setattr(_penalties, "MORE_OF_LAST_YEAR", dict.fromkeys(_penalties.MORE_OF_LAST_YEAR, 15))
    monkeypatch.setattr(_penalties, "OTHER_ENDS", dict.fromkeys(_penalties.OTHER_ENDS, 3))
    ground, random = lay(), random_for("enforcement", 2024)
    assert check_many(problem_cases(ground, random), by=MOVER) == []
    assert check_many(islice(_penalties.penalty_cases(ground, random), 400), by=MOVER) == []


@pytest.mark.slow
def test_year_gives_the_values_of_the_report(live_through, figures_of):
    live_through("enforcement")
    found = figures_of(Scope(2024), "F067", "F068", "F070", "F071", "EF04")
    exempt = found.pop("EF04")
    assert found == {"F067": 33, "F068": True, "F070": 7846, "F071·逐地": True, "F071·层级": True}
    assert 0 < exempt < 7846
    assert figures_of(Scope(2023), "F067", "F068") == {"F067": 12, "F068": False}
