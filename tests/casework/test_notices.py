"""Next year's holiday notice: open cases that guessed at it are counted again, and every date that moves is listed."""

import json
import os
import subprocess
import sys
from datetime import date

import pytest
from click.testing import CliRunner
from django.db import OperationalError, connection, transaction

from fazhi.casework import calendars
from fazhi.casework.api import (
    Case,
    HolidayNotice,
    NoticeChange,
    act,
    add_notice,
    current_calendar,
    preview_notices,
    pulse,
    replace_notice,
    standing_notices,
    withdraw_notice,
    withdrawn_notices,
)
from fazhi.casework.command import due_command, notice_command
from fazhi.days import BadNotice, Calendar, calendar, read_notice
from fazhi.journal.api import Entry
from fazhi.people.api import WHOLE_CITY, NotAllowed
from fazhi.registers.api import BadChange

STREAM = "casework.holidaynotice"
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


WRONG = NOTICE.replace("last = 2025-01-01", "last = 2025-01-03")


def test_a_wrong_notice_is_corrected_and_kept(opened, officer, is_sound):
    """The wrong one gave the 1st to the 3rd of January off: the limit of the 2nd stood at Monday the 6th."""
    case = accepted_on(opened, officer, "2024-11-02")
    add_notice(WRONG, by=WHOLE_CITY)
    assert case.deadlines.get(limit="decision").due_on == date(2025, 1, 6)
    with pytest.raises(BadChange, match="不能重复登记"):
        add_notice(NOTICE, by=WHOLE_CITY)
    with pytest.raises(BadChange, match="写明原因"):
        replace_notice(NOTICE, " ", by=WHOLE_CITY)
    change = NoticeChange(2025, NOTICE, "末日抄错")
    (expected,) = preview_notices(change)
    assert (case.deadlines.get(limit="decision").due_on, standing_notices().get().text) == (date(2025, 1, 6), WRONG)
    (moved,) = replace_notice(NOTICE, "末日抄错", by=WHOLE_CITY)
    assert moved == expected
    assert (moved.case, moved.before, moved.after) == (case.number, date(2025, 1, 6), date(2025, 1, 2))
    assert standing_notices().get().text == NOTICE
    gone = withdrawn_notices().get()
    assert (gone.text, gone.withdrawn_by, gone.withdrawn_reason) == (WRONG, "city", "末日抄错")
    told = [(e.kind.rpartition(".")[2], e.data["reason"]) for e in Entry.objects.filter(stream=STREAM).order_by("id")]
    assert told == [("added", ""), ("withdrawn", "末日抄错"), ("added", "末日抄错")]
    is_sound(case)


def test_a_withdrawn_notice_leaves_its_year_provisional(opened, officer, is_sound):
    case, past = accepted_on(opened, officer, "2024-11-02"), accepted_on(opened, officer, "2024-03-08")
    add_notice(NOTICE, by=WHOLE_CITY)
    assert len(preview_notices(NoticeChange(2025, None, "不是正式通知"))) == 1
    moved = withdraw_notice(2025, "不是正式通知", by=WHOLE_CITY)
    assert [(m.case, m.before, m.after) for m in moved] == [(case.number, date(2025, 1, 2), date(2025, 1, 1))]
    row = case.deadlines.get(limit="decision")
    assert (row.due_on, row.provisional) == (date(2025, 1, 1), True)
    assert past.deadlines.get(limit="decision").due_on == date(2024, 5, 7)
    assert not standing_notices().exists()
    with pytest.raises(BadChange, match="无须撤销"):
        withdraw_notice(2025, "再撤一次", by=WHOLE_CITY)
    with pytest.raises(BadChange, match="随系统提供"):
        withdraw_notice(2024, "有误", by=WHOLE_CITY)
    add_notice(NOTICE, by=WHOLE_CITY)
    assert (standing_notices().count(), withdrawn_notices().count()) == (1, 1)
    is_sound(case)


def test_a_shipped_year_can_be_corrected_and_goes_back(opened, officer):
    """As when the State Council lengthened a holiday in January 2020."""
    case = accepted_on(opened, officer, "2024-03-08")
    text = SHIPPED.replace("work = []", "work = []").replace(
        "last = 2024-01-01}]", 'last = 2024-01-01}, {festival = "增加", first = 2024-05-07, last = 2024-05-07}]'
    )
    (moved,) = replace_notice(text, "国务院办公厅通知调整", by=WHOLE_CITY)
    assert (moved.before, moved.after) == (date(2024, 5, 7), date(2024, 5, 8))
    (back,) = withdraw_notice(2024, "通知撤回", by=WHOLE_CITY)
    assert (back.case, back.after) == (case.number, date(2024, 5, 7))


