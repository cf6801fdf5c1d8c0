"""What this domain gives the rooms below it."""

from fazhi.domains.public_data.figures import FIGURES
from fazhi.domains.public_data.models import ChiefDataOfficer, DataDutyReport, DataPost
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_ledger

register_figures(FIGURES)
register_ledger(DataPost, key=("key", "valid_from"), aliases={"unit": ("所在单位",), "name": ("岗位",)})
register_ledger(
    ChiefDataOfficer,
    key=("key", "valid_from"),
    aliases={"valid_from": ("任命日期",), "valid_to": ("免职日期", "任期届满日期")},
)
register_ledger(DataDutyReport, key=("number",))
