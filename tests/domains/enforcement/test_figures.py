"""Each figure on a handful of cases and rows, with others beside them that must not count. Numbers are reckoned by hand."""

from datetime import date

import pytest

from fazhi.casework.api import enter_many
from fazhi.domains.enforcement import models
from fazhi.domains.enforcement.dossiers import penalty_dossier, problem_dossier
from fazhi.figures.api import Scope, figure
from fazhi.people.api import Ability, Sight

YEAR = Scope(2024)
MOVER = Sight(who="import:0", name="历史数据迁移", everything=True, abilities=frozenset(Ability))


@pytest.fixture
def decided(town):
    """One penalty case by its outcome and the day it was decided."""

    def enter(number: str, outcome: str, on: date = date(2024, 5, 14), filed: date | None = None, **more: object):
        filed = filed or on
        row = {
            "org": town.east_justice, "place": "321181", "number": number, "received_on": filed, "field": "market", "cause": "标价不规范",
            "party": "甲公司", "party_kind": "legal", "source": "inspection", "filed_on": filed, "outcome": outcome, "decided_on": on,
        } | more  # fmt: skip
        if outcome in {"PUNISHED", "LIGHTER", "MITIGATED"}:
            row |= {"told_on": filed, "penalty": "fine", "fine": 500}
        enter_many([penalty_dossier(row)], by=MOVER)
        return models.PenaltyCase.objects.get(number=number).case

    return enter


def test_lenient_cases_are_those_decided_in_the_year(decided, figures_of):
    kept = [
        decided(outcome, outcome)
        for outcome in ("EXEMPT_MINOR", "EXEMPT_FIRST", "EXEMPT_NO_FAULT", "MITIGATED", "LIGHTER")
    ]
    decided("over", "EXEMPT_MINOR", date(2024, 1, 2), filed=date(2023, 12, 20))
    decided("last", "EXEMPT_MINOR", date(2024, 12, 31))
    decided("next", "EXEMPT_MINOR", date(2025, 1, 2), filed=date(2024, 12, 20))
    decided("2023", "EXEMPT_MINOR", date(2023, 12, 29))
    decided("punished", "PUNISHED")
    decided("nothing", "NOT_ESTABLISHED")
    decided("moved", "TRANSFERRED")
    decided("declined", "NOT_FILED", filed_on=None)
    decided("barred", "TIME_BARRED", filed_on=None, violated_on=date(2021, 1, 4), discovered_on=date(2024, 5, 14))
    found = figures_of(YEAR, "F070", "EF01", "EF02", "EF04")
    assert found == {"F070": 7, "EF01": 3, "EF02": 1500, "EF04": 5}
    kept[0].voided_on = date(2025, 2, 1)
    kept[0].save()
    assert figures_of(YEAR, "F070", "EF01", "EF04") == {"F070": 6, "EF01": 3, "EF04": 4}
    assert figures_of(Scope(2024, month=12), "F070") == {"F070": 1}


@pytest.fixture
def problem(town):
    def enter(number: str, received: date = date(2024, 3, 4), closed: date | None = date(2024, 6, 7), **more: object):
        row = {
            "org": town.east_justice, "place": "321181", "number": number, "received_on": received, "kind": "rough", "field": "urban",
            "source": "hotline", "content": "执法方式简单", "responsible": "丹阳市城管局", "assigned_on": received,
            "measure": "培训", "rectify_by": date(2025, 12, 31), "verifier": "市司法局",
        }  # fmt: skip
        if closed:
            row |= {"submitted_on": closed, "verified_on": closed, "closed_on": closed}
        enter_many([problem_dossier(row | more)], by=MOVER)

    return enter


def test_problems_found_and_put_right(problem, figures_of):
    problem("1")
    problem("2", closed=date(2024, 12, 31))
    problem("none", dropped_on=date(2024, 3, 8))
    problem("2023", date(2023, 11, 6), closed=None)
    problem("2025", date(2025, 1, 6), closed=None)
    assert figures_of(YEAR, "F067", "F068") == {"F067": 2, "F068": True}
    assert figures_of(Scope(2023), "F067", "F068") == {"F067": 1, "F068": False}
    problem("late", closed=date(2025, 1, 2))
    assert figures_of(YEAR, "F067", "F068") == {"F067": 3, "F068": False}
    assert figures_of(Scope(2024, month=3), "F067") == {"F067": 3}


def test_verified_is_not_yet_struck_off(problem, figures_of):
    day = date(2024, 6, 7)
    problem("1", closed=None, submitted_on=day, verified_on=day)
    assert figures_of(YEAR, "F067", "F068") == {"F067": 1, "F068": False}


def test_supervision_at_three_levels(book, town, figures_of, strike):
    def body(key: str, place: object, **more: object):
        given = {"valid_from": date(2024, 3, 1), "name": key, "kind": "office", "status": "active", **more}
        return book(models.SupervisionBody, key=key, place=place, **given)

    for place in (town.city, town.east, town.east_town):
        book(models.SupervisionDuty, key=place.code, place=place, valid_from=date(2023, 6, 1))
    body("city", town.city)
    body("east", town.east)
    body("west", town.west)
    body("town preparing", town.east_town, status="preparing")
    body("town gone", town.east_town, valid_to=date(2024, 12, 31))
    body("town to come", town.east_town, valid_from=date(2025, 1, 1))
    assert figures_of(YEAR, "F071") == {"F071·逐地": False, "F071·层级": False}
    here = body("town", town.east_town)
    assert figures_of(YEAR, "F071") == {"F071·逐地": True, "F071·层级": True}
    book(models.SupervisionDuty, key="west town", place=town.west, valid_from=date(2025, 1, 1))
    strike(here)
    assert figures_of(YEAR, "F071") == {"F071·逐地": False, "F071·层级": False}


def test_levels_may_be_covered_while_places_are_not(book, town, figures_of):
    for place in (town.city, town.east, town.west, town.east_town):
        book(models.SupervisionDuty, key=place.code, place=place, valid_from=date(2023, 6, 1))
        if place is not town.west:
            book(
                models.SupervisionBody,
                key=place.code,
                place=place,
                valid_from=date(2024, 3, 1),
                name="监督机构",
                kind="office",
                status="active",
            )
    assert figures_of(YEAR, "F071") == {"F071·逐地": False, "F071·层级": True}


def test_the_name_of_a_campaign_is_not_a_figure(book, figures_of):
    given = {"name": "提升行政执法质量三年行动", "lead": "市司法局"}
    book(models.Campaign, key="1", valid_from=date(2023, 8, 9), valid_to=date(2026, 1, 1), **given)
    book(models.Campaign, key="2", valid_from=date(2023, 2, 1), valid_to=date(2023, 12, 1), **given)
    assert not figure("F066").measures()
    assert figures_of(YEAR, "EF05") == {"EF05": 1}


def test_consultations_finished_in_time(book, town, figures_of):
    for number, finished in (("1", date(2024, 12, 31)), ("2", date(2025, 1, 2)), ("3", None)):
        book(
            models.Consultation, number=number, happened_on=date(2024, 12, 2), place=town.east_town, kind="grass_roots",
            question="查处职责",
            parties="市城管局", finished_on=finished,
        )  # fmt: skip
    found = figures_of(YEAR, "EF07")
    assert round(float(found["EF07"]), 1) == 33.3
