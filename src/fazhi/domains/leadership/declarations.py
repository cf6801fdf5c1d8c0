"""What this domain gives the rooms below it."""

from fazhi.domains.leadership.figures import FIGURES
from fazhi.domains.leadership.models import (
    AgendaItem,
    AppraisalRound,
    BodyAppraisal,
    Cadre,
    CadreAppraisal,
    DutyRecord,
    GovernmentMeeting,
    HandbookEdition,
    HandbookReceipt,
    LawStudy,
    LeadingBody,
    MayorComment,
    OnsiteReport,
    PrincipalLeader,
)
from fazhi.figures.api import register_figures
from fazhi.ledgers.api import register_ledger

register_figures(FIGURES)
register_ledger(GovernmentMeeting, key=("number",), aliases={"number": ("届次", "会议名称"), "chair": ("主持",)})
register_ledger(AgendaItem, key=("number",), aliases={"position": ("序号", "议题序号"), "title": ("议题", "议题内容")})
register_ledger(LawStudy, key=("number",), aliases={"law": ("学法内容", "学习内容"), "lecturer": ("授课人",)})
register_ledger(LeadingBody, key=("key", "valid_from"), aliases={"name": ("单位名称", "班子")})
register_ledger(Cadre, key=("key", "valid_from"), aliases={"key": ("干部编号", "编号"), "name": ("干部姓名",)})
register_ledger(HandbookEdition, key=("key",))
register_ledger(HandbookReceipt, key=("number",), aliases={"happened_on": ("领取日期",), "copies": ("数量",)})
register_ledger(PrincipalLeader, key=("key", "valid_from"))
register_ledger(DutyRecord, key=("number",), aliases={"duty": ("四个亲自类别",), "matter": ("工作内容", "事项")})
register_ledger(AppraisalRound, key=("key",))
register_ledger(BodyAppraisal, key=("number",), aliases={"grade": ("等次", "考评等次")})
register_ledger(CadreAppraisal, key=("number",), aliases={"grade": ("等次", "考评等次")})
register_ledger(OnsiteReport, key=("number",), aliases={"reporter": ("主要负责人",)})
register_ledger(MayorComment, key=("number",), aliases={"problem": ("点评意见", "存在问题")})
