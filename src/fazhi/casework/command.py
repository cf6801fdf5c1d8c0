"""`fazhi pulse` and `fazhi notice`."""

import json
import signal
import time
from datetime import datetime
from pathlib import Path
from types import FrameType

import click
from django.db import close_old_connections

from fazhi.casework.notices import add_notice
from fazhi.casework.pulse import PulseReport, pulse
from fazhi.days import BadNotice
from fazhi.journal.api import checkpoint
from fazhi.people.api import WHOLE_CITY
from fazhi.registers.api import BadChange
from fazhi.terminal import Unusable


@click.command("pulse")
@click.option("--every", type=click.IntRange(1), help="每隔若干秒处理一次，直到停止（供后台运行）")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="按这一天处理（默认今天）")
@click.option("--json", "as_data", is_flag=True, help="输出JSON")
def pulse_command(every: int | None, today: datetime | None, as_data: bool) -> None:
    """处理已经届满的期限：依法律规定的后果推进案件，并给日志做检查点。"""
    stopping = _stopping()
    while True:
        try:
            report = pulse(today.date() if today is not None else None)
        except ValueError as error:
            raise Unusable(str(error)) from None
        checkpoint()
        _tell(report, as_data)
        if every is None or stopping.wait(every):
            return
        close_old_connections()  # what the server dropped overnight is opened anew


class _Stop:
    """Set by a signal, so that a pulse under way ends whole."""

    asked = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        self.asked = True

    def wait(self, seconds: int) -> bool:
        end = time.monotonic() + seconds
        while not self.asked and time.monotonic() < end:
            time.sleep(0.2)
        return self.asked


def _stopping() -> _Stop:
    stop = _Stop()
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    return stop


def _tell(report: PulseReport, as_data: bool) -> None:
    if as_data:
        click.echo(json.dumps({"fired": report.fired, "failed": report.failed}, ensure_ascii=False))
        return
    for kind, count in sorted(report.fired.items()):
        click.echo(f"{kind}：{count}件")
    for number in report.failed:
        click.echo(f"{number}未能处理，下次再试。", err=True)
    if not report.total and not report.failed:
        click.echo("没有届满的期限。")


@click.command("notice")
@click.argument("file", type=click.Path(exists=True, path_type=Path, dir_okay=False))
@click.option("--json", "as_data", is_flag=True, help="输出JSON")
def notice_command(file: Path, as_data: bool) -> None:
    """登记国务院办公厅新的放假通知（FILE为TOML，格式见手册），重新计算暂定的期限并列出变动。"""
    try:
        moved = add_notice(file.read_text(encoding="utf-8"), by=WHOLE_CITY)
    except (BadNotice, BadChange) as error:
        raise Unusable(str(error)) from None
    if as_data:
        lines = [{"case": m.case, "limit": m.limit, "before": str(m.before), "after": str(m.after)} for m in moved]
        click.echo(json.dumps(lines, ensure_ascii=False))
        return
    for change in moved:
        click.echo(f"{change.case} {change.limit}：{change.before} → {change.after}")
    click.echo(f"已登记，{len(moved)}个期限有变动。")
