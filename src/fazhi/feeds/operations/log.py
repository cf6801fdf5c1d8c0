"""The journal's head and the proof that an older state begins the newer one: enough to hold this city to its word."""

from typing import Any

from fazhi.feeds.operation import NUMBER, Answer, Call, Operation
from fazhi.feeds.problems import Problem
from fazhi.feeds.shapes import Whole
from fazhi.feeds.told import MOMENT, TEXT, WHOLE, arr, maybe, obj, titled
from fazhi.journal.api import consistency, head

HEAD = obj(
    size=titled(WHOLE, "条数"),
    root=titled(TEXT, "根摘要"),
    at=maybe(MOMENT),
    algorithm=TEXT,
    text=titled(TEXT, "用于签名和公布的文字"),
)
PROOF = obj(old_size=WHOLE, new_size=WHOLE, old_root=TEXT, new_root=TEXT, path=arr(TEXT), algorithm=TEXT)


def operations() -> list[Operation]:
    size = Whole("条数", 0, NUMBER.most)
    return [
        Operation("GET", "/journal/head", "journal_head", "日志", "最近的检查点", newest, {200: HEAD}, public=True),
        Operation(
            "GET", "/journal/consistency", "journal_consistency", "日志", "证明较早的日志未被改动", proof, {200: PROOF},
            query={"from": size, "to": size}, problems=(404,), public=True, note="from为先前取得的条数，须写；to不写为最近的检查点。",
        ),
    ]  # fmt: skip


def newest(call: Call) -> Answer:
    now = head()
    at = now.at.isoformat() if now.at else None
    return Answer({"size": now.size, "root": now.root.hex(), "at": at, "algorithm": now.algorithm, "text": now.text()})


def proof(call: Call) -> Answer:
    old = call.query.get("from")
    if old is None:
        message = "请写明from，即先前取得的条数。"
        raise Problem(400, "bad_query", message, {"from": message})
    found = consistency(old, call.query.get("to", head().size))
    told: dict[str, Any] = found._asdict()
    roots = {"old_root": found.old_root.hex(), "new_root": found.new_root.hex()}
    return Answer({**told, **roots, "path": [each.hex() for each in found.path]})
