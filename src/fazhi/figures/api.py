"""The one door of the room."""

from fazhi.figures.conditions import DAY_AFTER, FIRST_DAY, LAST_DAY, col, linked
from fazhi.figures.describing import definition, fingerprint, label, rows_in_words
from fazhi.figures.evaluation import (
    Result,
    by_district,
    by_month,
    by_organisation,
    by_place,
    evaluate,
    evaluate_together,
)
from fazhi.figures.figure import (
    Change,
    Count,
    Covers,
    Distinct,
    Figure,
    Holds,
    Measure,
    NotComputed,
    Quotient,
    Ratio,
    Sum,
    Within,
)
from fazhi.figures.freezing import Restated, freeze, latest, restated, restatements, row_ids
from fazhi.figures.kept import without_records
from fazhi.figures.models import Confirmation, Frozen, FrozenRows, Publication
from fazhi.figures.orm import selection
from fazhi.figures.registry import NoSuchFigure, all_figures, computed, figure, readings_of, register_figures
from fazhi.figures.rows import Rows, Span, rows
from fazhi.figures.saying import (
    amount_in_words,
    as_number,
    chinese,
    made_of,
    read_as,
    rounded,
    say,
    share_shown,
    shown,
    stated,
)
from fazhi.figures.scope import Scope
from fazhi.figures.yearly import BY_YEAR, by_year

__all__ = [
    "BY_YEAR", "DAY_AFTER", "FIRST_DAY", "LAST_DAY", "Change", "Confirmation", "Count", "Covers", "Distinct", "Figure",
    "Frozen", "FrozenRows", "Holds", "Measure", "NoSuchFigure", "NotComputed", "Publication", "Quotient", "Ratio",
    "Restated", "Result", "Rows", "Scope", "Span", "Sum", "Within", "all_figures", "amount_in_words", "as_number",
    "by_district", "by_month", "by_organisation", "by_place", "by_year", "chinese", "col", "computed", "definition",
    "evaluate", "evaluate_together", "figure", "fingerprint", "freeze", "label", "latest", "linked", "made_of",
    "read_as", "readings_of", "register_figures", "restated", "restatements", "rounded", "row_ids", "rows",
    "rows_in_words", "say", "selection", "share_shown", "shown", "stated", "without_records",
]  # fmt: skip
