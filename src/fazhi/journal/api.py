"""The door of the journal: what other rooms may use."""

from fazhi.journal.append import Fact, append, append_many
from fazhi.journal.errors import AlreadyRecorded, BadFact, JournalError, NotCovered, StreamMoved
from fazhi.journal.hashing import FIRST, chain
from fazhi.journal.models import Checkpoint, Entry, Leaf, Sealed
from fazhi.journal.streams import Tip, stream, tip

__all__ = [
    "FIRST",
    "AlreadyRecorded",
    "BadFact",
    "Checkpoint",
    "Entry",
    "Fact",
    "JournalError",
    "Leaf",
    "NotCovered",
    "Sealed",
    "StreamMoved",
    "Tip",
    "append",
    "append_many",
    "chain",
    "stream",
    "tip",
]
