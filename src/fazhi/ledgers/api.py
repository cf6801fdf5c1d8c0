"""The one door of the room."""

from fazhi.ledgers.declaring import Ledger, NoSuchLedger, Values, ledger, ledgers, register_case_ledger, register_ledger
from fazhi.ledgers.models import Batch
from fazhi.ledgers.sheets import Column

__all__ = [
    "Batch", "Column", "Ledger", "NoSuchLedger", "Values", "ledger", "ledgers", "register_case_ledger", "register_ledger",
]  # fmt: skip
