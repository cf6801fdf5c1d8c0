"""Who may: open a case, take a step, enter the history of a matter. What the law permits now is asked of the procedure."""

from fazhi.casework.models import Case
from fazhi.people.api import Ability, NotAllowed, Organisation, Sight
from fazhi.procedure import LAW, Office, Party, Procedure, Step


def may_open(by: Sight, org: Organisation) -> None:
    """NotAllowed unless the person may open cases, and for that body."""
    by.must(Ability.OPEN_CASE)
    _within_reach(by, org)


def may_import(by: Sight, org: Organisation) -> None:
    """NotAllowed unless the person may enter whole histories, and for that body.

    Who took each step of a history is not asked: the importer vouches for it, under the importer's own name.
    """
    by.must(Ability.IMPORT_LEDGER)
    _within_reach(by, org)


def may_take(procedure: type[Procedure], step: Step, case: Case, by: Sight) -> None:
    """The holder of a mandate for the office; the party itself, or an office that enters what a party did."""
    path = case.org.path
    if isinstance(step.actor, Office):
        allowed = by.holds(procedure.code, step.actor.name, path)
    else:
        allowed = _holds_any(procedure, path, by) or _is_party(case, step, by)
    if not allowed:
        who = "本人或者承办机关" if isinstance(step.actor, Party) else f"有“{step.actor.label}”授权的人员"
        raise NotAllowed(f"“{step.label}”须由{who}办理，{by.name}没有这一授权。")


def may_retract(procedure: type[Procedure], step: Step, case: Case, by: Sight) -> None:
    """Whoever may take the step may take it back; the law's own, whoever holds an office in the case."""
    if step.actor is not LAW:
        may_take(procedure, step, case, by)
    elif not _holds_any(procedure, case.org.path, by):
        raise NotAllowed(f"撤回“{step.label}”须由承办机关办理，{by.name}没有这一授权。")


def may_assign(case: Case, by: Sight) -> None:
    """Whoever assigns for the case's organisation, and whoever holds an office in the case: officers hand on to each other."""
    path = case.org.path
    assigns = by.may(Ability.ASSIGN_CASE) and any(path.startswith(branch) for branch in by.branches)
    if not assigns and not any(code == case.procedure and path.startswith(org) for code, _, org in by.mandates):
        raise NotAllowed(f"{case.number}须由{case.org}的负责人、经办人或者承办人员分派，{by.name}没有这一授权。")


def _holds_any(procedure: type[Procedure], path: str, by: Sight) -> bool:
    offices = [actor.name for actor in procedure.actors.values() if isinstance(actor, Office)]
    return any(by.holds(procedure.code, office, path) for office in offices)


def _is_party(case: Case, step: Step, by: Sight) -> bool:
    return by.user is not None and case.participants.filter(party=step.actor.name, user=by.user).exists()


def _within_reach(by: Sight, org: Organisation) -> None:
    if not by.reaches(org):
        raise NotAllowed(f"{by.name}不能登记{org}的事项，请由该单位办理。")
