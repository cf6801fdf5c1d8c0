"""Days left in the unit of the article, masked numbers, money."""

from datetime import UTC, date, datetime

import pytest

from fazhi.days import calendar
from fazhi.look.api import in_yuan, left_of, masked
from fazhi.look.words import day, long_day, moment

# 2024-09-30 is a Monday; the 1st to the 7th of October are off, Saturday the 12th is worked
CASES = [
    (date(2024, 10, 8), "working_day", "还有1个工作日", "soon"),
    (date(2024, 10, 8), "calendar_day", "还有8日", "soon"),
    (date(2024, 10, 11), "working_day", "还有4个工作日", "calm"),
    (date(2024, 10, 12), "working_day", "还有5个工作日", "calm"),
    (date(2024, 11, 30), "month", "还有61日", "calm"),
    (date(2024, 9, 30), "working_day", "今天届满", "soon"),
    (date(2024, 9, 27), "working_day", "逾期2个工作日", "late"),
    (date(2024, 9, 27), "calendar_day", "逾期3日", "late"),
    (None, "working_day", "无期限", "none"),
]


@pytest.mark.parametrize(("due", "unit", "words", "urgency"), CASES)
def test_days_left_are_said_in_the_unit_of_the_article(due, unit, words, urgency):
    left = left_of(due, unit, date(2024, 9, 30), calendar())
    assert (left.words, left.urgency) == (words, urgency)


def test_a_paused_limit_says_so_whatever_its_date():
    assert left_of(date(2020, 1, 1), "month", date(2024, 9, 30), calendar(), paused=True).urgency == "paused"


@pytest.mark.parametrize(
    ("number", "shown"),
    [("321102199003074514", "3211**********4514"), ("13812345678", "138****5678"), ("12345", "*****"), ("", "")],
)
def test_numbers_are_masked(number, shown):
    assert masked(number) == shown


def test_money_is_shown_in_yuan():
    assert [in_yuan(fen) for fen in (None, 0, 100, 123450, 100_000_000_000)] == [
        "",
        "0",
        "1",
        "1,234.50",
        "1,000,000,000",
    ]


def test_dates_are_written_in_the_citys_own_time():
    late = datetime(2024, 3, 4, 17, 30, tzinfo=UTC)
    assert (day(late), moment(late), day(None)) == ("2024-03-05", "2024-03-05 01:30", "")
    assert long_day(date(2024, 3, 5)) == "2024年3月5日（星期二）"
