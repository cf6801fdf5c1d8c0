"""The domain's tables, gathered for Django and for the declarations."""

from fazhi.domains.publicity.citizens import (
    Activity,
    HearingAttendance,
    LawExam,
    LiteracySurvey,
    ObservationPoint,
)
from fazhi.domains.publicity.schools import School, SchoolBrand, SchoolHonour, VicePrincipal

__all__ = [
    "Activity", "HearingAttendance", "LawExam", "LiteracySurvey", "ObservationPoint", "School", "SchoolBrand",
    "SchoolHonour", "VicePrincipal",
]  # fmt: skip
