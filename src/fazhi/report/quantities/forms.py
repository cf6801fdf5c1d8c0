"""One row of the grammar's tables: a pattern, and what a match of it means. Called by the tables of names and claims."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from .model import Found, Kind, Qualifier
from .numerals import numeral_at


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern tried where one of `first` stands.

    Named groups speak: `n` a numeral (the value), `u` the unit, `per` the base. `value` stands where no `n` does.
    A non-empty `reason` says in Chinese why the match is no figure.
    """

    first: str
    pattern: re.Pattern[str]
    kind: Kind
    qualifier: Qualifier = "exact"
    value: int | Decimal | None = None
    unit: str = ""
    reason: str = ""
    quoted: bool | None = None

    def found(self, flat: str, at: int) -> Found | None:
        """The match at an offset of flattened text, or None."""
        match = self.pattern.match(flat, at)
        if not match:
            return None
        said = match.groupdict()
        value = None if self.value is None else Decimal(self.value)
        if said.get("n"):
            numeral = numeral_at(said["n"].replace("双", "两"), 0)
            value = numeral.low if numeral else value
        elif self.kind == "name" and match[0][0].isdigit() and "-" not in match[0]:
            numeral = numeral_at(match[0], 0)
            value = numeral.low if numeral else value
        return Found(
            match.start(), match.end(), self.kind, self.qualifier, value,
            unit=said.get("u") or self.unit, per=said.get("per") or "", reason=self.reason,
        )  # fmt: skip


class Group:
    """The forms that begin with one character, in order of precedence, behind one pattern that says no quickly."""

    def __init__(self, forms: list[Form]) -> None:
        self.forms = tuple(forms)
        sources = [re.sub(r"\(\?P<\w+>", "(?:", form.pattern.pattern) for form in forms]
        whole = not any("(?P=" in source for source in sources)
        self.any = re.compile("|".join(f"(?P<f{n}>{source})" for n, source in enumerate(sources))) if whole else None

    def found(self, flat: str, at: int) -> Found | None:
        """The first form that matches at an offset."""
        if self.any:
            match = self.any.match(flat, at)
            return self.forms[int(match.lastgroup[1:])].found(flat, at) if match and match.lastgroup else None
        return next((found for form in self.forms if (found := form.found(flat, at))), None)


Table = dict[str, Group]


def by_first(forms: Iterable[Form]) -> Table:
    """The forms by the character they begin with, in the order given."""
    table: defaultdict[str, list[Form]] = defaultdict(list)
    for form in forms:
        for char in form.first:
            table[char].append(form)
    return {char: Group(rows) for char, rows in table.items()}
