"""Exports for offline/verify_journal.py: one stream with its proofs, or the whole journal.

Personal data is never exported, only the commitments to it.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from django.conf import settings

from fazhi.journal.append import algorithm
from fazhi.journal.canonical import instant_text
from fazhi.journal.chains import BATCH
from fazhi.journal.checkpoints import Head, head
from fazhi.journal.errors import NotCovered
from fazhi.journal.models import Checkpoint, Entry
from fazhi.journal.proofs import inclusions
from fazhi.journal.streams import stream as entries_of
from fazhi.journal.verify import Progress

STREAM, WHOLE, VERSION = "fazhi-journal-stream", "fazhi-journal", 1


def exported(entry: Entry) -> dict[str, Any]:
    """An entry as JSON: what is hashed, and the two hashes in hex."""
    return {
        "actor": entry.actor,
        "at": instant_text(entry.at),
        "city": entry.city,
        "data": entry.data,
        "digest": bytes(entry.digest).hex(),
        "key": entry.key,
        "kind": entry.kind,
        "on": entry.on.isoformat(),
        "prev": bytes(entry.prev).hex(),
        "seq": entry.seq,
        "stream": entry.stream,
        "subject": entry.subject,
    }


def exported_head(state: Head, signature: str = "") -> dict[str, Any]:
    at = instant_text(state.at) if state.at else ""
    return {"size": state.size, "root": state.root.hex(), "at": at, "signature": signature}


def export_stream(stream: str, subject: int) -> dict[str, Any]:
    """All entries of one subject, each with its proof against the newest checkpoint (null while not covered).

    NotCovered: the stream has no entries.
    """
    entries = list(entries_of(stream, subject))
    if not entries:
        raise NotCovered(f"日志中没有 {stream} 第 {subject} 号的记录。")
    state = head()
    proofs = inclusions([entry.pk for entry in entries], state.size)
    signature = Checkpoint.objects.filter(size=state.size).values_list("signature", flat=True).first() or ""
    listed = []
    for entry in entries:
        proof = proofs.get(entry.pk)
        place = {"position": proof.position, "path": [step.hex() for step in proof.path]} if proof else None
        listed.append({**exported(entry), "proof": place})
    return {
        "format": STREAM,
        "version": VERSION,
        "algorithm": state.algorithm,
        "city": settings.CITY,
        "stream": stream,
        "subject": subject,
        "count": len(listed),
        "checkpoint": exported_head(state, signature),
        "entries": listed,
    }


def export_lines(progress: Progress | None = None) -> Iterator[dict[str, Any]]:
    """The whole journal as JSON lines: a header with all checkpoints, entries in tree order, an end line."""
    points = [
        exported_head(Head(c.size, bytes(c.root), c.at, c.algorithm), c.signature)
        for c in Checkpoint.objects.order_by("size")
    ]
    name = {"format": WHOLE, "version": VERSION, "algorithm": algorithm(), "city": settings.CITY}
    yield {**name, "checkpoints": points}
    count = 0
    size = points[-1]["size"] if points else 0
    covered = Entry.objects.filter(leaf__position__lt=size).order_by("leaf__position")
    waiting = Entry.objects.exclude(leaf__position__lt=size).order_by("id")
    for entry in chain(covered.iterator(BATCH), waiting.iterator(BATCH)):
        yield exported(entry)
        count += 1
        if progress and count % BATCH == 0:
            progress("导出", count)
    yield {"end": True, "count": count}


def write_lines(path: Path, lines: Iterable[dict[str, Any]]) -> int:
    """Write JSON lines; beside the target first, so that a broken export never looks complete. How many."""
    part = path.with_name(path.name + ".part")
    count = 0
    with part.open("w", encoding="utf-8", newline="\n") as out:
        for line in lines:
            out.write(json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n")
            count += 1
    part.replace(path)
    return count
