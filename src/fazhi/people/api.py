"""The one door of the room."""

from fazhi.people.accounts import (
    call,
    choose_password,
    hand_out,
    lock,
    may_keep,
    must_keep,
    people_within,
    reset_password,
    unlock,
)
from fazhi.people.appointing import (
    Appointment,
    OfficeOf,
    appoint,
    assignable,
    complaint,
    end_post,
    enrol,
    grant,
    mandates_of,
    offices,
    open_account,
    withdraw,
)
from fazhi.people.clients import ApiClient, Issued, client_of, clients, issue, revoke, sight_of_client
from fazhi.people.founding import Founded, found
from fazhi.people.organisations import FormerName, Kind, Organisation, branch, merge
from fazhi.people.places import DISTRICT_DIGITS, TOWN_DIGITS, Level, Place, after, prefix_of, within
from fazhi.people.posts import Mandate, Post, User
from fazhi.people.recording import STREAMS, NotPossible, subject_of
from fazhi.people.redrawing import abolish_place, add_place, may_hold, parent_code, rename_place
from fazhi.people.reorganising import (
    NewBody,
    abolish_body,
    correct_body,
    found_body,
    founding_complaint,
    may_hold_body,
    move_body,
    rename_body,
)
from fazhi.people.roles import ROLES, Ability, Role, Sees
from fazhi.people.sight import PUBLIC, WHOLE_CITY, NotAllowed, Reach, Sight, sight_of

__all__ = [
    "DISTRICT_DIGITS", "PUBLIC", "ROLES", "STREAMS", "TOWN_DIGITS", "WHOLE_CITY", "Ability", "ApiClient", "Appointment",
    "FormerName", "Founded", "Issued", "Kind", "Level", "Mandate", "NewBody", "NotAllowed", "NotPossible", "OfficeOf",
    "Organisation", "Place", "Post", "Reach", "Role", "Sees", "Sight", "User", "abolish_body", "abolish_place",
    "add_place", "after", "appoint", "assignable", "branch", "call", "choose_password", "client_of", "clients", "complaint",
    "correct_body", "end_post", "enrol", "found", "found_body", "founding_complaint", "grant", "hand_out", "issue", "lock",
    "mandates_of", "may_hold", "may_hold_body", "may_keep", "merge", "move_body", "must_keep", "offices", "open_account",
    "parent_code", "people_within", "prefix_of", "rename_body", "rename_place", "reset_password", "revoke", "sight_of",
    "sight_of_client", "subject_of", "unlock", "withdraw", "within",
]  # fmt: skip
