"""W8: the first page of an officer's list with its counts, beside a bare SELECT 1, on a million cases."""

import os
import random
from datetime import date
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.city import OFFICERS, fill, use
from bench.measuring import Line, line, percentiles
from fazhi.casework.api import counts, open_cases, page
from fazhi.people.api import Sight, User

COUNT = int(os.environ.get("FAZHI_BENCH_CASES", "1000000"))
RUNS = 2000


def measure() -> list[Line]:
    if use(f"big-{COUNT}"):
        fill(COUNT)
    first = User.objects.order_by("pk").values_list("pk", flat=True)[0]
    chance = random.Random(8)
    officers = [Sight(user=first + int(chance.random() ** 1.5 * OFFICERS)) for _ in range(RUNS)]
    sql = [str(open_cases(officers[0], mine=True)[:50].query)]
    with CaptureQueriesContext(connection) as captured:
        _page(officers[0])
    both = percentiles(lambda n: _page(officers[n]), RUNS)
    floor = percentiles(lambda n: _one(), RUNS)
    plan = _plan(sql[0])
    name = f"{connection.vendor}, {COUNT:,} cases"
    return [
        line("W8", f"page and counts through the ORM, p50 ({name})", both[0], "ms", 0.5 + floor[0], peer="SELECT 1", theirs=floor[0],
             note=f"{len(captured)} statements; {plan}"),
        line("W8", f"page and counts through the ORM, p99 ({name})", both[1], "ms", 2.0 + floor[1], peer="SELECT 1", theirs=floor[1]),
        *_at_sql(officers, name),
    ]  # fmt: skip


def _page(by: Sight) -> None:
    rows = open_cases(by, mine=True)
    page(rows)
    counts(rows, date(2024, 6, 3), date(2024, 6, 10))


def _one() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def _at_sql(officers: list[Sight], name: str) -> list[Line]:
    """The very statements of a page and its counts, asked again for each officer without building objects."""
    asked: list[tuple[str, list[object]]] = []

    def listening(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, list(params)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listening):
        _page(officers[0])

    def run(number: int) -> None:
        for sql, params in asked:
            values = [officers[number].user if value == officers[0].user else value for value in params]
            with connection.cursor() as cursor:
                cursor.execute(sql, values)
                cursor.fetchall()

    p50, p99 = percentiles(run, RUNS)
    note = f"{len(asked)} statements"
    return [
        line("W8", f"page and counts at SQL, p50 ({name})", p50, "ms", 0.5, note=note),
        line("W8", f"page and counts at SQL, p99 ({name})", p99, "ms", 2.0, note=note),
    ]


def _plan(sql: str) -> str:
    if connection.vendor != "sqlite":
        return ""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return "; ".join(row[3] for row in cursor.fetchall())[:120]
