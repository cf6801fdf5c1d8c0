"""The synthetic years of reconsideration: 2023 by the law of 2017, 2024 by its revision, neither spilling into the other."""

from datetime import date

from fazhi.casework.api import Case, check_many, enter_many
from fazhi.city.zhenjiang.ground import lay, random_for
from fazhi.city.zhenjiang.years import reconsideration
from fazhi.city.zhenjiang.years._applications_of_2023 import ENDS, cases_of_2023
from fazhi.figures.api import Scope
from fazhi.people.api import Ability, Sight

MOVER = Sight(who="import:0", name="历史数据迁移", everything=True, abilities=frozenset(Ability))
TRIED = sum(ENDS[end] for end in ("settled", "decided", "dismissed", "withdrawn"))


def test_both_years_are_lawful(db) -> None:
    made = list(reconsideration.histories(lay(), random_for("reconsideration", 2024)))
    years = [each.intake.received_on.year for each in made]
    assert years.count(2023) == sum(ENDS.values()) and years.count(2024) > 1300
    assert check_many(made, by=MOVER) == []


def test_the_year_before_walks_the_law_before(db, figures_of) -> None:
    enter_many(cases_of_2023(lay(), random_for("reconsideration", 2023)), by=MOVER)
    assert set(Case.objects.values_list("edition", flat=True)) == {"reconsideration@2018-01-01"}
    assert not Case.objects.filter(concluded_on__gt=date(2023, 12, 31)).exists()
    found = figures_of(Scope(2023), "RC01", "RC02", "F072", "F074", "F076")
    assert (found["RC01"], found["RC02"], found["F076"]) == (sum(ENDS.values()), TRIED, 15)
    assert found["F072·狭义"] * TRIED == ENDS["settled"] * 100
    assert found["F074"] == 0, "the law of 2017 knew no copies sent up"
    assert figures_of(Scope(2024), "RC01", "RC02") == {"RC01": 0, "RC02": 0}
