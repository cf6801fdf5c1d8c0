"""What every template may use: the city's name and the menus. Named in settings.TEMPLATES."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from fazhi.look.menus import menu
from fazhi.people.api import Post


def posts(request: HttpRequest) -> list[Post]:
    """The posts that the person holds today, with their organisations."""
    if not request.user.is_authenticated:
        return []
    return list(Post.objects.held_on(timezone.localdate()).filter(user=request.user).select_related("org"))


def page(request: HttpRequest) -> dict[str, Any]:
    """Lazy, so that a page without a menu asks nothing."""
    return {
        "city_name": settings.CITY_NAME,
        "home_url": settings.LOGIN_REDIRECT_URL,
        "logout_url": settings.LOGOUT_URL,
        "password_url": settings.PASSWORD_URL,
        "my_posts": SimpleLazyObject(lambda: posts(request)),
        "staff_menu": SimpleLazyObject(lambda: menu(request, "staff")),
        "public_menu": SimpleLazyObject(lambda: menu(request, "public")),
    }
