"""Taking back the last step of a case, entered by mistake or, a consequence of the law, for want of a timely entry.

Nothing is deleted: the retraction is an event of its own with its reason, and the case is derived from what remains.
"""

from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from fazhi.casework.acting import check_version, repeated
from fazhi.casework.answers import Answers
from fazhi.casework.businesses import business
from fazhi.casework.calendars import current_calendar
from fazhi.casework.deriving import deadlines_of, set_columns, store_deadlines
from fazhi.casework.errors import NotPermitted
from fazhi.casework.models import Case, Facts
from fazhi.casework.permission import may_retract
from fazhi.casework.reading import RETRACTED, File, course_of, open_file
from fazhi.casework.recording import fact_of
from fazhi.journal.api import Entry, append
from fazhi.people.api import Sight
from fazhi.procedure import FACT, Happened, Step


def retract(case: Case, reason: str, *, by: Sight, expected: int | None = None, key: str | None = None) -> Entry:
    """Take back the last standing step of a case and return the event that says so.

    Whoever may take the step may take it back; a consequence of the law, any holder of an office in the case. A timely
    step recorded late can then be entered with its own date. Raises NotAllowed, NotPermitted and Stale as `act` does.
    """
    if not reason.strip():
        raise NotPermitted("撤回步骤须写明原因。")
    with transaction.atomic():
        file = open_file(case)
        entry = repeated(file.case, RETRACTED, key)
        if entry is None:
            check_version(file.case, expected)
            entry = _take_back(file, reason, by, key)
    file.show(case)
    return entry


def _take_back(file: File, reason: str, by: Sight, key: str | None) -> Entry:
    step = file.course.latest_step
    if step is None:
        raise NotPermitted(f"{file.case.number}尚无可以撤回的步骤。")
    if step.opens is not None:
        raise NotPermitted(f"“{step.label}”已经另立一案，不能撤回。")
    may_retract(file.procedure, step, file.case, by)
    case, last, taken = file.case, file.entries[-1], file.standing[-1]
    event = Happened(RETRACTED, timezone.localdate(), data={"seq": taken.seq, "reason": reason})
    entry = append(fact_of(case, last.seq + 1, event, by, Answers(), key), bytes(last.digest))
    before = len(file.course.runs)
    file.course = course_of(file.procedure, [*file.entries, entry])
    deadlines = deadlines_of(case, file.course, current_calendar())
    set_columns(case, file.course, deadlines)
    case.version += 1
    case.save()
    store_deadlines(case, deadlines, before)
    _restore(case, step, file.course.answers)
    return entry


def _restore(case: Case, step: Step, said: dict[str, Any]) -> None:
    """Give the facts that the step had set the value that the remaining events say, or the column's default."""
    table = business(case.procedure).facts
    touched = [*(name for name, ask in step.asks.items() if ask is FACT), *step.marks]
    if table is None or not touched:
        return
    columns = {field.name: field for field in table._meta.concrete_fields}
    values = {columns[name].attname: _value(columns[name], said.get(name)) for name in touched}
    _rows(table).filter(pk=case.pk).update(**values)


def _value(column: "models.Field[Any, Any]", said: Any) -> Any:
    if said is None:
        return column.get_default()
    return date.fromisoformat(said) if isinstance(column, models.DateField) and isinstance(said, str) else said


def _rows(table: type[Facts]) -> "models.Manager[Any]":
    return table._default_manager
