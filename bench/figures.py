"""W9: every figure of a year over a million cases: live in one pass a table, beside one query a figure, and over the lake."""

import os
import time

from django.db import connection

from bench.city import DATA, fill, use
from bench.measuring import Line, line
from fazhi.figures.analytic import Lake
from fazhi.figures.api import Scope, computed, evaluate
from fazhi.figures.lake import export

COUNT = int(os.environ.get("FAZHI_BENCH_CASES", "1000000"))


def measure() -> list[Line]:
    if use(f"big-{COUNT}"):
        fill(COUNT)
    figures, scope = computed(), Scope(2024)
    live = _seconds(lambda: evaluate(figures, scope))
    singly = _seconds(lambda: [evaluate([each], scope) for each in figures])
    started = time.perf_counter()
    export(figures, DATA / f"lake-{COUNT}")
    exported = time.perf_counter() - started
    lake = Lake(DATA / f"lake-{COUNT}", figures)
    analytic = _seconds(lambda: lake.evaluate(scope))
    assert {k: v.value for k, v in lake.evaluate(scope).items()} == {
        k: v.value for k, v in evaluate(figures, scope).items()
    }
    name = f"{len(figures)} figures, {COUNT:,} cases"
    aim = 20.0 if connection.vendor == "postgresql" else None
    return [
        line("W9", f"{name}, live ({connection.vendor})", live, "s", aim, peer="one query a figure", theirs=singly),
        line("W9", f"{name}, analytic engine", analytic, "s", 2.0, peer=f"live ({connection.vendor})", theirs=live,
             note=f"values equal; lake written in {exported:.1f} s"),
    ]  # fmt: skip


def _seconds(work: object) -> float:
    best = float("inf")
    for _ in range(2):
        started = time.perf_counter()
        work()  # type: ignore[operator]  # a callable
        best = min(best, time.perf_counter() - started)
    return best
