"""`fazhi verify journal`: recompute the log, hold it to kept heads, export it; mounted by project."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from fazhi.journal.append import algorithm
from fazhi.journal.checkpoints import Head, checkpoint
from fazhi.journal.errors import JournalError
from fazhi.journal.export import export_lines, export_stream, exported_head, write_lines
from fazhi.journal.verify import Report, verify
from fazhi.terminal import Unusable, new_file

SOUND, TOUCHED = 0, 1


@click.command("journal")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出结果。")
@click.option("--export", "target", type=click.Path(path_type=Path, dir_okay=False), help="导出到文件，供离线核验。")
@click.option("--case", "case", help="只导出一个对象，写作 12 或 case:12；须与 --export 同用。")
@click.option("--head", "heads", multiple=True, help="与另行保存的检查点核对，写作 条数：根摘要；可重复。")
@click.option("--checkpoint", "first", is_flag=True, help="先建立新的检查点。")
def verify_journal_command(
    as_json: bool, target: Path | None, case: str | None, heads: tuple[str, ...], first: bool
) -> None:
    """核验日志：逐条重算摘要，指出被改动、删除、插入或调换的记录。退出码：0 完好，1 有问题，2 无法核验。"""
    try:
        held = [kept_head(text) for text in heads]
        if first:
            checkpoint()
        if case is not None and target is None:
            raise JournalError("--case 须与 --export 同用，请写明导出文件。")
        if target is not None:
            written = export(target, case)
            click.echo(written, err=True)
        report = verify(held=held, progress=show if sys.stderr.isatty() else None)
    except JournalError as error:
        raise Unusable(str(error)) from error
    click.echo(json.dumps(as_data(report), ensure_ascii=False) if as_json else "\n".join(report.sentences()))
    raise SystemExit(SOUND if report.sound else TOUCHED)


def kept_head(text: str) -> Head:
    size, _, root = text.partition(":")
    if not size.isdecimal() or len(root) != 64 or set(root.lower()) - set("0123456789abcdef"):
        raise JournalError(f"检查点应写作 条数：64 位十六进制根摘要，现为 {text!r}。")
    return Head(int(size), bytes.fromhex(root), None, algorithm())


def export(target: Path, case: str | None) -> str:
    if case is None:
        lines = export_lines(show if sys.stderr.isatty() else None)
        with new_file(target) as path:
            count = write_lines(path, lines) - 2  # header and end line are not entries
        return f"已导出 {count} 条到 {target}。"
    stream, _, subject = case.rpartition(":")
    if not subject.isdecimal():
        raise JournalError(f"--case 应写作 12 或 case:12，现为 {case!r}。")
    data = export_stream(stream or "case", int(subject))
    with new_file(target) as path:
        write_lines(path, [data])
    return f"已导出 {data['count']} 条到 {target}。"


def show(what: str, count: int) -> None:
    click.echo(f"\r{what}:{count} 条", err=True, nl=False)


def as_data(report: Report) -> dict[str, Any]:
    """The report as JSON: head, counts, and each fault with the entry's name."""
    faults = [
        {
            "kind": fault.kind,
            "stream": fault.name.stream if fault.name else None,
            "subject": fault.name.subject if fault.name else None,
            "seq": fault.name.seq if fault.name else None,
            "event": fault.name.kind if fault.name else None,
            "on": fault.name.on.isoformat() if fault.name and fault.name.on else None,
            "sentence": fault.sentence,
        }
        for fault in report.faults
    ]
    counts = {"entries": report.entries, "streams": report.streams, "pending": report.pending}
    return {
        "sound": report.sound,
        "head": exported_head(report.head),
        **counts,
        "found": report.found,
        "faults": faults,
    }
