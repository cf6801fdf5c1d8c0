"""How the workloads measure: CPU seconds of this process, best of several rounds, and one line per figure."""

import time
from collections.abc import Callable
from typing import Any

Line = dict[str, Any]


def cpu(work: Callable[[], object], rounds: int = 5) -> float:
    """The least CPU seconds of `rounds` runs: what the work costs when nothing disturbs it."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def percentiles(work: Callable[[int], object], runs: int) -> tuple[float, float]:
    """(p50, p99) in milliseconds of wall time over `runs` calls."""
    times = []
    for number in range(runs):
        start = time.perf_counter()
        work(number)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.99)]


def line(workload: str, name: str, ours: float, unit: str, target: float | None = None, **peer: float | str) -> Line:
    """One figure. `peer` may hold peer (its name), theirs (its figure in the same unit) and note."""
    return {"workload": workload, "name": name, "ours": ours, "unit": unit, "target": target, **peer}
