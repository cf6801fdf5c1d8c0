"""Where a file may lie and how it moves: the nouns of a declaration, which words.py builds its steps from."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fazhi.procedure.words import Actor


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
    """BACK leads to the state from which the present one was entered: the present one is a detour."""

    STAY = "停留原状态"
    BACK = "回到此前状态"


STAY, BACK = Target.STAY, Target.BACK


@dataclass(frozen=True)
class Move:
    sources: tuple[State, ...]
    target: State | Target
