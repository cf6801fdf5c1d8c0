"""The page of one case and the taking of a step from it."""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fazhi.casework.api import (
    BadAnswers,
    Case,
    CaseworkError,
    Facts,
    act,
    children_of,
    current_calendar,
    facts_mapping,
    facts_of,
    read,
    retract,
)
from fazhi.desk.bodies import suggestions
from fazhi.desk.cases.answering import KEY, VERSION, StepForm
from fazhi.desk.cases.assigning import AssignForm, assigns, holds
from fazhi.desk.cases.finding import handles, may_take, may_take_back, the_case
from fazhi.desk.cases.limits import limit_lines
from fazhi.desk.cases.timeline import Reader
from fazhi.desk.cases.turning import turns_on_answers
from fazhi.desk.shown import Shown, columns_of, shown
from fazhi.desk.worklist import lines, outcome_label, state_label
from fazhi.look.api import sight, staff, whole
from fazhi.people.api import NotAllowed, Sight
from fazhi.procedure import Actor, Course, Mode, Party, Step, refusal
from fazhi.procedure.periods import cited, length_of

CONFLICT, REFUSED = 409, 422
VERBS = {Mode.MUST: "应当", Mode.MAY: "可以"}


@dataclass(frozen=True)
class Possible:
    """One step that leaves the present state: a form for whoever may take it, else who may or why not."""

    step: Step
    verb: str
    article: str
    gist: str
    within: str
    actor: str
    form: StepForm | None = None
    no: str = ""
    open: bool = False


@staff
@require_GET
def case_page(request: HttpRequest, pk: int) -> HttpResponseBase:
    case = the_case(sight(request), pk)
    return render(request, "desk/case.html", _page(case, sight(request)))


@staff
@require_POST
def take_step(request: HttpRequest, pk: int, step: str) -> HttpResponseBase:
    """Take a step; what is refused comes back as the same page, the form as it was filled in, the sentence above it."""
    by = sight(request)
    case = the_case(by, pk)
    course, _ = read(case)
    declared = course.procedure.steps.get(step)
    if declared is None or not may_take(by, case, course.procedure, declared):
        raise NotAllowed(f"您没有办理“{declared.label if declared else step}”的授权，请由有授权的人员办理。")
    form = StepForm(case, course.procedure, declared, request.POST)
    status = REFUSED
    if form.is_valid():
        try:
            _act(case, declared, form, by)
        except BadAnswers as bad:
            form.take(bad.complaints)
        except CaseworkError as refused:
            form.add_error(None, str(refused))
            status = CONFLICT
        else:
            messages.success(request, f"已办理“{declared.label}”，现为“{state_label(course.procedure, case.state)}”。")
            return redirect("desk:case", pk=case.pk)
    case.refresh_from_db()
    return render(request, "desk/case.html", _page(case, by, form), status=status)


