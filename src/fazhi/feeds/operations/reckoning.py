"""Statutory limits reckoned for anybody: the clock, a start, pauses, and the count day by day."""

from datetime import date, datetime
from typing import Any

from fazhi.casework.api import current_calendar
from fazhi.days import Pause
from fazhi.feeds.operation import Answer, Call, Operation
from fazhi.feeds.operations.reading_cases import EXPLAINED
from fazhi.feeds.problems import Problem
from fazhi.feeds.shapes import Day, Moment, Shape, Text, Whole, Wrong
from fazhi.feeds.told import FLAG, TEXT, arr, obj
from fazhi.law import Clock, clock, clocks
from fazhi.procedure.periods import cited, explain, length_of

MOST_EXTENDED, MOST_PAUSES = 10, 20
CLOCK = obj(
    id=TEXT, label=TEXT, length=TEXT, article=TEXT, statute=TEXT, starts=TEXT, ends=TEXT, consequence=TEXT, seen=FLAG
)
QUERY: dict[str, Shape] = {
    "start": Text("起算日或者起算时刻", 40, note="2024-02-07，或者2024-02-07T09:30:00+08:00；须写"),
    "pauses": Text(
        "中止期间", 500, note="2024-05-20..2024-05-30，含首尾；未恢复的写2024-05-20..；几段的用半角逗号隔开"
    ),
    "extended": Whole("延长次数", 0, MOST_EXTENDED),
    "on": Day("适用该日施行的版本", "不写为起算日施行的版本"),
}


def operations() -> list[Operation]:
    words: dict[str, Shape] = {"q": Text("编号、名称或者法律名称中的文字", 60)}
    return [
        Operation(
            "GET", "/clocks", "list_clocks", "期限", "法定期限", listing, {200: obj(items=arr(CLOCK))}, query=words, public=True
        ),
        Operation(
            "GET", "/clocks/{code}/due", "reckon", "期限", "推算届满日期，逐日列明依据", reckon,
            {200: obj(clock=CLOCK, derivation=EXPLAINED)}, query=QUERY, problems=(404, 422), public=True,
            note="与fazhi due相同，另外读取本系统后来登记的放假通知。",
        ),
    ]  # fmt: skip


def listing(call: Call) -> Answer:
    word = call.query.get("q", "").lower()
    found = [each for each in clocks() if word in f"{each.id} {each.label} {each.statute.name}".lower()]
    return Answer({"items": [_told(each) for each in found]})


def reckon(call: Call) -> Answer:
    start = _start(call.query.get("start"))
    on = call.query.get("on")
    chosen = clock(call.path["code"].upper(), on or (start.date() if isinstance(start, datetime) else start))
    pauses = _pauses(call.query.get("pauses", ""))
    found = explain(
        chosen, start, calendar=current_calendar(), pauses=pauses, extended=call.query.get("extended", 0), on=on
    )
    return Answer({"clock": _told(chosen), "derivation": found.as_json()})


def _start(text: str | None) -> date | datetime:
    wrong: Wrong = {}
    shape: Shape = Moment("起算时刻") if text is not None and "T" in text else Day("起算日")
    found: date | datetime = shape.take(text, "start", wrong)
    if wrong:
        raise _bad("start", wrong["start"])
    return found


def _pauses(text: str) -> list[Pause]:
    parts = [part for part in text.split(",") if part]
    if len(parts) > MOST_PAUSES:
        raise _bad("pauses", f"中止期间最多{MOST_PAUSES}段。")
    return [_pause(part.strip()) for part in parts]


def _pause(text: str) -> Pause:
    first, dots, last = text.partition("..")
    wrong: Wrong = {}
    days = [Day("中止期间").take(each, "pauses", wrong) if each else None for each in (first, last)]
    if wrong or not dots or days[0] is None:
        raise _bad("pauses", f"中止期间“{text[:40]}”请写成2024-05-20..2024-05-30的样式，未恢复的写2024-05-20..")
    return Pause(days[0], days[1])


def _bad(name: str, message: str) -> Problem:
    return Problem(400, "bad_query", message, {name: message})


def _told(each: Clock) -> dict[str, Any]:
    return {
        "id": each.id, "label": each.label, "length": length_of(each), "article": cited(each.citations),
        "statute": each.statute.name, "starts": each.starts, "ends": each.ends, "consequence": each.consequence,
        "seen": each.seen,
    }  # fmt: skip
