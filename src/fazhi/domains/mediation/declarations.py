"""What this domain gives the rooms below it."""

from fazhi.casework.api import register_business
from fazhi.domains.mediation import models
from fazhi.domains.mediation.dossiers import COLUMNS, dossier
from fazhi.domains.mediation.figures import FIGURES
from fazhi.domains.mediation.procedure import DisputeMediation
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_case_ledger, register_ledger

OPENED = ("设立日期", "成立日期", "启用日期")

register_business(
    DisputeMediation,
    facts=models.Dispute,
    number_head="镇矛调",
    purpose="矛调中心接到当事人申请、排查发现或者其他单位移送的矛盾纠纷时登记。",
)
register_figures(FIGURES)
register_ledger(models.CentreDuty, key=("key",), aliases={"planned_on": ("应建成日期",)})
register_ledger(models.DisputeCentre, key=("key",), aliases={"valid_from": OPENED, "name": ("中心名称", "工作站名称")})
register_ledger(
    models.MediationForce, key=("key",), aliases={"valid_from": OPENED, "name": ("名称", "姓名", "机构名称")}
)
register_ledger(
    models.CentreLink, key=("key",), aliases={"valid_from": ("融入日期", "入驻日期"), "valid_to": ("退出日期",)}
)
register_ledger(
    models.JudicialAssistant, key=("key",), aliases={"valid_from": ("聘任日期",), "valid_to": ("解聘日期",)}
)
register_ledger(
    models.TrainingClass, key=("number",), aliases={"happened_on": ("培训日期",), "attended": ("参加人数",)}
)
register_ledger(models.ClassAttendance, key=("number",))
register_ledger(models.NonLitigationRequest, key=("number",))
register_ledger(models.JointDispute, key=("number",))
register_ledger(models.ScreenedDispute, key=("number",), aliases={"handler": ("包案领导", "责任人")})
register_case_ledger(
    models.Dispute, title="矛盾纠纷调处台账", columns=COLUMNS, key=("number",), dossier=dossier,
    notes=("未办结的，结果和终结日期留空。",),
)  # fmt: skip
