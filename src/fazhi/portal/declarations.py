"""What the public site adds to the menu of every public page."""

from fazhi.look.api import Entry, add_to_menu
from fazhi.people.api import Sight


def anyone(_: Sight) -> bool:
    return True


add_to_menu(
    Entry("首页", "portal:front", "home", 10, face="public", shown=anyone),
    Entry("年度报告", "portal:reports", "report-analytics", 20, face="public", shown=anyone),
    Entry("公开数据", "portal:figures", "table", 30, face="public", shown=anyone),
    Entry("核验", "portal:verify", "shield-check", 90, face="public", shown=anyone),
)
