"""The case a page is about, if the person may see it: someone from elsewhere learns no more than that there is nothing."""

from django.http import Http404

from fazhi.casework.api import Case
from fazhi.desk.worklist import visible
from fazhi.people.api import Sight
from fazhi.procedure import LAW, Course, Office, Party, Procedure, Step

NOT_FOUND = "没有找到该事项，或者该事项不在您的查看范围内。"


def the_case(by: Sight, pk: int) -> Case:
    """Raises Http404 with the sentence that the page shows."""
    rows = visible(by).select_related("org", "place", "officer", "parent")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404(NOT_FOUND)
    return found


def handles(by: Sight, case: Case, procedure: type[Procedure]) -> bool:
    """Whether the person acts in this case for any office; only such people read personal answers."""
    offices = [actor.name for actor in procedure.actors.values() if isinstance(actor, Office)]
    return any(by.holds(procedure.code, office, case.org.path) for office in offices)


def may_take(by: Sight, case: Case, procedure: type[Procedure], step: Step) -> bool:
    """Whether a form for the step is offered; `act()` asks again, and has the last word."""
    if isinstance(step.actor, Party):
        return handles(by, case, procedure)
    return by.holds(procedure.code, step.actor.name, case.org.path)


def may_take_back(by: Sight, case: Case, course: Course) -> bool:
    """Whether taking back the last step is offered; `retract()` asks again, and has the last word."""
    step = course.latest_step
    if step is None or step.opens is not None:
        return False
    return handles(by, case, course.procedure) if step.actor is LAW else may_take(by, case, course.procedure, step)
