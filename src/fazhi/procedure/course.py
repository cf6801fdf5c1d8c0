"""The course of one case: its state and every limit, as a pure function of (events, calendar, procedure edition).

Nothing ticks and nothing is stored here. casework stores what this derives; a test derives it again and compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from fazhi.days import Calendar, Due, Pause
from fazhi.procedure.periods import due_of
from fazhi.procedure.procedure import Procedure
from fazhi.procedure.words import Limit, Mode, State, Step, Target


@dataclass(frozen=True)
class Happened:
    """One event of a case: the step taken, its legal date (and moment, for limits in hours), its outcome and answers."""

    step: str
    on: date
    outcome: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    moment: datetime | None = None


@dataclass
class Running:
    """One run of a limit. At most one of met_on, lapsed_on and ended_on is set; while none is, it runs."""

    limit: Limit
    started_on: date
    moment: datetime | None = None
    extended: int = 0
    given: date | None = None
    met_on: date | None = None
    lapsed_on: date | None = None
    ended_on: date | None = None

    @property
    def open(self) -> bool:
        return self.met_on is None and self.lapsed_on is None and self.ended_on is None


@dataclass(frozen=True)
class Stay:
    """A stretch of days in one state; `left` is None while the case is still there."""

    state: State
    entered: date
    left: date | None


class Course:
    """Walk a case event by event: `Course(procedure, received_on).take(event)`."""

    def __init__(self, procedure: type[Procedure], received: Happened) -> None:
        self.procedure = procedure
        self.state = procedure.start
        self.outcome: str | None = None
        self.last: dict[str, date] = {}
        self.answers: dict[str, Any] = {}
        self.latest = received.on
        self.stays: list[Stay] = [Stay(self.state, received.on, None)]
        self.runs: list[Running] = []
        self._start_on_entry(received)

    @classmethod
    def of(cls, procedure: type[Procedure], received: Happened, events: Iterable[Happened]) -> Course:
        course = cls(procedure, received)
        for event in events:
            course.take(event)
        return course

    @property
    def closed(self) -> bool:
        return self.state.final

    def running(self, limit: Limit) -> Running | None:
        """The open run of a limit, if any."""
        return next((run for run in reversed(self.runs) if run.limit is limit and run.open), None)

    def latest_run(self, limit: Limit) -> Running | None:
        return next((run for run in reversed(self.runs) if run.limit is limit), None)

    def take(self, event: Happened) -> None:
        """Apply one event. It must be lawful; `refusal` says whether it is."""
        step = self.procedure.steps[event.step]
        self._settle(step, event)
        target = self._target(step)
        self.last[step.name] = self.latest = event.on
        self.answers.update(event.data)
        if event.outcome:
            self.outcome = event.outcome
        if target is not self.state:
            self._move(target, event)
        for limit in step.starts:
            self._open(limit, event)

    def _target(self, step: Step) -> State:
        if step.move.target is Target.STAY:
            return self.state
        if step.move.target is Target.BACK:
            return next(stay.state for stay in reversed(self.stays[:-1]) if stay.state is not self.state)
        assert isinstance(step.move.target, State)
        return step.move.target

    def _settle(self, step: Step, event: Happened) -> None:
        """The effects of a step on limits that are running before it moves the case."""
        for run in self.runs:
            if not run.open:
                continue
            if run.limit in step.within:
                run.met_on = event.on
            elif run.limit is step.lapses:
                run.lapsed_on = event.on
            elif run.limit in step.ends or run.limit in step.restarts:
                run.ended_on = event.on
            elif run.limit is step.extends:
                run.extended += 1
        for limit in step.restarts:
            self._open(limit, event)

    def _move(self, target: State, event: Happened) -> None:
        self.stays[-1] = Stay(self.state, self.stays[-1].entered, event.on)
        self.state = target
        self.stays.append(Stay(target, event.on, None))
        for run in self.runs:
            if run.open and target not in self.procedure.lives[run.limit]:
                run.ended_on = event.on
        self._start_on_entry(event)

    def _start_on_entry(self, event: Happened) -> None:
        for limit in self.procedure.begins[self.state]:
            latest = self.latest_run(limit)
            if latest is None or not (latest.open or latest.met_on is not None):
                self._open(limit, event)

    def _open(self, limit: Limit, event: Happened) -> None:
        origin = [self.last[name] for name in limit.since if name in self.last]
        given = event.data.get(limit.given) if limit.given else None
        self.runs.append(
            Running(
                limit,
                started_on=max(origin) if origin else event.on,
                moment=event.moment,
                given=date.fromisoformat(given) if isinstance(given, str) else given,
            )
        )

    def pauses(self, run: Running) -> tuple[Pause, ...]:
        """The days since the start of a run that do not count: the day of suspension is out, the day of resumption is in."""
        found = []
        for stay in self.stays:
            if stay.state not in run.limit.not_counting or (stay.left is not None and stay.left <= run.started_on):
                continue
            if stay.left is None:
                found.append(Pause(stay.entered, None))
            elif stay.left > stay.entered:
                found.append(Pause(stay.entered, date.fromordinal(stay.left.toordinal() - 1)))
        return tuple(found)

    def due(self, run: Running, calendar: Calendar | None = None, *, original: bool = False) -> Due | None:
        """When a run is due; None where the law gives no number. `original` leaves extensions out."""
        if run.given is not None or not run.limit.clock.has_number:
            return None
        start = run.moment if run.limit.clock.unit == "hour" and run.moment else run.started_on
        return due_of(
            run.limit.clock,
            start,
            calendar=calendar,
            pauses=self.pauses(run),
            extended=0 if original else run.extended,
        )

    def last_day(self, run: Running, calendar: Calendar | None = None) -> date | None:
        """The last day of a run (the first, for at-least periods); None while it is paused or has no number."""
        if run.given is not None:
            return run.given
        due = self.due(run, calendar)
        if due is None or due.paused:
            return None
        return due.on.date() if isinstance(due.on, datetime) else due.on

    def expired(self, run: Running, today: date, calendar: Calendar | None = None) -> date | None:
        """The day to date a lapse with, when a run has a lapse that is now due."""
        steps = [s for s in self.procedure.lapses(run.limit) if self.state in s.sources]
        last = self.last_day(run, calendar)
        if not (run.open and steps and last is not None and last < today):
            return None
        return last if steps[0].dated == "expiry" else date.fromordinal(last.toordinal() + 1)

    def lapse(self, run: Running) -> Step:
        """The step by which the law takes its course when this run expires."""
        return next(s for s in self.procedure.lapses(run.limit) if s.mode is Mode.LAPSE and self.state in s.sources)
