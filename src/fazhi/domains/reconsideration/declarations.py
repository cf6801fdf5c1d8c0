"""What this domain gives the rooms below it."""

from fazhi.casework.api import register_business
from fazhi.domains.reconsideration.earlier import ReconsiderationBefore2024
from fazhi.domains.reconsideration.figures import FIGURES
from fazhi.domains.reconsideration.models import ReconsiderationCase, RiskAlertLetter
from fazhi.domains.reconsideration.procedure import Reconsideration
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_ledger

register_business(ReconsiderationBefore2024, Reconsideration, facts=ReconsiderationCase, number_head="镇行复")
register_figures(FIGURES)
register_ledger(RiskAlertLetter, key=("number",), aliases={"number": ("函号", "编号")})
