"""The words in which a procedure is declared: who acts, where the file lies, what is asked, which limit runs."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from fazhi.law import Citation, Clock, Extension
from fazhi.procedure.periods import amount_of
from fazhi.procedure.states import Move, Named, State, States

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

#: An answer of this name to a step that extends a limit: by how many units, where the article gives only the most.
LONGER = "extend_days"

#: In `marks`: the date of the step.
ON = "$on"


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
    """A period on a case. Its length and unit are said by the article, never here.

    It begins on every entry to a state from which a step that it bounds may be taken (only to one of `runs_in`, where
    given), unless it is running already; or, where steps `starts` it, with those steps alone. It counts from that day, or
    from the (last) date of the steps named by `since`. It ends when met, or when the case leaves the states in which it
    can be met, lapse or pause; a detour, from which a step leads BACK, ends nothing. `not_counting` lists the states
    whose days do not count, each with its article. With `when`, it begins only if that holds of what the events say.

    Where the law leaves the length to the organ, `given` names the answer that fixes the last day; a basis that is an
    article, not a clock, has no other length. A later `given` with a step that extends the limit takes its place.

    `reading` is for what the text leaves open: how it is read here and that it does not say so. The reader of the limit
    is shown it.
    """

    def __init__(
        self,
        basis: Clock | Citation,
        *,
        label: str | None = None,
        since: tuple[str, ...] = (),
        runs_in: State | States | None = None,
        not_counting: Mapping[State, Citation] | None = None,
        when: Condition | None = None,
        given: str | None = None,
        reading: str = "",
    ) -> None:
        self.clock = basis if isinstance(basis, Clock) else _left_to_the_organ(basis, label or "")
        self.label = label or self.clock.label
        self.since, self.when, self.given, self.reading = since, when, given, reading
        self.runs_in = _states(runs_in)
        self.amount, self.kind = amount_of(self.clock) if self.clock.has_number else (0, "latest")
        self.not_counting: Mapping[State, Citation] = not_counting or {}

    @property
    def earliest(self) -> bool:
        """Whether it says before when a step may not be taken, not by when it must be."""
        return self.kind == "earliest"

    @cached_property
    def shortest(self) -> int:
        """Days for which it surely runs from its start: nothing need be counted before."""
        counted = self.clock.unit in {"working_day", "calendar_day"} and self.given is None
        return int(self.amount) if counted else -1

    def lapsing(
        self,
        label: str,
        move: Move,
        *citations: Citation,
        outcome: Outcomes | None = None,
        dated: Literal["expiry", "after"] = "after",
        closes: bool = True,
        **effects: Any,
    ) -> Step:
        """The law's own consequence when the limit expires: dated on its last day, or on the day after.

        With `closes=False` the duty goes on: the limit stays open, and late, until it is met.
        """
        return Step(
            Mode.LAPSE, LAW, label, move, citations, outcome=outcome, lapses=self, dated=dated, closes=closes, **effects
        )


def _states(given: State | States | None) -> frozenset[State]:
    if given is None:
        return frozenset()
    return frozenset((given,) if isinstance(given, State) else given.states)


def _left_to_the_organ(article: Citation, label: str) -> Clock:
    """A period whose article names no length."""
    statute = article.statute
    return Clock(
        id="", domain="", label=label or article.gist, statute=statute, citations=(article,), starts="", ends="",
        least=None, most=None, fixed="", unit=None, roll_over=False, roll_over_basis="", extension=Extension("由机关另行确定"),
        pauses="", consequence="", note="", seen=article.seen, source=statute.source,
    )  # fmt: skip


class Step(Named):
    """One lawful step: who, from where to where, under which article, within which limit, with which effects on limits.

    `starts` begins a limit that begins with such steps alone, `restarts` begins one anew, `ends` ends one unmet. `marks`
    are columns of the facts that it sets, ON standing for its date. `opens` is the code of the procedure of a case that it
    opens beside this one.
    """

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
        closes: bool = True,
    ) -> None:
        self.mode, self.actor, self.label, self.move, self.citations = mode, actor, label, move, citations
        self.within = within if isinstance(within, tuple) else (within,)
        self.when, self.once = when, once
        self.outcomes = _outcomes(outcome)
        self.starts, self.restarts, self.ends, self.extends = starts, restarts, ends, extends
        self.asks: Mapping[str, Ask] = asks or {}
        self.marks: Mapping[str, Any] = marks or {}
        self.opens, self.paper = opens, paper
        self.lapses, self.dated, self.closes = lapses, dated, closes

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
    """A side of the matter: acts for itself, waits for nobody. An `organ` owes its part as a public body does."""

    def __init__(self, label: str, *, organ: bool = False) -> None:
        super().__init__(label)
        self.organ = organ


class Office(Actor):
    """A function of a public body, filled by people with a mandate for it."""

    def must(self, label: str, move: Move, *citations: Citation, **rest: Any) -> Step:
        return Step(Mode.MUST, self, label, move, citations, **rest)


LAW = Actor("法律规定")
LAW.name = "law"
