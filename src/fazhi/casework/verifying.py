"""Whether every case stands as its events say: its columns, its limits and its facts, derived again and compared."""

from collections.abc import Iterator, Sequence
from copy import copy
from functools import cache
from itertools import islice
from typing import Any

from django.db import models

from fazhi.casework.assigning import officer_of
from fazhi.casework.businesses import business
from fazhi.casework.calendars import current_calendar
from fazhi.casework.deriving import COLUMNS, deadlines_of, set_columns
from fazhi.casework.models import Case, Deadline, Facts
from fazhi.casework.reading import STREAM, columns_of, course_of
from fazhi.casework.recording import head
from fazhi.journal.api import Entry
from fazhi.procedure import Course, NoSuchProcedure, edition_named
from fazhi.registers.api import Discrepancy, claims_of, plain, struck_otherwise, this_city

STRIDE = 500
DERIVED = ("state", "outcome", "concluded_on", "closed_on", "next_due", "year")
TABLE = Case._meta.label_lower


def case_discrepancies() -> Iterator[Discrepancy]:
    """Every case of this city that is not as its events say; four statements for STRIDE cases."""
    claims = claims_of(Case)
    cases = Case.objects.filter(city=this_city()).order_by("pk").iterator(STRIDE)
    while chunk := list(islice(cases, STRIDE)):
        events, limits, facts = _events(chunk), _limits(chunk), _facts(chunk)
        for case in chunk:
            yield from struck_otherwise(case, claims)
            for what in _differing(case, events.get(case.pk, []), limits.get(case.pk, []), facts.get(case.pk)):
                yield _about(case.pk, "changed", f"{case.number}：{what}")
    opened = Entry.objects.filter(city=this_city(), stream=STREAM, seq=1).exclude(subject__in=Case.objects.values("pk"))
    for entry in opened.order_by("subject"):
        number = entry.data.get("case", {}).get("number", f"第{entry.subject}件")
        yield _about(entry.subject, "removed", f"{number}：案件已被删除，日志中仍有它的记录。")


def _about(pk: int, kind: Any, sentence: str) -> Discrepancy:
    return Discrepancy(kind, TABLE, pk, sentence)


def _differing(
    case: Case, entries: Sequence[Entry], stored: Sequence[dict[str, Any]], facts: Facts | None
) -> Iterator[str]:
    if not entries:
        yield "日志中没有这件案件的记录，系绕过系统写入。"
        return
    try:
        course = course_of(edition_named(case.edition), entries)
    except NoSuchProcedure as error:
        yield str(error)
        return
    fresh = copy(case)
    fresh.received_on = entries[0].on
    fresh.year = fresh.statutory_year()
    runs = deadlines_of(fresh, course, current_calendar())
    set_columns(fresh, course, runs)
    names = [name for name in (*DERIVED, "received_on") if getattr(fresh, name) != getattr(case, name)]
    said = {**entries[0].data.get("case", {}), "officer_id": officer_of(entries)}
    names += [name for name, value in head(case).items() if said.get(name) != value]
    if case.version != len(entries):
        names.append("version")
    if names:
        yield f"{'、'.join(_label(Case, name) for name in names)}与办理记录推算的不符。"
    if list(_settled(stored)) != list(
        _settled([dict(zip(COLUMNS, (case.pk, *run[:-1]), strict=True)) for run in runs])
    ):
        yield "期限与办理记录推算的不符。"
    yield from _facts_differing(case, course, facts)


def _settled(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The runs without what a later holiday notice may have moved: a closed run is not counted again."""
    moving = ("due_on", "due_at", "original_on", "provisional")
    for row in rows:
        yield {name: value for name, value in row.items() if row["open"] or name not in moving}


def _facts_differing(case: Case, course: Course, facts: Facts | None) -> Iterator[str]:
    table = business(case.procedure).facts
    if table is None:
        return
    if facts is None:
        yield f"“{table._meta.verbose_name}”中没有这件案件的一行，已被删除。"
        return
    kept = table.personal_columns() | {"case", "city", "year"}
    reckoned = copy(facts)
    reckoned.clean_fields(exclude=set(columns_of(table)))  # what the table reckons from its other columns
    said = {**course.answers, **{name: getattr(reckoned, name) for name in _reckoned(table)}}
    names = [name for name in columns_of(table) if name not in kept and not _as_said(facts, name, said)]
    if names:
        yield f"{'、'.join(_label(table, name) for name in names)}与办理记录不符。"


@cache
def _reckoned(table: type[Facts]) -> tuple[str, ...]:
    """Columns that nobody fills in."""
    own = (column for column in table._meta.concrete_fields if not column.editable and not column.primary_key)
    return tuple(column.name for column in own if column.name not in {"city", "year"})


def _as_said(facts: Facts, name: str, answers: dict[str, Any]) -> bool:
    """Whether a column holds what the events last said of it, or its default where they said nothing."""
    column: models.Field[Any, Any] = type(facts)._meta.get_field(name)  # type: ignore[assignment]  # a concrete one
    if isinstance(column, models.GeneratedField):
        return True
    said = answers.get(name, answers.get(column.attname))
    expected = column.get_default() if said is None else column.to_python(said)
    held = getattr(facts, column.attname)
    return bool(held == expected or plain(held) == plain(expected)) or (held in ("", None) and expected in ("", None))


def _label(table: type[models.Model], name: str) -> str:
    return f"“{table._meta.get_field(name).verbose_name}”"  # type: ignore[union-attr]  # a concrete column


def _events(cases: Sequence[Case]) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = {}
    rows = Entry.objects.filter(stream=STREAM, subject__in=[case.pk for case in cases]).order_by("subject", "seq")
    for entry in rows:
        found.setdefault(entry.subject, []).append(entry)
    return found


def _limits(cases: Sequence[Case]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for row in Deadline.objects.filter(case__in=cases).order_by("case_id", "run").values(*COLUMNS):
        found.setdefault(row["case_id"], []).append(row)
    return found


def _facts(cases: Sequence[Case]) -> dict[int, Facts]:
    found: dict[int, Facts] = {}
    tables = {business(case.procedure).facts for case in cases}
    for table in tables - {None}:
        assert table is not None
        found.update({row.pk: row for row in table._default_manager.filter(pk__in=[case.pk for case in cases])})
    return found
