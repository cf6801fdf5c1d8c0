"""Each figure on a handful of rows, with rows beside them that must not count. The expected numbers are reckoned by hand."""

from datetime import date

import pytest

from fazhi.domains.safety import models
from fazhi.figures.api import Scope, all_figures

YEAR = Scope(2024)
SINCE = {"valid_from": date(2024, 2, 1)}
GONE, LATER = {"valid_to": date(2024, 12, 31)}, {"valid_from": date(2025, 1, 1)}


@pytest.fixture
def leader(book):
    def enter_leader(key: str, **more: object):
        return book(models.SafetyLeader, key=key, name="王刚", title="镇长", kind="government", **{**SINCE, **more})

    return enter_leader


@pytest.fixture
def hook(book):
    def enter_link(key: str, leader: models.SafetyLeader, charge: str, **more: object):
        return book(models.SafetyLink, key=key, leader=leader, charge=charge, target="云阳街道", **{**SINCE, **more})

    return enter_link


@pytest.fixture
def post(book, town):
    def enter_post(key: str, tier: str, holder: str = "李明", **more: object):
        given = {"place": town.east_town, **SINCE, **more}
        return book(models.SafetyPost, key=key, tier=tier, role="网格长", holder=holder, **given)

    return enter_post


def test_every_leader_has_both_links(leader, hook, figures_of, strike):
    one = leader("1")
    hook("1w", one, "work_safety")
    fire = hook("1f", one, "fire")
    leader("gone", **GONE)
    leader("later", **LATER)
    assert figures_of(YEAR, "F086") == {"F086": True}
    two = leader("2")
    hook("2w", two, "work_safety")
    hook("2v", two, "work_safety")
    hook("2f", two, "fire", **GONE)
    assert figures_of(YEAR, "F086") == {"F086": False}
    hook("2g", two, "fire")
    assert figures_of(YEAR, "F086") == {"F086": True}
    strike(fire)
    assert figures_of(YEAR, "F086") == {"F086": False}


def test_one_three_and_more(post, town, figures_of, strike):
    post("1", "one")
    fixed = [post(f"3{n}", "three") for n in range(3)]
    post("more", "more")
    post("vacant", "more", holder="")
    post("old", "three", **GONE)
    post("new", "three", **LATER)
    post("elsewhere", "three", place=town.west)
    assert figures_of(YEAR, "F087", "SF01") == {"F087": True, "SF01": 1}
    fourth = post("34", "three")
    assert figures_of(YEAR, "F087") == {"F087": False}
    strike(fourth)
    strike(fixed[0])
    post("empty", "three", holder="")
    assert figures_of(YEAR, "F087", "SF01") == {"F087": False, "SF01": 2}


def test_another_citys_posts_fill_no_place_here(post, figures_of):
    post("1", "one")
    post("more", "more")
    for number in range(3):
        post(f"3{number}", "three")
    post("4", "three", city="C321000")
    assert figures_of(YEAR, "F087") == {"F087": True}


@pytest.fixture
def drill(book):
    def enter_drill(number: str, people: int, day: date = date(2024, 6, 5), **more: object):
        given = {"kind": "evacuation", "status": "held", **more}
        return book(
            models.Drill,
            number=number,
            happened_on=day,
            audience="school",
            site="实验小学",
            participants=people,
            **given,
        )

    return enter_drill


def test_drills_held_in_the_year_and_their_participants(drill, figures_of, strike):
    drill("1", 300, date(2024, 1, 1))
    last = drill("2", 205, date(2024, 12, 31))
    drill("x1", 1000, date(2023, 12, 31))
    drill("x2", 1000, date(2025, 1, 1))
    drill("x3", 1000, status="planned")
    drill("x4", 1000, status="cancelled")
    drill("p", 40, kind="practice")
    drill("l", 90, kind="lecture")
    assert figures_of(YEAR, "F088", "F089") == {"F088": 2, "F089·疏散演练": 505, "F089·演练和实训": 545}
    strike(last)
    assert figures_of(YEAR, "F088", "F089") == {"F088": 1, "F089·疏散演练": 300, "F089·演练和实训": 340}


def test_every_key_industry_has_both_lists(book, figures_of):
    def industry(key: str, **more: object):
        return book(models.KeyIndustry, key=key, name=f"行业{key}", supervisor="市应急局", **{**SINCE, **more})

    def a_list(key: str, industry: models.KeyIndustry, kind: str, **more: object):
        return book(models.ResponsibilityList, key=key, industry=industry, kind=kind, title="清单", **{**SINCE, **more})

    mines = industry("1")
    a_list("1p", mines, "principal")
    a_list("1s", mines, "supervision")
    industry("dropped", **GONE)
    industry("to come", **LATER)
    assert figures_of(YEAR, "F090") == {"F090": True}
    chemicals = industry("2")
    a_list("2p", chemicals, "principal")
    a_list("2q", chemicals, "principal", valid_from=date(2023, 1, 1))
    a_list("2s", chemicals, "supervision", **LATER)
    assert figures_of(YEAR, "F090") == {"F090": False}
    a_list("2t", chemicals, "supervision")
    assert figures_of(YEAR, "F090") == {"F090": True}


def test_hazards_cleared_before_the_year_ended(book, figures_of):
    def hazard(number: str, found: date, cleared: date | None):
        return book(
            models.FireHazard,
            number=number,
            happened_on=found,
            kind="bars",
            site="东苑小区",
            due_on=found,
            cleared_on=cleared,
        )

    hazard("1", date(2024, 3, 1), date(2024, 3, 9))
    hazard("2", date(2024, 12, 20), date(2025, 1, 5))
    hazard("3", date(2024, 5, 1), None)
    hazard("4", date(2024, 5, 1), date(2024, 12, 31))
    hazard("x", date(2023, 12, 31), date(2024, 1, 3))
    assert figures_of(YEAR, "SF02") == {"SF02": 50}


def test_every_claim_of_this_domain_is_declared():
    codes = {each.code for each in all_figures()}
    assert {f"F{number:03d}" for number in range(86, 91)} <= codes
