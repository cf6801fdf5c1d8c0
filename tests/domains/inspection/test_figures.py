"""Each figure on a handful of rows, with rows beside them that must not count. The expected numbers are reckoned by hand."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from fazhi.domains.inspection import models
from fazhi.figures.api import Scope, evaluate, figure
from fazhi.registers.codes import make_uscc

YEAR = Scope(2024)
DAY = date(2024, 5, 14)
ONE, TWO, THREE = (make_uscc(serial, "321181") for serial in (1, 2, 3))


@pytest.fixture
def visit(book, town):
    def enter(number: str, uscc: str = ONE, on: date = DAY, **more: object):
        given = {
            "place": town.east, "enterprise": "甲公司", "window": f"{on.year}Q{(on.month + 2) // 3}", "field": "market",
            "department": "丹阳市市场监管局", "reason": "planned", "status": "done", **more,
        }  # fmt: skip
        return book(models.EnterpriseVisit, number=number, happened_on=on, uscc=uscc, **given)

    return enter


@pytest.fixture
def plan(book, town):
    def enter(number: str, uscc: str = ONE, window: str = "2024Q2", ends: date = date(2024, 6, 30), **more: object):
        given = {
            "place": town.east, "happened_on": ends - timedelta(days=90), "enterprise": "甲公司", "field": "market",
            "matter": "检查",
            "department": "丹阳市市场监管局", "status": "merged", **more,
        }  # fmt: skip
        return book(models.PlannedCheck, number=number, uscc=uscc, window=window, window_ends_on=ends, **given)

    return enter


def test_cities_and_counties_on_the_list(book, figures_of, strike):
    def region(key: str, level: str, **more: object):
        given = {
            "valid_from": date(2024, 4, 18),
            "name": key,
            "province": "江苏省",
            "status": "listed",
            "contact_unit": "市场监管局",
        }
        return book(models.JointRegion, key=key, level=level, **{**given, **more})

    city = region("南京市", "city")
    region("镇江市", "city")
    region("仪征市", "county")
    region("泰州市", "city", status="proposed")
    region("芜湖市", "city", valid_to=date(2024, 12, 31))
    region("和县", "county", valid_to=date(2025, 1, 1))  # the last day of the year still counts
    region("宝应县", "county", valid_from=date(2025, 1, 1))
    assert figures_of(YEAR, "F024", "F025") == {"F024": 2, "F025": 2}
    strike(city)
    assert figures_of(YEAR, "F024", "F025") == {"F024": 1, "F025": 2}


def test_both_are_drawn_and_the_result_is_published(book, figures_of, strike):
    def inspection(number: str, **more: object):
        given = {
            "happened_on": DAY, "plan": "2024年度联合抽查计划", "joint": True, "field": "market", "departments": "市场监管局、消防救援",
            "enterprise": "甲公司", "uscc": ONE, "subject_drawn_on": date(2024, 5, 6), "inspectors": "张三、李四",
            "inspectors_drawn_on": DAY, "finding": "nothing", "published_on": date(2025, 1, 3), "status": "done",
        }  # fmt: skip
        return book(models.RandomInspection, number=number, **{**given, **more})

    inspection("1")
    inspection("alone", joint=False, subject_drawn_on=None)
    inspection("cancelled", status="cancelled", published_on=None)
    inspection("2023", happened_on=date(2023, 5, 9), inspectors_drawn_on=None)
    assert figures_of(YEAR, "F026", "IN06") == {"F026": True, "IN06": 0}
    hidden = inspection("hidden", published_on=None)
    assert figures_of(YEAR, "F026") == {"F026": False}
    strike(hidden)
    named = inspection("named", inspectors_drawn_on=None)
    assert figures_of(YEAR, "F026") == {"F026": False}
    strike(named)
    inspection("drawn afterwards", subject_drawn_on=date(2024, 5, 15), published_on=DAY)
    assert figures_of(YEAR, "F026", "IN06") == {"F026": False, "IN06": Fraction(100, 3)}


def test_several_plans_become_one_visit(plan, visit, figures_of, strike):
    plan("1")
    plan("2", field="emergency")
    visit("1", combined=True)
    visit("1-complaint", reason="complaint")
    visit("1-cancelled", status="cancelled")
    visit("1-next quarter", on=date(2024, 7, 2))
    plan("3", TWO)  # one department alone may come alone
    visit("3", TWO)
    visit("3-again", TWO)
    plan("4", THREE, status="withdrawn")
    plan("5", THREE)
    plan("6", THREE, window="2023Q4", ends=date(2023, 12, 31))
    plan("7", THREE, window="2023Q4", ends=date(2023, 12, 31))
    assert figures_of(YEAR, "F044", "F104", "IN03") == {"F044": True, "F104": True, "IN03": 1}
    second = visit("1-second", on=date(2024, 6, 28))
    assert figures_of(YEAR, "F044", "F104") == {"F044": False, "F104": False}
    strike(second)
    plan("8", TWO, field="tax", window="2024Q1", ends=date(2024, 3, 31))
    plan("9", TWO, field="market", window="2024Q1", ends=date(2024, 3, 31))
    assert figures_of(YEAR, "F044") == {"F044": False}  # nobody came
    visit("9", TWO, on=date(2024, 2, 6))
    assert figures_of(YEAR, "F044") == {"F044": False}  # one came alone


def test_visits_in_the_pilot_fields_fall(book, town, visit, figures_of, strike):
    book(
        models.PilotField,
        key="1",
        valid_from=date(2024, 1, 2),
        place=town.east,
        field="market",
        department="局",
        status="running",
    )
    book(
        models.PilotField,
        key="2",
        valid_from=date(2024, 1, 2),
        place=town.east,
        field="tax",
        department="局",
        status="dropped",
    )
    for serial in range(5):
        visit(f"2023-{serial}", on=date(2023, 1 + serial, 20))
    kept = [visit(f"2024-{serial}", on=date(2024, 12, 29 + serial)) for serial in range(3)]
    visit("2025", on=date(2025, 1, 2))
    visit("2022", on=date(2022, 12, 30))
    visit("tax", field="tax")
    visit("elsewhere", place=town.west)
    visit("cancelled", status="cancelled")
    visit("tax 2023", field="tax", on=date(2023, 6, 6))
    assert figures_of(YEAR, "F069") == {"F069·检查次数": 40, "F069·户均次数": 40}
    strike(kept[0])
    assert figures_of(YEAR, "F069", "IN01", "IN02") == {
        "F069·检查次数": 60, "F069·户均次数": 60, "IN01": 4, "IN02": 1,
    }  # fmt: skip


def test_share_of_areas_with_graded_supervision(book, town, figures_of):
    def area(key: str, place: object, stage: str, since: date, until: date | None = None):
        return book(models.GradedArea, key=key, place=place, stage=stage, valid_from=since, valid_to=until)

    area("east", town.east, "preparing", date(2023, 1, 1), date(2024, 1, 2))
    area("east", town.east, "pilot", date(2024, 1, 2))
    area("west", town.west, "preparing", date(2024, 2, 1), date(2025, 1, 1))
    area("west", town.west, "in_force", date(2025, 1, 1))
    area("town", town.east_town, "in_force", date(2024, 2, 1))
    assert figures_of(YEAR, "F103") == {"F103": False}
    shares = [evaluate([figure("F103")], Scope(year))["F103"].value for year in (2023, 2024, 2025)]
    assert shares == [0, 50, 100]
    assert figures_of(Scope(2025), "F103") == {"F103": True}


def test_one_inspection_an_industry(book, figures_of, strike):
    def industry(name: str, departments: int, *merged: bool, on: date = DAY, status: str = "done"):
        one = book(
            models.Industry, key=name, name=name, valid_from=date(2024, 1, 1), lead="局", departments="多个部门",
            department_count=departments,
        )  # fmt: skip
        return [
            book(
                models.IndustryInspection,
                number=f"{name}-{n}",
                happened_on=on,
                industry=one,
                merged=each,
                department="局",
                status=status,
            )
            for n, each in enumerate(merged)
        ]

    industry("餐饮", 3, True)
    industry("印刷", 1, False, False)
    industry("养老", 3, False, status="cancelled")
    industry("宾馆", 3, False, on=date(2023, 5, 9))
    industry("加油站", 2)
    assert figures_of(YEAR, "F105") == {"F105": True}
    twice = industry("药店", 3, True, False)
    assert figures_of(YEAR, "F105") == {"F105": False}
    strike(twice[1])
    assert figures_of(YEAR, "F105") == {"F105": True}
    industry("工地", 2, False)
    assert figures_of(YEAR, "F105") == {"F105": False}


def test_who_is_spared(book, figures_of):
    given = {"enterprise": "甲公司", "uscc": ONE, "granted_by": "市司法局", "exceptions": "投诉举报"}
    book(models.ExemptionPeriod, key="1", valid_from=DAY, ground="new", blocked=2, **given)
    book(models.ExemptionPeriod, key="2", valid_from=date(2023, 5, 9), ground="new", blocked=4, **given)
    member = {"enterprise": "甲公司", "uscc": ONE, "ground": "credit", "credit_grade": "A", "reviewer": "市市场监管局"}
    book(models.WhiteListMember, key="1", valid_from=date(2023, 1, 1), **member)
    book(models.WhiteListMember, key="2", valid_from=date(2023, 1, 1), valid_to=DAY, **member)
    assert figures_of(YEAR, "IN04", "IN05") == {"IN04": 1, "IN05": 2}
