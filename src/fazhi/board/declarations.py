"""What the board adds to the menu of every page, and has done in the background."""

from fazhi.board.reporting.handling import KINDS
from fazhi.jobs.api import register_kind
from fazhi.look.api import Entry, add_to_menu
from fazhi.people.api import Ability, Sight


def sees_board(by: Sight) -> bool:
    return by.may(Ability.SEE_BOARD)


def sees_figures(by: Sight) -> bool:
    return by.may(Ability.SEE_BOARD) or by.may(Ability.CONFIRM_FIGURE)


def begins_here(by: Sight) -> bool:
    """Leaders and auditors begin with the figures; whoever handles files begins at the desk."""
    return by.may(Ability.SEE_BOARD) and not by.may(Ability.OPEN_CASE)


add_to_menu(
    Entry("总览", "board:home", "chart-bar", 10, shown=sees_board, front=begins_here),
    Entry("数据", "board:figures", "table", 20, shown=sees_figures),
    Entry("年度报告", "board:reports", "report-analytics", 30, shown=sees_figures),
)
for kind in KINDS:
    register_kind(kind)
