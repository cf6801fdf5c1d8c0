"""The domain's tables, gathered for Django and for the declarations."""

from fazhi.domains.enforcement.models.campaigns import Bulletin, Campaign, CampaignMeeting, CampaignTask
from fazhi.domains.enforcement.models.cases import EnforcementProblem, PenaltyCase
from fazhi.domains.enforcement.models.supervision import (
    Consultation,
    DocumentTemplate,
    ExperienceVisit,
    SealUse,
    SupervisionBody,
    SupervisionDuty,
    SupervisionMatter,
    SupervisionPlanItem,
)

__all__ = [
    "Bulletin", "Campaign", "CampaignMeeting", "CampaignTask", "Consultation", "DocumentTemplate", "EnforcementProblem",
    "ExperienceVisit", "PenaltyCase", "SealUse", "SupervisionBody", "SupervisionDuty", "SupervisionMatter",
    "SupervisionPlanItem",
]  # fmt: skip
