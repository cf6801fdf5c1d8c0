"""Recomputing the chain of every stream from the rows of the database; used by verify."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet

from fazhi.journal.canonical import entry_bytes, json_text
from fazhi.journal.errors import BadFact
from fazhi.journal.faults import CHANGED, INSERTED, REMOVED, REORDERED, Fault, Name
from fazhi.journal.hashing import FIRST, Maker
from fazhi.journal.models import Entry, Leaf

COLUMNS = (
    *("id", "city", "year", "stream", "subject", "seq", "kind", "on", "at"),
    *("actor", "data", "key", "prev", "digest", "leaf__position", "leaf__hash", "misnamed"),
)
#: what a leaf repeats of its entry, so that a loss can be named
REPEATED = ("city", "year", "stream", "subject", "seq", "kind", "on")
BATCH = 2000
NAMED = 1000  # of a longer gap only so many entries are named


class Row(NamedTuple):
    """One entry with its leaf, as read."""

    id: int
    city: str
    year: int
    stream: str
    subject: int
    seq: int
    kind: str
    on: date | None
    at: datetime | None
    actor: str
    data: Any
    key: str | None
    prev: bytes
    digest: bytes
    position: int | None
    leaf: bytes | None
    misnamed: bool  # whether its leaf, if it has one, calls it otherwise

    @property
    def name(self) -> Name:
        return Name(self.stream, self.subject, self.seq, self.kind, self.on)


def rows(entries: QuerySet[Entry]) -> Iterator[Row]:
    """The entries stream by stream, oldest first, with bounded memory."""
    same = Q(**{name: F(f"leaf__{name}") for name in REPEATED})
    named = entries.annotate(misnamed=ExpressionWrapper(~same, BooleanField()))
    ordered = named.order_by("stream", "subject", "seq").values_list(*COLUMNS)
    return map(Row._make, ordered.iterator(BATCH))


class Chains:
    """A walk over all rows in order, remembering only the row before."""

    def __init__(self, make: Maker, progress: Callable[[int], None] | None = None) -> None:
        self.make, self.progress = make, progress
        self.entries = self.streams = self.pending = 0
        self.last: Row | None = None
        self.broken = False  # whether the row before was itself found changed

    def walk(self, entries: QuerySet[Entry]) -> Iterator[Fault]:
        for row in rows(entries):
            yield from self.step(row)
            if self.progress and self.entries % BATCH == 0:
                self.progress(self.entries)

    def step(self, row: Row) -> Iterator[Fault]:
        self.entries += 1
        self.pending += row.position is None
        before = self.last
        if before is None or (before.stream, before.subject) != (row.stream, row.subject):
            self.streams += 1
            before, self.broken = None, False
        elif before.position is None and row.position is not None:
            yield Fault(INSERTED, before.name, "未编入检查点，却排在已编入检查点的记录之前，系事后插入。")
        yield from lost(row, before.seq if before else 0)
        change = self.change(row)
        if change:
            yield Fault(CHANGED, row.name, change + was(row))
        elif not self.broken and self.unlinked(row, before):
            yield Fault(REORDERED, row.name, "与前一条记录不相衔接，前后次序被改动或有记录被替换。")
        self.last, self.broken = row, bool(change)

    def change(self, row: Row) -> str:
        """What is wrong with the row taken by itself; empty: nothing."""
        try:
            content = json_text(row.data)
            if row.on is None or row.at is None or row.year != row.on.year:
                return "日期、年度或记录时间被改动。"
            place = row.city, row.stream, row.subject, row.seq
            body = entry_bytes(*place, row.kind, row.on, row.at, row.actor, content, row.key)
        except BadFact:
            return "内容已不是可以记入日志的形式。"
        digest = bytes(row.digest)
        if self.make(bytes(row.prev) + body).digest() != digest:
            return "内容与摘要不符，记录后被改动。"
        if row.leaf is not None and self.make(b"\0" + digest).digest() != bytes(row.leaf):
            return "摘要与检查点中的叶不符，编入检查点后被改动。"
        if row.position is not None and row.misnamed:
            return "检查点中记载的名称被改动。"
        return ""

    def unlinked(self, row: Row, before: Row | None) -> bool:
        """Whether `prev` is not the digest of the row before, where no gap explains it."""
        if row.seq != (before.seq if before else 0) + 1:
            return False
        return bytes(row.prev) != (bytes(before.digest) if before else FIRST)


def lost(row: Row, seq: int) -> Iterator[Fault]:
    """The entries missing between `seq` and this row, with what their leaves still tell."""
    missing = range(seq + 1, row.seq)
    if not missing:
        return
    shown = missing[:NAMED]
    leaves = Leaf.objects.filter(stream=row.stream, subject=row.subject, seq__range=(shown[0], shown[-1]))
    known = {number: (kind, on) for number, kind, on in leaves.values_list("seq", "kind", "on")}
    for number in shown:
        name = Name(row.stream, row.subject, number, *known.get(number, ("", None)))
        yield Fault(REMOVED, name, "该条已不在日志中，其后的记录仍在。")
    if len(missing) > NAMED:
        name = Name(row.stream, row.subject, missing[-1])
        yield Fault(REMOVED, name, f"至此另有 {len(missing) - NAMED} 条已不在日志中。")


def was(row: Row) -> str:
    """How the entry was called when it was placed, if it is called otherwise now."""
    leaf = Leaf.objects.filter(entry_id=row.id).first()
    if leaf is None:
        return ""
    name = Name(leaf.stream, leaf.subject, leaf.seq, leaf.kind, leaf.on)
    return "" if name == row.name else f"编入检查点时为：{name}。"
