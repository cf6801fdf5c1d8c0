"""The door of the journal: what other rooms may use."""

from fazhi.journal.append import Fact, append, append_many, record_many
from fazhi.journal.canonical import json_text
from fazhi.journal.checkpoints import Head, checkpoint, head
from fazhi.journal.errors import AlreadyRecorded, BadFact, JournalError, NotCovered, StreamMoved
from fazhi.journal.export import export_lines, export_stream, write_lines
from fazhi.journal.faults import Fault, Name
from fazhi.journal.hashing import FIRST, chain
from fazhi.journal.models import Checkpoint, Entry, Leaf, Sealed
from fazhi.journal.proofs import Consistency, Inclusion, consistency, inclusion, inclusions
from fazhi.journal.sealing import erase, opened
from fazhi.journal.streams import Tip, stream, tip, tips
from fazhi.journal.tree import verify_consistency, verify_inclusion
from fazhi.journal.verify import Report, verify

__all__ = [
    "FIRST",
    "AlreadyRecorded",
    "BadFact",
    "Checkpoint",
    "Consistency",
    "Entry",
    "Fact",
    "Fault",
    "Head",
    "Inclusion",
    "JournalError",
    "Leaf",
    "Name",
    "NotCovered",
    "Report",
    "Sealed",
    "StreamMoved",
    "Tip",
    "append",
    "append_many",
    "chain",
    "checkpoint",
    "consistency",
    "erase",
    "export_lines",
    "export_stream",
    "head",
    "inclusion",
    "inclusions",
    "json_text",
    "opened",
    "record_many",
    "stream",
    "tip",
    "tips",
    "verify",
    "verify_consistency",
    "verify_inclusion",
    "write_lines",
]
