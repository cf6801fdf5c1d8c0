"""Next year's holiday notice: open cases that guessed at it are counted again, and every date that moves is listed."""

from datetime import date

import pytest
from django.db import transaction

from fazhi.casework import calendars
from fazhi.casework.api import Case, HolidayNotice, act, add_notice, current_calendar, pulse
from fazhi.days import BadNotice, Calendar, calendar, read_notice
from fazhi.journal.api import Entry
from fazhi.people.api import WHOLE_CITY
from fazhi.registers.api import BadChange

NOTICE = """
year = 2025
number = "国办发明电〔2024〕12号"
issued = 2024-11-12
off = [{festival = "元旦", first = 2025-01-01, last = 2025-01-01}, {festival = "春节", first = 2025-01-28, last = 2025-02-04}]
work = [2025-01-26, 2025-02-08]
"""
SHIPPED = """
year = 2024
off = [{festival = "元旦", first = 2024-01-01, last = 2024-01-01}]
work = []
"""


@pytest.fixture(autouse=True)
def only_known_through_2024(monkeypatch):
    """As in November 2024, before the notice for 2025; what a test added and rolled back is not known to the next."""
    known = Calendar([notice for notice in calendar().notices if notice.year <= 2024])
    monkeypatch.setattr(calendars, "calendar", lambda: known)
    calendars.forget()
    yield
    calendars.forget()


def accepted_on(opened, officer, day: str) -> Case:
    """Sixty days from that day; the copy is served so that the decision is what comes first."""
    case = opened(day)
    for step in ("accept", "serve_copy", "answer"):
        act(case, step, by=officer, on=date.fromisoformat(day))
    return case


def test_open_provisional_limits_move_and_are_listed(opened, officer, is_sound):
    """Sixty days from 4 November 2024 end on Friday 3 January 2025, guessed and in truth; from 2 November on Wednesday the
    1st, guessed to be worked, in truth New Year: the 2nd."""
    same, moves = accepted_on(opened, officer, "2024-11-04"), accepted_on(opened, officer, "2024-11-02")
    past = accepted_on(opened, officer, "2024-03-08")
    rows = {case.pk: case.deadlines.get(limit="decision") for case in (same, moves, past)}
    assert [(row.due_on, row.provisional) for row in rows.values()] == [
        (date(2025, 1, 3), True),
        (date(2025, 1, 1), True),
        (date(2024, 5, 7), False),
    ]
    before = Entry.objects.filter(stream="case").count()
    moved = add_notice(NOTICE, by=WHOLE_CITY)
    assert [(m.case, m.limit, m.before, m.after) for m in moved] == [
        (moves.number, "普通程序复议决定60日", date(2025, 1, 1), date(2025, 1, 2))
    ]
    moves.refresh_from_db()
    assert (moves.next_due, moves.deadlines.get(limit="decision").provisional) == (date(2025, 1, 2), False)
    assert Entry.objects.filter(stream="case").count() == before
    for case in (same, moves, past):
        is_sound(case)


def test_a_year_is_registered_once(db):
    add_notice(NOTICE, by=WHOLE_CITY)
    with pytest.raises(BadChange, match="不能重复登记"):
        add_notice(NOTICE, by=WHOLE_CITY)
    with pytest.raises(BadChange, match="2024年"):
        add_notice(SHIPPED, by=WHOLE_CITY)
    with pytest.raises(BadNotice):
        add_notice("year = 2026", by=WHOLE_CITY)
    assert HolidayNotice.objects.count() == 1


def test_what_was_rolled_back_is_not_counted_by(db):
    class Later(Exception):
        pass

    with pytest.raises(Later), transaction.atomic():
        add_notice(NOTICE, by=WHOLE_CITY)
        assert not current_calendar().is_working(date(2025, 1, 1))
        raise Later
    calendars.forget()
    assert current_calendar().is_working(date(2025, 1, 1))


def test_what_another_process_guessed_meanwhile_is_caught_up_with(opened, officer, is_sound):
    """It had the old calendar for a few seconds more; the next pulse counts its rows again, and only those."""
    case = accepted_on(opened, officer, "2024-11-02")
    notice = read_notice(NOTICE)
    HolidayNotice.objects.create(year=notice.year, number=notice.number, text=NOTICE, added_by="city")
    calendars.forget()
    row = case.deadlines.get(limit="decision")
    assert (row.due_on, row.provisional) == (date(2025, 1, 1), True)
    pulse(date(2024, 11, 3))
    row.refresh_from_db()
    assert (row.due_on, row.provisional) == (date(2025, 1, 2), False)
    is_sound(case)
