"""What this domain gives the rooms below it."""

from fazhi.casework.api import register_business
from fazhi.domains.hotline import models
from fazhi.domains.hotline.dossiers import COLUMNS, dossier
from fazhi.domains.hotline.figures import FIGURES
from fazhi.domains.hotline.procedure import HotlineOrderHandling
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_case_ledger, register_ledger

OPENING = {"planned_on": ("计划建成时间",), "opened_on": ("实际建成时间", "启用日期"), "valid_from": ("列入计划日期",)}

register_business(
    HotlineOrderHandling,
    facts=models.HotlineOrder,
    number_head="镇热线",
    purpose="接到企业和群众的咨询、求助、投诉、举报或者建议，需要交承办单位办理并答复时登记。",
)
register_figures(FIGURES)
register_case_ledger(
    models.HotlineOrder, title="12345工单台账", columns=COLUMNS, key=("number",), dossier=dossier,
    notes=("未办到的步骤留空；时间写到分或者秒。",),
)  # fmt: skip
register_ledger(models.PoliceOrder, key=("number",), aliases={"assigned_at": ("派单时间",), "unit": ("出警单位",)})
register_ledger(models.CallTransfer, key=("number",), aliases={"assigned_at": ("派发时间",), "mode": ("转接方式",)})
register_ledger(models.VideoCall, key=("number",))
register_ledger(models.ReportingCentre, key=("key",), aliases=OPENING)
register_ledger(models.ReportingRoom, key=("key",), aliases=OPENING)
register_ledger(models.CaseReport, key=("number",))
register_ledger(models.TrafficExperience, key=("number",))
