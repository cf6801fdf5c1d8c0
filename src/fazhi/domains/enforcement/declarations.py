"""What this domain gives the rooms below it."""

from fazhi.casework.api import register_business
from fazhi.domains.enforcement import models
from fazhi.domains.enforcement.dossiers import PENALTY_COLUMNS, PROBLEM_COLUMNS, penalty_dossier, problem_dossier
from fazhi.domains.enforcement.figures import FIGURES
from fazhi.domains.enforcement.procedure import PenaltyProcedure, ProblemRectification
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_case_ledger, register_ledger

register_business(
    PenaltyProcedure,
    facts=models.PenaltyCase,
    number_head="镇罚",
    purpose="发现公民、法人或者其他组织涉嫌违反行政管理秩序，需要立案调查或者当场处罚时登记。",
)
register_business(
    ProblemRectification,
    facts=models.EnforcementProblem,
    number_head="镇执问",
    purpose="案卷评查、群众反映或者监督检查发现行政执法突出问题，需要责成单位整改时登记。",
)
register_figures(FIGURES)
register_ledger(models.Campaign, key=("key",), aliases={"name": ("行动", "专项行动名称")})
register_ledger(models.CampaignTask, key=("number",), aliases={"due_on": ("完成期限",)})
register_ledger(models.CampaignMeeting, key=("number",), aliases={"happened_on": ("会议日期",)})
register_ledger(models.Bulletin, key=("number",), aliases={"number": ("通报期号",)})
register_ledger(models.SupervisionDuty, key=("key",))
register_ledger(
    models.SupervisionBody, key=("key",), aliases={"name": ("名称", "机构"), "valid_from": ("成立日期", "挂牌日期")}
)
register_ledger(models.SupervisionPlanItem, key=("number",), aliases={"supervised": ("检查对象", "被检查单位")})
register_ledger(models.Consultation, key=("number",), aliases={"question": ("会商议题",)})
register_ledger(models.SupervisionMatter, key=("number",))
register_ledger(models.SealUse, key=("number",))
register_ledger(models.DocumentTemplate, key=("key",), aliases={"name": ("样式名称",)})
register_ledger(models.ExperienceVisit, key=("number",), aliases={"theme": ("活动名称",)})
register_case_ledger(
    models.PenaltyCase, title="行政处罚案件台账", columns=PENALTY_COLUMNS, key=("number",), dossier=penalty_dossier,
    notes=("当场处罚的，立案日期留空，决定日期填当场处罚日期。", "经过听证的案件请在系统中逐步办理。"),
)  # fmt: skip
register_case_ledger(
    models.EnforcementProblem, title="行政执法突出问题台账", columns=PROBLEM_COLUMNS, key=("number",), dossier=problem_dossier,
    notes=("填报单位为责任单位；尚未到的环节留空。",),
)  # fmt: skip
