"""What a course consists of: the events that happened, the runs of limits they began, and the stays between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from fazhi.law import Clock
from fazhi.procedure.states import State
from fazhi.procedure.words import Limit


class Happened(NamedTuple):
    """One event of a case: the step taken, its legal date (and moment, for limits in hours), its outcome and answers."""

    step: str
    on: date
    outcome: str | None = None
    data: Mapping[str, Any] = MappingProxyType({})
    moment: datetime | None = None


@dataclass(slots=True)
class Running:
    """One run of a limit. Met and ended it is closed; lapsed it is closed too, unless the duty is `owed` still.

    `chosen` is how long the organ made its extension, where the article gives only the most.
    """

    limit: Limit
    started_on: date
    moment: datetime | None = None
    extended: int = 0
    given: date | None = None
    chosen: int | None = None
    met_on: date | None = None
    lapsed_on: date | None = None
    ended_on: date | None = None
    owed: bool = False

    @property
    def clock(self) -> Clock:
        """The limit's clock, its extension as long as the organ chose it."""
        clock = self.limit.clock
        if self.chosen is None or clock.extension is None:
            return clock
        return replace(clock, extension=replace(clock.extension, amount=Decimal(self.chosen)))

    @property
    def open(self) -> bool:
        return self.met_on is None and self.ended_on is None and (self.lapsed_on is None or self.owed)


class Stay(NamedTuple):
    """A stretch of days in one state; `left` is None while the case is still there, `before` is what BACK leads to."""

    state: State
    entered: date
    left: date | None
    before: Stay | None = None
