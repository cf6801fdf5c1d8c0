"""What a city's report is made of. The city declares its outline and prose; every number in it is a figure's.

In prose, {F006} stands for a figure with its unit; {F048:余100} gives it a wording (see figures.say); {F068?甲|乙} says 甲
where the claim holds and 乙 where it does not; {WF03@last2} names the two districts with the lowest values, @first2 the
highest. Doubled braces stand for themselves.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fazhi.figures.api import Scope

#: a paragraph written from the records at the time: what it returns is prose again
Written = Callable[[Scope], Sequence[str]]
Prose = str | Written


@dataclass(frozen=True)
class Section:
    """A (一)-level section of a part; a part without sections has one with an empty heading."""

    heading: str
    paragraphs: tuple[Prose, ...]


@dataclass(frozen=True)
class Part:
    """A 一、-level part of the report."""

    heading: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Outline:
    """The report of one city. `title` has {year}; `issuer` signs it."""

    title: str
    issuer: str
    opening: tuple[Prose, ...]
    parts: tuple[Part, ...]


class NoOutline(LookupError):
    """No outline has been declared for the city."""


_OUTLINES: dict[str, Outline] = {}


def register_outline(city: str, outline: Outline) -> None:
    _OUTLINES[city] = outline


def outline_of(city: str) -> Outline:
    try:
        return _OUTLINES[city]
    except KeyError:
        raise NoOutline(f"城市{city}没有登记报告提纲。") from None
