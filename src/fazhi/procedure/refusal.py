"""Whether a step may be taken now, and if not, the sentence that says why. Who may take it is asked elsewhere."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fazhi.days import Calendar
from fazhi.procedure.course import Course
from fazhi.procedure.situation import Child
from fazhi.procedure.words import LONGER, Limit, Mode, Step


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
        return f"本件已办结（{course.state.label}），不能再“{step.label}”。"
    if on < course.latest:
        return _too_early(course, step, on)
    if course.state not in step.sources:
        places = "、".join(state.label for state in step.sources)
        return f"当前状态为“{course.state.label}”，“{step.label}”只能在“{places}”时进行。"
    if step.once and step.name in course.last:
        return f"“{step.label}”依{step.citations[0].short}只能进行一次，已于{course.last[step.name]}进行。"
    for limit in step.within:
        if limit.earliest and (no := _before_its_time(course, step, limit, on, calendar)):
            return no
    if step.extends is not None and (no := _not_extended(course, step, step.extends, on, data or {}, calendar)):
        return no
    return _bad_day_given(course, step, on, data or {}) or _condition_refuses(course, step, on, facts, children, data)


def _too_early(course: Course, step: Step, on: date) -> str:
    before = course.latest_step
    if before is None:
        return f"“{step.label}”的日期{on}早于收到日期{course.latest}，请核对日期。"
    if before.mode is Mode.LAPSE:
        article = before.citations[0]
        return (
            f"本件已于{course.latest}依{article}“{before.label}”，不能再补记{on}的“{step.label}”；"
            f"确在期限内办理的，请先撤回“{before.label}”再补记。"
        )
    return f"“{step.label}”的日期{on}早于上一步骤“{before.label}”的日期{course.latest}，请核对日期。"


def _before_its_time(course: Course, step: Step, limit: Limit, on: date, calendar: Calendar | None) -> str | None:
    """A step with an at-least period needs the period begun, and run."""
    run = course.running(limit)
    if run is None:
        return f"“{limit.label}”尚未起算，依{limit.clock.citations[0]}还不能“{step.label}”。"
    earliest = course.last_day(run, calendar)
    if earliest is None or on < earliest:
        return f"依{limit.clock.citations[0]}，“{step.label}”不得早于{earliest or '期间恢复计算'}，现填{on}。"
    return None


def _not_extended(
    course: Course, step: Step, limit: Limit, on: date, data: Mapping[str, Any], calendar: Calendar | None
) -> str | None:
    run = course.running(limit)
    if run is None:
        return f"“{limit.label}”未在计算中，不能延长。"
    extension = limit.clock.extension
    if extension is not None and run.extended >= (extension.times or 1):
        return f"“{limit.label}”已延长{run.extended}次，依{step.citations[0].short}不能再延长。"
    last = course.last_day(run, calendar)
    if last is not None and on > last:
        return f"“{limit.label}”已于{last}届满，不能再延长。"
    chosen, most = data.get(LONGER), extension.amount if extension is not None else None
    if chosen is not None and most is not None and not 1 <= chosen <= most:
        return f"“{limit.label}”依{step.citations[0].short}延长不超过{most}日，现填{chosen}日，请核对。"
    given = data.get(limit.given or "")
    if given and last is not None and date.fromisoformat(given) <= last:
        return f"延长后的期限{given}不晚于原期限{last}，请核对日期。"
    return None


def _bad_day_given(course: Course, step: Step, on: date, data: Mapping[str, Any]) -> str | None:
    """The last day that the organ sets cannot lie before the day on which it sets it."""
    for limit in course.procedure.gives[step]:
        given = data.get(limit.given or "")
        if given and date.fromisoformat(given) < on:
            return f"“{limit.label}”定为{given}，早于“{step.label}”的日期{on}，请核对日期。"
    return None


def _condition_refuses(
    course: Course,
    step: Step,
    on: date,
    facts: Mapping[str, Any],
    children: tuple[Child, ...],
    data: Mapping[str, Any] | None,
) -> str | None:
    if step.when is None or step.when(course.situation(on, facts, children, data)):
        return None
    ground = (step.when.__doc__ or "").strip().partition("\n")[0].rstrip("。.")
    return f"不具备“{step.label}”的条件：{ground or step.citations[0]}。"


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
