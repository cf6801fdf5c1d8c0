"""Statutes and their time limits as dated data. The door of the room; procedures and figures cite through it.

Importable names of the statutes (`RECONSIDERATION_LAW[30, 1]`) are in `fazhi.law.statutes`.
"""

from fazhi.law.errors import BadLawData, UnknownArticle, UnknownClock, UnknownStatute
from fazhi.law.model import Citation, Clock, Extension, Statute, Unit
from fazhi.law.registry import clock, clocks, statute, statutes_in_data

__all__ = [
    "BadLawData",
    "Citation",
    "Clock",
    "Extension",
    "Statute",
    "Unit",
    "UnknownArticle",
    "UnknownClock",
    "UnknownStatute",
    "clock",
    "clocks",
    "statute",
    "statutes_in_data",
]
