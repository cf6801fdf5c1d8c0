"""The room's tables, gathered for Django."""

from fazhi.people.clients import ApiClient
from fazhi.people.organisations import FormerName, Organisation
from fazhi.people.places import Place, Renaming
from fazhi.people.posts import Mandate, Post, User

__all__ = ["ApiClient", "FormerName", "Mandate", "Organisation", "Place", "Post", "Renaming", "User"]
