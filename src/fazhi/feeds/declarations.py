"""What this face puts into the menu of public pages."""

from fazhi.look.api import Entry, add_to_menu
from fazhi.people.api import Sight


def anyone(_: Sight) -> bool:
    return True


add_to_menu(Entry("数据接口", "feeds:reference", "link", 80, face="public", shown=anyone))
