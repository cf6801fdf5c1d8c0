"""The one door of the room."""

from fazhi.casework.acting import act, settle
from fazhi.casework.answers import BadAnswers
from fazhi.casework.assigning import Held, assign, assignable, hand_offs
from fazhi.casework.bulk import Complaint, Dossier, Refused, Taken, check_many, enter_many
from fazhi.casework.businesses import Business, UnknownBusiness, business, businesses, register_business
from fazhi.casework.calendars import current_calendar
from fazhi.casework.errors import CaseworkError, NotPermitted, Stale, UnknownStep
from fazhi.casework.models import Case, Deadline, Facts, HolidayNotice, Participant
from fazhi.casework.notices import (
    Moved,
    NoticeChange,
    add_notice,
    change_notices,
    may_keep_calendar,
    preview_notices,
    replace_notice,
    standing_notices,
    withdraw_notice,
    withdrawn_notices,
)
from fazhi.casework.opening import Intake, open_case
from fazhi.casework.permission import may_assign
from fazhi.casework.pulse import PulseReport, pulse
from fazhi.casework.reading import children_of, course_of, events, facts_mapping, facts_of, read
from fazhi.casework.retracting import retract
from fazhi.casework.worklist import Counts, counts, open_cases, page
from fazhi.procedure import ON

__all__ = [
    "ON", "BadAnswers", "Business", "Case", "CaseworkError", "Complaint", "Counts", "Deadline", "Dossier", "Facts", "Held",
    "HolidayNotice", "Intake", "Moved", "NotPermitted", "NoticeChange", "Participant", "PulseReport", "Refused", "Stale",
    "Taken", "UnknownBusiness", "UnknownStep", "act", "add_notice", "assign", "assignable", "business", "businesses",
    "change_notices", "check_many", "children_of", "counts", "course_of", "current_calendar", "enter_many", "events",
    "facts_mapping", "facts_of", "hand_offs", "may_assign", "may_keep_calendar", "open_case", "open_cases", "page",
    "preview_notices", "pulse", "read", "register_business", "replace_notice", "retract", "settle", "standing_notices",
    "withdraw_notice", "withdrawn_notices",
]  # fmt: skip
