"""The domain's tables, gathered for Django and for the declarations."""

from fazhi.domains.leadership.appraisals import (
    AppraisalRound,
    BodyAppraisal,
    CadreAppraisal,
    MayorComment,
    OnsiteReport,
)
from fazhi.domains.leadership.cadres import (
    Cadre,
    DutyRecord,
    HandbookEdition,
    HandbookReceipt,
    LeadingBody,
    PrincipalLeader,
)
from fazhi.domains.leadership.meetings import AgendaItem, GovernmentMeeting, LawStudy

__all__ = [
    "AgendaItem", "AppraisalRound", "BodyAppraisal", "Cadre", "CadreAppraisal", "DutyRecord", "GovernmentMeeting",
    "HandbookEdition", "HandbookReceipt", "LawStudy", "LeadingBody", "MayorComment", "OnsiteReport", "PrincipalLeader",
]  # fmt: skip
