"""The tables of enterprise services, by subject."""

from fazhi.domains.enterprise.models.intermediaries import IntermediaryItem, MajorProcurement, ProcurementItem
from fazhi.domains.enterprise.models.policies import (
    EnterprisePolicy,
    PolicyApplicationItem,
    PolicyInterpretation,
    PolicyOfficer,
)
from fazhi.domains.enterprise.models.services import LegalCheckup, OutreachEvent, PolicyMeasure, ProtectionCase

__all__ = [
    "EnterprisePolicy", "IntermediaryItem", "LegalCheckup", "MajorProcurement", "OutreachEvent", "PolicyApplicationItem",
    "PolicyInterpretation", "PolicyMeasure", "PolicyOfficer", "ProcurementItem", "ProtectionCase",
]  # fmt: skip
