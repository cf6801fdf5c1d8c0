"""A change of a quotient (F069: visits for each enterprise visited) in three opinions, cut every way, and as published."""

from datetime import date
from fractions import Fraction
from itertools import count

import pytest

from fazhi.board.wording import exact
from fazhi.domains.inspection.models import EnterpriseVisit, PilotField
from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.figures.analytic import Lake
from fazhi.figures.api import (
    Scope,
    Sum,
    by_district,
    by_month,
    by_organisation,
    definition,
    evaluate,
    figure,
    freeze,
    made_of,
    restatements,
    row_ids,
    rows,
)
from fazhi.figures.lake import export
from fazhi.figures.naive import reckon
from fazhi.people.api import Ability, Sight
from fazhi.registers.api import enter, strike_out
from fazhi.registers.codes import make_uscc
from fazhi.report.checking import spoken_of
from fazhi.report.quantities import read
from fazhi.report.tying import tie

MOVER = Sight(who="import:0", name="迁移", everything=True, abilities=frozenset(Ability))
ID = "F069·户均次数"
YEAR = Scope(2024)


@pytest.fixture
def visit(town):
    serial = count(1)

    def one(on: date, enterprise: int, place=town.east, org=town.east_justice, **more):
        given = {
            "happened_on": on, "place": place, "org": org, "uscc": make_uscc(enterprise, "321181"), "enterprise": "甲公司",
            "number": f"JC-{next(serial)}", "window": f"{on.year}Q1", "field": "market", "department": "市场监管局",
            "reason": "planned", "status": "done", **more,
        }  # fmt: skip
        return enter(EnterpriseVisit, MOVER, **given)

    return one


@pytest.fixture
def visits(town, visit) -> list[EnterpriseVisit]:
    """East: 6 visits to 2 enterprises in 2023, 4 to 2 in 2024. West: 4 to 1, then 3 to 3. Strangers beside them."""
    for key, place in (("1", town.east), ("2", town.west)):
        given = {"key": key, "place": place, "org": town.justice, "valid_from": date(2024, 1, 2), "field": "market"}
        enter(PilotField, MOVER, **given, department="市场监管局", status="running")
    for number in range(6):
        visit(date(2023, 3, 1 + number), number % 2)
    for number in range(4):
        visit(date(2023, 5, 8 + number), 7, place=town.west, org=town.west_justice)
    kept = [visit(date(2024, 3, 1 + number), number % 2) for number in range(4)]
    kept += [visit(date(2024, 5, 8), 7 + number, place=town.west, org=town.west_justice) for number in range(3)]
    visit(date(2024, 3, 5), 0, status="cancelled")
    visit(date(2024, 3, 5), 9, field="tax")
    visit(date(2025, 3, 5), 0)
    visit(date(2022, 3, 5), 0)
    visit(date(2024, 3, 6), 3, city="C321000")
    return kept


def value(scope: Scope) -> Fraction | None:
    return evaluate([figure(ID)], scope)[ID].value


def test_both_parts_of_both_periods_are_kept(visits) -> None:
    result = evaluate([figure(ID)], YEAR)[ID]
    assert result.measured == {"now": 7, "now_whole": 5, "base": 10, "base_whole": 3}
    assert result.value == (Fraction(10, 3) - Fraction(7, 5)) * 100 / Fraction(10, 3) == 58
    assert result.numerator is None and result.row_count == 7
    assert exact(result) == "58%（7/5/10/3）"
    assert len(row_ids(figure(ID), "now", YEAR)) == 7 and len(row_ids(figure(ID), "base_whole", YEAR)) == 10
    assert set(row_ids(figure(ID), "now", YEAR)) == {each.pk for each in visits}


def test_every_cut(town, visits) -> None:
    each = figure(ID)
    east, west = (1 - Fraction(2, 3)) * 100, (1 - Fraction(1, 4)) * 100
    districts = by_district([each], YEAR)
    assert {code: cells[ID].value for code, cells in districts.items()} == {"321181": east, "321183": west}
    bodies = by_organisation([each], YEAR)
    assert {pk: cells[ID].value for pk, cells in bodies.items()} == {
        town.east_justice.pk: east,
        town.west_justice.pk: west,
    }
    months = {result.scope.month: result.value for result in by_month(each, YEAR)}
    assert {month for month, found in months.items() if found is not None} == {3, 5}
    assert (months[3], months[5]) == (east, west)


def test_three_opinions(visits, tmp_path) -> None:
    export([figure(ID)], tmp_path)
    lake = Lake(tmp_path, [figure(ID)])
    scopes = (
        YEAR,
        Scope(2024, month=3),
        Scope(2024, place="321183"),
        Scope(2024, cutoff=date(2024, 3, 2)),
        Scope(2025),
    )
    for scope in scopes:
        live = evaluate([figure(ID)], scope)[ID]
        assert live.value == reckon(figure(ID), scope).value == lake.evaluate(scope)[ID].value, scope
        assert live.measured == lake.evaluate(scope)[ID].measured


def test_without_a_base_or_without_anyone_visited_there_is_no_value(visits) -> None:
    assert value(Scope(2023, month=5)) is None  # nobody was visited a year before
    assert value(Scope(2026)) is None  # nobody is visited now
    assert value(Scope(2024, month=7)) is None


def test_the_definition_names_both_parts_and_the_base(db) -> None:
    words = definition(figure(ID))
    assert words.startswith("本期检查次数：《涉企行政检查》") and "“统一社会信用代码”去重个数" in words
    assert words.endswith("；每一受检企业的检查次数与上年同期相比的降幅。")


def test_publishing_keeps_all_four_and_names_the_row_that_left(visits, organ, clerk) -> None:
    published = freeze([figure(ID)], 2024, title="报告", cutoff=date(2024, 12, 31), by=organ)
    sets = published.figures.get().row_sets.order_by("pk").values_list("label", "value", "count")
    assert list(sets) == [
        ("本期检查次数", 7, 7), ("本期受检企业", 5, 7), ("上年同期检查次数", 10, 10), ("上年同期受检企业", 3, 10),
    ]  # fmt: skip
    strike_out(visits[-1], MOVER, "重复登记")
    (restated,) = restatements(published)
    assert restated.differs and restated.gone["本期检查次数"] == restated.gone["本期受检企业"] == [visits[-1].pk]
    assert restated.gone["上年同期检查次数"] == []


def test_what_a_sum_opens_to_is_rows_not_money(town) -> None:
    for serial, loss in enumerate((500_000, 700_000)):
        given = {"org": town.justice, "place": town.city, "happened_on": date(2024, 4, 1 + serial)}
        enter(
            RiskAlertLetter,
            MOVER,
            **given,
            number=str(serial),
            addressee=town.police,
            field="土地",
            risk="程序",
            case_count=loss,
        )
    total = Sum("T", "依据案件", "件", "市司法局", rows=rows(RiskAlertLetter), column="case_count")
    result = evaluate([total], YEAR)["T"]
    assert (result.value, result.row_count, made_of(result)) == (1_200_000, 2, {})


def test_a_text_that_says_each_enterprise_speaks_of_the_quotient() -> None:
    def told(text: str) -> set[str]:
        return {each.figure.id for each in tie(read(text), spoken_of(), text).values()}

    assert told("扬中市试点领域涉企检查次数较上年同期减少42%。") == {"F069·检查次数"}
    assert told("扬中市试点领域户均检查次数较上年同期下降58%。") == {ID}
