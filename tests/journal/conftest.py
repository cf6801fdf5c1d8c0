"""A small journal: several streams, sealed data, two checkpoints, entries after them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection, transaction

from fazhi.journal import guard
from fazhi.journal.api import Fact, append_many, checkpoint

START = datetime(2025, 3, 1, 8, 30, tzinfo=UTC)


def fact(subject: int, number: int, stream: str = "case", **changes: object) -> Fact:
    day = date(2025, 3, 1) + timedelta(days=number)
    at = START + timedelta(days=number, microseconds=subject)
    data = {"说明": f"第{number}步", "天数": number, "附": [None, True, {"甲": "乙"}]}
    return Fact(stream, subject, None, f"reconsideration.step{number % 3}", day, at, "user:12", data)._replace(
        **changes
    )


@pytest.fixture
def make_fact() -> Callable[..., Fact]:
    return fact


def fill(start: int, count: int) -> None:
    """`count` entries from number `start`, dealt over seven subjects, some with personal data."""
    facts = []
    for i in range(start, start + count):
        stream = "register" if i % 7 == 5 else "case"
        facts.append(fact(i % 7, i, stream, sealed={"姓名": f"张{i}"} if i % 6 == 4 else None))
    append_many(facts)


@pytest.fixture
def filled(db: None) -> int:
    """20 entries, a checkpoint, 15 more, a checkpoint, 6 not yet covered."""
    fill(0, 20)
    checkpoint()
    fill(20, 15)
    checkpoint()
    fill(35, 6)
    return 41


@contextmanager
def undone() -> Iterator[None]:
    """What is done inside to the data, guards down, is rolled back at the end."""
    with transaction.atomic():
        guard.remove(connection)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def tampering() -> Callable[[], object]:
    return undone
