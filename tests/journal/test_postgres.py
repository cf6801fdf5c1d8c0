"""Writers at the same time on PostgreSQL. Run with FAZHI_DATABASE=postgres; elsewhere it is skipped."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count

import pytest
from django.db import connection, transaction

from fazhi.journal import checkpoints, guard
from fazhi.journal.api import (
    AlreadyRecorded,
    Entry,
    Fact,
    Leaf,
    StreamMoved,
    append,
    append_many,
    checkpoint,
    inclusion,
    verify,
)

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
MakeFact = Callable[..., Fact]


@pytest.fixture(autouse=True)
def only_postgres(transactional_db: None) -> Iterator[None]:
    if connection.vendor != "postgresql":
        pytest.skip("需要 PostgreSQL:设 FAZHI_DATABASE=postgres")
    guard.install(connection)
    yield


def beside(work: Callable[[], None]) -> threading.Thread:
    """Runs in another connection, which is closed at the end."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_an_entry_committed_late_gets_a_place(make_fact: MakeFact, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its id is lower than those placed while it was open; no later checkpoint passes it over."""
    monkeypatch.setattr(checkpoints, "SETTLED", timedelta(0))
    written, go = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            append(make_fact(1, 1))
            written.set()
            assert go.wait(20)

    thread = beside(slow)
    assert written.wait(20)
    for number in range(3):
        append(make_fact(2, number))
        checkpoint()
    assert Leaf.objects.count() == 3
    go.set()
    thread.join()
    append(make_fact(3, 1))
    assert checkpoint().size == 5
    late = Entry.objects.get(subject=1)
    assert late.pk < Entry.objects.filter(subject=2).order_by("pk")[0].pk
    assert late.leaf.position in (3, 4)
    assert moves_on_beyond(late.pk, make_fact)
    assert all(inclusion(entry.pk).holds() for entry in Entry.objects.all())
    assert verify().sound


def moves_on_beyond(entry: int, make_fact: MakeFact) -> bool:
    """Whether checkpoints, entry by entry, come to leave that id behind them.

    A transaction anywhere on the server holds them back until it ends: another database's tests may be running there.
    """
    last = time.monotonic() + 60
    for number in count():
        append(make_fact(4, number))
        checkpoint()
        if checkpoints.Checkpoint.objects.order_by("-size")[0].settled > entry:
            return True
        if time.monotonic() > last:
            return False
        time.sleep(0.05)
    raise AssertionError


def test_a_transaction_on_the_server_holds_the_search_back_and_lets_it_go(
    make_fact: MakeFact, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkpoints, "SETTLED", timedelta(0))
    begun, go = threading.Event(), threading.Event()

    def elsewhere() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_current_xact_id()")
            begun.set()
            assert go.wait(20)

    thread = beside(elsewhere)
    assert begun.wait(20)
    for number in range(3):
        append(make_fact(1, number))
        checkpoint()
    first = Entry.objects.order_by("pk")[0].pk
    assert checkpoints.Checkpoint.objects.order_by("-size")[0].settled < first
    go.set()
    thread.join()
    assert moves_on_beyond(first, make_fact)


def test_one_of_many_wins_each_seq_and_each_key(make_fact: MakeFact) -> None:
    lost: list[type] = []

    def write() -> None:
        for number in range(20):
            try:
                with transaction.atomic():
                    append(make_fact(1, number, key=f"k-{number}"))
            except (StreamMoved, AlreadyRecorded) as refused:
                lost.append(type(refused))

    threads = [beside(write) for _ in range(3)]
    for thread in threads:
        thread.join()
    entries = list(Entry.objects.order_by("seq"))
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert len(entries) + len(lost) == 60
    assert len({entry.key for entry in entries}) == len(entries)
    assert verify().sound


def test_two_checkpoints_at_once_agree(make_fact: MakeFact) -> None:
    append_many([make_fact(i % 5, i) for i in range(300)])
    threads = [beside(lambda: checkpoint() and None) for _ in range(3)]
    for thread in threads:
        thread.join()
    assert Leaf.objects.count() == 300
    assert verify().sound
