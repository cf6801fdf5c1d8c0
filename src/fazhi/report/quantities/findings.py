"""Makes one finding out of the quantities concerned. Called by the consistency checks."""

from collections.abc import Sequence
from decimal import Decimal

from .model import Inconsistency, Quantity, Span, Status


def finding(
    rule: str,
    status: Status,
    quantities: Sequence[Quantity],
    low: Decimal | None,
    high: Decimal | None,
    sentence: str,
) -> Inconsistency:
    """A finding whose spans are the quantities, in the order given."""
    spans = tuple(Span(q.text, q.offset, q.end) for q in quantities)
    return Inconsistency(rule, status, spans, low, high, sentence)


def amount(q: Quantity) -> Decimal:
    """The value of a quantity that is known to have one."""
    return Decimal(0) if q.value is None else q.value


def plain(number: Decimal | None) -> str:
    """A number as a person writes it: no exponent, no idle zeros."""
    return "" if number is None else f"{number.normalize():f}"


def said(q: Quantity) -> str:
    """A quantity as a sentence can quote it: its subject and the words of the text."""
    return f"“{q.subject}{q.text}”" if q.subject else f"“{q.text}”"
