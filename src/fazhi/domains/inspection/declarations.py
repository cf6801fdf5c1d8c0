"""What this domain gives the rooms below it."""

from fazhi.domains.inspection import models
from fazhi.domains.inspection.figures import FIGURES
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_ledger

NAME = ("企业", "单位名称", "检查对象名称", "市场主体名称")
CODE = ("信用代码", "社会信用代码", "营业执照号")
WHO = {"enterprise": NAME, "uscc": CODE}
VISIT = {**WHO, "happened_on": ("检查时间", "日期"), "window": ("时段", "季度"), "finding": ("检查结论",)}

register_figures(FIGURES)
register_ledger(models.JointRegion, key=("key",), aliases={"name": ("城市", "地区"), "level": ("层级",)})
register_ledger(models.RiskSignal, key=("number",), aliases=WHO)
register_ledger(models.CreditRecognition, key=("number",), aliases=WHO)
register_ledger(models.CommonItem, key=("key",), aliases={"item": ("检查项目",)})
register_ledger(
    models.RandomInspection, key=("number",),
    aliases={"uscc": CODE, "enterprise": ("企业名称",), "inspectors": ("检查人员",), "published_on": ("公示时间",)},
)  # fmt: skip
register_ledger(
    models.PlannedCheck, key=("number",), aliases={**WHO, "window": ("时段", "季度"), "department": ("部门",)}
)
register_ledger(models.EnterpriseVisit, key=("number",), aliases={**VISIT, "department": ("检查部门", "牵头部门")})
register_ledger(models.WhiteListMember, key=("key",), aliases=WHO)
register_ledger(models.ExemptionPeriod, key=("key",), aliases={**WHO, "valid_to": ("豁免期至",)})
register_ledger(models.GradedArea, key=("key", "valid_from"), aliases={"stage": ("推行情况", "进展")})
register_ledger(models.PilotField, key=("key",), aliases={"field": ("领域",)})
register_ledger(models.EnterpriseGrade, key=("key",), aliases=WHO)
register_ledger(models.Industry, key=("key",), aliases={"name": ("行业",)})
register_ledger(models.IndustryInspection, key=("number",), aliases={"department": ("检查部门", "牵头部门")})
