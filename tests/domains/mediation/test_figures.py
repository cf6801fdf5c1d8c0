"""Each figure on a handful of rows, with rows beside them that must not count. The expected numbers are reckoned by hand."""

from datetime import date

import pytest

from fazhi.domains.mediation import models
from fazhi.figures.api import Scope, all_figures
from fazhi.people.api import Level, Place

YEAR = Scope(2024)
GONE, LATER = {"valid_to": date(2024, 12, 31)}, {"valid_from": date(2025, 1, 1)}
LINKED = ("F079", "F080", "F081", "F082", "F083", "F084")


@pytest.fixture
def village(town) -> Place:
    return Place.objects.create(
        code="321181101201", city="C321100", name="第一社区", level=Level.VILLAGE, parent=town.east_town
    )


def test_three_levels_have_centres(town, village, centre, figures_of):
    centre("1", town.east, "county")
    centre("2", town.west, "county")
    centre("3", town.east_town, "town")
    centre("4", village, "village", **GONE)
    centre("5", village, "village", **LATER)
    assert figures_of(YEAR, "F077") == {"F077": False}
    centre("6", village, "village", valid_to=date(2025, 1, 1))
    assert figures_of(YEAR, "F077") == {"F077": True}


def test_every_place_on_the_roll_has_a_centre(town, village, centre, duty, figures_of, strike):
    for number, (place, level) in enumerate([(town.east, "county"), (town.east_town, "town"), (village, "village")]):
        duty(f"Y{number}", place, level)
        centre(f"J{number}", place, level)
    duty("dropped", town.west, "county", **GONE)
    duty("to come", town.west, "county", **LATER)
    everything = {"F078": True, "F078·县级": True, "F078·镇级": True, "F078·村级": True}
    assert figures_of(YEAR, "F078") == everything
    duty("bare", town.west, "county")
    assert figures_of(YEAR, "F078") == {**everything, "F078": False, "F078·县级": False}
    late = centre("late", town.west, "county", **LATER)
    assert figures_of(YEAR, "F078")["F078"] is False
    strike(late)
    strike(centre("good", town.west, "county"))
    assert figures_of(YEAR, "F078")["F078"] is False


def test_linked_forces_are_counted_once_each(town, centre, force, join, figures_of, strike):
    one, other = centre("1", town.east, "county"), centre("2", town.west, "county")
    organisation = force("a", "organisation")
    kept = join("a1", organisation, one)
    join("a2", organisation, other)
    join("b1", force("b", "organisation"), one)
    for kind in ("mediator", "lawyer_studio", "non_litigation", "administrative", "petition"):
        join(f"{kind}1", force(kind, kind), one)
    join("g1", force("gone", "organisation", **GONE), one)
    join("l1", force("later", "organisation", **LATER), one, **LATER)
    found = {"F079": 2, "F080": 1, "F081": 1, "F082": 1, "F083": 1, "F084·全部在册": True, "F084·所列力量": True}
    assert figures_of(YEAR, *LINKED) == found
    strike(kept)
    assert figures_of(YEAR, *LINKED) == found, "the other link still holds"


def test_a_force_that_left_its_centre_breaks_the_claim(town, centre, force, join, figures_of):
    at = centre("1", town.east, "county")
    join("m1", force("m", "mediator"), at)
    left = force("n", "mediator")
    join("n1", left, at, **GONE)
    never = force("p", "mediator")
    assert figures_of(YEAR, "F080", "F084", "ME03") == {
        "F080": 1, "F084·全部在册": False, "F084·所列力量": False, "ME03": 2,
    }  # fmt: skip
    join("n2", left, at, valid_from=date(2024, 12, 31))
    assert figures_of(YEAR, "F080", "F084") == {"F080": 2, "F084·全部在册": False, "F084·所列力量": True}
    join("p1", never, at, valid_from=date(2024, 12, 31))
    assert figures_of(YEAR, "F084")["F084·全部在册"] is True


def test_only_finished_mixed_classes_of_the_year(book, figures_of, strike):
    def a_class(number: str, day: date, mode: str = "both", status: str = "finished"):
        return book(models.TrainingClass, number=number, happened_on=day, topic="调解技巧", mode=mode, status=status)

    a_class("1", date(2024, 1, 1))
    last = a_class("2", date(2024, 12, 31))
    a_class("x1", date(2023, 12, 31))
    a_class("x2", date(2025, 1, 1))
    a_class("x3", date(2024, 5, 1), "online")
    a_class("x4", date(2024, 5, 1), status="planned")
    a_class("x5", date(2024, 5, 1), status="cancelled")
    assert figures_of(YEAR, "F085") == {"F085": 2}
    strike(last)
    assert figures_of(YEAR, "F085") == {"F085": 1}


def test_every_claim_of_this_domain_is_declared():
    codes = {each.code for each in all_figures()}
    assert {f"F{number:03d}" for number in range(77, 86)} <= codes
