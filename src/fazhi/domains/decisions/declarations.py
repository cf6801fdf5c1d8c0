"""What this domain gives the rooms below it."""

from fazhi.domains.decisions import models
from fazhi.domains.decisions.figures import FIGURES
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_ledger

register_figures(FIGURES)
register_ledger(
    models.CatalogueItem, key=("key",), aliases={"title": ("事项名称",), "undertaker": ("决策承办单位", "责任部门")}
)
register_ledger(models.DecisionEvaluation, key=("number",), aliases={"decision": ("决策名称",)})
