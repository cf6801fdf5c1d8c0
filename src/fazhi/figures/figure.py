"""The kinds of figure. Each reduces to a few measures over row sets; division and rounding happen in Python, exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import ClassVar, Literal

from fazhi.figures.conditions import Compare, Condition
from fazhi.figures.rows import Rows

Aggregate = Literal["count", "sum", "distinct", "max"]


@dataclass(frozen=True)
class Measure:
    """One number over one row set. `base` asks it of the figure's base period instead of the period itself."""

    rows: Rows
    aggregate: Aggregate = "count"
    column: str = "pk"
    base: bool = False
    label: str = "计入"


@dataclass(frozen=True)
class Quotient:
    """So much of one thing for each of another, as 检查次数 for each 受检企业. Their labels are short nouns."""

    part: Measure
    whole: Measure


@dataclass(frozen=True)
class Reckoned:
    """A figure's value with what it was made of. `value` is None when there is nothing to divide by."""

    value: Fraction | None
    numerator: int | None = None
    denominator: int | None = None
    holds: bool | None = None


@dataclass(frozen=True)
class Figure:
    """`name` is the claim in the field's words, `owner` answers for it, `mentions` are the words texts use for it:
    alternatives, each a tuple of words that must all stand near the number."""

    kind: ClassVar[str]

    code: str
    name: str
    unit: str = ""
    owner: str = ""
    since: int = 2024
    digits: int = 0
    source: str = ""
    note: str = ""
    reading: str = ""
    mentions: tuple[tuple[str, ...], ...] = ()

    @property
    def id(self) -> str:
        """One id for one definition: two readings (口径) of one name never share it."""
        return f"{self.code}·{self.reading}" if self.reading else self.code

    def measures(self) -> Mapping[str, Measure]:
        raise NotImplementedError

    def reckon(self, found: Mapping[str, int]) -> Reckoned:
        raise NotImplementedError


@dataclass(frozen=True)
class Count(Figure):
    """How many rows."""

    kind = "计数"
    rows: Rows = field(kw_only=True)

    def measures(self) -> Mapping[str, Measure]:
        return {"value": Measure(self.rows)}

    def reckon(self, found: Mapping[str, int]) -> Reckoned:
        return Reckoned(Fraction(found["value"]))


@dataclass(frozen=True)
class Sum(Figure):
    """The sum of a whole-number column (money in 分: give `scale` 100 for 元)."""

    kind = "求和"
    rows: Rows = field(kw_only=True)
    column: str = field(kw_only=True)
    scale: int = field(default=1, kw_only=True)

    def measures(self) -> Mapping[str, Measure]:
        return {"value": Measure(self.rows, "sum", self.column)}

    def reckon(self, found: Mapping[str, int]) -> Reckoned:
        return Reckoned(Fraction(found["value"], self.scale))


@dataclass(frozen=True)
class Distinct(Figure):
    """How many different values of a column."""

    kind = "去重计数"
    rows: Rows = field(kw_only=True)
    column: str = field(kw_only=True)

    def measures(self) -> Mapping[str, Measure]:
        return {"value": Measure(self.rows, "distinct", self.column)}

    def reckon(self, found: Mapping[str, int]) -> Reckoned:
        return Reckoned(Fraction(found["value"]))


@dataclass(frozen=True)
class Ratio(Figure):
    """A share in percent: `part` is a condition within `whole`, or a row set of its own."""

    kind = "比率"
    whole: Rows = field(kw_only=True)
    part: Condition | Rows = field(kw_only=True)

    def measures(self) -> Mapping[str, Measure]:
        part = self.part if isinstance(self.part, Rows) else self.whole.where(self.part)
        return {"part": Measure(part, label="分子"), "whole": Measure(self.whole, label="分母")}

    def reckon(self, found: Mapping[str, int]) -> Reckoned:
        part, whole = found["part"], found["whole"]
        return Reckoned(Fraction(part * 100, whole) if whole else None, part, whole)


@dataclass(frozen=True)
class Within(Ratio):
    """The share of rows kept within a limit, with the worst case beside it (`worst` is a column)."""

    kind = "限内比率"
    worst: str = field(kw_only=True)

    def measures(self) -> Mapping[str, Measure]:
        return {**super().measures(), "worst": Measure(self.whole, "max", self.worst, label="最长")}


@dataclass(frozen=True)
class Holds(Ratio):
    """A claim over rows (全部, 每, 一次): it holds when every row of the whole meets the condition and there is one.

    `said` is the number the claim's own words carry (一次提交: 1): it is part of the claim, not a result.
    """

    kind = "判断"
    said: int | None = field(default=None, kw_only=True)

    def reckon(self, found: Mapping[str, int]) -> Reckoned:
        part, whole = found["part"], found["whole"]
        return Reckoned(Fraction(part * 100, whole) if whole else None, part, whole, holds=whole > 0 and part == whole)


@dataclass(frozen=True)
class Covers(Figure):
    """A claim that a set of levels or kinds is all present: how many of the named values of a column occur."""

    kind = "覆盖"
    rows: Rows = field(kw_only=True)
    column: str = field(kw_only=True)
    values: tuple[str, ...] = field(kw_only=True)

    def measures(self) -> Mapping[str, Measure]:
        from_named = self.rows.where(Compare(self.column, "in", self.values))
        return {"value": Measure(from_named, "distinct", self.column)}

    def reckon(self, found: Mapping[str, int]) -> Reckoned:
        value = found["value"]
        return Reckoned(Fraction(value), value, len(self.values), holds=value == len(self.values))


@dataclass(frozen=True)
class Change(Figure):
    """The fall (positive) or rise (negative) in percent against a named base period (上年同期).

    It stands over a number of rows, or over a quotient; then both parts of both periods are measures of their own. A
    period in which there is nothing to divide by has no quotient, and the figure no value.
    """

    kind = "升降"
    of: Rows | Quotient = field(kw_only=True)
    base: str = field(default="上年同期", kw_only=True)

    def measures(self) -> Mapping[str, Measure]:
        if isinstance(self.of, Rows):
            return {"now": Measure(self.of, label="本期"), "base": self._base(Measure(self.of))}
        part, whole = self.of.part, self.of.whole
        return {
            "now": replace(part, label=f"本期{part.label}"),
            "now_whole": replace(whole, label=f"本期{whole.label}"),
            "base": self._base(part, part.label),
            "base_whole": self._base(whole, whole.label),
        }

    def _base(self, measure: Measure, noun: str = "") -> Measure:
        return replace(measure, base=True, label=f"{self.base}{noun}")

    def reckon(self, found: Mapping[str, int]) -> Reckoned:
        """A quotient has no one numerator and denominator: its four measures stand for themselves."""
        if isinstance(self.of, Rows):
            now, base = found["now"], found["base"]
            return Reckoned(Fraction((base - now) * 100, base) if base else None, base - now, base)
        if not (found["now_whole"] and found["base"] and found["base_whole"]):
            return Reckoned(None)
        now_is = Fraction(found["now"], found["now_whole"])
        base_was = Fraction(found["base"], found["base_whole"])
        return Reckoned((base_was - now_is) * 100 / base_was)


@dataclass(frozen=True)
class NotComputed(Figure):
    """A name, or a claim that local records cannot prove; `reason` says which and why. It is listed, never computed."""

    kind = "不计算"
    reason: str = field(kw_only=True)
    name_only: bool = field(default=True, kw_only=True)

    def measures(self) -> Mapping[str, Measure]:
        return {}

    def reckon(self, found: Mapping[str, int]) -> Reckoned:
        return Reckoned(None)
