"""A text against the records of a year: what it hopes for is no result, and what it calls a fall is held to be one."""

from datetime import date

import pytest

from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.people.api import WHOLE_CITY
from fazhi.registers.api import enter
from fazhi.report.api import check


@pytest.fixture
def three_letters(town) -> None:
    for number in range(3):
        given = {"org": town.justice, "place": town.city, "addressee": town.police, "field": "土地", "risk": "程序"}
        enter(RiskAlertLetter, WHOLE_CITY, number=str(number), happened_on=date(2024, 3, 1 + number), **given)


def verdicts(text: str, year: int = 2024) -> list[str]:
    return [each.verdict for each in check(text, year).quantities if each.quantity.text.endswith("件")]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("市本级发出风险提示函3件。", "agrees"),
        ("市本级发出风险提示函不足10件。", "agrees"),
        ("市本级发出风险提示函9件。", "differs"),
        ("2025年，市本级发出风险提示函9件。", "not_a_figure"),
        ("2024年，市本级发出风险提示函9件。", "differs"),
        ("市本级力争发出风险提示函9件。", "not_a_figure"),
        ("去年力争减少争议；市本级发出风险提示函9件。", "differs"),
        ("二、下一步打算\n市本级发出风险提示函9件。", "not_a_figure"),
    ],
)
def test_what_a_text_hopes_for_is_no_result(three_letters, text: str, verdict: str) -> None:
    assert verdicts(text) == [verdict]


def test_of_a_year_without_records_nothing_is_judged(three_letters) -> None:
    checked = check("市本级发出风险提示函9件。", 2022)
    assert [each.verdict for each in checked.quantities] == ["no_figure"]
    assert checked.unrecorded.startswith("2022年没有记录，有记录的年度为2024年") and not checked.disagrees
