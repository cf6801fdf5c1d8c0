"""What a condition may look at when it decides whether a step is open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple


@dataclass(frozen=True)
class Child:
    """A case opened by this one, as its parent sees it."""

    procedure: str
    closed: bool
    outcome: str | None = None


class Situation(NamedTuple):
    """One case on one day: its state, its facts, when each step was last taken, and its child cases."""

    state: str
    on: date
    facts: Mapping[str, Any] = MappingProxyType({})
    last: Mapping[str, date] = MappingProxyType({})
    answers: Mapping[str, Any] = MappingProxyType({})
    children: tuple[Child, ...] = ()
    outcome: str | None = None

    def done(self, *steps: str) -> bool:
        """Whether any of the steps has been taken."""
        return any(step in self.last for step in steps)
