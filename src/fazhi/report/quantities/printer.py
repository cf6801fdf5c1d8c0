"""Prints a text with its quantities marked, for a person to look through. Called from the command line of this sub-package."""

from collections.abc import Sequence

from .model import Quantity


def marked_up(text: str, quantities: Sequence[Quantity]) -> str:
    """The text with every quantity in ⟦⟧ and, below each paragraph, one line for each of them."""
    lines, offset = [], 0
    for line in text.split("\n"):
        end = offset + len(line)
        here = [q for q in quantities if offset <= q.offset < end]
        lines.append(_marked(line, offset, here))
        lines.extend(_described(q) for q in here)
        offset = end + 1
    return "\n".join(lines)


def _marked(line: str, offset: int, here: Sequence[Quantity]) -> str:
    for q in reversed(here):
        line = f"{line[: q.offset - offset]}⟦{q.text}⟧{line[q.end - offset :]}"
    return line


def _described(q: Quantity) -> str:
    value = "" if q.value is None else f"{q.value.normalize():f}"
    if q.high is not None:
        value += f"..{q.high.normalize():f}"
    per = f"/{q.per}" if q.per else ""
    tail = f" ({q.not_figure_reason})" if q.not_figure_reason else ""
    return f"    {q.section:8} {q.text} | {q.kind} {q.qualifier} {q.direction} {value}{q.unit}{per} | {q.subject}{tail}"
