"""The one door of the room."""

from fazhi.report.checking import Checked, Judged, check
from fazhi.report.composing import Composed, NoRecords, as_json, compose, figure_json
from fazhi.report.outline import NoOutline, Outline, Part, Section, outline_of, register_outline
from fazhi.report.prose import BadProse
from fazhi.report.quantities import UnreadableText, read_text
from fazhi.report.writing import Written, write

__all__ = [
    "BadProse", "Checked", "Composed", "Judged", "NoOutline", "NoRecords", "Outline", "Part", "Section", "UnreadableText", "Written",
    "as_json", "check", "compose", "figure_json", "outline_of", "read_text", "register_outline", "write",
]  # fmt: skip
