"""The one door of the room. Templates: look/staff.html, look/public.html; tags: {% load look %}."""

from fazhi.look.forms import Day, Moment, PlainForm, dress
from fazhi.look.menus import Entry, Face, add_to_menu, front
from fazhi.look.numbers import EARLIEST, LATEST, whole, year_in
from fazhi.look.paging import Page, first_page, page_by_column, page_by_id, query_with
from fazhi.look.seeing import is_staff, sight, staff
from fazhi.look.waiting import FORWARD, ask_and_watch, watch
from fazhi.look.words import Left, in_yuan, left_of, masked, soon_day

__all__ = [
    "EARLIEST", "FORWARD", "LATEST", "Day", "Entry", "Face", "Left", "Moment", "Page", "PlainForm", "add_to_menu", "ask_and_watch", "dress",
    "first_page", "front", "in_yuan", "is_staff", "left_of", "masked", "page_by_column", "page_by_id", "query_with", "sight",
    "soon_day", "staff", "watch", "whole", "year_in",
]  # fmt: skip
