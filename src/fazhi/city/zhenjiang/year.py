"""What a domain's year consists of: sheets, as its department would fill them in, and histories of cases."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, Protocol

from fazhi.casework.api import Dossier
from fazhi.city.zhenjiang.ground import Ground
from fazhi.ledgers.api import ledger


@dataclass(frozen=True)
class Sheet:
    """One ledger file: `rows` by column name, organisations and places by name, references by key or name."""

    ledger: str
    rows: Iterable[Mapping[str, Any]]


def dossiers(code: str, rows: Iterable[Mapping[str, Any]], ground: Ground) -> Iterator[Dossier]:
    """The cases that the rows of a ledger of cases tell of; organisations by short name, as in a sheet."""
    made = ledger(code).dossier
    assert made is not None, f"{code} is no ledger of cases"
    for row in rows:
        yield made({**row, "org": ground.body(row["org"])})


class Year(Protocol):
    """A module of `fazhi.city.zhenjiang` that makes one domain's records. Sheets come in the order they refer to each other."""

    def sheets(self, ground: Ground, random: Random) -> Iterator[Sheet]: ...

    def histories(self, ground: Ground, random: Random) -> Iterator[Dossier]: ...
