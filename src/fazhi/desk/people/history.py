"""What was done to a person, a body or a place, as the journal tells it: who, when, what before, what after, on which basis."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from fazhi.desk.cases.timeline import names_of
from fazhi.journal.api import Entry, stream
from fazhi.people.api import Kind, Organisation, Place, User, subject_of

ACTIONS = {
    "people.user.opened": "建立账号", "people.user.password_handed_out": "发放一次性密码",
    "people.user.password_chosen": "本人更改密码", "people.user.renamed": "变更姓名", "people.user.locked": "停用账号",
    "people.user.unlocked": "恢复账号", "people.user.appointed": "任职", "people.user.ended": "免职",
    "people.user.granted": "授权", "people.user.withdrawn": "收回授权", "people.organisation.founded": "设立",
    "people.organisation.renamed": "更名", "people.organisation.corrected": "更正", "people.organisation.moved": "调整隶属",
    "people.organisation.abolished": "撤销", "people.place.added": "登记", "people.place.renamed": "更名",
    "people.place.abolished": "撤销",
}  # fmt: skip
LABELS = {
    "username": "用户名", "name": "名称", "former_name": "原姓名", "org": "单位", "title": "职务", "role": "角色",
    "since": "起始日期", "until": "截止日期", "mandate": "授权", "is_active": "可以登录", "one_time_until": "密码有效期至",
    "short": "简称", "parent": "上级单位", "code": "代码", "kind": "类别", "place": "所在地", "successor": "承接",
}  # fmt: skip
ERASED = "（个人信息已依法删除）"


@dataclass(frozen=True)
class Change:
    """One line: `pairs` are (label, before, after), either empty where there was nothing."""

    subject: str
    url: tuple[str, Any] | None
    action: str
    on: date
    at: datetime
    who: str
    basis: str
    pairs: list[tuple[str, str, str]]


def history(thing: User | Organisation | Place) -> list[Change]:
    """Newest first; three queries, whatever the length."""
    entries = list(stream(*subject_of(thing)).select_related("sealed").order_by("-seq"))
    return told(entries, {})


def told(entries: Sequence[Entry], subjects: dict[tuple[str, int], tuple[str, tuple[str, Any] | None]]) -> list[Change]:
    """Entries in words; `subjects` names what each is about where the page is about several."""
    names = names_of(entry.actor for entry in entries)
    return [_change(entry, names, *subjects.get((entry.stream, entry.subject), ("", None))) for entry in entries]


def _change(entry: Entry, names: dict[str, str], subject: str, url: tuple[str, Any] | None) -> Change:
    data = entry.data
    before, after = data.get("before", {}), {**data.get("after", {}), **_personal(entry)}
    words = [name for name in LABELS if name in before or name in after]
    pairs = [(_label(entry, name), _said(before.get(name)), _said(after.get(name))) for name in words]
    action = ACTIONS.get(entry.kind, entry.kind)
    who = names.get(entry.actor, entry.actor)
    return Change(subject, url, action, entry.on, entry.at, who, str(data.get("basis", "")), pairs)


def _personal(entry: Entry) -> dict[str, Any]:
    if "sealed" not in entry.data:
        return {}
    kept = getattr(entry, "sealed", None)
    return kept.data if kept is not None and kept.data is not None else {"name": ERASED}


def _label(entry: Entry, name: str) -> str:
    return "姓名" if name == "name" and entry.stream == "people.user" else LABELS[name]


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if value in Kind.values:
        return str(Kind(value).label)
    return "" if value is None else str(value)


def subjects_of(entries: Iterable[Entry]) -> dict[tuple[str, int], tuple[str, tuple[str, Any] | None]]:
    """What entries are about, by stream and subject; one query a stream."""
    wanted: dict[str, set[int]] = {}
    for entry in entries:
        wanted.setdefault(entry.stream, set()).add(entry.subject)
    found: dict[tuple[str, int], tuple[str, tuple[str, Any] | None]] = {}
    for user in User.objects.filter(pk__in=wanted.get("people.user", ())):
        found[subject_of(user)] = (f"{user}（{user.username}）", ("desk:person", user.pk))
    for body in Organisation.objects.filter(pk__in=wanted.get("people.organisation", ())):
        found[subject_of(body)] = (str(body), ("desk:body", body.pk))
    codes = [_code(number) for number in wanted.get("people.place", ())]
    for place in Place.objects.filter(pk__in=codes):
        found[subject_of(place)] = (str(place), ("desk:place", place.pk))
    return found


def _code(number: int) -> str:
    """A division's code from its number in the journal."""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    code = ""
    while number:
        number, place = divmod(number, len(digits))
        code = digits[place] + code
    return code
