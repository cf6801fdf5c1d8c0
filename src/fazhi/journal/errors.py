"""What the journal refuses, each as one Chinese sentence; raised by append, checkpoint and proofs."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fazhi.journal.models import Entry


class JournalError(Exception):
    """Base of everything this room raises; str() is a sentence for the reader."""


class BadFact(JournalError, ValueError):
    """The fact cannot be recorded as it stands; nothing was written."""


class AlreadyRecorded(JournalError):
    """The idempotency key is taken: `entry` is what was recorded under it. The transaction stays usable."""

    def __init__(self, entry: "Entry") -> None:
        self.entry = entry
        super().__init__(f"该操作已于{entry.on.isoformat()}记录（编号 {entry.key}），未重复记录。")


class StreamMoved(JournalError):
    """Someone else appended to the stream first. The transaction stays usable; read the stream again."""

    def __init__(self, stream: str, subject: int, seq: int) -> None:
        self.stream, self.subject, self.seq = stream, subject, seq
        super().__init__(f"{stream} 第 {subject} 号的第 {seq} 条记录已由他人先行写入，请刷新后重试。")


class NotCovered(JournalError, LookupError):
    """No checkpoint covers what a proof was asked for."""
