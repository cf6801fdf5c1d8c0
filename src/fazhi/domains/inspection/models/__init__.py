"""The domain's tables, gathered for Django and for the declarations."""

from fazhi.domains.inspection.models.graded import (
    EnterpriseGrade,
    GradedArea,
    Industry,
    IndustryInspection,
    PilotField,
)
from fazhi.domains.inspection.models.random import RandomInspection
from fazhi.domains.inspection.models.regional import CommonItem, CreditRecognition, JointRegion, RiskSignal
from fazhi.domains.inspection.models.visits import EnterpriseVisit, ExemptionPeriod, PlannedCheck, WhiteListMember

__all__ = [
    "CommonItem", "CreditRecognition", "EnterpriseGrade", "EnterpriseVisit", "ExemptionPeriod", "GradedArea", "Industry",
    "IndustryInspection", "JointRegion", "PilotField", "PlannedCheck", "RandomInspection", "RiskSignal", "WhiteListMember",
]  # fmt: skip
