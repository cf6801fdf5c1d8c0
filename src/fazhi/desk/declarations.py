"""What this face puts into the menu and has done in the background; read once every table is known."""

from fazhi.desk.jobs import has_tasks
from fazhi.desk.ledgers.handling import KINDS
from fazhi.desk.people.changes import may_read
from fazhi.jobs.api import register_kind
from fazhi.look.api import Entry, add_to_menu, is_staff
from fazhi.people.api import Ability, Sight


def administers(by: Sight) -> bool:
    return by.may(Ability.ADMINISTER)


def only_administers(by: Sight) -> bool:
    """Begins with the people: nothing else is open to this person."""
    return administers(by) and not is_staff(by)


add_to_menu(
    Entry("今日事项", "desk:today", "list-check", 10),
    Entry("台账", "desk:ledgers", "file-spreadsheet", 40, shown=lambda by: is_staff(by) or administers(by)),
    Entry("清单与记录", "desk:registers", "notebook", 50),
    Entry("我的后台任务", "desk:jobs", "hourglass", 60, shown=has_tasks),
    Entry("放假通知", "desk:notices", "calendar", 55),
    Entry("人员", "desk:people", "users", 60, shown=administers, front=only_administers),
    Entry("单位", "desk:bodies", "building", 61, shown=administers),
    Entry("区划", "desk:places", "map-pin", 62, shown=lambda by: bool(by.administers.places)),
    Entry("授权变更", "desk:changes", "history", 63, shown=may_read),
)
for kind in KINDS:
    register_kind(kind)
