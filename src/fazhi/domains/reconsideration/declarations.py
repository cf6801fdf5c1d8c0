"""What this domain gives the rooms below it."""

from fazhi.casework.api import register_business
from fazhi.domains.reconsideration.earlier import ReconsiderationBefore2024
from fazhi.domains.reconsideration.figures import FIGURES
from fazhi.domains.reconsideration.models import ReconsiderationCase, RiskAlertLetter
from fazhi.domains.reconsideration.procedure import Reconsideration
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_ledger

register_business(
    ReconsiderationBefore2024,
    Reconsideration,
    facts=ReconsiderationCase,
    number_head="镇行复",
    purpose="收到公民、法人或者其他组织的行政复议申请（含口头申请和邮寄）时登记，不论是否符合受理条件。",
)
register_figures(FIGURES)
register_ledger(RiskAlertLetter, key=("number",), aliases={"number": ("函号", "编号")})
