"""What a condition may look at when it decides whether a step is open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Child:
    """A case opened by this one, as its parent sees it."""

    procedure: str
    closed: bool
    outcome: str | None = None


@dataclass(frozen=True)
class Situation:
    """One case on one day: its state, its facts, when each step was last taken, and its child cases."""

    state: str
    on: date
    facts: Mapping[str, Any] = field(default_factory=dict)
    last: Mapping[str, date] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)
    children: tuple[Child, ...] = ()
    outcome: str | None = None

    def done(self, *steps: str) -> bool:
        """Whether any of the steps has been taken."""
        return any(step in self.last for step in steps)
