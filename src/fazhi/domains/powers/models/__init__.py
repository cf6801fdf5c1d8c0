"""The domain's tables, gathered for Django and for the declarations."""

from fazhi.domains.powers.models.bodies import CoordinationBody, TownBody, TownConsolidation
from fazhi.domains.powers.models.items import PowerChange, PowerItem
from fazhi.domains.powers.models.lists import DiscretionBenchmark, LeniencyItem, NoCoercionItem, TeamField

__all__ = [
    "CoordinationBody", "DiscretionBenchmark", "LeniencyItem", "NoCoercionItem", "PowerChange", "PowerItem", "TeamField",
    "TownBody", "TownConsolidation",
]  # fmt: skip
