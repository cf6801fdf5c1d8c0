"""The sheet of people: one row a post, with its mandates; accounts that are new come without a password."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from django.conf import settings
from django.utils import timezone

from fazhi.ledgers.roll import Complaint, Done, Roll, Values
from fazhi.ledgers.rolls.naming import BY_SHEET, body_named
from fazhi.ledgers.sheets import Column, Layout
from fazhi.people.api import (
    ROLES,
    Ability,
    Appointment,
    Post,
    Sight,
    User,
    appoint,
    end_post,
    enrol,
    grant,
    mandates_of,
    offices,
    withdraw,
)

LAYOUT = Layout(
    "people.post",
    "人员和授权名册",
    (
        Column("username", "用户名", "code", required=True, aliases=("账号",), max_length=60, note="字母、数字和.-_"),
        Column("name", "姓名", required=True, max_length=40),
        Column("org", "单位", required=True, aliases=("单位名称", "所在单位"), note="写全称或者简称"),
        Column("title", "职务", required=True, max_length=60),
        Column("role", "角色", "choice", required=True, choices=tuple((r.code, r.label) for r in ROLES.values())),
        Column("since", "任职日期", "date", required=True),
        Column("until", "免职日期", "date", note="仍在任的留空"),
        Column("mandates", "程序职责", aliases=("授权",), note="例如“行政复议：行政复议机构承办人”，几项用分号隔开；留空的不变"),
    ),
    ("username", "org", "title"),
    ("每行一个岗位；一人有几个岗位的，写几行。", "新账号没有密码，导入后在“人员”页面发放一次性密码。"),
)  # fmt: skip
BETWEEN = re.compile(r"[;；\n]+")


def enter(by: Sight, values: Values) -> Done:
    username, name, title = (str(values[key]).strip() for key in ("username", "name", "title"))
    org = body_named("org", str(values["org"]))
    user = User.objects.filter(username=username).first()
    if user is not None and (user.city != settings.CITY or user.name != name):
        raise Complaint("username", f"用户名“{username}”已由他人使用，请换一个；姓名有变更的，在人员页面办理。")
    wanted = _wanted(values)
    post = None if user is None else user.posts.filter(org=org, title=title).order_by("-pk").first()
    if post is not None and post.until is not None and post.until == values.get("until"):
        return Done.UNCHANGED
    new = post is None or post.until is not None
    if post is None or new:
        appointment = Appointment(org, title, str(values["role"]), values["since"], BY_SHEET)
        post = enrol(by, username, name, appointment) if user is None else appoint(by, user, appointment)
    _same(post, values)
    changed = _mandated(by, post, wanted)
    if values.get("until"):
        end_post(by, post, values["until"], BY_SHEET)
        changed = True
    return Done.NEW if new else Done.CHANGED if changed else Done.UNCHANGED


def _same(post: Post, values: Values) -> None:
    """A post's role and first day do not change: another role is another appointment."""
    if post.role != values["role"]:
        label = ROLES[post.role].label
        raise Complaint("role", f"{post}现为“{label}”；改变角色的，请先免去原岗位，再按新角色任职。")
    if post.since != values["since"]:
        raise Complaint("since", f"{post}登记的任职日期是{post.since or '空'}，不能通过导入更改。")


def _wanted(values: Values) -> set[tuple[str, str]] | None:
    """The offices that a cell names; None when it is empty."""
    if not values.get("mandates"):
        return None
    known = {_tidy(str(each)): pair for pair, each in offices().items()}
    texts = [text.strip() for text in BETWEEN.split(str(values["mandates"])) if text.strip()]
    if unknown := next((text for text in texts if _tidy(text) not in known), None):
        raise Complaint("mandates", f"没有程序职责“{unknown}”，请写作“程序：职责”，名称见人员页面的授权一栏。")
    return {known[_tidy(text)] for text in texts}


def _tidy(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _mandated(by: Sight, post: Post, wanted: set[tuple[str, str]] | None) -> bool:
    """Give what is missing and take back what the cell no longer names; whether anything changed."""
    if wanted is None:
        return False
    held = {(each.procedure, each.office): each for each in post.mandates.select_related("post__org", "post__user")}
    for pair in sorted(wanted - set(held)):
        grant(by, post, *pair, BY_SHEET)
    for pair in sorted(set(held) - wanted):
        withdraw(by, held[pair], BY_SHEET)
    return set(held) != wanted


def rows(by: Sight) -> Iterator[Values]:
    posts = Post.objects.filter(org__city=settings.CITY).not_ended(timezone.localdate()).select_related("user", "org")
    reached = list(by.administers.rows(posts, place="org__place_id").order_by("org__path", "pk"))
    for post, given in mandates_of(reached):
        yield {
            "username": post.user.username, "name": post.user.name, "org": post.org.name, "title": post.title,
            "role": post.role, "since": post.since, "until": post.until,
            "mandates": "；".join(label for _, label in given) or None,
        }  # fmt: skip


def arrange(lines: Sequence[Values]) -> list[int]:
    return list(range(len(lines)))


ROLL = Roll(Ability.ADMINISTER, enter, rows, arrange)
