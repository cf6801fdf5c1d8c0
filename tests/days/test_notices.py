"""Holiday notices: what is shipped agrees with two peers day by day, and a bad file is refused with one sentence."""

from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest

from fazhi.days import BadNotice, Calendar, calendar, read_notice, shipped_notices

NEXT_YEAR = """
year = 2027
number = "国办发明电〔2026〕9号"
issued = 2026-11-20
work = [2027-02-20]
off = [
    { festival = "元旦", first = 2027-01-01, last = 2027-01-03 },
    { festival = "春节", first = 2027-02-05, last = 2027-02-11 },
]
"""


def every_day(first: date, last: date):
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_every_day_agrees_with_chinesecalendar(year):
    shipped = calendar()
    wrong = [
        day
        for day in every_day(date(year, 1, 1), date(year, 12, 31))
        if shipped.is_working(day) != chinese_calendar.is_workday(day)
    ]
    assert wrong == []


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_day_agrees_with_holidays(year):
    peer = holidays.country_holidays("CN", years=year)
    shipped = calendar()
    wrong = [
        day
        for day in every_day(date(year, 1, 1), date(year, 12, 31))
        if shipped.is_working(day) != peer.is_working_day(day)
    ]
    assert wrong == []


def test_shipped_years_are_unbroken_and_say_what_was_seen():
    notices = shipped_notices()
    assert [notice.year for notice in notices] == [2023, 2024, 2025, 2026]
    assert [notice.year for notice in notices if not notice.seen] == [2023]
    assert calendar().known_through == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("day", "working", "why"),
    [
        (date(2024, 2, 9), True, "工作日"),
        (date(2024, 2, 10), False, "放假：春节，国办发明电〔2023〕7号"),
        (date(2024, 2, 18), True, "调休上班，国办发明电〔2023〕7号"),
        (date(2024, 2, 24), False, "周末"),
        (date(2025, 10, 6), False, "放假：国庆节、中秋节，国办发明电〔2024〕12号"),
        (date(2026, 2, 28), True, "调休上班，国务院办公厅2025年11月4日通知"),
        (date(2027, 1, 1), True, "工作日（当年放假安排未录入，暂按周一至周五推定）"),
        (date(2027, 1, 2), False, "周末（当年放假安排未录入，暂按周一至周五推定）"),
    ],
)
def test_a_day_says_why(day, working, why):
    assert calendar().is_working(day) is working
    assert calendar().why(day) == why


def test_next_years_notice_is_read_and_changes_only_its_days():
    notice = read_notice(NEXT_YEAR)
    before, after = calendar(), calendar().with_notice(notice)
    assert not before.covers(date(2027, 6, 1)) and after.covers(date(2027, 6, 1))
    assert after.known_through == date(2027, 12, 31)
    changed = [
        day
        for day in every_day(date(2022, 1, 1), date(2028, 12, 31))
        if before.is_working(day) != after.is_working(day)
    ]
    weekdays_off = [day for off in notice.off for day in off.days() if day.weekday() < 5]
    assert changed == sorted([*weekdays_off, *notice.work])


def test_a_later_notice_for_the_same_year_replaces_the_earlier():
    shortened = read_notice(NEXT_YEAR.replace("last = 2027-02-11", "last = 2027-02-10"))
    known = calendar().with_notice(read_notice(NEXT_YEAR)).with_notice(shortened)
    assert known.is_working(date(2027, 2, 11))


def test_a_gap_between_years_ends_what_is_known():
    first, _, third, _ = shipped_notices()
    gapped = Calendar([third, first])
    assert gapped.known_through == date(2023, 12, 31)
    assert gapped.knows(date(2024, 12, 31), date(2025, 3, 1))
    assert not gapped.knows(date(2023, 12, 31), date(2024, 1, 5))


def test_two_notices_of_one_year_are_refused():
    with pytest.raises(BadNotice, match="两份放假通知"):
        Calendar([read_notice(NEXT_YEAR), read_notice(NEXT_YEAR)])


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("year = 2027", "", "缺少年份"),
        ("year = 2027", "year = 2027\nmonth = 3", "不认识的字段：month"),
        ("work = [2027-02-20]", "", "缺少 work"),
        ("work = [2027-02-20]", "work = [2027-02-22]", "2027-02-22不是周六或者周日"),
        ("work = [2027-02-20]", "work = [2027-02-06]", "2027-02-06既列为放假又列为调休上班"),
        ("work = [2027-02-20]", 'work = ["2027-02-20"]', "不是日期"),
        ("last = 2027-02-11", "last = 2027-02-01", "早于首日"),
        ("last = 2027-01-03", "last = 2027-02-05", "放假日重复"),
        ("first = 2027-02-05, last = 2027-02-11", "first = 2028-02-05, last = 2028-02-11", "不属于2027年"),
        ("first = 2027-02-05, ", "", "须写明 festival"),
        ("year = 2027", "year =", "格式有误"),
    ],
)
def test_a_bad_notice_is_refused_with_one_sentence(old, new, sentence):
    with pytest.raises(BadNotice, match=sentence) as refused:
        read_notice(NEXT_YEAR.replace(old, new, 1))
    assert str(refused.value).endswith("。")
