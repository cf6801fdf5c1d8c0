"""Who may use which ledger: those of records and cases are the staff's, those of people and bodies the administrators'."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase

from fazhi.ledgers.api import Ledger, ledger
from fazhi.look.api import is_staff, sight
from fazhi.people.api import Ability, NotAllowed, Sight

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def usable(by: Sight, found: Ledger) -> bool:
    return by.may(found.ability) if found.roll is not None else is_staff(by)


def the_ledger(by: Sight, code: str) -> Ledger:
    """The ledger of a code or title; NotAllowed for one that is not this person's."""
    found = ledger(code)
    if not usable(by, found):
        by.must(found.ability)
        raise NotAllowed(f"{by.name}没有在任的业务岗位，不能使用“{found.title}”。")
    return found


def whoever_keeps_ledgers(view: View[P]) -> View[P]:
    """Staff and administrators; each ledger asks further."""

    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        by = sight(request)
        if not is_staff(by) and not by.may(Ability.ADMINISTER):
            raise NotAllowed(f"{request.user}没有在任的岗位，不能进入工作台，请联系本单位管理员核对岗位。")
        return view(request, *args, **kwargs)

    update_wrapper(guarded, view)
    return guarded
