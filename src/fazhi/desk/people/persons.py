"""People: listed and searched, a person with posts and mandates, a new account with its one-time password."""

from collections.abc import Iterator, Sequence
from typing import Any

from axes.utils import reset as forget_failures
from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fazhi.desk.bodies import suggestions
from fazhi.desk.people.acts import REFUSED, Fold, carried_out, folds
from fazhi.desk.people.door import administrator, the_person
from fazhi.desk.people.history import history
from fazhi.desk.people.issuing import MOST_AT_ONCE, without_password
from fazhi.desk.people.orders import ACTS, ROLE_PAIRS, OpenForm, appointment_of
from fazhi.desk.sheets import MOST_ROWS, list_as_sheet
from fazhi.ledgers.api import Column
from fazhi.look.api import PlainForm, page_by_id, query_with, sight
from fazhi.look.words import moment
from fazhi.people.api import (
    ROLES,
    Ability,
    NotAllowed,
    NotPossible,
    Post,
    Role,
    Sight,
    User,
    mandates_of,
    may_keep,
    open_account,
    people_within,
)

STATES = (
    ("", "全部"), ("held", "在任"), ("ended", "没有在任岗位"), ("locked", "已停用"), ("new", "尚未登录"),
)  # fmt: skip
COLUMNS = (
    Column("username", "用户名"), Column("name", "姓名"), Column("posts", "岗位"), Column("state", "状态"),
    Column("login", "最近登录"),
)  # fmt: skip


class PeopleFilter(PlainForm):
    q = forms.CharField(label="姓名、用户名、职务或者单位", required=False, max_length=60)
    role = forms.ChoiceField(label="角色", required=False, choices=[("", "全部角色"), *ROLE_PAIRS])
    state = forms.ChoiceField(label="状态", required=False, choices=STATES)

    def applied(self, people: QuerySet[User], posts: QuerySet[Post]) -> QuerySet[User]:
        """People who meet the filter; only posts that may be seen are searched."""
        self.is_valid()
        values = self.cleaned_data
        theirs = posts.filter(user=OuterRef("pk"))
        if text := values.get("q"):
            place = theirs.filter(
                Q(title__icontains=text) | Q(org__name__icontains=text) | Q(org__short__icontains=text)
            )
            people = people.filter(Q(name__icontains=text) | Q(username__icontains=text) | Exists(place))
        held = theirs.held_on(timezone.localdate())  # type: ignore[attr-defined]  # the posts' own query set
        if role := values.get("role"):
            people = people.filter(Exists(held.filter(role=role)))
        state = values.get("state")
        if state in ("held", "ended"):
            people = people.filter(Exists(held) if state == "held" else ~Exists(held))
        elif state == "locked":
            people = people.filter(is_active=False)
        return people.filter(last_login=None) if state == "new" else people


def posts_within(by: Sight) -> QuerySet[Post]:
    return by.administers.rows(Post.objects.all(), place="org__place_id")


@administrator
@require_GET
def people_list(request: HttpRequest) -> HttpResponseBase:
    """Everyone with a post within reach; one query for the people, one for their posts."""
    by = sight(request)
    form = PeopleFilter(request.GET)
    people = form.applied(people_within(by), posts_within(by))
    if "export" in request.GET:
        found = list(people.order_by("username")[:MOST_ROWS])
        return list_as_sheet("人员名单", COLUMNS, _cells(found, by))
    page = page_by_id(request, people)
    context = {
        "form": form,
        "page": page,
        "lines": list(_lines(page.rows, by)),
        "filtered": any(request.GET.get(name) for name in form.fields),
        "waiting": without_password(by).count(),
        "most_at_once": MOST_AT_ONCE,
        "export_url": query_with(request, export="xlsx", after=""),
    }
    return render(request, "desk/people/people.html", context)


