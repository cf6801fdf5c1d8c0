"""What this face puts into the menu and has done in the background; read once every table is known."""

from fazhi.desk.jobs import has_tasks
from fazhi.desk.ledgers.handling import KINDS
from fazhi.jobs.api import register_kind
from fazhi.look.api import Entry, add_to_menu

add_to_menu(
    Entry("今日事项", "desk:today", "list-check", 10),
    Entry("台账", "desk:ledgers", "file-spreadsheet", 40),
    Entry("清单与记录", "desk:registers", "notebook", 50),
    Entry("我的后台任务", "desk:jobs", "hourglass", 60, shown=has_tasks),
    Entry("放假通知", "desk:notices", "calendar", 55),
)
for kind in KINDS:
    register_kind(kind)
