"""The course of one case: its state and every limit, as a pure function of (events, calendar, procedure edition).

Nothing ticks and nothing is stored here. casework stores what this derives; a test derives it again and compares.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, MutableMapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, cast

from fazhi.days import Amount, Calendar, Due, Pause, Unit, due
from fazhi.days import calendar as shipped
from fazhi.procedure.periods import extension_of
from fazhi.procedure.procedure import Procedure
from fazhi.procedure.runs import Happened, Running, Stay
from fazhi.procedure.situation import Child, Situation
from fazhi.procedure.states import State, Target
from fazhi.procedure.words import LONGER, ON, Limit, Step

_ONE = timedelta(days=1)
_Writable = MutableMapping[str, Any]  # what ChainMap is typed to hold, though it writes only to its first


class Course:
    """Walk a case event by event: `Course(procedure, received).take(event)`."""

    def __init__(self, procedure: type[Procedure], received: Happened) -> None:
        self.procedure = procedure
        self.state = procedure.start
        self.outcome: str | None = None
        self.concluded_on: date | None = None
        self.last: dict[str, date] = {}
        #: what the events say of the matter: the intake, then answers and marks, the latest of each name
        self.answers: dict[str, Any] = dict(received.data)
        self.latest = received.on
        self.latest_step: Step | None = None
        self.stays: list[Stay] = [Stay(self.state, received.on, None)]
        self.runs: list[Running] = []
        self._begin_on_entry(received)

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
        for run in reversed(self.runs):
            if run.limit is limit and run.open:
                return run
        return None

    def latest_run(self, limit: Limit) -> Running | None:
        return next((run for run in reversed(self.runs) if run.limit is limit), None)

    def situation(
        self,
        on: date,
        facts: Mapping[str, Any],
        children: tuple[Child, ...] = (),
        data: Mapping[str, Any] | None = None,
    ) -> Situation:
        """The case as a condition sees it; `data` are the answers of the step that is asked about."""
        answers: Mapping[str, Any] = self.answers
        if data:
            given = dict(data)
            facts, answers = ChainMap(given, cast(_Writable, facts)), ChainMap(given, self.answers)
        return Situation(self.state.name, on, facts, self.last, answers, children, self.outcome)

    def take(self, event: Happened) -> None:
        """Apply one event. It must be lawful; `refusal` says whether it is."""
        step = self.procedure.steps[event.step]
        self.last[step.name] = self.latest = event.on
        self.latest_step = step
        self._remember(step, event)
        self._settle(step, event)
        target = self._target(step)
        if target is not self.state:
            self._move(target, event, returning=step.move.target is Target.BACK)
        for limit in step.starts:
            self._begin(limit, event)

    def _remember(self, step: Step, event: Happened) -> None:
        self.answers.update(event.data)
        for name, mark in step.marks.items():
            self.answers[name] = event.on if mark == ON else mark
        if event.outcome:
            self.outcome, self.concluded_on = event.outcome, event.on

    def _target(self, step: Step) -> State:
        if step.move.target is Target.STAY:
            return self.state
        if step.move.target is Target.BACK:
            before = self.stays[-1].before
            assert before is not None, "a start has nothing before it: fault E018"
            return before.state
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
                run.lapsed_on, run.owed = event.on, not step.closes
            elif run.limit in step.ends:
                run.ended_on = event.on
            elif run.limit is step.extends:
                run.extended += 1
                run.given = _day(event.data.get(run.limit.given or "")) or run.given
                run.chosen = event.data.get(LONGER)
        for limit in step.restarts:
            self._begin(limit, event)

    def _move(self, target: State, event: Happened, *, returning: bool) -> None:
        here = self.stays[-1]
        self.stays[-1] = Stay(self.state, here.entered, event.on, here.before)
        before = here.before.before if returning and here.before else self.stays[-1]
        self.state = target
        self.stays.append(Stay(target, event.on, None, before))
        if target not in self.procedure.detours:
            for run in self.runs:
                if run.open and target not in self.procedure.lives[run.limit]:
                    run.ended_on = event.on
        if not returning:
            self._begin_on_entry(event)

    def _begin_on_entry(self, event: Happened) -> None:
        for limit in self.procedure.begins[self.state]:
            if self.running(limit) is None:
                self._begin(limit, event)

    def _begin(self, limit: Limit, event: Happened) -> None:
        """Begin a run, in the place of one still open; a limit with nothing to count by, or whose ground is absent, does not."""
        if limit.when is not None and not limit.when(self.situation(event.on, self.answers)):
            return
        given = _day(event.data.get(limit.given)) if limit.given else None
        if limit.given and not limit.clock.has_number:
            given = _day(self.answers.get(limit.given))
            if given is None:
                return
        earlier = self.running(limit)
        if earlier is not None:
            earlier.ended_on = event.on
        origin = [self.last[name] for name in limit.since if name in self.last]
        self.runs.append(Running(limit, max(origin, default=event.on), event.moment, given=given))

    def pauses(self, run: Running) -> tuple[Pause, ...]:
        """The days since the start of a run that do not count: the day of suspension is out, the day of resumption is in."""
        found = []
        for stay in self.stays:
            if stay.state not in run.limit.not_counting or (stay.left is not None and stay.left <= run.started_on):
                continue
            reason = f"{stay.state.label},{run.limit.not_counting[stay.state]}"
            if stay.left is None:
                found.append(Pause(stay.entered, None, reason))
            elif stay.left > stay.entered:
                found.append(Pause(stay.entered, stay.left - _ONE, reason))
        return tuple(found)

    def due(self, run: Running, calendar: Calendar | None = None, *, original: bool = False) -> Due | None:
        """When a run is due; None where the law gives no number or the organ named the day. `original` leaves extensions out."""
        extended = 0 if original else run.extended
        if not run.limit.clock.has_number or (run.given is not None and (extended or not run.extended)):
            return None
        counted_by = calendar or shipped()
        start = run.moment if run.limit.clock.unit == "hour" and run.moment else run.started_on
        pauses = self.pauses(run) if run.limit.not_counting else ()
        if pauses or extended:
            return _counted(run.limit, start, counted_by, pauses, extension_of(run.clock, extended))
        return _undisturbed(run.limit, start, counted_by)

    def last_day(self, run: Running, calendar: Calendar | None = None) -> date | None:
        """The last day of a run (the first, for at-least periods); None while it is paused or has no number."""
        if run.given is not None:
            return run.given
        due = self.due(run, calendar)
        if due is None or due.on is None:
            return None
        return due.on.date() if isinstance(due.on, datetime) else due.on

    def lapse(self, run: Running) -> Step | None:
        """The step by which the law takes its course when this run expires in the present state."""
        if run.lapsed_on is not None or not run.open:
            return None
        for step in self.procedure.lapses[run.limit]:
            if self.state in step.sources:
                return step
        return None

    def expired(self, today: date, calendar: Calendar | None = None) -> Happened | None:
        """The next consequence that the law has drawn before today, with its legal date."""
        found: tuple[date, Step] | None = None
        for run in self.runs:
            if not self.procedure.lapses[run.limit] or (today - run.started_on).days <= run.limit.shortest:
                continue
            step = self.lapse(run)
            last = self.last_day(run, calendar) if step is not None else None
            if step is None or last is None or last >= today:
                continue
            # a limit that ran out while the case lay elsewhere lapses on its return
            on = max(last if step.dated == "expiry" else last + _ONE, self.latest)
            if found is None or on < found[0]:
                found = on, step
        if found is None:
            return None
        on, step = found
        return Happened(step.name, on, step.outcomes[0].name if step.outcomes else None)


def _counted(
    limit: Limit,
    start: date | datetime,
    calendar: Calendar,
    pauses: tuple[Pause, ...],
    extension: tuple[Amount, Unit] | None,
) -> Due:
    return due(
        start,
        limit.amount,
        limit.clock.unit or "calendar_day",
        calendar=calendar,
        pauses=pauses,
        extension=extension,
        roll_over=limit.clock.roll_over,
        kind=limit.kind,
    )


@lru_cache(maxsize=20_000)
def _undisturbed(limit: Limit, start: date | datetime, calendar: Calendar) -> Due:
    """Most limits are neither paused nor extended, and many start on the same day."""
    return _counted(limit, start, calendar, (), None)


def _day(given: Any) -> date | None:
    return date.fromisoformat(given) if isinstance(given, str) and given else given or None