def _lines(people: Sequence[User], by: Sight) -> Iterator[tuple[User, list[Post], str]]:
    """People with the posts they hold and, in a word, the state of the account."""
    held = posts_within(by).filter(user__in=[each.pk for each in people]).select_related("org")
    of: dict[int, list[Post]] = {}
    for post in held.held_on(timezone.localdate()):  # type: ignore[attr-defined]  # the posts' own query set
        of.setdefault(post.user_id, []).append(post)
    for user in people:
        yield user, of.get(user.pk, []), state_of(user)


def _cells(people: Sequence[User], by: Sight) -> Iterator[Sequence[object]]:
    for user, posts, state in _lines(people, by):
        yield user.username, user.name, "；".join(map(str, posts)), state or "正常", moment(user.last_login)


def state_of(user: User) -> str:
    """What is to be noticed about an account; empty when nothing is."""
    if not user.is_active:
        return "已停用"
    if not user.has_usable_password():
        return "尚未发放密码"
    if user.one_time_until is not None:
        return "一次性密码已过期" if user.one_time_until < timezone.now() else "首次登录须改密码"
    return ""


@administrator
@require_http_methods(["GET", "POST"])
def new_person(request: HttpRequest) -> HttpResponseBase:
    """An account with its first post; its one-time password is shown once."""
    by = sight(request)
    form = OpenForm(by, None, request.POST or None)
    if request.method == "POST" and form.is_valid():
        opened = _opened(by, form)
        if opened is not None:
            return issued(request, *opened)
    context = {"form": form, "roles": roles_told(), "suggestions": suggestions()}
    return render(request, "desk/people/new_person.html", context, status=REFUSED if request.method == "POST" else 200)


def roles_told() -> list[tuple[Role, list[str]]]:
    """Every role with what its holder may do, in the order in which abilities are declared."""
    return [(role, [each.value for each in Ability if each in role.abilities]) for role in ROLES.values()]


def _opened(by: Sight, form: OpenForm) -> tuple[User, str] | None:
    values = form.cleaned_data
    try:
        return open_account(by, values["username"], values["name"], appointment_of(values))
    except (NotPossible, NotAllowed) as refused:
        form.add_error(None, str(refused))
    except ValidationError as bad:
        for name, texts in bad.message_dict.items():
            form.add_error(name if name in form.fields else None, texts)
    return None


@never_cache
def issued(request: HttpRequest, user: User, password: str) -> HttpResponse:
    """The one page that ever shows a one-time password."""
    forget_failures(username=user.username)
    return render(request, "desk/people/issued.html", {"person": user, "password": password})


@administrator
@require_GET
def person_page(request: HttpRequest, pk: int) -> HttpResponseBase:
    by = sight(request)
    return _page(request, by, the_person(by, pk))


def _page(request: HttpRequest, by: Sight, user: User, tried: Fold | None = None) -> HttpResponse:
    today = timezone.localdate()
    posts = list(posts_within(by).filter(user=user).select_related("org").order_by("until", "-since", "-pk"))
    live = [post for post in posts if post.until is None or post.until > today]
    keeps = may_keep(by, user)
    context: dict[str, Any] = {
        "person": user,
        "state": state_of(user),
        "posts": list(mandates_of(live)),
        "ended": [post for post in posts if post not in live],
        "keeps": keeps,
        "oneself": by.user == user.pk,
        "elsewhere": user.posts.not_ended(today).count() - len(live),
        "folds": folds(ACTS, by, user, tried),
        "act_url": ("desk:person_act", user.pk),
        "history": history(user) if keeps else None,
        "suggestions": suggestions(),
    }
    return render(request, "desk/people/person.html", context, status=REFUSED if tried else 200)


@administrator
@require_POST
def person_act(request: HttpRequest, pk: int, act: str) -> HttpResponseBase:
    """Carry out one of the acts that the page offers; what cannot be done is said on its form."""
    by = sight(request)
    user = the_person(by, pk)
    fold, given, done = carried_out(ACTS, act, by, user, request.POST)
    if not done:
        return _page(request, by, the_person(by, pk), fold)
    if act == "reset":
        return issued(request, user, str(given))
    if act == "unlock":
        forget_failures(username=user.username)
    messages.success(request, fold.act.done)
    return redirect("desk:person", pk=pk)
