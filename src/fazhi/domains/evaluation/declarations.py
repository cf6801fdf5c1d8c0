"""What this domain gives the rooms below it."""

from fazhi.domains.evaluation import models
from fazhi.domains.evaluation.figures import FIGURES
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_ledger

register_figures(FIGURES)
register_ledger(models.PlanEvaluation, key=("key",), aliases={"valid_from": ("列入评估计划日期",)})
register_ledger(models.EvaluationIndicator, key=("number",))
register_ledger(models.Gap, key=("number",), aliases={"problem": ("存在问题",), "rectified_on": ("销号日期",)})
register_ledger(models.PlannedTask, key=("number",), aliases={"text": ("工作任务",), "due_on": ("完成时间",)})
register_ledger(models.WorkScore, key=("number",))
