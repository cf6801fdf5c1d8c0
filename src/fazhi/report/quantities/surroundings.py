"""Puts a recognised span into its surroundings: clause, sentence, section and subject. Called by the reader."""

from .layout import Layout
from .model import NOT_FIGURES, Found, Quantity
from .subject import after_phrase, before_phrase, deed_alone, is_deed, starts_with_deed, whole_phrase
from .units import TIMES

_LEADING = ("均", "都", "全部", "全覆盖", "一律", "全数", "逐")
_COUNTED = ("number", "rate", "money")
_OPENING = '“‘「"'
_CLOSING = '”’」"'


class Surroundings:
    """The text with all that was recognised in it; gives one Quantity for each."""

    def __init__(self, text: str, flat: str, layout: Layout, found: list[Found]) -> None:
        self.text, self.flat, self.layout, self.found = text, flat, layout, found
        self.subjects: list[str] = []
        self.nouns: dict[int, str] = {}

    def quantity(self, n: int) -> Quantity:
        """The quantity of the n-th span; must be asked in order, because a subject may be carried over."""
        found = self.found[n]
        start, end = self.layout.clause_at(found.start)
        subject = "" if found.kind in NOT_FIGURES else self._subject(n, start, end)
        self.subjects.append(subject)
        return Quantity(
            self.text[found.start : found.end], found.start, found.end, found.kind, found.qualifier, found.value,
            found.high, found.unit, found.per, found.direction, found.digits, subject, self.text[start:end].strip(),
            start, self.layout.sentence_at(found.start)[0], self.layout.section_at(found.start), found.reason,
            found.step,
        )  # fmt: skip

    def _subject(self, n: int, start: int, end: int) -> str:
        found = self.found[n]
        if found.kind in ("claim", "rank", "level"):
            return self._of_claim(n, start, end)
        low = max(start, self._floor(n))
        quote = self.layout.quote_at(found.start)
        stop = min(self._stop(n, end), quote[1] - 1) if quote else self._stop(n, end)
        after = after_phrase(self.flat, self._noun_start(found), stop, deed=found.unit in TIMES)
        if not after and n + 1 < len(self.found) and self.found[n + 1].start == found.end:
            after = after_phrase(self.flat, self.found[n + 1].end, self._stop(n + 1, end))
        before = before_phrase(self.flat, low, found.start)
        if found.kind == "rate" and not self.flat.startswith("的", found.end):
            after = "" if before else after
        phrase = after or before
        if not phrase or is_deed(phrase):
            self.nouns[n] = self._carried(n, start)
            phrase = deed_alone(phrase) + self.nouns[n]
        return phrase

    def _of_claim(self, n: int, start: int, end: int) -> str:
        found = self.found[n]
        word = self.flat[found.start : found.end]
        if word.startswith(_LEADING):
            lead = self._lead(n, start)
            if not lead and starts_with_deed(self.flat, found.end):
                lead = self._carried(n, start)
            return lead or after_phrase(self.flat, found.end, self._stop(n, end)) or self._carried(n, start)
        quote = self.layout.quote_at(found.start)
        if quote and quote[1] - quote[0] <= 16:
            return self._of_quote(n, quote, start, end)
        after = after_phrase(self.flat, found.end, self._stop(n, end), listed=word in ("所有", "凡", "凡是"))
        before = before_phrase(self.flat, max(start, self._floor(n)), found.start)
        return after or before or (word if found.kind == "level" else self._carried(n, start))

    def _of_quote(self, n: int, quote: tuple[int, int], start: int, end: int) -> str:
        """“双领”工作机制: the words in the marks with the noun behind them; 领导干部“人手一本”: the noun before."""
        said = self.flat[quote[0] + 1 : quote[1] - 1]
        follows = self.flat[quote[1] : quote[1] + 1]
        tail = (
            ""
            if follows in _OPENING or starts_with_deed(self.flat, quote[1])
            else after_phrase(self.flat, quote[1], self._stop(n, end, quote[1]))
        )
        if tail or self.found[n].qualifier != "all":
            return said + tail
        before = before_phrase(self.flat, max(start, self._floor(n)), quote[0])
        return said if not before or is_deed(deed_alone(before)) or "“" in before else before

    def _lead(self, n: int, start: int) -> str:
        """The words before a claim in its clause; one number alone before it hands over its own subject."""
        found = self.found[n]
        earlier = [k for k in range(max(0, n - 8), n) if self.found[k].start >= start and self.subjects[k]]
        if len(earlier) == 1 and found.start - self.found[earlier[0]].end <= len(self.subjects[earlier[0]]) + 4:
            return self.subjects[earlier[0]]
        at = found.start
        while at > start and self.flat[at - 1] in _OPENING:
            at -= 1
        return whole_phrase(self.flat, start, at)

    def _carried(self, n: int, start: int) -> str:
        """The subject of the figure before, in the same sentence: 征集建议28条,采纳15条."""
        sentence = self.layout.sentence_at(start)[0]
        earlier = [
            k for k in range(max(0, n - 12), n)
            if self.found[k].start >= sentence and self.subjects[k] and self.found[k].kind in _COUNTED
        ]  # fmt: skip
        if not earlier:
            return ""
        k = self._respectively(n, earlier)
        return self.nouns.get(k) or self.subjects[k]

    def _respectively(self, n: int, earlier: list[int]) -> int:
        """甲率98%,乙率97%,分别提升0.3和1.2个百分点: the first change belongs to the first rate."""
        start = self.layout.clause_at(self.found[n].start)[0]
        said = self.flat.rfind("分别", start, self.found[n].start)
        same = [
            k for k in range(max(0, n - 6), min(n + 6, len(self.found))) if self.found[k].unit == self.found[n].unit
        ]
        row = [k for k in same if self.found[k].start > said and self.layout.clause_at(self.found[k].start)[0] == start]
        before = [k for k in earlier if self.found[k].start < start and self.found[k].kind == "rate"]
        if said < 0 or len(row) < 2 or len(before) < len(row):
            return earlier[-1]
        return before[-len(row) :][row.index(n)]

    def _floor(self, n: int) -> int:
        """Where the figure before ends; years, dates and names do not divide a phrase."""
        for k in range(n - 1, max(-1, n - 6), -1):
            if self.found[k].kind in _COUNTED:
                return self.found[k].end
        return 0

    def _stop(self, n: int, end: int, at: int = 0) -> int:
        """Where the next figure begins, at most the end of the clause."""
        for k in range(n + 1, min(n + 6, len(self.found))):
            if self.found[k].kind not in ("name", "level") and self.found[k].start >= at:
                return min(end, self.found[k].start)
        return end

    def _noun_start(self, found: Found) -> int:
        """五市: the word counted is the last of the span; 75家 and 9大: it follows the span."""
        if found.unit != "个" or found.kind != "number":
            return found.end
        tail = self.flat[found.start : found.end]
        cut = max(tail.rfind("个"), tail.rfind("大"))
        if cut >= 0 or "个" in tail:
            return found.end
        at = found.end
        while at > found.start and self.flat[at - 1] not in "0123456789一二两三四五六七八九十百千万亿余多 ":
            at -= 1
        return at
