"""What this domain gives the rooms below it."""

from fazhi.casework.api import register_business
from fazhi.domains.services.dossiers import COLUMNS, REFERENCES, dossier
from fazhi.domains.services.figures import FIGURES
from fazhi.domains.services.models import (
    BundleApplication,
    ProactiveGrant,
    ProactiveItem,
    ServiceBundle,
    ServiceCounter,
)
from fazhi.domains.services.procedure import OneThing
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_case_ledger, register_ledger

register_business(
    OneThing,
    facts=BundleApplication,
    number_head="镇一件事",
    purpose="申请人为一件事一次提交材料，需要几个部门联合办理时登记。",
)
register_figures(FIGURES)
register_ledger(ServiceCounter, key=("key", "valid_from"), aliases={"valid_from": ("启用日期", "设立日期")})
register_ledger(
    ServiceBundle, key=("key", "valid_from"), aliases={"valid_from": ("上线日期",), "name": ("一件事名称",)}
)
register_ledger(ProactiveItem, key=("key", "valid_from"), aliases={"name": ("服务事项",), "valid_from": ("列入日期",)})
register_ledger(ProactiveGrant, key=("number",), aliases={"served": ("服务数",)})
register_case_ledger(
    BundleApplication, title="“一件事”申请台账", columns=COLUMNS, key=("receipt",), dossier=dossier, references=REFERENCES,
    notes=("尚未办到的环节，日期留空。",),
)  # fmt: skip
