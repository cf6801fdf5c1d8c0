"""The database itself refuses to change the log."""

import pytest
from django.core.management.sql import emit_post_migrate_signal
from django.db import IntegrityError, connection, transaction

from fazhi.journal import guard
from fazhi.journal.api import Checkpoint, Entry, Leaf

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: Entry.objects.update(kind="x"),
        lambda: Entry.objects.filter(seq=2)._raw_delete("default"),
        lambda: Leaf.objects.update(position=99),
        lambda: Leaf.objects.all()._raw_delete("default"),
        lambda: Checkpoint.objects.update(root=bytes(32)),
        lambda: Checkpoint.objects.all()._raw_delete("default"),
    ],
)
def test_changing_and_deleting_is_refused(filled: int, attempt) -> None:
    with pytest.raises(IntegrityError, match="只能追加"), transaction.atomic():
        attempt()
    assert (Entry.objects.count(), Leaf.objects.count(), Checkpoint.objects.count()) == (41, 35, 2)


def test_a_checkpoint_may_be_signed_later(filled: int) -> None:
    assert Checkpoint.objects.filter(size=20).update(signature="签名") == 1


def test_guards_come_back_after_every_migrate(filled: int) -> None:
    guard.remove(connection)
    assert Entry.objects.filter(seq=1).update(actor="x")
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    with pytest.raises(IntegrityError, match="只能追加"), transaction.atomic():
        Entry.objects.update(actor="y")


def test_another_database_is_refused() -> None:
    with pytest.raises(ValueError, match="只支持 SQLite 和 PostgreSQL"):
        guard.installing("mysql")
