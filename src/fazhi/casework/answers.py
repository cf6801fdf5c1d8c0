"""What a step asks for, checked and made plain: into the journal, into the facts, or sealed when personal."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from fazhi.casework.models import Facts
from fazhi.procedure import FACT, ON, Ask, Happened, Step
from fazhi.registers.api import control_complaint, plain, unsound

WHOLE = re.compile("[0-9]{1,18}")


class BadAnswers(ValueError):
    """Answers that cannot be taken: `complaints` by the name of the answer."""

    def __init__(self, complaints: Mapping[str, str]) -> None:
        self.complaints = dict(complaints)
        super().__init__("；".join(self.complaints.values()))


@dataclass
class Answers:
    """Checked answers. `log` goes into the event, `facts` into the domain's row, `sealed` outside the log."""

    log: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    sealed: dict[str, Any] = field(default_factory=dict)


def check_date(asked: Happened, today: date) -> None:
    """BadAnswers for a step of tomorrow, and for a moment on another day than the step's."""
    if asked.on > today:
        raise BadAnswers({"on": f"日期{asked.on}晚于今天，尚未发生的步骤不能登记，请核对日期。"})
    if asked.moment is not None and timezone.localdate(asked.moment) != asked.on:
        raise BadAnswers(
            {"moment": f"时刻{timezone.localtime(asked.moment):%Y-%m-%d %H:%M}与日期{asked.on}不是同一天，请核对。"}
        )


def check_outcome(step: Step, outcome: str | None) -> str | None:
    """The outcome's name, given or the only one there is; BadAnswers when it is missing or not of this step."""
    names = [each.name for each in step.outcomes]
    if outcome is None and len(names) == 1:
        return names[0]
    if outcome is None and names:
        raise BadAnswers({"outcome": f"“{step.label}”须选择结论。"})
    if outcome is not None and outcome not in names:
        raise BadAnswers({"outcome": f"“{step.label}”不能得出结论“{outcome}”。"})
    return outcome


def check_answers(step: Step, given: Mapping[str, Any], table: type[Facts] | None, on: date) -> Answers:
    """Raises BadAnswers with a sentence for each answer that is missing, unknown or not of its kind."""
    complaints: dict[str, str] = {}
    answers = Answers()
    for name in given:
        if name not in step.asks:
            complaints[name] = f"“{step.label}”没有“{name}”这一项，请删去。"
    for name, ask in step.asks.items():
        try:
            _take(answers, name, ask, given.get(name), table)
        except ValidationError as error:
            complaints[name] = "".join(error.messages)
    if complaints:
        raise BadAnswers(complaints)
    for name, mark in step.marks.items():
        answers.facts[name] = on if mark == ON else mark
    return answers


def _take(answers: Answers, name: str, ask: Ask, value: Any, table: type[Facts] | None) -> None:
    if ask is FACT:
        assert table is not None, "register_business refuses a fact without a column"
        _take_fact(answers, name, value, table)
        return
    if value in (None, ""):
        if ask.required:
            raise ValidationError(f"请填写“{ask.label}”。")
        return
    cleaned = _cleaned(ask, value)
    (answers.sealed if ask.personal else answers.log)[name] = plain(cleaned)


def _take_fact(answers: Answers, name: str, value: Any, table: type[Facts]) -> None:
    column = table._meta.get_field(name)
    assert isinstance(column, models.Field)
    if value in (None, "") and (column.blank or column.null or column.has_default()):
        return
    try:
        cleaned = column.clean(value, None)
    except ValidationError as error:
        raise ValidationError(f"“{column.verbose_name}”：{''.join(error.messages)}") from None
    if wrong := unsound(table, {name: cleaned}):
        raise ValidationError(wrong[name])
    answers.facts[column.attname] = cleaned
    (answers.sealed if name in table.personal_columns() else answers.log)[name] = plain(cleaned)


def _cleaned(ask: Ask, value: Any) -> Any:
    if ask.kind == "day":
        return _day(ask, value)
    if ask.kind in {"whole", "money"}:
        return _whole(ask, value)
    if ask.kind == "flag":
        if not isinstance(value, bool):
            raise ValidationError(f"“{ask.label}”请选择是或否。")
        return value
    if ask.kind == "choice" and value not in dict(ask.choices):
        raise ValidationError(f"“{ask.label}”请从列表中选择，没有“{value}”这一项。")
    if (complaint := control_complaint(str(value))) is not None:
        raise ValidationError(f"“{ask.label}”{complaint}")
    return str(value)


def _day(ask: Ask, value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValidationError(f"“{ask.label}”请按2024-03-05的格式填写日期。") from None


def _whole(ask: Ask, value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if not WHOLE.fullmatch(str(value)):
        raise ValidationError(f"“{ask.label}”请填写不小于0的整数。")
    return int(str(value))
