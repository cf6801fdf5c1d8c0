"""The sheet of bodies: what is new is founded, what differs is corrected or moved."""

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.utils import timezone

from fazhi.ledgers.roll import Done, Roll, Values
from fazhi.ledgers.rolls.naming import BY_SHEET, body_named, place_named
from fazhi.ledgers.sheets import Column, Layout
from fazhi.people.api import Ability, Kind, NewBody, Organisation, Sight, correct_body, found_body, move_body
from fazhi.registers.codes import uscc_complaint

LAYOUT = Layout(
    "people.organisation",
    "单位名册",
    (
        Column("name", "单位名称", required=True, aliases=("名称", "单位全称"), max_length=120),
        Column("short", "简称", aliases=("单位简称",), max_length=40),
        Column("kind", "类别", "choice", required=True, choices=tuple((str(v), str(t)) for v, t in Kind.choices)),
        Column("parent", "上级单位", aliases=("上级", "主管单位"), note="写全称或者简称，可以是本表中的单位"),
        Column("place", "所在地", required=True, aliases=("区划", "地区"), note="写区划名称或者代码；市级单位写本市"),
        Column("code", "统一社会信用代码", "code", aliases=("信用代码",), check=uscc_complaint, max_length=18),
        Column("since", "成立日期", "date"),
        Column("basis", "依据", max_length=200),
    ),
    ("name",),
    ("按单位名称识别：没有的设立，有的更正。", "更名、撤销、合并在页面上办理。"),
)
PLAIN = ("short", "kind", "code", "since")


def enter(by: Sight, values: Values) -> Done:
    basis = str(values.get("basis") or BY_SHEET)
    place = place_named("place", str(values["place"]))
    parent = body_named("parent", str(values["parent"])) if values.get("parent") else None
    standing = Organisation.objects.filter(city=settings.CITY, until__isnull=True, name=str(values["name"]).strip())
    body = standing.select_related("place", "parent__place").first()
    if body is None:
        found_body(
            by,
            NewBody(
                str(values["name"]), str(values.get("short") or ""), str(values["kind"]), place, parent,
                values.get("since"), str(values.get("code") or ""),
            ),
            basis,
        )  # fmt: skip
        return Done.NEW
    changes = {name: values[name] for name in PLAIN if values.get(name) and values[name] != getattr(body, name)}
    if place.pk != body.place_id:
        changes["place"] = place
    if changes:
        correct_body(by, body, basis, **changes)
    moved = parent is not None and parent.pk != body.parent_id
    if parent is not None and moved:
        move_body(by, body, parent, timezone.localdate(), basis)
    return Done.CHANGED if changes or moved else Done.UNCHANGED


def rows(by: Sight) -> Iterator[Values]:
    standing = Organisation.objects.filter(city=settings.CITY, until__isnull=True).select_related("place", "parent")
    for body in by.administers.rows(standing, org="path").order_by("path"):
        yield {
            "name": body.name, "short": body.short or None, "kind": body.kind, "place": body.place_id,
            "parent": body.parent.name if body.parent else None, "code": body.code or None, "since": body.since,
        }  # fmt: skip


def arrange(lines: Sequence[Values]) -> list[int]:
    """Each body after the superior that the same sheet names; a circle stays where it is and is refused."""
    called = {str(line[key]): place for place, line in enumerate(lines) for key in ("short", "name") if line.get(key)}
    order: list[int] = []
    placed: set[int] = set()
    for start in range(len(lines)):
        chain: list[int] = []
        place: int | None = start
        while place is not None and place not in placed and place not in chain:
            chain.append(place)
            place = called.get(str(lines[place].get("parent") or ""))
        order += reversed(chain)
        placed.update(chain)
    return order


ROLL = Roll(Ability.ADMINISTER, enter, rows, arrange)
