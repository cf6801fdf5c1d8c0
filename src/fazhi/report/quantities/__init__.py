"""Reads official texts: every quantity with its offsets, and what a text says against itself. Plain Python; used by report."""

from .consistency import inconsistencies
from .files import UnreadableText, read_text
from .model import Inconsistency, Quantity, Span
from .printer import marked_up
from .reading import read
from .wholes import only_wholes

__all__ = [
    "Inconsistency",
    "Quantity",
    "Span",
    "UnreadableText",
    "inconsistencies",
    "marked_up",
    "only_wholes",
    "read",
    "read_text",
]
