"""What the city gives the rooms below it."""

from fazhi.city.zhenjiang.outline import OUTLINE
from fazhi.report.api import register_outline

register_outline("C321100", OUTLINE)