@staff
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Take back the last step, entered by mistake; it stays in the course of the case, with the reason."""
    by = sight(request)
    case = the_case(by, pk)
    reason = request.POST.get("reason", "").strip()
    try:
        retract(case, reason, by=by, expected=whole(request.POST.get("version")), key=request.POST.get("key") or None)
    except CaseworkError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "已撤回上一步骤，事项恢复到该步骤之前。")
    return redirect("desk:case", pk=case.pk)


def _act(case: Case, step: Step, form: StepForm, by: Sight) -> None:
    act(
        case,
        step.name,
        by=by,
        on=form.on,
        data=form.answers,
        outcome=form.outcome,
        moment=form.moment,
        expected=form.cleaned_data[VERSION],
        key=form.cleaned_data[KEY],
    )


def _page(case: Case, by: Sight, tried: StepForm | None = None) -> dict[str, Any]:
    """Everything the page shows; `tried` is a form that came back."""
    course, entries = read(case)
    procedure, today = course.procedure, timezone.localdate()
    facts = facts_of(case)
    steps = possible(case, course, facts, by, today, tried)
    limits = limit_lines(case, course, today)
    return {
        "case": case,
        "procedure": procedure,
        "state": state_label(procedure, case.state),
        "outcome": outcome_label(procedure, case.outcome),
        "desk": _desk(course.state.desk),
        "left": lines([case], today)[0].left,
        "facts": facts_shown(facts, handles(by, case, procedure)),
        "last_step": course.latest_step if may_take_back(by, case, course) else None,
        "back_key": secrets.token_hex(16),
        "holds": holds(case, entries, today),
        "assign_form": AssignForm([case], but=case.officer_id, auto_id="assign-%s") if assigns(by, case) else None,
        "events": Reader(case, procedure, handles(by, case, procedure)).read(entries)[::-1],
        "limits": limits,
        "refused": _sentences(tried, steps),
        "offered": [each for each in steps if each.form is not None],
        "others": [each for each in steps if each.form is None],
        "suggestions": suggestions() if any(_asks_body(each) for each in steps) else None,
        "children": lines(list(case.children.filter(voided_on__isnull=True).select_related("org")), today),
        "participants": _participants(case, procedure.actors),
        "sees_contacts": handles(by, case, procedure),
        "today": today,
    }


def _sentences(tried: StepForm | None, steps: list[Possible]) -> list[str]:
    """What was wrong with a form whose step the present state no longer offers."""
    if tried is None or any(each.form is tried for each in steps):
        return []
    return [str(sentence) for sentences in tried.errors.values() for sentence in sentences]


def _desk(actor: Actor | None) -> str:
    return actor.label if actor is not None else ""


def _asks_body(each: Possible) -> bool:
    return each.form is not None and any(field.widget.attrs.get("list") for field in each.form.fields.values())


def facts_shown(facts: Facts | None, personal: bool) -> list[Shown]:
    """The facts that are known; columns that are empty or as they came are left to the steps that will fill them.

    Personal columns are shown to those alone who handle the case.
    """
    if facts is None:
        return []
    hidden = () if personal else tuple(type(facts).personal_columns())
    columns = columns_of(type(facts), but=("case", *hidden))
    known = [c for c in columns if not (c.has_default() and getattr(facts, c.attname) == c.get_default())]
    return [each for each in shown(facts, known) if each.text]


def _participants(case: Case, actors: dict[str, Actor]) -> list[dict[str, Any]]:
    rows = case.participants.order_by("pk")
    return [{"row": row, "party": actors[row.party].label if row.party in actors else row.party} for row in rows]


def possible(
    case: Case, course: Course, facts: Facts | None, by: Sight, today: date, tried: StepForm | None = None
) -> list[Possible]:
    """The steps that leave the present state, but for the law's own, in the order of their declaration."""
    if course.closed:
        return []
    children, known = children_of(case), facts_mapping(facts)
    found = []
    for step in course.procedure.leaving(course.state):
        if step.mode is Mode.LAPSE:
            continue
        on = max(today, course.latest)
        no = refusal(course, step, on, known, children, None, current_calendar())
        # a condition may turn on the very answers that the form asks for, so such a form is offered all the same
        fillable = no is None or turns_on_answers(step, course.situation(on, known, children))
        found.append(_possible(case, course, step, by, no or "", tried, fillable=fillable))
    return found


def _possible(
    case: Case, course: Course, step: Step, by: Sight, no: str, tried: StepForm | None, *, fillable: bool
) -> Possible:
    mine = may_take(by, case, course.procedure, step)
    again = tried if tried is not None and tried.step.name == step.name else None
    form = again or (StepForm(case, course.procedure, step) if mine and fillable else None)
    actor = f"{step.actor.label}（由承办机关登记）" if isinstance(step.actor, Party) else step.actor.label
    return Possible(
        step,
        VERBS[step.mode],
        cited(step.citations),
        "；".join(citation.gist for citation in step.citations),
        "、".join(f"{limit.label}：{length_of(limit.clock)}" for limit in step.within),
        actor,
        form,
        no or ("" if mine else f"由有“{step.actor.label}”授权的人员办理"),
        again is not None,
    )
