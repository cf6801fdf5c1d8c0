"""`python -m bench [NAME …]`: run the workloads and write RESULTS.md (only for a whole run)."""

import json
import os
import platform
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
POSTGRES = HERE.parent / ".ci" / "postgres"
MILLION = 1_000_000


class Run(NamedTuple):
    """One workload in a process of its own, so that none inherits another's memory or settings."""

    name: str
    cases: int = MILLION
    postgres: bool = False


WHOLE = (
    *(
        Run(name)
        for name in ("days", "journal", "casework", "intake", "worklist", "figures", "ledgers", "papers", "report")
    ),
    Run("intake", postgres=True),
    Run("worklist", postgres=True),
    Run("figures", postgres=True),
    Run("worklist", 10 * MILLION),
    Run("figures", 10 * MILLION),
)


def measured(run: Run) -> list[dict[str, object]]:
    """The lines of one workload; one that fails says so in a line of its own."""
    code = (
        f"import gc, json, django; django.setup(); from bench import {run.name} as work; gc.freeze(); "
        "print('\\n' + json.dumps(work.measure()))"
    )
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "fazhi.project.settings",
        "FAZHI_BENCH_CASES": str(run.cases),
    }
    command = [*([str(POSTGRES)] if run.postgres else []), sys.executable, "-c", code]
    started = time.monotonic()
    done = subprocess.run(command, cwd=HERE.parent, env=environment, capture_output=True, text=True)
    print(f"{run.name}: {time.monotonic() - started:.0f} s", file=sys.stderr)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return [{"workload": run.name, "name": "failed", "ours": 0, "unit": "", "target": None}]
    rows: list[dict[str, object]] = json.loads(done.stdout.strip().splitlines()[-1])
    return rows


def cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.2f}" if abs(value) < 100 else f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int) else "" if value is None else str(value)


def table(rows: list[dict[str, object]]) -> str:
    lines = [
        "| workload | figure | ours | unit | aim | peer in the same run | its figure | ratio | note |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        theirs, ours = row.get("theirs"), row.get("ours")
        ratio = ours / theirs if isinstance(ours, int | float) and isinstance(theirs, int | float) and theirs else None
        names = ("workload", "name", "ours", "unit", "target", "peer")
        cells = [*(row.get(name) for name in names), theirs, ratio, row.get("note")]
        lines.append("| " + " | ".join(cell(each) for each in cells) + " |")
    return "\n".join(lines)


def main(names: list[str]) -> None:
    wanted = [Run(name) for name in names] or [run for run in WHOLE if not run.postgres or _has_server()]
    rows = [row for run in wanted for row in measured(run)]
    print(table(rows))
    if not names:
        head = (
            f"# Measured\n\n`make bench`, {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, "
            f"Python {platform.python_version()}. Compare the ratios, not the absolutes: the machine is shared.\n"
            "Rates are per CPU second of the measuring process, best of several rounds; latencies are wall time.\n"
            "`python -m bench NAME` runs one workload; `FAZHI_BENCH_CASES` sets the number of cases.\n\n"
        )
        (HERE / "RESULTS.md").write_text(head + table(rows) + "\n", encoding="utf-8")


def _has_server() -> bool:
    return shutil.which("psql") is not None


main(sys.argv[1:])
