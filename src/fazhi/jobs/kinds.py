"""The kinds of jobs. Each face registers its own in its declarations; a job names its kind, never a function."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fazhi.jobs.progress import Task
from fazhi.people.api import Sight

Arguments = Mapping[str, Any]  # what JSON can say


class Unfinished(Exception):
    """The work cannot be done, and would not be the next time either: the sentence says what the asker may do.

    `address` is the page on which they go on.
    """

    def __init__(self, sentence: str, address: str = "") -> None:
        super().__init__(sentence)
        self.address = address


@dataclass(frozen=True)
class Outcome:
    """What was done, in a sentence, and the page that shows it. `afterwards` runs once all is committed.

    `afterwards` may be lost when the process is killed: it clears away, it never does the work.
    """

    said: str
    address: str
    afterwards: Callable[[], None] | None = None


@dataclass(frozen=True)
class Kind:
    """A kind of job.

    `admit` raises NotAllowed; it is asked when the job is asked for and again, with the asker's sight of that day, when
    it is run. `run` is called inside the transaction in which the job is completed: all it writes stands or falls with it.
    Not `atomic`: it writes nothing to the database, may be done twice, and need not keep SQLite from others.
    """

    code: str
    label: str
    admit: Callable[[Sight, Arguments], None]
    run: Callable[[Task], Outcome]
    atomic: bool = True


class NoSuchKind(LookupError):
    """A job of a kind that this version does not know."""


_KINDS: dict[str, Kind] = {}


def register_kind(kind: Kind) -> Kind:
    if kind.code in _KINDS:
        raise ValueError(f"job kind {kind.code} is declared twice")
    _KINDS[kind.code] = kind
    return kind


def kind_of(code: str) -> Kind:
    if code not in _KINDS:
        raise NoSuchKind(f"本版本没有“{code}”这一种后台任务，请升级后台程序后重试。")
    return _KINDS[code]
