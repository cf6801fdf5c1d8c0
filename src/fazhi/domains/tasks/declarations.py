"""What this domain gives the rooms below it."""

from fazhi.board.api import Duty, register_duty
from fazhi.domains.tasks.figures import FIGURES
from fazhi.domains.tasks.models import (
    BusinessTask,
    DigitalArea,
    DigitalTask,
    GuaranteeMeasure,
    KeyTask,
    MeasureUse,
    Proposal,
    ReformTask,
)
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_ledger

LINE = {"key": ("序号", "任务编号"), "title": ("重点任务", "工作任务"), "due_on": ("完成时间", "时间节点")}

register_figures(FIGURES)
register_ledger(KeyTask, key=("key", "valid_from"), aliases={**LINE, "valid_from": ("印发日期",)})
register_ledger(
    ReformTask,
    key=("key", "valid_from"),
    aliases={**LINE, "title": ("具体工作", "改革任务"), "leader": ("领衔领导",), "handler": ("领办",)},
)
register_ledger(DigitalArea, key=("key", "valid_from"), aliases={"name": ("领域",)})
register_ledger(DigitalTask, key=("key", "valid_from"), aliases=LINE)
register_ledger(BusinessTask, key=("key", "valid_from"), aliases=LINE)
register_ledger(Proposal, key=("number",), aliases={"title": ("建议事项",)})
register_ledger(GuaranteeMeasure, key=("key", "valid_from"), aliases={"title": ("举措",)})
register_ledger(MeasureUse, key=("number",), aliases={"enterprise": ("企业名称",)})

for table in (KeyTask, ReformTask, DigitalTask, BusinessTask):
    register_duty(Duty(str(table._meta.verbose_name), table, "due_on", "completed_on", title=str, url=lambda row: ""))
