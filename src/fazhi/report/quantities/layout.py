"""The outline of an official text: headings, sentences, clauses, quotation marks and titles, all by offset.

Called by the reader and the consistency checks. Numbering follows GB/T 9704: 一、 (一) 1. (1), and 一是 within a paragraph.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from .numerals import chinese_integer

_CN = "一二三四五六七八九十"
HEADING = re.compile(
    rf"(?m)^[ \t　]*(?:(?P<one>[{_CN}]{{1,3}})、|[((](?P<two>[{_CN}]{{1,3}})[))]|(?P<three>\d{{1,2}})[.．、](?!\d)"
    rf"|[((](?P<four>\d{{1,2}})[))]|第(?P<chapter>[{_CN}]{{1,3}})[章节篇部](?:分)?(?=[ 　]))"
    rf"|(?:(?<=[。;；:：,，、\n 　])|^)(?P<item>[{_CN}]{{1,2}})(?:是(?!否|指)|要(?=[^求]))"
)
_SENTENCE = re.compile(r"[。！？!?\n]")
_CLAUSE = re.compile(r"[，。；：！？!?;:\n]|(?<!\d),|,(?!\d{3}(?!\d))")
_QUOTE = re.compile(r"“[^”\n]{1,40}”|‘[^’\n]{1,40}’|「[^」\n]{1,40}」|\"[^\"\n]{1,30}\"")
_TITLE = re.compile(r"《[^》\n]{1,120}》")


@dataclass(frozen=True, slots=True)
class Mark:
    """A section number: where it stands, its level (1 outermost, 3 innermost) and its label in the path."""

    start: int
    end: int
    level: int
    label: str


class Layout:
    """Answers what surrounds an offset. Offsets count characters; ends are exclusive."""

    def __init__(self, flat: str) -> None:
        self.flat = flat

    @cached_property
    def marks(self) -> list[Mark]:
        """Every section number, in order."""
        return [_mark(found) for found in HEADING.finditer(self.flat)]

    @cached_property
    def _sections(self) -> list[str]:
        path, sections = ["", "", ""], []
        for mark in self.marks:
            path[mark.level - 1 :] = [mark.label] + [""] * (3 - mark.level)
            sections.append("".join(path))
        return sections

    @cached_property
    def _section_starts(self) -> list[int]:
        return [mark.start for mark in self.marks]

    @cached_property
    def _breaks(self) -> list[int]:
        return [0, *(found.end() for found in _SENTENCE.finditer(self.flat))]

    @cached_property
    def _clause_marks(self) -> list[tuple[int, int]]:
        inside = [found.span() for found in _TITLE.finditer(self.flat)]
        starts = [start for start, _ in inside]

        def free(at: int) -> bool:
            n = bisect_right(starts, at) - 1
            return n < 0 or at >= inside[n][1]

        return [(f.start(), f.end()) for f in _CLAUSE.finditer(self.flat) if free(f.start())]

    @cached_property
    def _clause_ends(self) -> list[int]:
        return [start for start, _ in self._clause_marks]

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """Spans in quotation marks, marks included."""
        return [found.span() for found in _QUOTE.finditer(self.flat)]

    @cached_property
    def titles(self) -> list[tuple[int, int]]:
        """Spans in 《》, marks included."""
        return [found.span() for found in _TITLE.finditer(self.flat)]

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [start for start, _ in self.quotes]

    @cached_property
    def _title_starts(self) -> list[int]:
        return [start for start, _ in self.titles]

    def section_at(self, at: int) -> str:
        """The path of section numbers at an offset, 一(二)3 style; empty before the first."""
        n = bisect_right(self._section_starts, at) - 1
        return self._sections[n] if n >= 0 else ""

    def sentence_at(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence at an offset."""
        n = bisect_right(self._breaks, at) - 1
        end = self._breaks[n + 1] if n + 1 < len(self._breaks) else len(self.flat)
        return self._breaks[n], end

    def clause_at(self, at: int) -> tuple[int, int]:
        """Start and end of the clause at an offset, between commas and full stops; 、 does not divide."""
        n = bisect_right(self._clause_ends, at)
        start = self._clause_marks[n - 1][1] if n else 0
        return start, self._clause_ends[n] if n < len(self._clause_ends) else len(self.flat)

    def quote_at(self, at: int) -> tuple[int, int] | None:
        """The quoted span that an offset lies in, marks included."""
        return _within(self.quotes, self._quote_starts, at)

    def title_at(self, at: int) -> tuple[int, int] | None:
        """The 《》 span that an offset lies in, marks included."""
        return _within(self.titles, self._title_starts, at)


def _within(spans: list[tuple[int, int]], starts: list[int], at: int) -> tuple[int, int] | None:
    n = bisect_right(starts, at) - 1
    return spans[n] if n >= 0 and at < spans[n][1] else None


def _mark(found: re.Match[str]) -> Mark:
    group = found.lastgroup or "item"
    label, start = found[group], found.start() + len(found[0]) - len(found[0].lstrip(" \t　"))
    if group in ("one", "chapter"):
        return Mark(start, found.end(), 1, label)
    if group == "two":
        return Mark(start, found.end(), 2, f"({label})")
    return Mark(start, found.end(), 3, label if label.isdigit() else str(chinese_integer(label)))
