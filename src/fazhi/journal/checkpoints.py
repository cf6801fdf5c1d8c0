"""Checkpoints: placing committed entries in the tree, and its head; the pulse calls `checkpoint`."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from fazhi.journal.append import algorithm
from fazhi.journal.canonical import instant_text
from fazhi.journal.errors import JournalError
from fazhi.journal.hashing import hash_function, maker
from fazhi.journal.models import Checkpoint, Entry, Leaf
from fazhi.journal.tiles import add_leaves, root_at

ROUND = 20_000  # entries placed in one transaction, so that a backlog never stops writers for long
# on PostgreSQL an entry takes its id an instant before its transaction shows as running
SETTLED = timedelta(minutes=10)
LOCK = 0x66617A68  # advisory lock of PostgreSQL: one checkpoint at a time
FIELDS = ("id", "city", "year", "stream", "subject", "seq", "kind", "on", "digest")


class Head(NamedTuple):
    """The state of the log: how many entries the tree covers and its root. `at` None: no checkpoint yet."""

    size: int
    root: bytes
    at: datetime | None
    algorithm: str

    def text(self) -> str:
        """What is signed and printed: city, algorithm, size, root and instant, a line each."""
        at = instant_text(self.at) if self.at else ""
        return f"fazhi-journal\n{settings.CITY}\n{self.algorithm}\n{self.size}\n{self.root.hex()}\n{at}\n"


def head() -> Head:
    """The newest checkpoint."""
    last = Checkpoint.objects.order_by("-size").first()
    if last is None:
        return Head(0, hash_function(algorithm())(b""), None, algorithm())
    return Head(last.size, bytes(last.root), last.at, last.algorithm)


def checkpoint(sweep: bool = False) -> Head:
    """Give every committed entry its place in the tree and record the new head; without new ones, the old.

    `sweep` looks through the whole log for entries without a place instead of only its unsettled end.
    JournalError: the setting JOURNAL_HASH is not the algorithm that the log was begun with.
    """
    last = Checkpoint.objects.order_by("-size").first()
    if last and last.algorithm != algorithm():
        raise JournalError(f"日志一直使用摘要算法 {last.algorithm}，设置中却是 {algorithm()}，请把设置改回。")
    finished = None if connection.vendor == "sqlite" else settled()
    low = 0 if sweep or last is None else last.settled
    while place_some(low):
        pass
    return conclude(finished)


def place_some(low: int) -> bool:
    """Place up to ROUND entries with an id above `low` in one transaction; whether there may be more."""
    with transaction.atomic():
        lock()
        make = maker(algorithm())
        waiting = Entry.objects.filter(leaf__isnull=True, id__gt=low).order_by("id")
        rows = list(waiting.values_list(*FIELDS)[:ROUND])
        if not rows:
            return False
        size = placed()
        hashes = [make(b"\0" + bytes(row[-1])).digest() for row in rows]
        leaves = [Leaf(size + i, *row[:-1], found) for i, (row, found) in enumerate(zip(rows, hashes, strict=True))]
        Leaf.objects.bulk_create(leaves, batch_size=1000)
        add_leaves(size, hashes, make, timezone.localdate().year)
    return len(rows) == ROUND


def placed() -> int:
    """How many leaves the tree has."""
    last = Leaf.objects.order_by("-position").values_list("position", flat=True).first()
    return 0 if last is None else last + 1


def conclude(finished: int | None) -> Head:
    """Write the checkpoint over all placed leaves, unless one stands; `finished` None: all is settled."""
    with transaction.atomic():
        lock()
        size = placed()
        last = Checkpoint.objects.order_by("-size").first()
        if size and (last is None or last.size < size):
            top = Leaf.objects.order_by("-entry_id").values_list("entry_id", flat=True)[0]
            Checkpoint.objects.create(
                city=settings.CITY,
                year=timezone.localdate().year,
                size=size,
                root=root_at(size, hash_function(algorithm())),
                algorithm=algorithm(),
                at=datetime.now(UTC),
                top=top,
                horizon=transactions()[1],
                settled=top if finished is None else finished,
            )
        return head()


def settled() -> int:
    """On PostgreSQL the entry id up to which every entry is committed or never will be.

    A checkpoint's top is settled once every transaction that ran then has ended, other databases of the server
    included: one held open long makes the search longer, never wrong. The next checkpoint need not look below it,
    because this one still does. SQLite has one writer: ids are committed in order.
    """
    done = Checkpoint.objects.filter(horizon__lte=transactions()[0], at__lte=datetime.now(UTC) - SETTLED)
    return done.order_by("-size").values_list("top", flat=True).first() or 0


def transactions() -> tuple[int, int]:
    """On PostgreSQL the oldest transaction still running, and the first not yet begun; zeros on SQLite."""
    if connection.vendor != "postgresql":
        return 0, 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(s)::text, pg_snapshot_xmax(s)::text FROM pg_current_snapshot() s")
        oldest, next_one = cursor.fetchone()
    return int(oldest), int(next_one)


def lock() -> None:
    """One checkpoint at a time; SQLite's IMMEDIATE transactions see to it themselves."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
