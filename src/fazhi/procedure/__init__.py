"""The language of procedures: what a legal officer writes down once, and everything else is derived from. Plain Python."""

from fazhi.procedure.checks import BrokenProcedure, Fault, faults
from fazhi.procedure.course import Course
from fazhi.procedure.procedure import Procedure
from fazhi.procedure.refusal import open_steps, refusal
from fazhi.procedure.registry import NoSuchProcedure, edition_named, edition_on, procedures, register
from fazhi.procedure.runs import Happened, Running, Stay
from fazhi.procedure.situation import Child, Situation
from fazhi.procedure.states import BACK, STAY, State
from fazhi.procedure.words import FACT, LAW, LONGER, ON, Actor, Ask, Limit, Mode, Office, Outcomes, Party, Step

__all__ = [
    "BACK", "FACT", "LAW", "LONGER", "ON", "STAY", "Actor", "Ask", "BrokenProcedure", "Child", "Course", "Fault", "Happened",
    "Limit", "Mode", "NoSuchProcedure", "Office", "Outcomes", "Party", "Procedure", "Running", "Situation", "State", "Stay",
    "Step", "edition_named", "edition_on", "faults", "open_steps", "procedures", "refusal", "register",
]  # fmt: skip
