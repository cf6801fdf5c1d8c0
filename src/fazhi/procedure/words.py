"""The words in which a procedure is declared: who acts, where the file lies, what is asked, which limit runs."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from fazhi.law import Citation, Clock

if TYPE_CHECKING:
    from fazhi.procedure.situation import Situation

Condition = Callable[["Situation"], bool]
AskKind = Literal["text", "long", "day", "whole", "money", "choice", "flag"]


@dataclass(frozen=True)
class Ask:
    """What a step asks its actor for. Money is in 分; a personal answer is kept outside the log, behind a commitment."""

    label: str
    kind: AskKind = "text"
    required: bool = True
    choices: tuple[tuple[str, str], ...] = ()
    personal: bool = False
    note: str = ""


#: An answer of this name is a column of the domain's facts: label, type and choices are said there and only there.
FACT = Ask("", required=False)


class Named:
    """Something declared in the body of a Procedure, which learns its name there."""

    name: str = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"


class State(Named):
    """Where the file lies. `desk` is who must move next; a state on a party's desk must have a lapse."""

    def __init__(self, label: str, *, desk: Actor | None = None, start: bool = False, final: bool = False) -> None:
        self.label, self.desk, self.start, self.final = label, desk, start, final

    def __or__(self, other: State | States) -> States:
        return States((self, *other.states)) if isinstance(other, States) else States((self, other))

    def __rshift__(self, target: State | Target) -> Move:
        return Move((self,), target)


@dataclass(frozen=True)
class States:
    """Several states, from each of which a step may be taken."""

    states: tuple[State, ...]

    def __or__(self, other: State | States) -> States:
        return States((*self.states, *(other.states if isinstance(other, States) else (other,))))

    def __rshift__(self, target: State | Target) -> Move:
        return Move(self.states, target)


class Target(enum.Enum):
    STAY = "停留原状态"
    BACK = "回到此前状态"


STAY, BACK = Target.STAY, Target.BACK


@dataclass(frozen=True)
class Move:
    sources: tuple[State, ...]
    target: State | Target


class Outcomes(enum.Enum):
    """How a case may end: `REVOKE = "撤销", LAW[64]`. The member's name is what is stored."""

    def __init__(self, label: str, *citations: Citation) -> None:
        self.label = label
        self.citations = citations


class Mode(enum.Enum):
    MUST = "应当"
    MAY = "可以"
    LAPSE = "期限届满"


class Limit(Named):
    """A statutory period on a case. Its length and unit are said by the article, never here.

    `since` names the steps whose (last) date it counts from; without it, the entry into the state whose step it bounds.
    `not_counting` lists the states whose days do not count, each with its article. `given` names the answer, in the step
    that starts the limit, which fixes its last day where the law leaves the length to the organ.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        label: str | None = None,
        since: tuple[str, ...] = (),
        not_counting: Mapping[State, Citation] | None = None,
        given: str | None = None,
    ) -> None:
        self.clock, self.label = clock, label or clock.label
        self.since, self.given = since, given
        self.not_counting: Mapping[State, Citation] = not_counting or {}

    def lapsing(
        self,
        label: str,
        move: Move,
        *citations: Citation,
        outcome: Outcomes | None = None,
        dated: Literal["expiry", "after"] = "after",
        **effects: Any,
    ) -> Step:
        """The law's own consequence when the limit expires: dated on its last day, or on the day after."""
        return Step(Mode.LAPSE, LAW, label, move, citations, outcome=outcome, lapses=self, dated=dated, **effects)


class Step(Named):
    """One lawful step: who, from where to where, under which article, within which limit, with which effects on limits."""

    def __init__(
        self,
        mode: Mode,
        actor: Actor,
        label: str,
        move: Move,
        citations: tuple[Citation, ...],
        *,
        within: Limit | tuple[Limit, ...] = (),
        when: Condition | None = None,
        outcome: type[Outcomes] | tuple[Outcomes, ...] | Outcomes | None = None,
        starts: tuple[Limit, ...] = (),
        restarts: tuple[Limit, ...] = (),
        ends: tuple[Limit, ...] = (),
        extends: Limit | None = None,
        once: bool = False,
        asks: Mapping[str, Ask] | None = None,
        marks: Mapping[str, Any] | None = None,
        opens: str | None = None,
        paper: str | None = None,
        lapses: Limit | None = None,
        dated: Literal["expiry", "after"] = "after",
    ) -> None:
        self.mode, self.actor, self.label, self.move, self.citations = mode, actor, label, move, citations
        self.within = within if isinstance(within, tuple) else (within,)
        self.when, self.once = when, once
        self.outcomes = _outcomes(outcome)
        self.starts, self.restarts, self.ends, self.extends = starts, restarts, ends, extends
        self.asks: Mapping[str, Ask] = asks or {}
        self.marks: Mapping[str, Any] = marks or {}
        self.opens, self.paper = opens, paper
        self.lapses, self.dated = lapses, dated

    @property
    def sources(self) -> tuple[State, ...]:
        return self.move.sources

    def limits(self) -> set[Limit]:
        """Every limit that this step touches."""
        touched = {*self.within, *self.starts, *self.restarts, *self.ends}
        return touched | {x for x in (self.extends, self.lapses) if x is not None}


def _outcomes(given: type[Outcomes] | tuple[Outcomes, ...] | Outcomes | None) -> tuple[Outcomes, ...]:
    if given is None:
        return ()
    if isinstance(given, Outcomes):
        return (given,)
    return tuple(given)


class Actor(Named):
    """Someone who may act in a procedure."""

    def __init__(self, label: str) -> None:
        self.label = label

    def may(self, label: str, move: Move, *citations: Citation, **rest: Any) -> Step:
        return Step(Mode.MAY, self, label, move, citations, **rest)


class Party(Actor):
    """A side of the matter: acts for itself, waits for nobody."""


class Office(Actor):
    """A function of a public body, filled by people with a mandate for it."""

    def must(self, label: str, move: Move, *citations: Citation, **rest: Any) -> Step:
        return Step(Mode.MUST, self, label, move, citations, **rest)


LAW = Actor("法律规定")
LAW.name = "law"
