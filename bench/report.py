"""The report end to end, over the demonstration city: composed, and written as HTML, Word, PDF and JSON."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection

from bench.city import DATA
from bench.measuring import Line, line
from fazhi.city.zhenjiang.build import build
from fazhi.people.api import User
from fazhi.project.schema import prepare
from fazhi.report.api import check, compose, write


def measure() -> list[Line]:
    DATA.mkdir(exist_ok=True)
    connection.close()
    connection.settings_dict["NAME"] = DATA / "demo.sqlite3"
    prepare()
    lines: list[Line] = []
    if not User.objects.filter(username="clerk").exists():
        wall, used = time.perf_counter(), time.process_time()
        built = build(lambda what, done, total: None)
        note = f"{built.rows:,} ledger rows, {built.cases:,} cases; {time.process_time() - used:,.0f} CPU-s of this process"
        lines.append(line("demo", "the demonstration city built", time.perf_counter() - wall, "s", None, note=note))
    with TemporaryDirectory() as folder:
        started = time.perf_counter()
        composed = compose(2024)
        middle = time.perf_counter()
        write(composed, Path(folder))
        ended = time.perf_counter()
    prose = "\n".join("".join(run.text for run in block.runs) for block in composed.document.blocks)
    begun = time.perf_counter()
    check(prose, 2024)
    checked = time.perf_counter() - begun
    return [
        *lines,
        line("report", "composed and written", ended - started, "s", 10.0, note=f"composing {middle - started:.1f} s"),
        line("report", "a report checked", checked, "s", None),
    ]
