"""Due dates by hand-checked tables, and against the naive walk over random starts, lengths and pauses."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi.days import BadPeriod, Pause, calendar, due, left, read_notice

from .walk import walk

CAL = calendar()
FEBRUARY_2024 = date(2024, 2, 7)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "on"),
    [
        # Spring Festival 2024: 8 and 9 February worked, 10-17 off, Sunday 18 worked.
        (FEBRUARY_2024, 1, "working_day", date(2024, 2, 8)),
        (FEBRUARY_2024, 2, "working_day", date(2024, 2, 9)),
        (FEBRUARY_2024, 3, "working_day", date(2024, 2, 18)),
        (FEBRUARY_2024, 5, "working_day", date(2024, 2, 20)),
        (date(2024, 2, 3), 1, "working_day", date(2024, 2, 4)),  # a worked Sunday before the festival
        # National Day 2024: Sunday 29 September and Saturday 12 October worked, 1-7 October off.
        (date(2024, 9, 27), 5, "working_day", date(2024, 10, 10)),
        (date(2024, 9, 30), 5, "working_day", date(2024, 10, 12)),
        # National Day and Mid-Autumn 2025: Sunday 28 September and Saturday 11 October worked, 1-8 October off.
        (date(2025, 9, 26), 5, "working_day", date(2025, 10, 10)),
        (date(2025, 9, 30), 3, "working_day", date(2025, 10, 11)),
        # Calendar periods that end on a rest day go on to the next working day.
        (date(2024, 9, 16), 15, "calendar_day", date(2024, 10, 8)),  # full on 1 October
        (date(2024, 9, 13), 15, "calendar_day", date(2024, 9, 29)),  # full on Saturday 28, next day is worked
        (date(2024, 12, 17), 15, "calendar_day", date(2025, 1, 2)),  # full on New Year's Day
        (date(2024, 2, 20), 15, "calendar_day", date(2024, 3, 6)),
        (date(2024, 1, 2), 60, "calendar_day", date(2024, 3, 4)),  # leap February; full on Saturday 2 March
        # Months end on the same number or the month's last day.
        (date(2024, 1, 31), 1, "month", date(2024, 2, 29)),
        (date(2025, 1, 31), 1, "month", date(2025, 2, 28)),
        (date(2023, 8, 31), 6, "month", date(2024, 2, 29)),
        (date(2024, 2, 29), 12, "month", date(2025, 2, 28)),
        (date(2024, 8, 30), 3, "month", date(2024, 12, 2)),  # 30 November is a Saturday
        (date(2023, 12, 28), 60, "calendar_day", date(2024, 2, 26)),
    ],
)
def test_hand_checked_dates(start, amount, unit, on):
    found = due(start, amount, unit, calendar=CAL)
    assert (found.on, found.provisional, found.paused) == (on, False, False)
    assert found.days[-1].day == on


def test_roll_over_can_be_left_out():
    found = due(date(2024, 9, 16), 15, "calendar_day", calendar=CAL, roll_over=False)
    assert found.on == date(2024, 10, 1)


def test_the_derivation_names_each_day_and_its_notice():
    found = due(FEBRUARY_2024, 5, "working_day", calendar=CAL)
    lines = {line.day: (line.counted, line.reason) for line in found.days}
    assert len(lines) == 14
    assert lines[FEBRUARY_2024] == (None, "起算日，不计入")
    assert lines[date(2024, 2, 14)] == (None, "放假：春节，国办发明电〔2023〕7号")
    assert lines[date(2024, 2, 18)] == (3, "调休上班，国办发明电〔2023〕7号")
    assert lines[date(2024, 2, 20)] == (5, "工作日；期限届满")


def test_the_derivation_shows_the_roll_over():
    lines = due(date(2024, 9, 16), 15, "calendar_day", calendar=CAL).days
    assert (lines[15].day, lines[15].counted) == (date(2024, 10, 1), 15)
    assert lines[15].reason.endswith("期满日为非工作日，顺延")
    assert [line.counted for line in lines[16:]] == [None] * 7
    assert lines[-1].reason == "工作日；顺延至本日，期限届满"


def test_overlapping_pauses_count_once_and_strangers_do_not_matter():
    pauses = [
        Pause(date(2024, 5, 22), date(2024, 5, 30), "鉴定"),
        Pause(date(2024, 5, 20), date(2024, 5, 24), "中止"),
        Pause(date(2024, 4, 1), date(2024, 5, 16), "起算之前"),
        Pause(date(2025, 1, 1), None, "届满之后"),
    ]
    plain = due(date(2024, 5, 16), 10, "calendar_day", calendar=CAL, roll_over=False)
    found = due(date(2024, 5, 16), 10, "calendar_day", calendar=CAL, pauses=pauses, roll_over=False)
    assert plain.on == date(2024, 5, 26)
    assert found.on == date(2024, 5, 26) + timedelta(days=11)
    assert sum(line.reason.startswith("中止，不计入") for line in found.days) == 11


def test_a_pause_and_an_extension_make_one_longer_period():
    pauses = [Pause(date(2024, 5, 20), date(2024, 5, 30))]
    found = due(date(2024, 5, 16), 60, "calendar_day", calendar=CAL, pauses=pauses, extension=(30, "calendar_day"))
    assert found.on == date(2024, 8, 26)  # 90 days and 11 paused: Sunday 25 August, then Monday
    assert [line.day for line in found.days if line.counted == 60] == [date(2024, 7, 26)]
    assert any("原期限届满，以下为延长" in line.reason for line in found.days)


def test_the_original_end_is_not_rolled_before_it_is_extended():
    found = due(date(2024, 9, 16), 15, "calendar_day", calendar=CAL, extension=(1, "calendar_day"))
    assert found.on == date(2024, 10, 8)  # day 16 is 2 October, not the ninth


def test_an_extension_in_another_unit_runs_from_the_rolled_end():
    found = due(date(2024, 9, 16), 15, "calendar_day", calendar=CAL, extension=(2, "working_day"))
    assert found.on == date(2024, 10, 10)
    assert found.days[-1].day == found.on


def test_a_pause_over_the_day_rolled_to_moves_on():
    pauses = [Pause(date(2024, 10, 8), date(2024, 10, 9))]
    found = due(date(2024, 9, 16), 15, "calendar_day", calendar=CAL, pauses=pauses)
    assert found.on == date(2024, 10, 10) == found.days[-1].day


@pytest.mark.parametrize("unit", ["working_day", "calendar_day", "month"])
def test_an_open_pause_leaves_the_day_open(unit):
    found = due(FEBRUARY_2024, 1, unit, calendar=CAL, pauses=[Pause(date(2024, 2, 8), None, "鉴定")])
    assert found.paused and found.on is None and not found.provisional
    assert found.days[-1].reason == "中止，尚未恢复：鉴定"


def test_an_open_pause_after_the_end_changes_nothing():
    found = due(FEBRUARY_2024, 5, "working_day", calendar=CAL, pauses=[Pause(date(2024, 2, 21), None)])
    assert found.on == date(2024, 2, 20)


def test_months_make_up_paused_days():
    pauses = [Pause(date(2024, 2, 5), date(2024, 2, 6)), Pause(date(2024, 3, 1), date(2024, 3, 3))]
    found = due(date(2024, 1, 31), 1, "month", calendar=CAL, pauses=pauses)
    assert found.on == date(2024, 3, 5) == found.days[-1].day  # two days after 3 March
    assert [line.counted for line in found.days[-2:]] == [1, 2]


def test_the_year_after_the_notices_is_provisional_until_its_notice_is_known():
    guessed = due(date(2026, 12, 28), 5, "working_day", calendar=CAL)
    assert (guessed.on, guessed.provisional) == (date(2027, 1, 4), True)
    notice = read_notice(
        'year = 2027\nnumber = "国办发明电〔2026〕9号"\nwork = [2027-01-09]\n'
        'off = [{ festival = "元旦", first = 2027-01-01, last = 2027-01-05 }]'
    )
    known = due(date(2026, 12, 28), 5, "working_day", calendar=CAL.with_notice(notice))
    assert (known.on, known.provisional) == (date(2027, 1, 7), False)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "roll_over", "provisional"),
    [
        (date(2026, 12, 24), 5, "working_day", True, False),  # ends on 31 December 2026
        (date(2022, 12, 31), 1, "working_day", True, False),  # only days of 2023 are relied on
        (date(2022, 12, 28), 1, "working_day", True, True),
        (date(2026, 12, 1), 60, "calendar_day", True, True),
        (date(2026, 12, 1), 60, "calendar_day", False, False),  # no working day is relied on
        (date(2022, 6, 1), 365, "calendar_day", True, False),  # only the end is looked at
        (date(2026, 6, 30), 12, "month", True, True),
    ],
)
def test_only_days_relied_on_make_it_provisional(start, amount, unit, roll_over, provisional):
    assert due(start, amount, unit, calendar=CAL, roll_over=roll_over).provisional is provisional


def test_hours_are_exact_and_paused_by_whole_days():
    start = datetime(2024, 2, 9, 17, 30)
    assert due(start, 24, "hour", calendar=CAL).on == datetime(2024, 2, 10, 9, 30, tzinfo=UTC)
    assert due(start, 0.5, "hour", calendar=CAL).on == datetime(2024, 2, 9, 10, 0, tzinfo=UTC)
    five_minutes = due(start, Decimal("0.0833"), "hour", calendar=CAL)
    assert five_minutes.on == datetime(2024, 2, 9, 9, 35, tzinfo=UTC)
    paused = due(start, 24, "hour", calendar=CAL, pauses=[Pause(date(2024, 2, 10), date(2024, 2, 11))])
    assert paused.on == datetime(2024, 2, 12, 9, 30, tzinfo=UTC)
    assert [line.reason for line in paused.days][1:3] == ["中止，不计入"] * 2
    still = due(start, 24, "hour", calendar=CAL, pauses=[Pause(date(2024, 2, 10), None)])
    assert still.paused and still.days[-1].reason == "中止，尚未恢复"


def test_a_moment_elsewhere_is_a_shanghai_day():
    late = datetime(2024, 2, 6, 18, 0, tzinfo=timezone(timedelta(0)))  # already 7 February in Shanghai
    assert due(late, 5, "working_day", calendar=CAL).on == date(2024, 2, 20)


@pytest.mark.parametrize(
    ("amount", "on"),
    [("01-31", date(2025, 1, 31)), ("<03-01", date(2025, 2, 28)), ("2027-12-31", date(2027, 12, 31))],
)
def test_fixed_dates(amount, on):
    found = due(date(2024, 12, 31), amount, "date", calendar=CAL)
    assert found.on == on == found.days[-1].day


def test_before_march_in_a_leap_year():
    assert due(date(2023, 12, 31), "<03-01", "date", calendar=CAL).on == date(2024, 2, 29)


def test_part_of_a_working_day_counts_as_a_day():
    assert due(date(2024, 2, 9), Decimal("0.5"), "working_day", calendar=CAL).on == date(2024, 2, 18)
    assert due(date(2024, 2, 9), 1.5, "working_day", calendar=CAL).on == date(2024, 2, 19)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "sentence"),
    [
        (FEBRUARY_2024, 0, "working_day", "正数"),
        (FEBRUARY_2024, -3, "calendar_day", "正数"),
        (FEBRUARY_2024, "五", "calendar_day", "不是数字"),
        (FEBRUARY_2024, 1.5, "month", "整月"),
        (FEBRUARY_2024, 24, "hour", "起算时刻"),
        (FEBRUARY_2024, "13-01", "date", "不是日期"),
        (FEBRUARY_2024, "02-30", "date", "不是日期"),
        (FEBRUARY_2024, 40_000, "working_day", "超出"),
        (date(1900, 1, 1), 5, "working_day", "超出"),
    ],
)
def test_what_cannot_be_counted_is_refused(start, amount, unit, sentence):
    with pytest.raises(BadPeriod, match=sentence):
        due(start, amount, unit, calendar=CAL)


def test_a_date_cannot_be_extended_by_a_length():
    with pytest.raises(BadPeriod, match="具体日期"):
        due(FEBRUARY_2024, "01-31", "date", calendar=CAL, extension=(1, "date"))


def test_a_pause_that_ends_before_it_begins_is_refused():
    with pytest.raises(BadPeriod, match="早于首日"):
        Pause(date(2024, 5, 2), date(2024, 5, 1))


def test_days_left():
    assert left(FEBRUARY_2024, date(2024, 2, 20), "working_day", CAL) == 5
    assert left(date(2024, 2, 20), date(2024, 2, 20), "working_day", CAL) == 0
    assert left(date(2024, 2, 22), date(2024, 2, 20), "working_day", CAL) == -2
    assert left(date(2024, 2, 10), date(2024, 2, 20), "calendar_day", CAL) == 10
    assert left(date(2024, 2, 21), date(2024, 2, 20), "month", CAL) == -1


starts = st.dates(date(2022, 6, 1), date(2028, 12, 31))
lengths = st.integers(1, 120)
counted_units = st.sampled_from(["working_day", "calendar_day"])


@st.composite
def pauses_near(draw, start):
    found = []
    for _ in range(draw(st.integers(0, 4))):
        first = start + timedelta(days=draw(st.integers(-20, 120)))
        last = None if draw(st.integers(0, 9)) == 0 else first + timedelta(days=draw(st.integers(0, 40)))
        found.append(Pause(first, last))
    return found


@settings(max_examples=150, deadline=None)
@given(starts, lengths, counted_units, st.booleans())
def test_agrees_with_the_walk(start, amount, unit, roll_over):
    found = due(start, amount, unit, calendar=CAL, roll_over=roll_over)
    assert found.on == walk(start, amount, unit, CAL, [], roll_over)


@settings(max_examples=150, deadline=None)
@given(st.data(), starts, lengths, counted_units, st.booleans())
def test_agrees_with_the_walk_through_pauses(data, start, amount, unit, roll_over):
    pauses = data.draw(pauses_near(start))
    found = due(start, amount, unit, calendar=CAL, pauses=pauses, roll_over=roll_over)
    assert found.on == walk(start, amount, unit, CAL, pauses, roll_over)


@settings(max_examples=150, deadline=None)
@given(st.data(), starts, st.integers(1, 40), st.sampled_from(["working_day", "calendar_day", "month"]), st.booleans())
def test_the_derivation_ends_where_due_does_and_counts_without_gaps(data, start, amount, unit, roll_over):
    pauses = data.draw(pauses_near(start))
    found = due(start, amount, unit, calendar=CAL, pauses=pauses, roll_over=roll_over)
    lines = found.days
    if found.paused:
        assert lines[-1].reason.startswith("中止，尚未恢复")
    else:
        assert lines[-1].day == found.on
    numbers = [line.counted for line in lines if line.counted is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    assert [line.day for line in lines] == sorted(line.day for line in lines)
    if unit != "month" and not found.paused:
        assert len(numbers) == amount


@settings(max_examples=100, deadline=None)
@given(starts, lengths, lengths, counted_units)
def test_a_longer_period_never_ends_earlier(start, amount, more, unit):
    shorter = due(start, amount, unit, calendar=CAL).on
    longer = due(start, amount, unit, calendar=CAL, extension=(more, unit)).on
    assert shorter is not None and longer is not None and shorter <= longer
