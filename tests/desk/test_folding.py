"""Equal neighbouring days become one range, and no day is lost or counted twice."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fazhi.days import DayLine
from fazhi.desk.cases.limits import folded
from fazhi.procedure.periods import explain


def test_spring_festival_is_one_range():
    found = list(folded(explain("RC-ACCEPT", date(2024, 2, 7)).days, "working_day"))
    assert [(each.days, each.counted) for each in found] == [
        ("2024-02-07 星期三", "不计入"),
        ("2024-02-08 星期四", "第1日"),
        ("2024-02-09 星期五", "第2日"),
        ("2024-02-10 至 2024-02-17", "不计入"),
        ("2024-02-18 星期日", "第3日"),
        ("2024-02-19 星期一", "第4日"),
        ("2024-02-20 星期二", "第5日"),
    ]
    assert "春节" in found[3].reason and "调休上班" in found[4].reason


def test_plain_calendar_days_fold_over_weekends():
    found = list(folded(explain("RC-DECIDE-ORD", date(2024, 1, 18)).days, "calendar_day"))
    assert [each.counted for each in found] == ["不计入", "第1—59日", "第60日"]


@given(
    st.lists(st.tuples(st.booleans(), st.sampled_from(["工作日", "周末", "放假；顺延"]))),
    st.sampled_from(["working_day", "calendar_day"]),
)
def test_every_day_lies_in_exactly_one_range(kinds, unit):
    counted, lines = 0, []
    for place, (counts, reason) in enumerate(kinds):
        counted += counts
        lines.append(DayLine(date(2024, 1, 1) + timedelta(days=place), counted if counts else None, reason))
    days = [
        each.first.day + timedelta(days=step)
        for each in folded(tuple(lines), unit)
        for step in range((each.last.day - each.first.day).days + 1)
    ]
    assert days == [line.day for line in lines]
