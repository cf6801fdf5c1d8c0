"""`python -m bench [NAME …]`: run the workloads and write RESULTS.md (only for a whole run)."""

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
WORKLOADS = ("days", "journal", "casework", "worklist", "figures", "ledgers", "papers", "report")


def run(name: str) -> list[dict[str, object]]:
    """Each workload in a process of its own, so that none inherits another's memory or settings."""
    code = f"import gc, json, django; django.setup(); from bench import {name}; gc.freeze(); print('\\n' + json.dumps({name}.measure()))"
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "fazhi.project.settings"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=HERE.parent, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return [{"workload": name, "name": "failed", "ours": 0, "unit": "", "target": None}]
    rows: list[dict[str, object]] = json.loads(done.stdout.strip().splitlines()[-1])
    return rows


def cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.2f}" if abs(value) < 100 else f"{value:,.0f}"
    return "" if value is None else str(value)


def table(rows: list[dict[str, object]]) -> str:
    lines = [
        "| workload | figure | ours | unit | aim | peer in the same run | its figure | ratio | note |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        theirs, ours = row.get("theirs"), row.get("ours")
        ratio = ours / theirs if isinstance(ours, int | float) and isinstance(theirs, int | float) and theirs else None
        cells = [
            row.get("workload"),
            row["name"],
            ours,
            row.get("unit"),
            row.get("target"),
            row.get("peer"),
            theirs,
            ratio,
            row.get("note"),
        ]
        lines.append("| " + " | ".join(cell(each) for each in cells) + " |")
    return "\n".join(lines)


def main(names: list[str]) -> None:
    rows = [row for name in names or WORKLOADS for row in run(name)]
    print(table(rows))
    if not names:
        head = (
            f"# Measured\n\n`make bench`, {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, "
            f"Python {platform.python_version()}. Compare the ratios, not the absolutes: the machine is shared.\n"
            "Rates are per CPU second of the measuring process, best of several rounds; latencies are wall time.\n\n"
        )
        (HERE / "RESULTS.md").write_text(head + table(rows) + "\n", encoding="utf-8")


main(sys.argv[1:])
