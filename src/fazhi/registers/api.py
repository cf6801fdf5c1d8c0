"""The one door of the room."""

from fazhi.registers.fields import CodeField, IdCardField, MoneyField, OrganisationCodeField, UsccField
from fazhi.registers.keeping import (
    BadChange,
    amend,
    as_of,
    difference,
    end,
    enter,
    plain,
    strike_out,
    write_down,
)
from fazhi.registers.recorded import Entry, Record, Recorded, this_city

__all__ = [
    "BadChange", "CodeField", "Entry", "IdCardField", "MoneyField", "OrganisationCodeField", "Record", "Recorded",
    "UsccField", "amend", "as_of", "difference", "end", "enter", "plain", "strike_out", "this_city", "write_down",
]  # fmt: skip
