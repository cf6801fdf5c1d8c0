"""The one door of the room."""

from fazhi.people.organisations import Kind, Organisation, branch, merge
from fazhi.people.places import DISTRICT_DIGITS, TOWN_DIGITS, Level, Place, after, prefix_of, within
from fazhi.people.posts import Mandate, Post, User
from fazhi.people.roles import ROLES, Ability, Role, Sees
from fazhi.people.sight import PUBLIC, WHOLE_CITY, NotAllowed, Sight, sight_of

__all__ = [
    "DISTRICT_DIGITS", "PUBLIC", "ROLES", "TOWN_DIGITS", "WHOLE_CITY", "Ability", "Kind", "Level", "Mandate", "NotAllowed",
    "Organisation", "Place", "Post", "Role", "Sees", "Sight", "User", "after", "branch", "merge", "prefix_of", "sight_of",
    "within",
]  # fmt: skip
