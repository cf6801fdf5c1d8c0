"""What a reading of an official text yields: quantities, and what the text says about itself.

Called by every module of this sub-package; re-exported by its door.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Qualifier = Literal["exact", "at_least", "within", "approx", "reached", "all", "rank", "change"]
Kind = Literal[
    "number", "rate", "money", "claim", "rank", "level",
    "name", "year", "date", "ordinal", "document_number", "heading",
]  # fmt: skip
Direction = Literal["", "increase", "decrease"]
Status = Literal["consistent", "contradiction", "implies"]

NOT_FIGURES: frozenset[Kind] = frozenset({"name", "year", "date", "ordinal", "document_number", "heading"})


@dataclass(frozen=True, slots=True)
class Found:
    """A span recognised by the grammar, before its surroundings are read. Offsets count characters."""

    start: int
    end: int
    kind: Kind
    qualifier: Qualifier = "exact"
    value: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    per: str = ""
    direction: Direction = ""
    digits: int = 0
    reason: str = ""
    step: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity or quantified claim of a text.

    `text` is `source[offset:end]`; offsets count characters. `value` has 万 and 亿 multiplied in and is None for a
    claim that states no number; `high` is the upper end of a range and stays None for 余 and 多. `digits` is the
    number of decimals shown, `step` the worth of the last written place (100 for 1938.46万). `per` is what the value is
    reckoned upon (每万人 gives 万人, 一校一品 gives 校).
    `not_figure_reason` is one Chinese sentence for the kinds in NOT_FIGURES and empty for all others.
    """

    text: str
    offset: int
    end: int
    kind: Kind
    qualifier: Qualifier
    value: Decimal | None
    high: Decimal | None
    unit: str
    per: str
    direction: Direction
    digits: int
    subject: str
    clause: str
    clause_offset: int
    sentence_offset: int
    section: str
    not_figure_reason: str = ""
    step: Decimal = Decimal(1)

    @property
    def is_figure(self) -> bool:
        """Whether records could answer for it; names, years, dates and ordinals are not figures."""
        return self.kind not in NOT_FIGURES


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text; `offset` and `end` count characters."""

    text: str
    offset: int
    end: int


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """One finding of the text read against itself.

    `low`..`high` is what the spans imply (a whole, a part, last year's base or a share in %), both ends included,
    under half-up rounding at the decimals shown; None where nothing is implied. `sentence` says it in Chinese.
    """

    rule: str
    status: Status
    spans: tuple[Span, ...]
    low: Decimal | None
    high: Decimal | None
    sentence: str
