"""Statute, Citation and Clock: frozen values read from the data files; other rooms only refer to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from fazhi.law.errors import UnknownArticle
from fazhi.law.places import Place, place_text

Unit = Literal["working_day", "calendar_day", "month", "hour", "date"]
Where = int | str | tuple[int | str, int] | tuple[int | str, int, int]


@dataclass(frozen=True)
class Statute:
    """One edition of a statute or document. `statute[30, 1]` cites; only listed places may be cited.

    `superseded` is the first day on which the edition no longer holds. `roll_over` says whether a calendar
    period that ends on a rest day ends on the next working day, and `roll_over_basis` by which rule.
    """

    key: str
    edition: str
    title: str = field(compare=False)
    name: str = field(compare=False)
    number: str = field(compare=False)
    since: date = field(compare=False)
    superseded: date | None = field(compare=False)
    source: str = field(compare=False)
    seen: bool = field(compare=False)
    roll_over: bool = field(compare=False)
    roll_over_basis: str = field(compare=False)
    gists: Mapping[Place, str] = field(compare=False, repr=False)
    unseen: frozenset[Place] = field(compare=False, repr=False)

    def in_force(self, on: date) -> bool:
        """Whether this edition holds on that day."""
        return self.since <= on and (self.superseded is None or on < self.superseded)

    def __getitem__(self, where: Where) -> "Citation":
        """`[30]`, `[30, 1]` (款; or 项 where the article is one paragraph of items), `[30, 1, 4]`."""
        parts = where if isinstance(where, tuple) else (where,)
        place = Place(*parts)
        if place not in self.gists and len(parts) == 2:
            place = Place(parts[0], 0, parts[1])
        if place not in self.gists:
            wanted = place_text(Place(*parts))
            raise UnknownArticle(
                f"{self.name}（{self.edition}）没有收录{wanted}，不能引用；请核对条号，或者先在法律数据中补录该条。"
            )
        return Citation(self, *place)

    @property
    def whole(self) -> "Citation":
        """The statute as such, for a duty that has no article of its own."""
        return Citation(self, "")

    @property
    def citations(self) -> tuple["Citation", ...]:
        """Every place of this edition that may be cited, in the order of the text."""
        return tuple(Citation(self, *place) for place in self.gists)


@dataclass(frozen=True)
class Citation:
    """A place in one edition: `str()` gives 《行政复议法》第三十条第一款."""

    statute: Statute
    article: int | str
    paragraph: int = 0
    item: int = 0

    @property
    def _place(self) -> Place:
        return Place(self.article, self.paragraph, self.item)

    @property
    def short(self) -> str:
        """第三十条第一款, without the statute's name; empty for the statute as a whole."""
        return place_text(self._place)

    @property
    def gist(self) -> str:
        """What the place says, in our words."""
        return self.statute.title if self.article == "" else self.statute.gists[self._place]

    @property
    def seen(self) -> bool:
        """Whether the text of this place was read, and not only remembered."""
        return self.statute.seen and self._place not in self.statute.unseen

    def in_force(self, on: date) -> bool:
        """Whether the edition cited holds on that day."""
        return self.statute.in_force(on)

    def __str__(self) -> str:
        return self.statute.name + self.short


@dataclass(frozen=True)
class Extension:
    """What the article lets a period be extended by. `amount` is None where the article names no length."""

    text: str
    amount: Decimal | None = None
    unit: Unit = "calendar_day"
    times: int = 1
    approver: str = ""


@dataclass(frozen=True)
class Clock:
    """A statutory time limit. `most` is the latest, `least` the earliest end, counted in `unit`.

    `fixed` is a date: `01-31`, `2027-12-31`, or `<03-01` where the text says 之前 (that day is too late).
    All three blank: a duty without a number. `starts` and `ends` name the events, in Chinese.
    """

    id: str
    domain: str
    label: str
    statute: Statute
    citations: tuple[Citation, ...] = field(hash=False)
    starts: str
    ends: str
    least: Decimal | None
    most: Decimal | None
    fixed: str
    unit: Unit | None
    roll_over: bool
    roll_over_basis: str
    extension: Extension | None
    pauses: str
    consequence: str
    note: str
    seen: bool
    source: str

    @property
    def has_number(self) -> bool:
        """Whether the article gives a length or a date at all."""
        return self.unit is not None and (self.least is not None or self.most is not None or bool(self.fixed))

    def in_force(self, on: date) -> bool:
        """Whether the edition that sets this limit holds on that day."""
        return self.statute.in_force(on)
