"""What this domain gives the rooms below it."""

from fazhi.domains.powers import models
from fazhi.domains.powers.figures import FIGURES
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_ledger

SINCE = {"valid_from": ("生效时间", "启用日期")}

register_figures(FIGURES)
register_ledger(models.TownConsolidation, key=("key",), aliases={"number": ("批复文号", "文号")})
register_ledger(models.TownBody, key=("key",), aliases={"name": ("机构",), "kind": ("机构性质",)})
register_ledger(models.CoordinationBody, key=("key",), aliases={"name": ("机构名称",), "office": ("牵头单位",)})
register_ledger(
    models.PowerItem, key=("key",),
    aliases={"key": ("权力编码", "事项编码", "基本编码"), "name": ("权力名称", "事项"), "item_type": ("权力类别", "类别"),
             "basis": ("法律依据", "设定依据", "实施依据"), "holder": ("行使主体", "实施机关")},
)  # fmt: skip
register_ledger(models.PowerChange, key=("number",), aliases={"kind": ("调整方式",), "item_name": ("权力名称",)})
register_ledger(models.TeamField, key=("key",), aliases=SINCE)
register_ledger(models.LeniencyItem, key=("key",), aliases={**SINCE, "violation": ("违法事项", "事项")})
register_ledger(models.NoCoercionItem, key=("key",), aliases=SINCE)
register_ledger(models.DiscretionBenchmark, key=("key",), aliases={**SINCE, "violation": ("违法事项",)})
