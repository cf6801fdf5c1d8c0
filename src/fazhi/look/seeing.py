"""Who is looking at a page: the person's sight, asked once a request; and the door that keeps the public off staff pages."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase

from fazhi.people.api import NotAllowed, Sight, sight_of

V = TypeVar("V", bound=Callable[..., HttpResponseBase])
KEPT = "_sight"


def sight(request: HttpRequest) -> Sight:
    """The sight of the person behind a request; three queries the first time, none after."""
    known: Sight | None = getattr(request, KEPT, None)
    if known is None:
        known = sight_of(getattr(request, "user", None))
        setattr(request, KEPT, known)
    return known


def is_staff(by: Sight) -> bool:
    """Whether someone holds a post that sees rows at all: not the public, not a citizen's account."""
    return by.everything or bool(by.places or by.branches)


def staff(view: V) -> V:
    """For pages of the staff: others are asked to log in, or told that they hold no post."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user: Any = getattr(request, "user", None)
        if user is None or not user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not is_staff(sight(request)):
            raise NotAllowed(f"{user}没有在任的岗位，不能进入工作台，请联系本单位管理员核对岗位。")
        return view(request, *args, **kwargs)

    return cast(V, guarded)
