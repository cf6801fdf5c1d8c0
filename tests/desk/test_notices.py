"""Holiday notices in the browser: a year as a calendar, entered after a look at what moves, corrected, withdrawn, kept."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from fazhi.casework import calendars
from fazhi.casework.api import act, add_notice, standing_notices, withdrawn_notices
from fazhi.days import Calendar, calendar, notice_in_words
from fazhi.desk.notices.form import words_of
from fazhi.desk.notices.months import months
from fazhi.people.api import WHOLE_CITY

URL = "/desk/notices/"


@pytest.fixture(autouse=True)
def only_known_through_last_year(monkeypatch):
    """This year has no notice, so that the limits of open cases are provisional."""
    this_year = timezone.localdate().year
    known = Calendar([notice for notice in calendar().notices if notice.year < this_year])
    monkeypatch.setattr(calendars, "calendar", lambda: known)
    calendars.forget()
    yield
    calendars.forget()


@pytest.fixture
def case(apply, officer):
    """Copied to the respondent: its answer is due ten working days from today."""
    case = apply()
    act(case, "accept", by=officer, on=timezone.localdate())
    act(case, "serve_copy", by=officer, on=timezone.localdate())
    return case


def limit(case):
    return case.deadlines.get(limit="decision")


def paragraphs(case) -> str:
    """A notice that gives the last day of the case off, and the next."""
    due = limit(case).due_on
    return f"增加假日：{due.month}月{due.day}日至{(due + timedelta(1)).year}年{chinese(due + timedelta(1))}放假调休，共2天。"


def chinese(day: date) -> str:
    return f"{day.month}月{day.day}日"


def form(case, **rest: str) -> dict[str, str]:
    year = limit(case).due_on.year
    return {
        "year": str(year),
        "number": "国办发明电〔2026〕9号",
        "issued": "2025-11-04",
        "words": paragraphs(case),
        **rest,
    }


def test_the_shipped_years_are_shown_as_calendars(at, officer):
    page = at(officer).get(URL, {"year": "2024"}).content.decode()
    assert "国办发明电〔2023〕7号" in page and "随系统提供" in page
    assert "放假：春节，国办发明电〔2023〕7号" in page and "调休上班，国办发明电〔2023〕7号" in page
    assert "登记新的通知" not in page  # an officer reads, and keeps no calendar


def test_entered_after_a_look_at_what_moves(at, clerk, officer, case):
    browser, due = at(clerk), limit(case).due_on
    seen = browser.post(f"{URL}add/", form(case))
    page = seen.content.decode()
    assert seen.status_code == 200 and "将有" in page and case.number in page and "确认登记" in page
    assert not standing_notices().exists() and limit(case).due_on == due
    assert "国办发明电〔2026〕9号" in browser.post(f"{URL}add/", form(case, edit="yes")).content.decode()
    assert not standing_notices().exists()
    done = browser.post(f"{URL}add/", form(case, confirm="yes")).content.decode()
    assert "个期限已重新推算" in done and case.number in done
    assert limit(case).due_on > due + timedelta(days=1)
    row = standing_notices().get()
    assert (row.number, row.added_by) == ("国办发明电〔2026〕9号", clerk.who)
    page = browser.get(URL, {"year": row.year}).content.decode()
    assert "法治办经办人" in page and "撤销该年通知" in page
    again = browser.post(f"{URL}add/", form(case, confirm="yes"))
    assert again.status_code == 422 and "写明原因" in again.content.decode()


def test_a_wrong_one_is_corrected_and_withdrawn(at, clerk, case):
    browser, due = at(clerk), limit(case).due_on
    browser.post(f"{URL}add/", form(case, confirm="yes"))
    year = standing_notices().get().year
    prefilled = browser.get(f"{URL}add/", {"year": year}).content.decode()
    assert "增加假日" in prefilled and "2025-11-04" in prefilled
    words = f"增加假日：{chinese(due)}放假，共1天。"
    browser.post(f"{URL}add/", form(case, words=words, reason="多抄一天", confirm="yes"))
    assert withdrawn_notices().get().withdrawn_reason == "多抄一天"
    assert "多抄一天" in browser.get(URL).content.decode()
    url = f"{URL}{year}/withdraw/"
    assert "请填写“撤销原因”" in browser.post(url, {"reason": " "}).content.decode()
    assert "确认撤销" in browser.post(url, {"reason": "不是正式通知"}).content.decode()
    assert standing_notices().exists()
    done = browser.post(url, {"reason": "不是正式通知", "confirm": "yes"}).content.decode()
    assert f"已撤销{year}年的放假通知" in done and limit(case).due_on == due
    assert browser.get(url).status_code == 404


def test_what_is_wrong_is_said_beside_the_form(at, clerk, case):
    browser = at(clerk)
    for words, sentence in (("元旦：1日放假", "没有写明月份"), ("放假三天", "没有写明是哪个节日")):
        answer = browser.post(f"{URL}add/", form(case, words=words, confirm="yes"))
        assert answer.status_code == 422 and sentence in answer.content.decode()
    assert "请填写“放假安排”" in browser.post(f"{URL}add/", {"confirm": "yes"}).content.decode()
    assert not standing_notices().exists()


def test_only_who_keeps_the_calendar_of_the_city(at, officer, appoint, town, case):
    add_notice(
        "year = 2035\noff = [{festival = '元旦', first = 2035-01-01, last = 2035-01-01}]\nwork = []", by=WHOLE_CITY
    )
    east = appoint("丹阳市法治办经办人", "clerk", town.east_justice)
    for by in (officer, east):
        browser = at(by)
        for url in (f"{URL}add/", f"{URL}2035/withdraw/"):
            assert browser.get(url).status_code == 403
            assert browser.post(url, form(case, confirm="yes", reason="有误")).status_code == 403
    assert standing_notices().get().year == 2035


def test_the_calendar_of_a_year():
    january, february, *_ = months(2024, calendar())
    assert [None if day is None else day.number for day in january.weeks[0]] == [1, 2, 3, 4, 5, 6, 7]
    assert [day.kind for day in january.weeks[0]] == ["off", "", "", "", "", "rest", "rest"]
    fourth = next(day for week in february.weeks for day in week if day and day.number == 4)
    assert (fourth.kind, fourth.sign) == ("work", "班")
    assert "调休上班" in fourth.why


def test_a_known_notice_comes_back_in_words_that_read_the_same():
    for notice in calendar().notices:
        found = notice_in_words(notice.year, words_of(notice), notice.number, notice.issued, notice.seen)
        assert (found.off, set(found.work)) == (notice.off, set(notice.work))
