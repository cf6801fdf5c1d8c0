"""What a domain's year consists of: sheets, as its department would fill them in, and histories of cases."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, Protocol

from fazhi.casework.api import Dossier
from fazhi.city.zhenjiang.ground import Ground


@dataclass(frozen=True)
class Sheet:
    """One ledger file: `rows` by column name, organisations and places by name, references by key or name."""

    ledger: str
    rows: Iterable[Mapping[str, Any]]


class Year(Protocol):
    """A module of `fazhi.city.zhenjiang` that makes one domain's records. Sheets come in the order they refer to each other."""

    def sheets(self, ground: Ground, random: Random) -> Iterator[Sheet]: ...

    def histories(self, ground: Ground, random: Random) -> Iterator[Dossier]: ...
