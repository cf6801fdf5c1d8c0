"""Writers at the same time on PostgreSQL. Run with FAZHI_DATABASE=postgres; elsewhere it is skipped."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

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
    for number in range(4):
        append(make_fact(4, number))
        checkpoint()
    late = Entry.objects.get(subject=1)
    assert late.pk < Entry.objects.filter(subject=2).order_by("pk")[0].pk
    assert late.leaf.position in (3, 4)
    assert checkpoints.Checkpoint.objects.order_by("-size")[0].settled > late.pk  # and the search does move on
    assert all(inclusion(entry.pk).holds() for entry in Entry.objects.all())
    assert verify().sound


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
