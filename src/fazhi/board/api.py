"""The one door of the room: what domains and the city declare to the board."""

from fazhi.board.headlines import choose_headlines
from fazhi.board.late import Duty, register_duty

__all__ = ["Duty", "choose_headlines", "register_duty"]
