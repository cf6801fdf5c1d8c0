"""What this domain gives the rooms below it."""

from fazhi.domains.workforce import models
from fazhi.domains.workforce.figures import FIGURES
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_ledger

register_figures(FIGURES)
register_ledger(
    models.LawWorker,
    key=("key",),
    aliases={"valid_from": ("任职日期", "上岗日期"), "valid_to": ("离岗日期", "退休日期")},
)
register_ledger(models.LawTraining, key=("number",), aliases={"attended": ("参加人数",), "topic": ("培训内容",)})
register_ledger(models.TrainingTally, key=("number",), aliases={"person_hours": ("总学时",)})
register_ledger(models.ReviewTally, key=("number",))
register_ledger(models.AwarenessSign, key=("number",))
