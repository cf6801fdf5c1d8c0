"""The way in and out: login, lock-out after repeated failures, and the first page of each sort of person."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone

from fazhi.look.api import dress, front, is_staff, sight

LOCKED = "连续多次登录失败，该账号已暂停登录。请一小时后再试，或者联系本单位系统管理员解除。"
WRONG = "用户名或者密码不正确，请核对后重新输入。连续5次失败将暂停登录一小时。"
EXPIRED = "一次性密码已过期，请联系本单位系统管理员重新发放。"
TOO_MANY = 429


class Credentials(AuthenticationForm):
    error_messages = {"invalid_login": WRONG, "inactive": "该账号已停用，请联系本单位系统管理员。"}

    def confirm_login_allowed(self, user: Any) -> None:
        super().confirm_login_allowed(user)
        if user.one_time_until is not None and user.one_time_until < timezone.now():
            raise ValidationError(EXPIRED)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "用户名"
        self.fields["password"].label = "密码"
        self.label_suffix = ""
        for field in self.fields.values():
            dress(field)


class Login(LoginView):
    template_name = "desk/login.html"
    authentication_form = Credentials
    redirect_authenticated_user = True


class Logout(LogoutView):
    """By POST only, so that a link cannot log anyone out."""


def locked_out(request: HttpRequest, *_: Any, **__: Any) -> HttpResponse:
    """Called by axes instead of the login page once an account is locked."""
    return render(request, "desk/login.html", {"form": Credentials(request), "locked": LOCKED}, status=TOO_MANY)


@login_required
def home(request: HttpRequest) -> HttpResponseRedirect:
    """Whoever handles matters begins with today's list; others where their face says; a citizen on the public site."""
    by = sight(request)
    if by.mandates or (by.abilities and not front(by)):
        return redirect("desk:today")
    return redirect(front(by) or ("desk:today" if is_staff(by) else "/"))
