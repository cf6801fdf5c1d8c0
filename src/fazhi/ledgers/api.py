"""The one door of the room."""

from fazhi.ledgers.declaring import (
    Ledger,
    NoSuchLedger,
    NotExportable,
    Values,
    ledger,
    ledgers,
    register_case_ledger,
    register_ledger,
)
from fazhi.ledgers.exporting import export, template
from fazhi.ledgers.importing import Preview, SheetErrors, import_sheet, preview
from fazhi.ledgers.models import Batch, Change, MovedOn
from fazhi.ledgers.reversing import check_reversal, reverse
from fazhi.ledgers.sheets import Column, SheetProblem, mark_errors

__all__ = [
    "Batch", "Change", "Column", "Ledger", "MovedOn", "NoSuchLedger", "NotExportable", "Preview", "SheetErrors",
    "SheetProblem", "Values", "check_reversal", "export", "import_sheet", "ledger", "ledgers", "mark_errors", "preview",
    "register_case_ledger", "register_ledger", "reverse", "template",
]  # fmt: skip
