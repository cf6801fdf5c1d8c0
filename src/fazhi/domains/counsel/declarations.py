"""What this domain gives the rooms below it."""

from fazhi.domains.counsel import models
from fazhi.domains.counsel.figures import FIGURES
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_ledger

register_figures(FIGURES)
register_ledger(models.Studio, key=("key",), aliases={"valid_from": ("揭牌日期",), "name": ("工作室名称",)})
register_ledger(
    models.IndustrialProject,
    key=("key",),
    aliases={"investment": ("投资额", "计划总投资"), "investor": ("投资单位", "企业")},
)
register_ledger(
    models.ServiceRecord, key=("number",), aliases={"project": ("项目编码", "项目名称"), "lawyer": ("服务律师",)}
)
register_ledger(
    models.AdviceItem, key=("number",), aliases={"project": ("项目编码", "项目名称"), "content": ("建议内容",)}
)
register_ledger(models.Adviser, key=("key",), aliases={"firm": ("律师事务所",)})
register_ledger(models.AdviserMatter, key=("number",), aliases={"title": ("事项", "事项名称"), "unit": ("承办单位",)})
register_ledger(models.AdviserParticipation, key=("number",), aliases={"adviser": ("顾问编码", "顾问")})
