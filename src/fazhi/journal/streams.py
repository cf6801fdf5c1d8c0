"""Reading streams: the entries of one subject in order, and where each ends; for append and other rooms."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet

from fazhi.journal.hashing import FIRST
from fazhi.journal.models import Entry

PART = 1000  # subjects of one query
Place = tuple[str, int]  # stream, subject


class Tip(NamedTuple):
    """The last entry of a stream: its seq (0: none yet) and digest."""

    seq: int
    digest: bytes


START = Tip(0, FIRST)


def stream(stream: str, subject: int) -> QuerySet[Entry]:
    """The entries of one subject, oldest first."""
    return Entry.objects.filter(stream=stream, subject=subject).order_by("seq")


def tip(stream: str, subject: int) -> Tip:
    """The last entry of a stream."""
    found = Entry.objects.filter(stream=stream, subject=subject).order_by("-seq").values_list("seq", "digest").first()
    return Tip(found[0], bytes(found[1])) if found else START


def tips(places: Collection[Place]) -> dict[Place, Tip]:
    """The last entries of many streams; one not yet begun is absent."""
    wanted: dict[str, list[int]] = {}
    for stream, subject in places:
        wanted.setdefault(stream, []).append(subject)
    return {place: last for stream, subjects in wanted.items() for place, last in read_tips(stream, subjects)}


def read_tips(stream: str, subjects: Sequence[int]) -> Iterator[tuple[Place, Tip]]:
    marks = "SELECT MAX(t.seq) FROM journal_entry t WHERE t.stream = e.stream AND t.subject = e.subject"
    for start in range(0, len(subjects), PART):
        part = subjects[start : start + PART]
        slots = ", ".join(["%s"] * len(part))
        where = f"WHERE e.stream = %s AND e.subject IN ({slots}) AND e.seq = ({marks})"
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT e.subject, e.seq, e.digest FROM journal_entry e {where}", [stream, *part])
            for subject, seq, digest in cursor.fetchall():
                yield (stream, subject), Tip(seq, bytes(digest))
