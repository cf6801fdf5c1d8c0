"""The sheet of divisions: code, name, founding day; a changed name is a renaming with its basis."""

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.utils import timezone

from fazhi.ledgers.roll import Complaint, Done, Roll, Values
from fazhi.ledgers.rolls.naming import BY_SHEET
from fazhi.ledgers.sheets import Column, Layout
from fazhi.people.api import Ability, Level, Place, Sight, add_place, rename_place
from fazhi.registers.codes import area_code_complaint


def code_complaint(text: str) -> str | None:
    """A statutory code by its structure; an internal one of a functional zone is looked at when it is entered."""
    return area_code_complaint(text) if text.isdigit() else None


LAYOUT = Layout(
    "people.place",
    "行政区划名册",
    (
        Column("code", "区划代码", "code", required=True, aliases=("代码", "行政区划代码"), check=code_complaint,
               note="县区6位、镇街9位、村居12位；功能区第5位用字母"),
        Column("name", "名称", required=True, aliases=("区划名称",), max_length=60),
        Column("since", "设立日期", "date"),
        Column("basis", "依据", note="更名的须写明批复文号", max_length=120),
    ),
    ("code",),
    ("上级由代码确定，本市不必列入。", "更名的，写新名称和依据；撤销、合并在页面上办理。"),
)  # fmt: skip


def enter(by: Sight, values: Values) -> Done:
    code, name, basis = str(values["code"]).upper(), str(values["name"]), str(values.get("basis") or "")
    place = Place.objects.select_related("parent").filter(code=code).first()
    if place is None:
        add_place(by, code, name, values.get("since"), basis or BY_SHEET)
        return Done.NEW
    if values.get("since") and values["since"] != place.since:
        raise Complaint("since", f"{place}登记的设立日期是{place.since or '空'}，不能通过导入更改。")
    if name == place.name:
        return Done.UNCHANGED
    if not basis:
        raise Complaint("basis", f"{code}现名“{place.name}”，更名须写明依据。")
    rename_place(by, place, name, timezone.localdate(), basis)
    return Done.CHANGED


def rows(by: Sight) -> Iterator[Values]:
    standing = Place.objects.filter(city=settings.CITY, until__isnull=True).exclude(level=Level.CITY).order_by("code")
    for place in standing:
        if by.administers.reaches_place(place.code):
            yield {"code": place.code, "name": place.name, "since": place.since}


def arrange(lines: Sequence[Values]) -> list[int]:
    """Districts before their towns, towns before their villages."""
    return sorted(range(len(lines)), key=lambda place: len(str(lines[place].get("code") or "")))


ROLL = Roll(Ability.ADMINISTER, enter, rows, arrange)
