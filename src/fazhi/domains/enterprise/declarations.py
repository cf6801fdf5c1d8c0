"""What this domain gives the rooms below it."""

from fazhi.domains.enterprise import models
from fazhi.domains.enterprise.figures import FIGURES
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_ledger

CODE = ("信用代码", "社会信用代码", "营业执照号")

register_figures(FIGURES)
register_ledger(models.IntermediaryItem, key=("key",), aliases={"item_class": ("类别", "分类"), "name": ("中介事项",)})
register_ledger(models.MajorProcurement, key=("number",), aliases={"buyer": ("业主单位", "建设单位")})
register_ledger(
    models.ProcurementItem, key=("number",), aliases={"intermediary": ("中介机构", "中标单位"), "uscc": CODE}
)
register_ledger(models.OutreachEvent, key=("happened_on", "name"), aliases={"happened_on": ("活动时间", "日期")})
register_ledger(models.PolicyMeasure, key=("key",), aliases={"content": ("措施", "具体措施")})
register_ledger(models.ProtectionCase, key=("number",), aliases={"uscc": CODE, "enterprise": ("企业",)})
register_ledger(
    models.EnterprisePolicy, key=("key",), aliases={"title": ("标题", "文件名称"), "department": ("发文单位",)}
)
register_ledger(models.PolicyInterpretation, key=("number",), aliases={"policy": ("政策编码",)})
register_ledger(models.PolicyApplicationItem, key=("key",), aliases={"cap": ("最高奖补", "支持上限")})
register_ledger(models.PolicyOfficer, key=("key",), aliases={"department": ("部门",)})
register_ledger(
    models.LegalCheckup,
    key=("number",),
    aliases={"uscc": CODE, "enterprise": ("企业名称", "商户名称"), "happened_on": ("服务日期", "日期")},
)
