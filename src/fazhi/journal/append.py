"""Writing to the journal: one entry or many, chained per stream; casework, registers and imports call it."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection, transaction

from fazhi.journal.canonical import entry_bytes, json_text
from fazhi.journal.errors import AlreadyRecorded, BadFact, StreamMoved
from fazhi.journal.hashing import Maker, maker
from fazhi.journal.models import Entry, Sealed
from fazhi.journal.streams import START, Place, Tip, tip, tips

ROWS = 1000  # rows of one INSERT: 14,000 parameters, under SQLite's 32,766
NAMES = [field.attname for field in Entry._meta.concrete_fields]
COLUMNS = [str(field.column) for field in Entry._meta.concrete_fields if not field.primary_key]
SLOTS = f"({', '.join(['%s'] * len(COLUMNS))})"
INSERT = f'INSERT INTO "{Entry._meta.db_table}" ({", ".join(COLUMNS)}) VALUES '
# one statement and no exception: the caller's transaction on PostgreSQL survives a duplicate
RETURNING = " ON CONFLICT DO NOTHING RETURNING id, stream, subject, seq"


class Fact(NamedTuple):
    """What is to be recorded. `seq` None: the next of its stream. `sealed`: personal data,
    kept outside the log.

    `at` is an aware datetime; `key` makes a repeated write harmless; `city` empty: this installation's.
    """

    stream: str
    subject: int
    seq: int | None
    kind: str
    on: date
    at: datetime
    actor: str
    data: dict[str, Any]
    key: str | None = None
    sealed: dict[str, Any] | None = None
    city: str = ""


class Draft(NamedTuple):
    """A chained fact, ready to be written."""

    values: tuple[Any, ...]  # of the model's fields, without id
    text: str  # canonical data
    sealed: dict[str, Any] | None
    salt: bytes


Written = tuple[int, Draft]  # with the id that the database gave


def algorithm() -> str:
    """The installation's hash algorithm: settings.JOURNAL_HASH, sha256 by default."""
    return getattr(settings, "JOURNAL_HASH", "sha256")


def append(fact: Fact, prev: bytes | None = None) -> Entry:
    """Record one fact with one INSERT (two with `sealed`).

    With `prev` (the digest before it) and `fact.seq` nothing is read. AlreadyRecorded: the key is taken.
    StreamMoved: another entry has this seq. BadFact: cannot be recorded. The transaction stays usable.
    """
    if prev is None:
        last = tip(fact.stream, fact.subject)
    elif fact.seq is None:
        raise BadFact("给出前一条摘要时，须同时给出本条序号。")
    else:
        last = Tip(fact.seq - 1, prev)
    if prev is None and fact.seq is not None and fact.seq != last.seq + 1:
        raise refusal([fact]) or StreamMoved(fact.stream, fact.subject, fact.seq)
    draft = draw_up(fact, last, maker(algorithm()), settings.CITY)
    if draft.sealed is None:
        written = insert([draft])
    else:
        with transaction.atomic(savepoint=False):
            written = insert([draft])
            Sealed.objects.bulk_create(sealed_rows(written))
    if not written:
        raise refusal([fact]) or StreamMoved(fact.stream, fact.subject, last.seq + 1)
    return entry_of(*written[0])


def append_many(facts: Sequence[Fact], heads: Mapping[Place, Tip] | None = None) -> list[Entry]:
    """Record all facts or none, in order, each stream chained on.

    `heads` gives the last entry of each (stream, subject), absent ones being new; None reads them.
    Raises as append does; AlreadyRecorded carries the first entry found under one of the keys.
    """
    return [entry_of(number, draft) for number, draft in written_many(facts, heads)]


def record_many(facts: Sequence[Fact], heads: Mapping[Place, Tip] | None = None) -> None:
    """The same for those who do not look at the entries: making them is a tenth of the work."""
    written_many(facts, heads)


def written_many(facts: Sequence[Fact], heads: Mapping[Place, Tip] | None) -> list[Written]:
    """Chain the facts and write them by ROWS; the drafts with their ids, in order."""
    keys = [(fact.city, fact.key) for fact in facts if fact.key is not None]
    if len(keys) != len(set(keys)):
        raise BadFact("同一批记录中有重复的防重编号，请核对后重试。")
    last = dict(heads) if heads is not None else tips(openings(facts))
    stored: list[Written] = []
    with transaction.atomic():
        for start in range(0, len(facts), ROWS):
            part = facts[start : start + ROWS]
            drafts = chained(part, last)
            written = insert(drafts)
            if len(written) < len(part):
                raise refusal(facts) or moved(part, drafts)
            Sealed.objects.bulk_create(sealed_rows(written))
            stored += written
    return stored


