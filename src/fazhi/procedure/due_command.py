"""`fazhi due`: prints when a statutory period ends and counts it out day by day, by the shipped calendar unless given one.

Casework gives it the calendar of the installation; this room knows of no database.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import combinations, groupby

import click

from fazhi.days import BadPeriod, Calendar, DayLine, Pause
from fazhi.law import UnknownClock, clocks
from fazhi.procedure.periods import Explanation, NoNumber, clock_of, explain, length_of

_WEEKDAYS = "一二三四五六日"
_FOLD = 4  # longer runs of plainly counted calendar days are shown as one range


class _Wrong(ValueError):
    """An argument that cannot be used; the message is the sentence the user reads."""


@click.command("due", help="推算法定期限的届满日，逐日列明依据。例：fazhi due RC-ACCEPT 2024-02-07")
@click.argument("clock_id", metavar="期限编号", required=False)
@click.argument("start", metavar="起算日", required=False)
@click.option(
    "--pause", "pauses", multiple=True, metavar="起..止", help="中止期间，含首尾；可多次给出；未恢复的写 起.."
)
@click.option("--extend", is_flag=True, help="按条文延长一次。")
@click.option("--on", "edition_on", metavar="日期", help="适用该日施行的版本；不写为起算日施行的版本。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，逐日不折叠。")
@click.option("--list", "word", is_flag=False, flag_value="", metavar="[词]", help="列出期限编号和名称。")
@click.pass_context
def due(
    ctx: click.Context,
    clock_id: str | None,
    start: str | None,
    pauses: tuple[str, ...],
    extend: bool,
    edition_on: str | None,
    as_json: bool,
    word: str | None,
) -> None:
    """Print a due date with its derivation, or list the clocks; exit 2 with one sentence when it cannot."""
    if word is not None:
        click.echo("\n".join(_listed(word)))
        return
    try:
        stays = [_pause(text) for text in pauses]
        found = _explained(clock_id, start, stays, extend, edition_on, ctx.find_object(Calendar))
    except (_Wrong, UnknownClock, NoNumber, BadPeriod) as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    notes = list(_notes(found, _moment(start or ""), stays))
    for note in notes:
        click.echo(note, err=True)
    if as_json:
        click.echo(json.dumps({**found.as_json(), "notes": notes}, ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_report(found, start or "")))


def _explained(
    clock_id: str | None,
    start: str | None,
    stays: Sequence[Pause],
    extend: bool,
    edition_on: str | None,
    known: Calendar | None,
) -> Explanation:
    if clock_id is None or start is None:
        raise _Wrong("请写明期限编号和起算日，例如 fazhi due RC-ACCEPT 2024-02-07；编号可用 fazhi due --list 查看。")
    moment = _moment(start)
    chosen = clock_of(clock_id.upper(), moment, _day(edition_on) if edition_on else None)
    return explain(chosen, moment, calendar=known, pauses=stays, extended=int(extend))


def _moment(text: str) -> date | datetime:
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError as error:
        raise _Wrong(f"“{text}”不是日期，请写成 2024-02-07 或者 2024-02-07T09:30 的样式。") from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise _Wrong(f"“{text}”不是日期，请写成 2024-02-07 的样式。") from error


def _pause(text: str) -> Pause:
    first, dots, last = text.partition("..")
    if not dots:
        raise _Wrong(f"中止期间“{text}”请写成 2024-05-20..2024-05-30 的样式，未恢复的写 2024-05-20..")
    return Pause(_day(first), _day(last) if last else None)


def _notes(found: Explanation, start: date | datetime, stays: Sequence[Pause]) -> Iterator[str]:
    """Pauses that change nothing, or days given twice: the person may have mistyped them."""
    began = start.date() if isinstance(start, datetime) else start
    due = found.due.date() if isinstance(found.due, datetime) else found.due
    first = (
        began if found.unit == "hour" else began + timedelta(days=1)
    )  # of a period in days the first is the next day
    for stay in stays:
        if stay.last is not None and stay.last < first:
            yield f"中止期间{_said(stay)}在期限起算以前，不影响计算，请核对。"
        elif due is not None and stay.first > due:
            yield f"中止期间{_said(stay)}在期限届满以后，不影响计算，请核对。"
    for one, two in combinations(sorted(stays, key=lambda each: each.first), 2):
        if one.last is None or two.first <= one.last:
            yield f"中止期间{_said(one)}与{_said(two)}有重叠，重叠的日期只计一次，请核对。"


def _said(stay: Pause) -> str:
    return f"{stay.first}..{stay.last or ''}"


def _listed(word: str) -> Iterator[str]:
    """Ids and labels of the clocks whose id, label or statute holds the word, in columns."""
    chosen = [each for each in clocks() if word.lower() in f"{each.id} {each.label} {each.statute.name}".lower()]
    width = max((len(each.id) for each in chosen), default=0)
    for each in chosen:
        yield f"{each.id:<{width}}  {each.label}  {each.statute.name}{'' if each.seen else '（原文未核对）'}"
    if not chosen:
        yield f"没有名称或者编号含“{word}”的期限。"


def _report(found: Explanation, start: str) -> Iterator[str]:
    clock = found.clock
    yield f"{clock.label}（{clock.id}）"
    for title, text in _facts(found, start):
        if text:
            yield f"{title}：{text}"
    yield ""
    yield "日期                    星期    计数  说明"
    yield from _lines(found)


def _facts(found: Explanation, start: str) -> Iterator[tuple[str, str]]:
    clock = found.clock
    yield "期限", length_of(clock)
    yield "依据", f"{found.article}（{found.edition}）"
    yield "起算", f"{start}（{clock.starts}）" if clock.starts else start
    word = "最早" if found.kind == "earliest" else "届满"
    yield word, _end(found) + (f"（{clock.ends}）" if clock.ends else "")
    yield "顺延", found.roll_over_basis
    yield "延长", clock.extension.text if clock.extension else ""
    yield "中止", clock.pauses
    yield "后果", clock.consequence
    yield "备注", clock.note
    yield "提示", "" if found.seen else "本期限的条文原文未核对，使用前请核实。"
    warning = "所涉年份的放假通知尚未录入，暂按周一至周五推定，通知公布后须重新计算。"
    yield "暂定", warning if found.provisional else ""


def _end(found: Explanation) -> str:
    if found.due is None:
        return "中止期间尚未结束，恢复后方可确定"
    shown = f"{found.due:%Y-%m-%d %H:%M}" if isinstance(found.due, datetime) else f"{found.due}"
    return f"{shown} 星期{_WEEKDAYS[found.due.weekday()]}"


def _lines(found: Explanation) -> Iterator[str]:
    """The derivation in columns; long runs of calendar days counted without remark are folded into a range."""
    foldable = found.unit == "calendar_day"
    for plain, run in groupby(found.days, key=lambda each: foldable and _plain(each)):
        lines = list(run)
        if plain and len(lines) > _FOLD:
            first, last = lines[0], lines[-1]
            yield f"{first.day}..{last.day}  连续  {f'{first.counted}-{last.counted}':>6}  逐日计入"
        else:
            yield from (_line(line) for line in lines)


def _plain(line: DayLine) -> bool:
    return line.counted is not None and "；" not in line.reason


def _line(line: DayLine) -> str:
    counted = "-" if line.counted is None else str(line.counted)
    return f"{line.day!s:<22}  {_WEEKDAYS[line.day.weekday()]}    {counted:>6}  {line.reason}"
