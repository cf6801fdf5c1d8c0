"""What the city gives the rooms below it."""

from fazhi.board.api import choose_headlines
from fazhi.city.zhenjiang.outline import OUTLINE
from fazhi.report.api import register_outline

register_outline("C321100", OUTLINE)
choose_headlines(["RC02", "F072·狭义", "F070", "F099", "F056", "WF02"])
