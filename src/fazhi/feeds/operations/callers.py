"""Who the caller is, and the bodies and places that bodies of requests name."""

from fazhi.feeds.operation import Answer, Call, Operation
from fazhi.feeds.paging import PAGING, page
from fazhi.feeds.shapes import Choice, Text
from fazhi.feeds.told import MOMENT, NAMED, TEXT, WHOLE, arr, maybe, obj, page_of
from fazhi.people.api import Level, Organisation, Place
from fazhi.registers.api import this_city

ME = obj(
    id=TEXT, name=TEXT, org=NAMED, post=TEXT, role=TEXT, sees=TEXT, abilities=arr(TEXT), expires_at=MOMENT, per_minute=WHOLE,
    mandates=arr(obj(procedure=TEXT, office=TEXT)),
)  # fmt: skip
BODY = obj(id=WHOLE, name=TEXT, short=TEXT, code=TEXT, kind=TEXT, place=TEXT, parent=maybe(WHOLE))
PLACE = obj(code=TEXT, name=TEXT, level=TEXT, parent=maybe(TEXT))


def operations() -> list[Operation]:
    by_code = {**PAGING, "after": Text("上一页最后一个代码", 12), "level": Choice("层级", Level.choices)}
    words = {**PAGING, "q": Text("名称中的文字", 60)}
    return [
        Operation("GET", "/me", "whoami", "身份", "令牌的单位、岗位和权限", me, {200: ME}),
        Operation(
            "GET",
            "/organisations",
            "list_organisations",
            "身份",
            "单位",
            organisations,
            {200: page_of(BODY)},
            query=words,
        ),
        Operation("GET", "/places", "list_places", "身份", "行政区划", places, {200: page_of(PLACE)}, query=by_code),
    ]


def me(call: Call) -> Answer:
    assert call.client is not None
    client, post = call.client, call.client.post
    return Answer(
        {
            "id": client.public,
            "name": client.name,
            "org": {"id": post.org_id, "name": post.org.name},
            "post": post.title,
            "role": post.role,
            "sees": post.powers.sees.value,
            "abilities": sorted(each.name for each in call.by.abilities),
            "expires_at": client.expires_at.isoformat(),
            "per_minute": client.per_minute,
            "mandates": [
                {"procedure": procedure, "office": office} for procedure, office, _ in sorted(call.by.mandates)
            ],
        }
    )


def organisations(call: Call) -> Answer:
    rows = Organisation.objects.filter(city=this_city(), until__isnull=True)
    if text := call.query.get("q"):
        rows = rows.filter(name__icontains=text)
    return page(call, rows, _body)


def _body(row: Organisation) -> dict[str, object]:
    return {
        "id": row.pk, "name": row.name, "short": row.short, "code": row.code, "kind": row.kind, "place": row.place_id,
        "parent": row.parent_id,
    }  # fmt: skip


def places(call: Call) -> Answer:
    rows = Place.objects.filter(city=this_city(), until__isnull=True)
    if level := call.query.get("level"):
        rows = rows.filter(level=level)
    return page(call, rows, _place)


def _place(row: Place) -> dict[str, object]:
    return {"code": row.code, "name": row.name, "level": row.level, "parent": row.parent_id}
