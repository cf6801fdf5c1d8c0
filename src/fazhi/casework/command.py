"""`fazhi pulse`, `fazhi notice`, and `fazhi due` by the registered calendar."""

import json
import signal
import time
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import Any

import click
from django.db import close_old_connections

from fazhi.casework.calendars import registered_calendar
from fazhi.casework.notices import (
    NoticeChange,
    change_notices,
    preview_notices,
    standing_notices,
    stated,
    withdrawn_notices,
)
from fazhi.casework.pulse import PulseReport, pulse
from fazhi.days import BadNotice, read_notice, shipped_notices
from fazhi.journal.api import checkpoint
from fazhi.people.api import WHOLE_CITY
from fazhi.procedure.due_command import due
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


class _Registered(click.Command):
    """A command of a room below, given the calendar that this installation counts by."""

    def invoke(self, ctx: click.Context) -> Any:
        ctx.obj, loss = registered_calendar()
        if loss:
            click.echo(loss, err=True)
        return super().invoke(ctx)


due_command = _Registered("due", callback=due.callback, params=due.params, help=due.help)


@click.command("notice")
@click.argument("file", type=click.Path(exists=True, path_type=Path, dir_okay=False), required=False)
@click.option("--replace", is_flag=True, help="该年份已有通知，登记更正后的通知；须写明原因")
@click.option("--withdraw", "year", type=int, metavar="年份", help="撤销登记的该年份通知；须写明原因")
@click.option("--reason", default="", help="更正或者撤销的原因")
@click.option("--preview", "only_look", is_flag=True, help="只列出将要变动的期限，不登记")
@click.option("--list", "listed", is_flag=True, help="列出现行的和已撤销的通知")
@click.option("--json", "as_data", is_flag=True, help="输出JSON")
def notice_command(
    file: Path | None, replace: bool, year: int | None, reason: str, only_look: bool, listed: bool, as_data: bool
) -> None:
    """登记国务院办公厅新的放假通知（FILE为TOML，格式见手册），更正或者撤销登记有误的，重新计算期限并列出变动。"""
    if listed:
        _list_notices(as_data)
        return
    try:
        change = _wanted(file, replace, year, reason)
        moved = preview_notices(change) if only_look else change_notices(change, by=WHOLE_CITY)
    except (BadNotice, BadChange) as error:
        raise Unusable(str(error)) from None
    if as_data:
        lines = [{"case": m.case, "limit": m.limit, "before": str(m.before), "after": str(m.after)} for m in moved]
        click.echo(json.dumps(lines, ensure_ascii=False))
        return
    for each in moved:
        click.echo(f"{each.case} {each.limit}：{each.before} → {each.after}")
    done = "已撤销" if change.text is None else "已登记"
    click.echo(f"{'尚未登记' if only_look else done}，{len(moved)}个期限{'将' if only_look else ''}有变动。")


def _wanted(file: Path | None, replace: bool, year: int | None, reason: str) -> NoticeChange:
    """What was asked for on the command line; BadChange when that is two things or none."""
    if (file is None) == (year is None):
        raise BadChange("请写明要登记的通知文件，或者用 --withdraw 写明要撤销的年份，例如 fazhi notice 2027.toml。")
    if file is not None and bool(reason.strip()) != replace:
        raise BadChange("更正已有年份的通知，请同时写 --replace 和 --reason；登记新年份的通知，两者都不写。")
    if file is None:
        return NoticeChange(year or 0, None, stated(reason))
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadChange(f"放假通知“{file.name}”无法读取，请另存为UTF-8编码的文本文件。") from error
    return NoticeChange(read_notice(text).year, text, stated(reason) if replace else "")


def _list_notices(as_data: bool) -> None:
    rows = [*standing_notices(), *withdrawn_notices()]
    kept = {row.year for row in rows if row.withdrawn_at is None}
    shipped = [each for each in shipped_notices() if each.year not in kept]
    if as_data:
        data = [{"year": each.year, "notice": each.cite, "shipped": True, "withdrawn": None} for each in shipped]
        data += [{"year": row.year, "notice": row.cite, "shipped": False, "withdrawn": row.withdrawal} for row in rows]
        click.echo(json.dumps(data, ensure_ascii=False))
        return
    for notice in shipped:
        click.echo(f"{notice.year}年 {notice.cite}（随系统提供）")
    for row in rows:
        click.echo(f"{row.year}年 {row.cite}（{row.withdrawal or '登记'}）")
