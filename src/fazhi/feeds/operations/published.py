"""What the city has published, for anybody: reports, their figures as frozen, and the report's data byte for byte."""

import base64
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from fazhi.feeds.operation import ROOT, Answer, Call, Operation
from fazhi.feeds.problems import missing
from fazhi.feeds.shapes import Shape, Whole
from fazhi.feeds.told import ANYTHING, DAY, FLAG, MOMENT, OBJECT, TEXT, WHOLE, arr, maybe, obj, titled
from fazhi.figures.api import Frozen, Publication
from fazhi.journal.api import export_stream

NUMBER: dict[str, Shape] = {"number": Whole("第几次发布", 1, 999, "不写为最后一次")}
RELEASE = obj(
    year=WHOLE, number=WHOLE, title=TEXT, cutoff=DAY, at=MOMENT, reason=titled(TEXT, "更正原因"), journal_size=WHOLE,
    journal_root=TEXT, files=titled(OBJECT, "各种格式的SHA-256"), url=TEXT,
)  # fmt: skip
FIGURE = obj(
    id=TEXT, name=TEXT, shown=TEXT, value=titled(TEXT, "精确值，可为分数"), unit=TEXT, numerator=maybe(WHOLE),
    denominator=maybe(WHOLE), holds=maybe(FLAG), row_count=WHOLE, definition=TEXT, version=TEXT, owner=TEXT,
)  # fmt: skip
FULL = obj(**FIGURE["properties"], districts=arr(OBJECT), months=arr(OBJECT))


def operations() -> list[Operation]:
    one = "/published/{year}"

    def public(path: str, name: str, summary: str, run: Any, schema: dict[str, Any]) -> Operation:
        return Operation(
            "GET", path, name, "公开", summary, run, {200: schema}, query=NUMBER, problems=(404,), public=True
        )

    return [
        Operation("GET", "/published", "list_published", "公开", "已发布的报告", listing, {200: obj(items=arr(RELEASE))}, public=True),
        public(one, "read_published", "一个年度的报告", lambda call: Answer(_told(_release(call))), RELEASE),
        public(f"{one}/figures", "list_published_figures", "报告中的数据", figures, obj(items=arr(FIGURE))),
        public(f"{one}/figures/{{code}}", "read_published_figure", "报告中的一项数据", figure, FULL),
        public(f"{one}/report", "read_published_report", "报告的数据文件（report.json）", report, ANYTHING),
        public(f"{one}/proof", "prove_published", "发布的日志记录和证明", proof, OBJECT),
    ]  # fmt: skip


def listing(call: Call) -> Answer:
    return Answer({"items": [_told(each) for each in _rows().order_by("-year", "-number")]})


def figures(call: Call) -> Answer:
    return Answer({"items": [_figure(each) for each in _release(call).figures.order_by("pk")]})


def figure(call: Call) -> Answer:
    release = _release(call)
    found = release.figures.filter(figure=call.path["code"]).first()
    if found is None:
        raise missing(f"{release.year}年度报告没有公布编号为“{call.path['code']}”的数据。")
    cells = release.document.get("cells", {}).get(found.figure, {})
    return Answer({**_figure(found), "districts": cells.get("districts", []), "months": cells.get("months", [])})


def report(call: Call) -> Answer:
    stored = _release(call).document.get("files", {}).get("json")
    if stored is None:
        raise missing("这次发布没有JSON格式的文件。")
    return Answer(None, content=base64.b64decode(stored["base64"]))


def proof(call: Call) -> Answer:
    return Answer(export_stream("publication", _release(call).pk))


def _rows() -> QuerySet[Publication]:
    return Publication.objects.filter(city=settings.CITY)


def _release(call: Call) -> Publication:
    text = call.path["year"]
    year = int(text) if text.isascii() and text.isdecimal() and len(text) == 4 else 0
    rows = _rows().filter(year=year)
    number = call.query.get("number")
    found = (rows if number is None else rows.filter(number=number)).order_by("-number").first()
    if found is None:
        raise missing("该年度的报告尚未发布，或者没有这一次发布。")
    return found


def _told(release: Publication) -> dict[str, Any]:
    return {
        "year": release.year,
        "number": release.number,
        "title": release.title,
        "cutoff": release.cutoff.isoformat(),
        "at": release.at.isoformat(),
        "reason": release.reason,
        "journal_size": release.journal_size,
        "journal_root": release.journal_root,
        "files": {kind: file["sha256"] for kind, file in release.document.get("files", {}).items()},
        "url": f"{ROOT}/published/{release.year}?number={release.number}",
    }


def _figure(frozen: Frozen) -> dict[str, Any]:
    return {
        "id": frozen.figure,
        "name": frozen.name,
        "shown": frozen.shown,
        "value": frozen.value,
        "unit": frozen.unit,
        "numerator": frozen.numerator,
        "denominator": frozen.denominator,
        "holds": frozen.holds,
        "row_count": frozen.row_count,
        "definition": frozen.definition,
        "version": frozen.fingerprint,
        "owner": frozen.owner,
    }