def openings(facts: Sequence[Fact]) -> set[Place]:
    """The streams whose last entry must be read: those that do not begin with seq 1 here."""
    first: dict[Place, int | None] = {}
    for fact in facts:
        first.setdefault((fact.stream, fact.subject), fact.seq)
    return {place for place, seq in first.items() if seq != 1}


def chained(facts: Sequence[Fact], last: dict[Place, Tip]) -> list[Draft]:
    """Drafts of the facts in order; `last` is carried forward."""
    make = maker(algorithm())
    here, drafts = settings.CITY, []
    for fact in facts:
        place = (fact.stream, fact.subject)
        before = last.get(place, START)
        if fact.seq is not None and fact.seq != before.seq + 1:
            raise refusal(facts) or StreamMoved(fact.stream, fact.subject, fact.seq)
        draft = draw_up(fact, before, make, here)
        last[place] = Tip(before.seq + 1, draft.values[-1])
        drafts.append(draft)
    return drafts


def draw_up(fact: Fact, last: Tip, make: Maker, here: str) -> Draft:
    """Check a fact and chain it on `last`; `here` is the city of facts that name none."""
    stream, subject, _, kind, on, at, actor, data, key, sealed, city = fact
    city = city or here
    salt = b""
    if sealed is not None:
        salt = secrets.token_bytes(32)
        data = with_commitment(data, commitment(salt, sealed, make))
    if not (0 < len(stream) <= 60 and 0 < len(kind) <= 80 and 0 < len(actor) <= 40):
        raise BadFact("类别、事项、记录人均不得为空，且分别不超过 60、80、40 字。")
    if key is not None and not 0 < len(key) <= 64:
        raise BadFact("防重编号须为 1 至 64 字。")
    if at.tzinfo is None or type(on) is not date:
        raise BadFact("记录时间须带时区，日期须只含年月日。")
    text = json_text(data)
    seq = last.seq + 1
    body = entry_bytes(city, stream, subject, seq, kind, on, at, actor, text, key)
    digest = make(last.digest + body).digest()
    values = (city, on.year, stream, subject, seq, kind, on, at, actor, data, key, last.digest, digest)
    return Draft(values, text, sealed, salt)


def commitment(salt: bytes, data: dict[str, Any], make: Maker) -> str:
    """The hex hash that stands in the log for personal data."""
    digest: bytes = make(salt + json_text(data).encode()).digest()
    return digest.hex()


def with_commitment(data: dict[str, Any], seal: str) -> dict[str, Any]:
    if "sealed" in data:
        raise BadFact("记录内容中的“sealed”一项由系统填写，请改用其他名称。")
    return {**data, "sealed": seal}


def insert(drafts: Sequence[Draft]) -> list[Written]:
    """Write drafts with one INSERT; those that collide with what is there are left out of the answer."""
    day, instant = cache(connection.ops.adapt_datefield_value), cache(connection.ops.adapt_datetimefield_value)
    parameters: list[Any] = []
    for values, text, *_ in drafts:
        parameters += (*values[:6], day(values[6]), instant(values[7]), values[8], text, *values[10:])
    with connection.cursor() as cursor:
        cursor.execute(INSERT + ", ".join([SLOTS] * len(drafts)) + RETURNING, parameters)
        ids = {(stream, subject, seq): number for number, stream, subject, seq in cursor.fetchall()}
    return [(ids[draft.values[2:5]], draft) for draft in drafts if draft.values[2:5] in ids]


def entry_of(number: int, draft: Draft) -> Entry:
    """The row that was written."""
    return Entry.from_db(connection.alias, NAMES, (number, *draft.values))


def sealed_rows(written: Sequence[Written]) -> list[Sealed]:
    return [
        Sealed(entry_id=number, city=draft.values[0], year=draft.values[1], data=draft.sealed, salt=draft.salt)
        for number, draft in written
        if draft.sealed is not None
    ]


def refusal(facts: Sequence[Fact]) -> AlreadyRecorded | None:
    """The first entry that already stands under one of the facts' keys."""
    keys = [fact.key for fact in facts if fact.key is not None]
    cities = {fact.city or settings.CITY for fact in facts}
    for start in range(0, len(keys), ROWS):
        found = Entry.objects.filter(city__in=cities, key__in=keys[start : start + ROWS]).order_by("id").first()
        if found:
            return AlreadyRecorded(found)
    return None


def moved(facts: Sequence[Fact], drafts: Sequence[Draft]) -> StreamMoved:
    """Which stream another writer has moved."""
    now = tips({(fact.stream, fact.subject) for fact in facts})
    for draft in drafts:
        stream, subject, seq = draft.values[2:5]
        if now.get((stream, subject), START).seq >= seq:
            return StreamMoved(stream, subject, seq)
    return StreamMoved(*drafts[0].values[2:5])
