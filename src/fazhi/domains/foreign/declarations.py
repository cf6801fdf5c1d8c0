"""What this domain gives the rooms below it."""

from fazhi.casework.api import register_business
from fazhi.domains.foreign import models
from fazhi.domains.foreign.dossiers import COLUMNS, notary_dossier
from fazhi.domains.foreign.figures import FIGURES
from fazhi.domains.foreign.procedure import Notarisation
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_case_ledger, register_ledger

CODE = ("信用代码", "社会信用代码")

register_business(
    Notarisation,
    facts=models.NotaryCase,
    number_head="镇证",
    purpose="当事人申请公证民事法律行为、有法律意义的事实或者文书时登记。",
)
register_figures(FIGURES)
register_ledger(
    models.TrainingSession, key=("number",), aliases={"title": ("主题", "培训名称"), "happened_on": ("培训日期",)}
)
register_ledger(models.TrainingAttendance, key=("number",), aliases={"uscc": CODE, "session": ("场次",)})
register_ledger(models.ForeignTalent, key=("key",), aliases={"employer": ("单位",), "languages": ("语种", "外语")})
register_ledger(models.Partner, key=("key",), aliases={"name": ("合作机构",)})
register_ledger(models.OverseasRequest, key=("number",), aliases={"uscc": CODE})
register_ledger(models.TypicalCase, key=("number",), aliases={"title": ("案例",)})
register_case_ledger(
    models.NotaryCase, title="公证案件台账", columns=COLUMNS, key=("register_no",), dossier=notary_dossier
)
