"""Clocks joined to the calendar: the due day, its explanation, and what has no number."""

from datetime import UTC, date, datetime

import pytest

from fazhi.days import Calendar, Pause, calendar, read_notice
from fazhi.law import UnknownClock, clock, clocks
from fazhi.procedure.periods import NoNumber, cited, due_of, explain, length_of


@pytest.mark.parametrize(
    ("name", "start", "on"),
    [
        ("RC-ACCEPT", date(2024, 2, 7), date(2024, 2, 20)),
        ("RC-DECIDE-ORD", date(2024, 5, 16), date(2024, 7, 15)),
        ("RC-APPLY", date(2024, 8, 2), date(2024, 10, 8)),  # day 60 is 1 October
        ("OG-ANSWER", date(2024, 9, 10), date(2024, 10, 14)),
        ("AR-DEPT", date(2024, 12, 31), date(2025, 2, 28)),
        ("AR-OGI-DEPT", date(2024, 12, 31), date(2025, 1, 31)),
        ("EN-SEAL", date(2024, 9, 5), date(2024, 10, 5)),  # a measure lapses on the day, holiday or not
        ("EN-ADDFINE-URGE", date(2024, 3, 1), date(2024, 4, 1)),  # more than thirty days: the 31st
    ],
)
def test_due_days(name, start, on):
    assert due_of(name, start).on == on == due_of(clock(name), start).on


def test_every_numbered_clock_can_be_counted():
    for each in clocks():
        if not each.has_number:
            with pytest.raises(NoNumber, match=each.id):
                due_of(each, date(2025, 3, 3))
            continue
        found = due_of(each, datetime(2025, 3, 3, 9, 30))
        assert found.on is not None and found.days[-1].day is not None, each.id
        assert found.kind == ("earliest" if each.most is None and not each.fixed else "latest"), each.id


def test_an_extension_is_the_articles_own():
    assert due_of("OG-ANSWER", date(2024, 3, 4), extended=1).on == date(2024, 4, 29)  # 40 working days
    assert due_of("RC-DECIDE-ORD", date(2024, 5, 16), extended=1).on == date(2024, 8, 14)
    police = clock("PD-CASE", date(2026, 3, 2))
    assert due_of(police, date(2026, 3, 2), extended=2).on == date(2026, 6, 1)  # ninety days: Sunday 31 May


def test_no_extension_where_the_article_gives_none():
    with pytest.raises(NoNumber, match="第三十条.*不能延长"):
        due_of("RC-ACCEPT", date(2024, 2, 7), extended=1)
    with pytest.raises(NoNumber, match="没有规定延长多少"):
        due_of("RC-CORRECT-REPLY", date(2024, 2, 7), extended=1)


def test_the_edition_is_that_of_the_start_unless_told():
    assert due_of("RC-ANSWER-ORD", date(2023, 12, 11)).on == date(2023, 12, 21)  # ten calendar days
    assert due_of("RC-ANSWER-ORD", date(2023, 12, 11), on=date(2024, 1, 5)).on == date(2023, 12, 25)
    with pytest.raises(UnknownClock, match="尚无期限"):
        due_of("FR-RULE", date(2024, 5, 1))


def test_pauses_and_another_calendar_are_passed_on():
    pauses = [Pause(date(2024, 2, 19), date(2024, 2, 19))]
    assert due_of("RC-ACCEPT", date(2024, 2, 7), pauses=pauses).on == date(2024, 2, 21)
    assert due_of("RC-ACCEPT", date(2024, 2, 7), calendar=Calendar([])).on == date(2024, 2, 14)


def test_an_explanation_says_all_it_rests_on():
    found = explain("RC-APPLY", date(2024, 8, 2))
    assert found.due == date(2024, 10, 8) and found.seen and not found.provisional
    assert found.articles == ("《行政复议法》第二十条第一款",)
    assert "第八十五条第三款" in found.roll_over_basis
    assert found.edition == "《行政复议法》2023年修订，2024-01-01起施行"
    assert found.days[-1].day == found.due


def test_the_roll_over_basis_is_given_only_when_it_was_used():
    plain = explain("RC-DECIDE-ORD", date(2024, 5, 16))
    assert plain.due == date(2024, 7, 15) and plain.roll_over_basis == ""


def test_an_open_pause_is_explained_without_a_day():
    found = explain("RC-ACCEPT", date(2024, 2, 7), pauses=[Pause(date(2024, 2, 8), None)])
    assert found.paused and found.as_json()["due"] is None


def test_a_new_notice_takes_the_mark_away():
    start = date(2026, 12, 28)
    assert explain("RC-ACCEPT", start).provisional
    notice = read_notice(
        'year = 2027\nnumber = "国办发明电〔2026〕9号"\nwork = []\n'
        'off = [{ festival = "元旦", first = 2027-01-01, last = 2027-01-01 }]'
    )
    known = explain("RC-ACCEPT", start, calendar=calendar().with_notice(notice))
    assert not known.provisional and known.due == date(2027, 1, 5)
    assert any("国办发明电〔2026〕9号" in line.reason for line in known.days)


def test_json_lists_each_day():
    plain = explain("RC-DECIDE-ORD", date(2024, 5, 16)).as_json()
    days = plain["days"]
    assert isinstance(days, list) and len(days) == 61
    assert days[1] == {"date": "2024-05-17", "counted": 1, "reason": "工作日"}
    assert (plain["due"], plain["unit"], plain["article"]) == (
        "2024-07-15",
        "calendar_day",
        "《行政复议法》第六十二条第一款",
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("RC-ACCEPT", "5个工作日"),
        ("LR-COMMENT-BIZ", "至少30日"),
        ("LR-REVIEW", "5至15个工作日"),
        ("AR-DEPT", "次年3月1日之前"),
        ("AR-OGI-DEPT", "次年1月31日以前（含当日）"),
        ("SV-ONEMATTER", "2027年12月31日以前（含当日）"),
        ("EN-COERCE-REPORT", "24小时"),
        ("RC-SUE-DIRECT", "6个月"),
        ("RC-PUBLISH", "没有数字期限"),
    ],
)
def test_the_length_in_words(name, text):
    assert length_of(clock(name)) == text


def test_a_statute_is_named_once():
    assert cited(clock("RC-ACCEPT").citations) == "《行政复议法》第三十条第一款、第三十条第二款、第三十条第三款"
    mixed = (*clock("RC-SUE").citations, *clock("RC-APPLY").citations)
    assert cited(mixed) == "《行政诉讼法》第四十五条、《行政复议法》第二十条第一款"


def test_hours_run_through_holidays():
    found = due_of("EN-COERCE-REPORT", datetime(2024, 9, 30, 17, 0))
    assert found.on == datetime(2024, 10, 1, 9, 0, tzinfo=UTC)
