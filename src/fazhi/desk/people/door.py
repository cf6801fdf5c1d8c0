"""Who may enter: administrators, each within what he administers; and finding what a page is about."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase

from fazhi.look.api import sight
from fazhi.people.api import Ability, Organisation, Place, Sight, User, people_within, within
from fazhi.registers.api import this_city

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def administrator(view: View[P]) -> View[P]:
    """For pages that only administrators enter; nothing of any matter is on them."""

    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        sight(request).must(Ability.ADMINISTER)
        return view(request, *args, **kwargs)

    update_wrapper(guarded, view)
    return guarded


def the_person(by: Sight, pk: int) -> User:
    """Raises Http404 with the sentence that the page shows."""
    found = people_within(by).filter(pk=pk).first()
    if found is None:
        raise Http404("没有找到该人员，或者该人员不在您的管理范围内。")
    return found


def the_body(by: Sight, pk: int) -> Organisation:
    found = bodies_within(by).select_related("place", "parent__place", "successor").filter(pk=pk).first()
    if found is None:
        raise Http404("没有找到该单位，或者该单位不在您的管理范围内。")
    return found


def bodies_within(by: Sight) -> QuerySet[Organisation]:
    return by.administers.rows(Organisation.objects.filter(city=this_city()), place="place_id", org="path")


def places_within(by: Sight) -> QuerySet[Place]:
    """The territory administered; none for who administers a branch of bodies only."""
    rows = Place.objects.filter(city=this_city())
    if by.administers.everything:
        return rows
    condition = Q()
    for prefix in by.administers.places:
        condition |= within(prefix, "code")
    return rows.filter(condition) if condition else rows.none()


def the_place(by: Sight, code: str) -> Place:
    found = places_within(by).select_related("parent", "successor").filter(pk=code).first()
    if found is None:
        raise Http404("没有找到该区划，或者该区划不在您的管理范围内。")
    return found
