"""W5: ten million working-day limits, beside numpy's own calendar and a plain copy of the input."""

from datetime import date

import numpy as np

from bench.measuring import Line, cpu, line
from fazhi.days import calendar, due, due_many

MANY = 10_000_000
AMOUNTS = np.array([3, 5, 7, 10, 15, 20, 30, 45, 60])


def measure() -> list[Line]:
    chance = np.random.default_rng(5)
    first = np.datetime64("2016-01-01")
    starts = first + chance.integers(0, 3600, MANY).astype("timedelta64[D]")
    amounts = chance.choice(AMOUNTS, MANY)
    known = calendar()
    ours = MANY / cpu(lambda: due_many(starts, amounts, "working_day", calendar=known), 3) / 1e6
    numbers, narrow = starts.astype(np.int64).astype(np.uint16), amounts.astype(np.uint8)
    lean = MANY / cpu(lambda: due_many(numbers, narrow, "working_day", calendar=known), 3) / 1e6
    copy = MANY / cpu(lambda: (starts.copy(), amounts.copy()), 3) / 1e6
    part = 200_000
    days = [first + np.timedelta64(n, "D") for n in range(4400)]
    rest = [day for day in days if not known.is_working(day.item())]  # every day but those, make-up Saturdays included
    theirs = part / cpu(
        lambda: np.busday_offset(starts[:part], amounts[:part], roll="backward", weekmask="1111111", holidays=rest), 3
    ) / 1e6  # fmt: skip
    day = date(2024, 2, 7)
    single = cpu(lambda: [due(day, 5, "working_day", calendar=known) for _ in range(20_000)], 3) / 20_000 * 1e6
    return [
        line("W5", "due dates in bulk", ours, "M/CPU-s", 300, peer="numpy.busday_offset", theirs=theirs,
             note=f"copying the input alone: {copy:,.0f} M/CPU-s"),
        line("W5", "due dates in bulk, as 16-bit day numbers", lean, "M/CPU-s", 300),
        line("W5", "one due date", single, "µs", 2),
    ]  # fmt: skip
