"""The one door of the room."""

from fazhi.registers.claims import (
    STRUCK_OUT,
    Discrepancy,
    claim,
    claims_of,
    discrepancies,
    struck_otherwise,
    write_down_many,
)
from fazhi.registers.codes import control_complaint
from fazhi.registers.fields import CodeField, IdCardField, MoneyField, OrganisationCodeField, UsccField
from fazhi.registers.keeping import (
    BadChange,
    amend,
    as_of,
    difference,
    end,
    enter,
    plain,
    rewrite,
    strike_out,
    write_down,
)
from fazhi.registers.recorded import Entry, Record, Recorded, this_city
from fazhi.registers.soundness import Sound, set_beforehand, unsound

__all__ = [
    "STRUCK_OUT", "BadChange", "CodeField", "Discrepancy", "Entry", "IdCardField", "MoneyField", "OrganisationCodeField",
    "Record", "Recorded", "Sound", "UsccField", "amend", "as_of", "claim", "claims_of", "control_complaint", "difference",
    "discrepancies", "end", "enter", "plain", "rewrite", "set_beforehand", "strike_out", "struck_otherwise", "this_city",
    "unsound", "write_down", "write_down_many",
]  # fmt: skip
