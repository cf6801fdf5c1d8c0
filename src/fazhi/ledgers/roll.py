"""Ledgers of what another room keeps by its own rules: each row of the sheet becomes an order to that room."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from fazhi.ledgers.sheets import CellError, SheetRow
from fazhi.people.api import Ability, NotAllowed, NotPossible, Sight

Values = Mapping[str, Any]


class Done(Enum):
    """What a row of the sheet came to."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class Complaint(ValueError):
    """What is wrong with one column of a row; the message says what to do."""

    def __init__(self, column: str, message: str) -> None:
        self.column = column
        super().__init__(message)


@dataclass(frozen=True)
class Roll:
    """`enter` carries out one row or raises; `rows` gives what `enter` would leave unchanged.

    `arrange` puts rows into the order in which they can be entered, so that a sheet may name a body above its superior.
    Rolls are not taken back as a batch: appointments and bodies that took effect end, they do not vanish.
    """

    ability: Ability
    enter: Callable[[Sight, Values], Done]
    rows: Callable[[Sight], Iterator[Values]]
    arrange: Callable[[Sequence[Values]], list[int]]


def entered(rows: Sequence[SheetRow], roll: Roll, key: str, by: Sight) -> Iterator[tuple[Done, list[CellError]]]:
    """Each row carried out, or what is wrong with it. The caller's transaction decides whether any of it stands."""
    for place in roll.arrange([row.values for row in rows]):
        row = rows[place]
        if row.errors:
            yield Done.UNCHANGED, list(row.errors)
            continue
        try:
            with transaction.atomic():
                done = roll.enter(by, row.values)
        except Complaint as complaint:
            yield Done.UNCHANGED, [_cell_error(row, complaint.column, str(complaint))]
        except (NotPossible, NotAllowed) as refused:
            yield Done.UNCHANGED, [_cell_error(row, key, str(refused))]
        except ValidationError as bad:
            yield Done.UNCHANGED, [_cell_error(row, key, "".join(bad.messages))]
        else:
            yield done, []


def _cell_error(row: SheetRow, column: str, message: str) -> CellError:
    address = row.cell(column) if column in row.letters else f"A{row.number}"
    return CellError(column, address, row.raw.get(column, ""), message)
