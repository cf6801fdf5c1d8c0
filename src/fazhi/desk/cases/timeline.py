"""The course of a case as its journal has it: what was done, under which article, by whom, with which answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from fazhi.casework.api import Case, business
from fazhi.desk.shown import Column, label_of, plain_text
from fazhi.journal.api import Entry, Sealed
from fazhi.look.api import in_yuan, whole
from fazhi.people.api import User, clients
from fazhi.procedure import FACT, Ask, Procedure, Step
from fazhi.procedure.periods import cited

OPENED, RETRACTED, ASSIGNED = "opened", "retracted", "assigned"
HIDDEN = "个人信息，仅承办人员可以查看"
ERASED = "个人信息已依法删除"
LABELS = {OPENED: "登记立案", ASSIGNED: "分派承办人"}
ACTORS = {"law": "法律规定", "city": "本市", "public": "社会公众", "command": "命令行"}


@dataclass(frozen=True)
class Answer:
    label: str
    text: str
    personal: bool = False


@dataclass(frozen=True)
class Event:
    """One line of the timeline."""

    number: int
    label: str
    on: date
    at: datetime
    who: str
    article: str = ""
    outcome: str = ""
    by_law: bool = False
    taken_back: bool = False
    answers: tuple[Answer, ...] = ()


@dataclass
class Reader:
    """Turns entries into lines; asks the names and the personal answers of all entries at once."""

    case: Case
    procedure: type[Procedure]
    personal: bool
    names: Mapping[str, str] = field(default_factory=dict)
    sealed: Mapping[int, Sealed] = field(default_factory=dict)

    def read(self, entries: list[Entry]) -> list[Event]:
        assigned = [entry for entry in entries if entry.kind.endswith(f".{ASSIGNED}")]
        self.names = names_of([entry.actor for entry in entries] + [who for entry in assigned for who in _named(entry)])
        found = Sealed.objects.filter(entry__in=[entry.pk for entry in entries])
        self.sealed = {row.entry_id: row for row in found}
        backs = {
            entry.seq: int(entry.data["answers"]["seq"]) for entry in entries if entry.kind.endswith(f".{RETRACTED}")
        }
        labels = {entry.seq: self.label(entry) for entry in entries}
        taken_back = set(backs.values())
        return [
            self.back(entry, labels[backs[entry.seq]])
            if entry.seq in backs
            else self.handed(entry)
            if entry in assigned
            else self.event(entry, entry.seq in taken_back)
            for entry in entries
        ]

    def label(self, entry: Entry) -> str:
        name = entry.kind.rpartition(".")[2]
        step = self.procedure.steps.get(name)
        return step.label if step else LABELS.get(name, name)

    def back(self, entry: Entry, what: str) -> Event:
        """The taking back of a step entered by mistake: an event of its own, with its reason."""
        reason = Answer("撤回原因", str(entry.data["answers"].get("reason", "")))
        who = self.names.get(entry.actor, entry.actor)
        return Event(entry.seq, f"撤回“{what}”", entry.on, entry.at, who, answers=(reason,))

    def handed(self, entry: Entry) -> Event:
        """The case given to an officer or handed on: no step of the procedure."""
        to, *before = (self.names.get(who, who) for who in _named(entry))
        label = "改派承办人" if before else LABELS[ASSIGNED]
        answers = (Answer("承办人", to), *(Answer("原承办人", who) for who in before))
        reason = Answer("分派原因", str(entry.data["answers"]["reason"]))
        who = self.names.get(entry.actor, entry.actor)
        return Event(entry.seq, label, entry.on, entry.at, who, answers=(*answers, reason))

    def event(self, entry: Entry, taken_back: bool) -> Event:
        name = entry.kind.rpartition(".")[2]
        step = self.procedure.steps.get(name)
        outcome = self.procedure.outcomes.get(entry.data.get("outcome", ""))
        return Event(
            entry.seq,
            self.label(entry),
            entry.on,
            entry.at,
            self.names.get(entry.actor, entry.actor),
            cited(step.citations) if step else "",
            outcome.label if outcome else "",
            entry.actor == "law",
            taken_back,
            (*self.answers(step, entry), *self.personal_answers(step, entry)),
        )

    def answers(self, step: Step | None, entry: Entry) -> Iterable[Answer]:
        for name, value in entry.data.get("answers", {}).items():
            answer = self.answer(step, name, value)
            if answer.text:
                yield answer

    def answer(self, step: Step | None, name: str, value: Any, personal: bool = False) -> Answer:
        ask = step.asks.get(name, FACT) if step else FACT
        if ask is not FACT:
            return Answer(ask.label, said(ask, value), personal)
        column = self.column(name)
        return Answer(label_of(column), fact_text(column, value)) if column is not None else Answer(name, str(value))

    def column(self, name: str) -> Column | None:
        table = business(self.case.procedure).facts
        columns = table._meta.concrete_fields if table is not None else ()
        return next((c for c in columns if name in (c.name, c.attname)), None)

    def personal_answers(self, step: Step | None, entry: Entry) -> Iterable[Answer]:
        row = self.sealed.get(entry.pk)
        if row is None:
            return
        if row.erased_at is not None or row.data is None:
            yield Answer("个人信息", ERASED, personal=True)
        elif not self.personal:
            yield Answer("个人信息", HIDDEN, personal=True)
        else:
            yield from (self.answer(step, name, value, personal=True) for name, value in row.data.items())


def _named(entry: Entry) -> list[str]:
    """The officer of an assignment, then the one before if there was one, as actors."""
    told = entry.data["answers"]
    return [f"user:{pk}" for pk in (told["officer"], told["before"]) if pk is not None]


def said(ask: Ask, value: Any) -> str:
    """An answer to a question of the procedure, in words."""
    if ask.kind == "choice":
        return str(dict(ask.choices).get(value, value))
    if ask.kind == "flag":
        return "是" if value else "否"
    if ask.kind == "money":
        return f"{in_yuan(int(value))}元"
    return str(value)


def fact_text(column: Column, value: Any) -> str:
    """A column's value as the journal keeps it, in words."""
    if column.related_model is not None and value is not None:
        found = column.related_model._default_manager.filter(pk=value).first()
        return str(found or value)
    return plain_text(column, column.to_python(value))


def names_of(actors: Iterable[str]) -> dict[str, str]:
    """Actors as the journal keeps them, by name: people, programs, imports, the law itself."""
    wanted = set(actors)
    ids = [pk for actor in wanted if actor.startswith("user:") and (pk := whole(actor[5:])) is not None]
    names = {f"user:{user.pk}": str(user) for user in User.objects.filter(pk__in=ids)}
    programs = {each.who: f"{each.name}（机器接入）" for each in clients(wanted)}
    imports = {actor: _import(actor) for actor in wanted if actor.startswith("import:")}
    return {**ACTORS, **names, **programs, **imports}


def _import(actor: str) -> str:
    number = actor.removeprefix("import:")
    return "历史数据迁移" if number == "0" else f"台账导入（第{number}批）"
