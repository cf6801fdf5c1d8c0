"""What this domain gives the rooms below it."""

from fazhi.domains.safety import models
from fazhi.domains.safety.figures import FIGURES
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_ledger

register_figures(FIGURES)
register_ledger(models.SafetyLeader, key=("key",), aliases={"valid_from": ("任职日期",), "valid_to": ("免职日期",)})
register_ledger(models.SafetyLink, key=("key",), aliases={"target": ("挂钩单位", "联系点"), "leader": ("挂钩领导",)})
register_ledger(models.SafetyVisit, key=("number",))
register_ledger(models.SafetyPost, key=("key",), aliases={"holder": ("姓名",), "role": ("职务", "责任岗位")})
register_ledger(
    models.Drill,
    key=("number",),
    aliases={"participants": ("参加人数", "参演人数"), "happened_on": ("演练日期", "时间")},
)
register_ledger(models.KeyIndustry, key=("key",))
register_ledger(models.ResponsibilityList, key=("key",), aliases={"valid_from": ("印发日期", "施行日期")})
register_ledger(models.FireAlarm, key=("number",))
register_ledger(
    models.FireHazard, key=("number",), aliases={"site": ("地点", "小区名称"), "cleared_on": ("整改完成日期",)}
)
register_ledger(models.SelfCheck, key=("number",))
