"""What this face puts into the menu; read once every table is known."""

from fazhi.look.api import Entry, add_to_menu

add_to_menu(
    Entry("今日事项", "desk:today", "list-check", 10),
    Entry("台账", "desk:ledgers", "file-spreadsheet", 40),
    Entry("清单与记录", "desk:registers", "notebook", 50),
)
