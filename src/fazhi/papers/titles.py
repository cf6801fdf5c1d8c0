"""Where a long title breaks: balanced lines of whole words (GB/T 9704-2012 §7.3.1); for Word and PDF."""

from functools import cache
from pathlib import Path

from fazhi.papers.measures import width

TITLE_WIDTH = 20.0
"""Characters of 22 pt in a line of 156 mm."""

_OPENING = "《〈“‘(（〔[【"
_CLOSING = "》〉”’)）〕]】、，,。；;：:！？!?·"
_WORDS = tuple((Path(__file__).parent / "templates" / "title-words.txt").read_text("utf-8").split())
"""Words of official titles that a break should not cut; the longer the list, the better the lines."""
_EDGES = (*_WORDS, *"的和与及、，,》《 ")
_NEVER = 1e6
_LONGEST_LINE = int(2 * TITLE_WIDTH)


def balanced(title: str) -> tuple[str, ...]:
    """The lines of a title; an author's own line feeds win over the balance."""
    return tuple(line for part in title.split("\n") for line in _balance(part))


def _balance(text: str) -> list[str]:
    count = max(1, -int(-width(text) // TITLE_WIDTH))
    lines = _best(text, count)
    return lines if max(map(width, lines)) <= TITLE_WIDTH else _best(text, count + 1)


def _best(text: str, count: int) -> list[str]:
    goal = width(text) / count
    price = [_price(text, place) for place in range(len(text) + 1)]

    @cache
    def rest(start: int, left: int) -> tuple[float, tuple[str, ...]]:
        if left == 1:
            return _unevenness(text[start:], goal), (text[start:],)
        options = []
        for end in range(start + 1, min(len(text) - left + 1, start + _LONGEST_LINE) + 1):
            cost, lines = rest(end, left - 1)
            line = text[start:end]
            options.append((cost + _unevenness(line, goal) + price[end], (line.strip(), *lines)))
        return min(options, default=(_NEVER, (text[start:],)))

    return list(rest(0, count)[1])


def _unevenness(line: str, goal: float) -> float:
    over = width(line) - TITLE_WIDTH
    return (width(line) - goal) ** 2 + (_NEVER * over if over > 0 else 0)


def _price(text: str, place: int) -> float:
    """What a break before text[place] costs: never inside a number or at a bracket, seldom inside a word."""
    if place in (0, len(text)):
        return _NEVER
    before, after = text[place - 1], text[place]
    if after in _CLOSING or before in _OPENING or (_latin(before) and _latin(after)):
        return _NEVER
    if before.isdigit() and after in "年月日号条项件%％":
        return _NEVER
    price = 80.0 * _inside_word(text, place) + 20.0 * (not _at_word_edge(text, place))
    price += 40.0 * (after in "的和与及了")
    price += 40.0 * text[:place].endswith("关于") - 12.0 * text[place:].startswith("关于")
    price -= 12.0 * (before in "的、，,》 ")
    return price


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _at_word_edge(text: str, place: int) -> bool:
    return text.startswith(_EDGES, place) or text[:place].endswith(_EDGES)


def _inside_word(text: str, place: int) -> bool:
    return any(
        text.startswith(word, place - offset) for word in _WORDS for offset in range(1, len(word)) if place >= offset
    )
