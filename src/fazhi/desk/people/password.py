"""A person's own password; and the middleware that lets nobody go on with one that was handed out."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from fazhi.look.api import PlainForm, sight
from fazhi.people.api import User, choose_password

REFUSED = 422
FREE = ("desk:password", "desk:logout")


class PasswordForm(PlainForm):
    current = forms.CharField(
        label="现在的密码", strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    new = forms.CharField(
        label="新密码", strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="至少8个字符，不要使用常见的密码",
    )  # fmt: skip
    again = forms.CharField(
        label="再输入一次", strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_current(self) -> str:
        text: str = self.cleaned_data["current"]
        if not self.user.check_password(text):
            raise ValidationError("现在的密码不正确，请重新输入。")
        return text

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("new") and values.get("again") and values["new"] != values["again"]:
            self.add_error("again", "两次输入的新密码不一致，请重新输入。")
        return values


@sensitive_post_parameters()
@login_required
@require_http_methods(["GET", "POST"])
def password_page(request: HttpRequest) -> HttpResponseBase:
    """For everybody; whoever came with a one-time password goes on to the first page afterwards."""
    user = request.user
    assert isinstance(user, User)
    first = user.one_time_until is not None
    form = PasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            choose_password(user, form.cleaned_data["new"], sight(request))
        except ValidationError as weak:
            form.add_error("new", weak.messages)
        else:
            update_session_auth_hash(request, user)
            messages.success(request, "密码已更改，其他设备上的登录已退出。")
            return redirect("desk:home" if first else "desk:password")
    context = {"form": form, "first": first}
    return render(request, "desk/people/password.html", context, status=REFUSED if request.method == "POST" else 200)


class FirstPassword:
    """Middleware: with a one-time password one may do nothing but change it, or leave."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        until = getattr(request.user, "one_time_until", None)
        if until is not None and request.path not in {reverse(name) for name in FREE}:
            return redirect("desk:password")
        return self.get_response(request)
