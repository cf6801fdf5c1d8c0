"""A text against the records of a year: what it hopes for is no result, and what it calls a fall is held to be one."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fazhi.domains.reconsideration.models import RiskAlertLetter
from fazhi.figures.api import Count, Result, Scope, rows
from fazhi.people.api import WHOLE_CITY
from fazhi.registers.api import enter
from fazhi.report.api import check
from fazhi.report.checking import compare
from fazhi.report.quantities import read


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


def agrees(text: str, value: int | Fraction) -> bool:
    """Whether the only quantity of a text says the value."""
    (quantity,) = [each for each in read(text) if each.is_figure]
    amount = Count("T", "金额", quantity.unit, rows=rows(RiskAlertLetter))
    return compare(quantity, Result(amount, Scope(2024), Fraction(value), None, None, None, 1, {}))[0]


@pytest.mark.parametrize(
    ("said", "value", "agreed"),
    [
        ("1938.46万元", 19_384_600, True),
        ("1938.46万元", 19_384_649, True),
        ("1938.46万元", 19_384_650, False),
        ("0.19亿元", 19_384_600, True),
        ("0.2亿元", 19_384_600, True),
        ("0.20亿元", 19_384_600, False),
        ("1938万元", 19_384_600, True),
        ("1,938.5万元", 19_384_600, True),
        ("3亿2000万元", 320_004_999, True),
        ("3亿2000万元", 320_005_000, False),
        ("11.26万人次", 112_640, True),
        ("11.27万人次", 112_640, False),
        ("十一点三万人次", 112_640, True),
        ("十二万三千件", 123_400, True),
        ("十二万三千件", 123_600, False),
        ("18.50%", Fraction(37, 2), True),
        ("18.5%", Fraction(1854, 100), True),
        ("百分之十八点五", Fraction(1856, 100), False),
        ("1200件", 1204, False),
    ],
)
def test_a_number_is_known_to_its_written_digits(said: str, value: int | Fraction, agreed: bool) -> None:
    assert agrees(f"挽回损失{said}。", value) is agreed


@given(st.integers(1000, 10**9), st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8)]), st.integers(0, 4))
def test_whatever_is_rounded_as_written_agrees(value: int, scale: tuple[str, int], digits: int) -> None:
    name, size = scale
    written = round(Decimal(value) / size + Decimal(1).scaleb(-9), digits)
    assume(written and f"{written:f}" not in {"12345", "12348"})  # hotlines
    step = Fraction(size, 10**digits)
    text = f"挽回损失{written:f}{name}元。"
    assert agrees(text, Fraction(written) * size)
    assert not agrees(text, Fraction(written) * size + step)
