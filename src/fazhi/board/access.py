"""Who may enter which page of the board, and in whose sight its numbers are. Used by every view here."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase

from fazhi.look.api import sight, staff
from fazhi.people.api import Ability, NotAllowed, Organisation, Place, Sight

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

FIGURES = (Ability.SEE_BOARD, Ability.CONFIRM_FIGURE)
DRAFT = (Ability.SEE_BOARD, Ability.DRAFT_REPORT, Ability.PUBLISH_REPORT)


def open_to(*abilities: Ability, whole_city: bool = False) -> Callable[[View[P]], View[P]]:
    """Staff with any of the abilities; `whole_city` also asks that they see every row of the city."""

    def wrap(view: View[P]) -> View[P]:
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            admit(sight(request), abilities, whole_city)
            return view(request, *args, **kwargs)

        update_wrapper(guarded, view)
        return staff(guarded)

    return wrap


def admit(by: Sight, abilities: tuple[Ability, ...], whole_city: bool) -> None:
    """Whether this person may come in. Raises NotAllowed with what is missing."""
    if not any(by.may(ability) for ability in abilities):
        named = "”或者“".join(ability.value for ability in abilities)
        raise NotAllowed(f"{by.name}没有“{named}”的权限，请联系本单位法治工作负责人授权。")
    if whole_city and not sees_city(by):
        raise NotAllowed(f"全市报告由市级起草和发布，{by.name}只能查看{whose(by)}的数据。")


def sees_city(by: Sight) -> bool:
    """Whether every row of the city is in sight."""
    return by.whole_city


def whose(by: Sight) -> str:
    """Whose numbers these are: 全市, 本地区(丹阳市), 本单位(市应急局)."""
    if sees_city(by):
        return "全市"
    if by.places:
        names = Place.objects.filter(code__in=by.places).values_list("name", flat=True)
        return f"本地区（{'、'.join(names)}）"
    bodies = Organisation.objects.filter(path__in=by.branches)
    return f"本单位（{'、'.join(str(body) for body in bodies)}）"
