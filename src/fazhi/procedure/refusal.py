"""Whether a step may be taken now, and if not, the sentence that says why. Who may take it is asked elsewhere."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fazhi.days import Calendar
from fazhi.procedure.course import Course
from fazhi.procedure.situation import Child, Situation
from fazhi.procedure.words import Mode, Step


def situation(
    course: Course,
    on: date,
    facts: Mapping[str, Any],
    children: tuple[Child, ...] = (),
    data: Mapping[str, Any] | None = None,
) -> Situation:
    answers = {**course.answers, **(data or {})}
    return Situation(course.state.name, on, {**facts, **(data or {})}, course.last, answers, children, course.outcome)


def refusal(
    course: Course,
    step: Step,
    on: date,
    facts: Mapping[str, Any],
    children: tuple[Child, ...] = (),
    data: Mapping[str, Any] | None = None,
    calendar: Calendar | None = None,
) -> str | None:
    """None when the law permits the step in this course on this day; otherwise one sentence."""
    if course.closed:
        return f"本件已办结({course.state.label}),不能再“{step.label}”。"
    if course.state not in step.sources:
        places = "、".join(state.label for state in step.sources)
        return f"当前状态为“{course.state.label}”,“{step.label}”只能在“{places}”时进行。"
    if on < course.latest:
        return f"“{step.label}”的日期{on}早于上一步骤的日期{course.latest},请核对日期。"
    if step.once and step.name in course.last:
        return f"“{step.label}”依{step.citations[0].short}只能进行一次,已于{course.last[step.name]}进行。"
    return _limits_refuse(course, step, on, calendar) or _condition_refuses(course, step, on, facts, children, data)


def _limits_refuse(course: Course, step: Step, on: date, calendar: Calendar | None) -> str | None:
    for limit in step.within:
        run = course.running(limit)
        if run is None or limit.clock.least is None or limit.clock.most is not None:
            continue
        earliest = course.last_day(run, calendar)
        if earliest is not None and on < earliest:
            return f"依{limit.clock.citations[0]},“{step.label}”不得早于{earliest},现填{on}。"
    if step.extends is not None:
        run = course.running(step.extends)
        if run is None:
            return f"“{step.extends.label}”未在计算中,不能延长。"
        extension = step.extends.clock.extension
        if extension is not None and run.extended >= (extension.times or 1):
            return f"“{step.extends.label}”已延长{run.extended}次,依{step.citations[0].short}不能再延长。"
        last = course.last_day(run, calendar)
        if last is not None and on > last:
            return f"“{step.extends.label}”已于{last}届满,不能再延长。"
    return None


def _condition_refuses(
    course: Course,
    step: Step,
    on: date,
    facts: Mapping[str, Any],
    children: tuple[Child, ...],
    data: Mapping[str, Any] | None,
) -> str | None:
    if step.when is None or step.when(situation(course, on, facts, children, data)):
        return None
    ground = (step.when.__doc__ or "").strip().partition("\n")[0].rstrip("。.")
    return f"不具备“{step.label}”的条件:{ground or step.citations[0]}。"


def open_steps(
    course: Course,
    on: date,
    facts: Mapping[str, Any],
    children: tuple[Child, ...] = (),
    calendar: Calendar | None = None,
) -> list[Step]:
    """The steps that may be taken on a day, before their answers are known; the law's own are not among them."""
    return [
        step
        for step in course.procedure.leaving(course.state)
        if step.mode is not Mode.LAPSE and refusal(course, step, on, facts, children, None, calendar) is None
    ]
