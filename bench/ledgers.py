"""100,000 rows of 20 mixed columns out to .xlsx and back in: CPU seconds, wall seconds, memory of both processes."""

import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

from fazhi.ledgers.sheets import Column, Kind, Layout, read_sheet, write_rows

ROWS = 100_000
MOST_GROWTH = 150
KINDS: tuple[Kind, ...] = (
    "code",
    "text",
    "choice",
    "date",
    "moment",
    "money",
    "whole",
    "decimal",
    "percent",
    "flag",
) * 2
LAYOUT = Layout(
    "bench",
    "测试台账",
    tuple(
        Column(f"c{place}", f"第{place}列", kind, choices=(("a", "甲类"), ("b", "乙类")) if kind == "choice" else ())
        for place, kind in enumerate(KINDS)
    ),
)


def made(kind: Kind, number: int) -> object:
    """A value of that kind, another one for each number."""
    values: dict[str, object] = {
        "code": f"0{number:017d}",
        "text": f"某某市第{number % 1000}号当事人有限公司",
        "choice": "ab"[number % 2],
        "date": date(2024, 1, 1) + timedelta(days=number % 366),
        "moment": datetime(2024, 1, 1) + timedelta(seconds=number * 37),
        "money": Decimal(number) / 100,
        "whole": number,
        "decimal": Decimal(number) / 8,
        "percent": Decimal(number % 100) / 100,
        "flag": number % 3 == 0,
    }
    return values[kind]


POOL = [{column.name: made(column.kind, number) for column in LAYOUT.columns} for number in range(1000)]


def rows() -> Iterator[dict[str, object]]:
    """Rows as an export hands them over, one at a time."""
    for number in range(ROWS):
        yield {"id": f"k-{number}", **POOL[number % len(POOL)]}


def spent() -> float:
    """CPU seconds of this process and of children that have ended."""
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def memory(name: str) -> float:
    """A line of /proc/self/status in MB: VmRSS now, VmHWM at its highest."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name))


def observed(work: Callable[[], object]) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and growth of this process's memory in MB at its highest."""
    Path("/proc/self/clear_refs").write_text("5")
    before, cpu, start = memory("VmRSS"), spent(), time.perf_counter()
    work()
    return spent() - cpu, time.perf_counter() - start, memory("VmHWM") - before


def write_bare(path: Path) -> None:
    """The floor under writing: the same cells through XlsxWriter with nothing of ours."""
    with xlsxwriter.Workbook(str(path), {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}) as workbook:
        sheet = workbook.add_worksheet()
        for line, row in enumerate(rows()):
            for place, value in enumerate(row.values()):
                sheet.write(line, place, value)


def read_peer(path: Path) -> None:
    """The usual way of reading: openpyxl in the same process, no checks."""
    workbook = openpyxl.load_workbook(path, read_only=True)
    for _ in workbook.worksheets[0].iter_rows(values_only=True):
        pass
    workbook.close()


def read_ours(path: Path) -> None:
    """Every row through the checks of its columns; none may be lost or in error."""
    count = sum(1 for row in read_sheet(path, LAYOUT) if not row.errors)
    if count != ROWS:
        raise RuntimeError(f"{count} of {ROWS} rows came back")


def line(name: str, ours: float, unit: str, target: float | str, peer: str = "") -> dict[str, Any]:
    return {"workload": "ledgers", "name": name, "ours": round(ours, 1), "unit": unit, "target": target, "peer": peer}


def measure() -> list[dict[str, Any]]:
    """Writing beside bare XlsxWriter, reading beside openpyxl; the parent may grow by 150 MB, the child by its limit."""
    with tempfile.TemporaryDirectory() as folder:
        path, bare = Path(folder) / "ours.xlsx", Path(folder) / "bare.xlsx"
        write, write_wall, write_growth = observed(lambda: write_rows(LAYOUT, rows(), path))
        floor, _, _ = observed(lambda: write_bare(bare))
        read, read_wall, read_growth = observed(lambda: read_ours(path))
        child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        peer, _, _ = observed(lambda: read_peer(path))
    return [
        line("write 100,000 x 20", write, "CPU s", "", f"bare XlsxWriter {floor:.1f} s, {write / floor:.2f}x"),
        line("write, wall", write_wall, "s", ""),
        line("write, growth of the process", write_growth, "MB", MOST_GROWTH),
        line(
            "read and check 100,000 x 20, both processes",
            read,
            "CPU s",
            "",
            f"openpyxl {peer:.1f} s, {read / peer:.2f}x",
        ),
        line("read, wall", read_wall, "s", ""),
        line("read, growth of the process", read_growth, "MB", MOST_GROWTH),
        line("read, child at its highest", child, "MB", 2048),
    ]


if __name__ == "__main__":
    for row in measure():
        print(row)
