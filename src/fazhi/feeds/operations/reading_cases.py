"""Reading cases: a list by key, one with its course, one limit counted out, one with its proofs."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from fazhi.casework.api import Case, current_calendar, open_cases, read
from fazhi.casework.api import page as page_by_due
from fazhi.feeds.cases import BRIEF, FULL, LIMIT, brief, full, limit_of, tag_of, the_case, visible
from fazhi.feeds.columns import BODY, PLACE
from fazhi.feeds.operation import Answer, Call, Operation
from fazhi.feeds.paging import PAGING, SIZE, answered
from fazhi.feeds.paging import page as page_by_id
from fazhi.feeds.problems import Problem, missing
from fazhi.feeds.shapes import Choice, Day, Flag, Shape, Text, Whole
from fazhi.feeds.told import ANYTHING, DAY, FLAG, TEXT, WHOLE, arr, maybe, obj, page_of, titled
from fazhi.journal.api import export_stream
from fazhi.people.api import branch, prefix_of, within
from fazhi.procedure import Course, Running
from fazhi.procedure.periods import explain
from fazhi.registers.api import this_city

MARK = re.compile(r"((?:19|20|21)\d\d-\d\d-\d\d)?~(\d{1,18})", re.ASCII)
FILTERS: dict[str, Shape] = {
    "procedure": Text("程序", 40),
    "state": Text("状态", 40),
    "outcome": Text("结论", 40),
    "year": Whole("年度", 1900, 2199),
    "number": Text("案号", 60),
    "open": Flag("是否在办"),
    "org": BODY,
    "place": PLACE,
    "received_from": Day("收到日期不早于"),
    "received_to": Day("收到日期不晚于"),
    "due_before": Day("最近期限早于"),
    "source": Text("成批登记时的来源编号", 60),
    "order": Choice("排序", [("id", "编号"), ("due", "最近期限，只列在办事项")]),
}
EXACT = ("procedure", "state", "outcome", "year", "number")
RANGES = {"received_from": "received_on__gte", "received_to": "received_on__lte", "due_before": "next_due__lt"}
EXPLAINED = obj(
    due=maybe({"type": "string"}), unit=TEXT, article=TEXT, edition=TEXT, provisional=FLAG, kind=TEXT, seen=FLAG,
    roll_over_basis=TEXT, days=arr(obj(date=DAY, counted=maybe(WHOLE), reason=TEXT)),
)  # fmt: skip
COUNTED = obj(
    **LIMIT["properties"],
    pauses=arr(obj(first=DAY, last=maybe(DAY))),
    derivation=maybe(titled(EXPLAINED, "逐日推算；机关指定的期限、条文没有数字的期限为null")),
)
PROOF: dict[str, Any] = {"type": "object", "title": "供verify_journal.py离线核验", "additionalProperties": ANYTHING}


NOTE = "只列查看范围内的案件。默认按编号从小到大，可以隔一段时间从上次的位置接着读。"
ONE = "包括经过、期限、现在可以办理的步骤。ETag为版本，办理时用If-Match带回。"


def operations() -> list[Operation]:
    listed = {**FILTERS, **PAGING, "after": Text("上一页的标记", 40)}
    one = "/cases/{id}"
    return [
        Operation(
            "GET", "/cases", "list_cases", "案件", "查询案件", listing, {200: page_of(BRIEF)}, query=listed, note=NOTE
        ),
        Operation("GET", one, "read_case", "案件", "查看一件", reading, {200: FULL}, problems=(404,), note=ONE),
        Operation(
            "GET", f"{one}/limits/{{run}}", "read_limit", "案件", "一项期限的逐日推算", limit, {200: COUNTED}, problems=(404,)
        ),
        Operation(
            "GET", f"{one}/proof", "prove_case", "案件", "一件的日志记录和证明", proof, {200: PROOF}, problems=(404,),
            note="个人信息不在其中，只有对它的承诺。供verify_journal.py离线核验。",
        ),
    ]  # fmt: skip


def listing(call: Call) -> Answer:
    wanted = _wanted(call.query)
    if call.query.get("order") == "due":
        return _by_due(call, open_cases(call.by).filter(wanted, city=this_city()))
    after = call.query.get("after", "")
    if after and not after.isdecimal():
        raise _bad_mark()
    numbered = {**call.query, "after": int(after)} if after else call.query
    rows = visible(call.by).filter(wanted).select_related("org")
    return page_by_id(Call(call.request, query=numbered), rows, brief)


def _by_due(call: Call, rows: QuerySet[Case]) -> Answer:
    """Open cases, soonest limit first; the mark is 2024-03-05~17, or ~17 among those without a limit."""
    size, after = call.query.get("size", SIZE), None
    if text := call.query.get("after"):
        found = MARK.fullmatch(text)
        if found is None:
            raise _bad_mark()
        after = (_day(found.group(1)), int(found.group(2)))
    cases = page_by_due(rows, after, size + 1)
    last = cases[size - 1] if len(cases) > size else None
    mark = f"{last.next_due or ''}~{last.pk}" if last is not None else None
    return answered(call, [brief(each) for each in cases[:size]], mark)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise _bad_mark() from None


def _bad_mark() -> Problem:
    message = "参数“after”请照抄上一页答复中next的地址。"
    return Problem(400, "bad_query", message, {"after": message})


def _wanted(query: Mapping[str, Any]) -> Q:
    wanted = Q(**{name: query[name] for name in EXACT if name in query})
    wanted &= Q(**{column: query[name] for name, column in RANGES.items() if name in query})
    if "open" in query:
        wanted &= Q(closed_on__isnull=query["open"])
    if "source" in query:
        wanted &= Q(source_cell=query["source"])
    if "org" in query:
        wanted &= branch(query["org"].path)
    if "place" in query:
        wanted &= within(prefix_of(query["place"].code, query["place"].level))
    return wanted


def reading(call: Call) -> Answer:
    case = the_case(call.by, call.number("id"))
    course, entries = read(case)
    return Answer(full(case, course, entries, call.by), headers={"ETag": tag_of(case)})


def limit(call: Call) -> Answer:
    """The limit of a case with its derivation, day by day."""
    case = the_case(call.by, call.number("id"))
    course, _ = read(case)
    run = call.number("run")
    row = case.deadlines.filter(run=run).first() if run <= len(course.runs) else None
    if row is None:
        raise missing("该事项没有这一期限，请从事项重新进入。")
    running = course.runs[run - 1]
    pauses = [
        {"first": each.first.isoformat(), "last": each.last.isoformat() if each.last else None}
        for each in course.pauses(running)
    ]
    told = {**limit_of(row, running.limit), "pauses": pauses, "derivation": _counted(course, running)}
    return Answer(told)


def _counted(course: Course, run: Running) -> dict[str, object] | None:
    """None where the organ fixed the day or the article gives no number."""
    clock = run.limit.clock
    if run.given is not None or not clock.has_number:
        return None
    start = run.moment if clock.unit == "hour" and run.moment else run.started_on
    pauses = course.pauses(run)
    return explain(clock, start, calendar=current_calendar(), pauses=pauses, extended=run.extended).as_json()


def proof(call: Call) -> Answer:
    case = the_case(call.by, call.number("id"))
    return Answer(export_stream("case", case.pk))
