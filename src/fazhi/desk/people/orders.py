"""The forms by which people are kept: account, posts, mandates. What they ask is handed to the people room as it is."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils import timezone

from fazhi.desk.bodies import BodyField
from fazhi.desk.people.acts import Act, OrderForm, Values
from fazhi.people.api import (
    ROLES,
    Appointment,
    Mandate,
    NotPossible,
    Post,
    Sight,
    User,
    appoint,
    call,
    end_post,
    grant,
    lock,
    may_keep,
    offices,
    reset_password,
    unlock,
    withdraw,
)

BASIS = {"label": "依据", "max_length": 200, "help_text": "写明文号、决定或者原因"}
ROLE_PAIRS = [(role.code, role.label) for role in ROLES.values()]


class BasisForm(OrderForm[Any]):
    basis = forms.CharField(**BASIS)  # type: ignore[arg-type]  # one wording for every form


class AppointForm(OrderForm[Any]):
    org = BodyField(label="单位")
    title = forms.CharField(label="职务", max_length=60)
    role = forms.ChoiceField(label="角色", choices=[("", "请选择"), *ROLE_PAIRS])
    since = forms.DateField(label="任职日期")
    basis = forms.CharField(label="任职依据", max_length=200, required=False, help_text="有任命文号的写明")

    def prepare(self) -> None:
        self.fields["since"].initial = timezone.localdate()


class OpenForm(AppointForm):
    """A new account with its first post."""

    username = forms.CharField(label="用户名", max_length=60, help_text="登录用，字母、数字和.-_，建立后不能更改")
    name = forms.CharField(label="姓名", max_length=40)
    field_order = ("username", "name", "org", "title", "role", "since", "basis")


class CallForm(BasisForm):
    name = forms.CharField(label="姓名", max_length=40)
    field_order = ("name", "basis")

    def prepare(self) -> None:
        self.fields["name"].initial = self.thing.name


class EndForm(BasisForm):
    post = forms.ChoiceField(label="岗位")
    on = forms.DateField(label="免职日期", help_text="自该日起不再任职")
    field_order = ("post", "on", "basis")

    def prepare(self) -> None:
        self.choose("post", post_pairs(self.by, self.thing))
        self.fields["on"].initial = timezone.localdate()


class GrantForm(OrderForm[User]):
    post = forms.ChoiceField(label="岗位")
    offices = forms.MultipleChoiceField(label="程序职责", widget=forms.CheckboxSelectMultiple)
    basis = forms.CharField(label="授权依据", max_length=200, required=False)

    def prepare(self) -> None:
        self.choose("post", post_pairs(self.by, self.thing))
        groups: dict[str, list[tuple[str, str]]] = {}
        for each in offices().values():
            groups.setdefault(each.title, []).append((f"{each.procedure}:{each.office}", each.label))
        self.choose("offices", list(groups.items()))


class WithdrawForm(BasisForm):
    mandate = forms.ChoiceField(label="授权")
    field_order = ("mandate", "basis")

    def prepare(self) -> None:
        known = offices()
        given = Mandate.objects.filter(post__in=[pk for pk, _ in post_pairs(self.by, self.thing)])
        rows = given.select_related("post__org").order_by("post_id", "procedure", "office")
        pairs = [(row.pk, f"{row.post}——{known.get((row.procedure, row.office), row)}") for row in rows]
        self.choose("mandate", pairs)


def post_pairs(by: Sight, user: User) -> list[tuple[int, str]]:
    """The posts not ended that `by` administers."""
    posts = user.posts.not_ended(timezone.localdate()).select_related("org")
    return [(post.pk, str(post)) for post in posts if by.administers.reaches(post.org)]


def _post(user: User, values: Values) -> Post:
    return Post.objects.select_related("org__place", "user").get(pk=values["post"], user=user)


def appointment_of(values: Values) -> Appointment:
    return Appointment(values["org"], values["title"], values["role"], values["since"], values["basis"])


def do_appoint(by: Sight, user: User, values: Values) -> object:
    return appoint(by, user, appointment_of(values))


def do_end(by: Sight, user: User, values: Values) -> None:
    end_post(by, _post(user, values), values["on"], values["basis"])


def do_grant(by: Sight, user: User, values: Values) -> object:
    post = _post(user, values)
    held = set(post.mandates.values_list("procedure", "office"))
    wanted = [tuple(each.split(":")) for each in values["offices"]]
    new = [pair for pair in wanted if pair not in held]
    if not new:
        raise NotPossible(f"{post}已有所选的全部授权。")
    return [grant(by, post, procedure, office, values["basis"]) for procedure, office in new]


def do_withdraw(by: Sight, user: User, values: Values) -> None:
    mandate = Mandate.objects.select_related("post__org", "post__user").get(pk=values["mandate"], post__user=user)
    withdraw(by, mandate, values["basis"])


def _another(by: Sight, user: User) -> bool:
    return by.user != user.pk


def _keeps(by: Sight, user: User) -> bool:
    return _another(by, user) and may_keep(by, user)


def _holds_posts(by: Sight, user: User) -> bool:
    return _another(by, user) and bool(post_pairs(by, user))


def _holds_mandates(by: Sight, user: User) -> bool:
    return _holds_posts(by, user) and Mandate.objects.filter(post__user=user).exists()


def _when(active: bool) -> Callable[[Sight, User], bool]:
    return lambda by, user: user.is_active is active and _keeps(by, user)


ACTS: tuple[Act[User], ...] = (
    Act("appoint", "任职", "plus", AppointForm, do_appoint, "已任职。", offered=_another),
    Act("grant", "授权", "certificate", GrantForm, do_grant, "已授权。",
        "授权后，该岗位可以在本单位及下属单位的案件中办理由所选职责负责的步骤。", _holds_posts),
    Act("withdraw", "收回授权", "x", WithdrawForm, do_withdraw, "已收回授权。", "", _holds_mandates),
    Act("end", "免职", "ban", EndForm, do_end, "已免职，岗位保留在历史中。",
        "免职后不再有该岗位的查看范围和授权；已办理的事项不变。", _holds_posts, danger=True),
    Act("call", "变更姓名", "pencil", CallForm, lambda by, user, v: call(by, user, v["name"], v["basis"]), "已变更姓名。",
        offered=_keeps),
    Act("reset", "重置密码", "lock", OrderForm, lambda by, user, v: reset_password(by, user), "",
        "发放一次性密码，原密码立即失效；本人登录后须另设密码。", _keeps),
    Act("lock", "停用账号", "ban", BasisForm, lambda by, user, v: lock(by, user, v["basis"]), "已停用账号。",
        "停用后立即不能登录；岗位和记录不变。", _when(True), danger=True),
    Act("unlock", "恢复账号", "check", BasisForm, lambda by, user, v: unlock(by, user, v["basis"]), "已恢复账号。", "",
        _when(False)),
)  # fmt: skip
