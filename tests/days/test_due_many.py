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


@settings(max_examples=40, deadline=None)
@given(
    arrays.arrays(np.int64, st.integers(1, 200), elements=st.integers(0, 47_000)),
    st.sampled_from(["working_day", "calendar_day", "month"]),
    st.sampled_from([np.uint16, np.int32, np.uint32, np.int64]),
    st.sampled_from([np.uint8, np.int16, np.int64]),
    st.integers(0, 2**32 - 1),
)
def test_day_numbers_come_back_in_the_type_they_were_given(offsets, unit, kind, width, seed):
    amounts = np.random.default_rng(seed).integers(1, 13, offsets.size).astype(width)
    found = due_many(offsets.astype(kind), amounts, unit, WIDE)
    assert found.dtype == kind
    assert (found == due_many(offsets.astype("datetime64[D]"), amounts, unit, WIDE).view(np.int64)).all()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([0, 1, 19_800, 47_400, 47_470, 47_479, 47_480, 47_481]), min_size=1, max_size=6),
    st.integers(1, 20),
)
def test_the_edges_of_the_table_are_counted_or_refused_as_the_single_one_does(offsets, amount):
    starts = np.array(offsets).astype("datetime64[D]")
    try:
        single = [due(start, amount, "working_day", calendar=CAL).on for start in starts.tolist()]
    except BadPeriod:
        with pytest.raises(BadPeriod, match="届满日超出2099年"):
            due_many(starts, amount, "working_day", CAL)
    else:
        assert due_many(starts, amount, "working_day", CAL).tolist() == single


@pytest.mark.parametrize("bad", [-(2**63), -100, 47_482, 65_535, 65_536, 2**40])
def test_one_bad_day_among_many_chunks_is_found(bad):
    starts = np.full(200_000, 19_760)
    starts[150_000] = bad
    for unit in ("working_day", "calendar_day"):
        with pytest.raises(BadPeriod, match="为空，或者超出"):
            due_many(starts.view("datetime64[D]"), 5, unit, CAL)


@pytest.mark.parametrize("bad", [-(2**63), -1, 0, 20_001, 65_536, 65_541, 2**40])
def test_one_bad_length_among_many_chunks_is_found(bad):
    lengths = np.full(200_000, 5)
    lengths[150_000] = bad
    starts = np.full(200_000, 19_760).view("datetime64[D]")
    for unit in ("working_day", "calendar_day"):
        with pytest.raises(BadPeriod, match="1至20000"):
            due_many(starts, lengths, unit, CAL)


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
        (np.array([19_760], np.int16), 5, "working_day", "uint16"),
        (np.array([19_760], np.uint64), 5, "working_day", "uint16"),
        (np.array([19_760.5]), 5, "working_day", "uint16"),
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
