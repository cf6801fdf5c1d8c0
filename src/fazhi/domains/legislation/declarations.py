"""What this domain gives the rooms below it."""

from fazhi.casework.api import register_business
from fazhi.domains.legislation import models
from fazhi.domains.legislation.dossiers import COLUMNS, suggestion_dossier
from fazhi.domains.legislation.figures import FIGURES
from fazhi.domains.legislation.procedure import Suggestion
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_case_ledger, register_ledger

register_business(
    Suggestion,
    facts=models.LegislativeSuggestion,
    number_head="镇立建",
    purpose="收到公民、单位对政府立法项目的意见建议，需要转起草单位研究并反馈时登记。",
)
register_figures(FIGURES)
register_ledger(
    models.LocalRegulation, key=("key",), aliases={"title": ("法规名称", "规章名称"), "enacted_on": ("颁布日期",)}
)
register_ledger(models.ContactPoint, key=("key", "valid_from"), aliases={"name": ("联系点名称",)})
register_case_ledger(
    models.LegislativeSuggestion, title="立法人民建议台账", columns=COLUMNS, key=("number",), dossier=suggestion_dossier
)
