"""The vectorised due dates agree with the single ones, refuse what they cannot count, and are fast enough."""

import time
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from fazhi.days import BadPeriod, calendar, due, due_many, read_notice

from .walk import walk

CAL = calendar()
WIDE = CAL.with_notice(
    read_notice(
        'year = 2027\nnumber = ""\nwork = [2027-01-09]\n'
        'off = [{ festival = "元旦", first = 2027-01-01, last = 2027-01-05 }]'
    )
)


def days(*values: str) -> np.ndarray:
    return np.array(values, "datetime64[D]")


def test_a_hand_checked_column():
    starts = days("2024-02-07", "2024-09-27", "2025-09-30", "2026-12-28")
    assert due_many(starts, np.array([5, 5, 3, 5]), "working_day", CAL).tolist() == [
        date(2024, 2, 20),
        date(2024, 10, 10),
        date(2025, 10, 11),
        date(2027, 1, 4),
    ]
    assert due_many(starts, 5, "working_day", WIDE).tolist()[-1] == date(2027, 1, 7)


@settings(max_examples=40, deadline=None)
@given(
    arrays.arrays(np.int64, st.integers(0, 200), elements=st.integers(19_000, 21_500)),
    st.sampled_from(["working_day", "calendar_day", "month"]),
    st.booleans(),
    st.integers(0, 2**32 - 1),
)
def test_agrees_with_the_single_one(offsets, unit, roll_over, seed):
    starts = offsets.astype("datetime64[D]")
    amounts = np.random.default_rng(seed).integers(1, 61, offsets.size).astype(np.int16)
    found = due_many(starts, amounts, unit, WIDE, roll_over).tolist()
    single = [
        due(start, int(amount), unit, calendar=WIDE, roll_over=roll_over).on
        for start, amount in zip(starts.tolist(), amounts, strict=True)
    ]
    assert found == single


def test_agrees_with_the_walk_over_a_whole_chunk_edge():
    starts = (np.datetime64("2023-01-01") + np.arange(1_500)).astype("datetime64[D]")
    found = due_many(np.tile(starts, 50), 15, "working_day", CAL)
    expected = [walk(start, 15, "working_day", CAL, [], True) for start in starts.tolist()]
    assert found.reshape(50, -1)[0].tolist() == expected
    assert (found.reshape(50, -1) == found[: starts.size]).all()


def test_shapes_are_kept_and_nothing_gives_nothing():
    starts = days("2024-02-07", "2024-09-27", "2024-09-30", "2025-09-30").reshape(2, 2)
    assert due_many(starts, 5, "working_day", CAL).shape == (2, 2)
    assert due_many(days(), 5, "working_day", CAL).size == 0
    assert due_many(days(), np.array([], int), "calendar_day", CAL).size == 0


@pytest.mark.parametrize(
    ("starts", "amounts", "unit", "sentence"),
    [
        (days("2024-02-07", "NaT"), 5, "working_day", "为空，或者超出"),
        (days("NaT"), 5, "calendar_day", "为空，或者超出"),
        (days("1969-12-31"), 5, "working_day", "为空，或者超出"),
        (days("2100-01-01"), 5, "month", "为空，或者超出"),
        (days("2099-12-30"), 9, "working_day", "超出2099年"),
        (days("2099-12-30"), 9, "calendar_day", "超出2099年|超出1970年至2099年"),
        (days("2024-02-07"), 0, "working_day", "1至20000"),
        (days("2024-02-07"), 1.5, "working_day", "整数"),
        (days("2024-02-07"), np.array([1, 2]), "working_day", "一一对应"),
        (days("2024-02-07"), 5, "hour", "不支持"),
    ],
)
def test_what_cannot_be_counted_is_refused(starts, amounts, unit, sentence):
    with pytest.raises(BadPeriod, match=sentence):
        due_many(starts, amounts, unit, CAL)


def test_the_last_working_days_of_the_table_are_reached():
    last = date(2099, 12, 31)
    assert due_many(days("2099-12-30"), 1, "working_day", CAL).tolist() == [last]
    assert due(last - timedelta(days=1), 1, "working_day", calendar=CAL).on == last


def test_a_million_dates_take_a_fraction_of_a_second():
    rng = np.random.default_rng(7)
    starts = (np.datetime64("2016-01-01") + rng.integers(0, 4_000, 1_000_000)).astype("datetime64[D]")
    amounts = rng.choice(np.array([3, 5, 7, 10, 15, 20, 30, 45, 60], np.uint8), 1_000_000)
    due_many(starts, amounts, "working_day", CAL)
    began = time.process_time()
    due_many(starts, amounts, "working_day", CAL)
    assert time.process_time() - began < 0.2
