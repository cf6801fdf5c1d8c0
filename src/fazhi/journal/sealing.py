"""Personal data beside the log: reading it, checking it against its commitment, and erasing it lawfully."""

from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from fazhi.journal.append import Fact, algorithm, append, commitment
from fazhi.journal.errors import BadFact
from fazhi.journal.hashing import maker
from fazhi.journal.models import Entry, Sealed

ERASURE = "erasure"  # the stream of erasures; its subject is the id of the entry whose data went
ERASED = "journal.erase"


def opened(entry: Entry) -> dict[str, Any] | None:
    """The personal data of an entry; None when it has none or it was erased."""
    row = Sealed.objects.filter(entry_id=entry.pk).first()
    return row.data if row else None


def untouched(row: Sealed, seal: str | None) -> bool:
    """Whether sealed data is what was committed to; erased data has nothing left to compare."""
    if row.erased_at is not None:
        return row.data is None and row.salt is None
    if row.data is None or row.salt is None:
        return False
    return commitment(bytes(row.salt), row.data, maker(algorithm())) == seal


def erase(entry: Entry, basis: str, by: str) -> Entry:
    """Remove an entry's personal data and salt for good and record that; the log itself is untouched.

    `basis` names the ground, e.g. 《个人信息保护法》第四十七条; `by` is the actor. Without the salt
    the commitment can no longer be guessed at (PIPL art. 47, 73: anonymised). BadFact: nothing to
    erase, or no ground given.
    """
    if not basis.strip() or len(basis) > 200:
        raise BadFact("删除个人信息须写明依据，不超过 200 字。")
    now = datetime.now(UTC)
    with transaction.atomic():
        standing = Sealed.objects.filter(entry_id=entry.pk, erased_at__isnull=True)
        if not standing.update(data=None, salt=None, erased_at=now, erased_basis=basis):
            raise BadFact("该记录没有可删除的个人信息，或已经删除。")
        data = {"basis": basis, "of": {"stream": entry.stream, "subject": entry.subject, "seq": entry.seq}}
        return append(Fact(ERASURE, entry.pk, 1, ERASED, timezone.localdate(now), now, by, data, city=entry.city))