def test_who_keeps_the_calendar(town, officer, clerk, appoint):
    """It holds for the whole city: not for the officer, nor for the clerk of a district."""
    east = appoint("丹阳市法治办经办人", "clerk", town.east_justice)
    for by, sentence in ((officer, "登记放假通知"), (east, "用于全市")):
        with pytest.raises(NotAllowed, match=sentence):
            add_notice(NOTICE, by=by)
    add_notice(NOTICE, by=clerk)
    assert standing_notices().get().added_by == clerk.who


def run(command, *words: str):
    return CliRunner().invoke(command, words)


def test_the_command_adds_corrects_withdraws_and_lists(opened, officer, tmp_path):
    case = accepted_on(opened, officer, "2024-11-02")
    wrong, right = tmp_path / "wrong.toml", tmp_path / "right.toml"
    wrong.write_text(WRONG, encoding="utf-8")
    right.write_text(NOTICE, encoding="utf-8")
    looked = run(notice_command, str(wrong), "--preview").output
    assert "2025-01-01 → 2025-01-06" in looked and "尚未登记，1个期限将有变动。" in looked
    assert not standing_notices().exists()
    assert run(notice_command, str(wrong)).output.endswith("已登记，1个期限有变动。\n")
    refused = run(notice_command, str(right))
    assert (refused.exit_code, "不能重复登记" in refused.stderr) == (2, True)
    assert "--reason" in run(notice_command, str(right), "--replace").stderr
    done = run(notice_command, str(right), "--replace", "--reason", "抄错", "--json")
    assert json.loads(done.output) == [
        {"case": case.number, "limit": "普通程序复议决定60日", "before": "2025-01-06", "after": "2025-01-02"}
    ]
    assert "写明原因" in run(notice_command, "--withdraw", "2025").stderr
    assert "已撤销，1个期限有变动。" in run(notice_command, "--withdraw", "2025", "--reason", "非正式").output
    listed = run(notice_command, "--list").output
    assert listed.count("2025年 国办发明电〔2024〕12号（") == 3 and "撤销：抄错" in listed  # shipped, and two withdrawn
    assert [each["shipped"] for each in json.loads(run(notice_command, "--list", "--json").output)].count(False) == 2
    bad = tmp_path / "bad.toml"
    bad.write_bytes("年".encode("gbk"))
    for words in ((), (str(right), "--withdraw", "2025"), (str(bad),)):
        assert run(notice_command, *words).exit_code == 2


def test_due_counts_by_the_registered_calendar(db, tmp_path, monkeypatch):
    words = ("RC-ACCEPT", "2024-12-27", "--json")
    guessed = json.loads(run(due_command, *words).output)
    assert (guessed["due"], guessed["provisional"]) == ("2025-01-03", True)
    add_notice(NOTICE, by=WHOLE_CITY)
    counted = json.loads(run(due_command, *words).output)
    assert (counted["due"], counted["provisional"]) == ("2025-01-06", False)
    assert any("国办发明电〔2024〕12号" in day["reason"] for day in counted["days"])
    monkeypatch.setattr(connection.introspection, "table_names", list)
    assert json.loads(run(due_command, *words).output)["due"] == "2025-01-03"

    def broken():
        raise OperationalError

    monkeypatch.setattr(connection.introspection, "table_names", broken)
    told = run(due_command, *words)
    assert (told.exit_code, json.loads(told.stdout)["due"], "数据库无法读取" in told.stderr) == (0, "2025-01-03", True)


def test_due_needs_no_database(tmp_path):
    """Nothing is laid where none stands."""
    home = tmp_path / "none"
    done = subprocess.run(
        [sys.executable, "-m", "fazhi.project", "due", "RC-ACCEPT", "2024-02-07"],
        env={**os.environ, "FAZHI_VAR": str(home), "FAZHI_DATABASE": "sqlite"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "届满：2024-02-20" in done.stdout, done.stderr) == (0, True, "")
    assert not list(home.rglob("*.sqlite3"))


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
